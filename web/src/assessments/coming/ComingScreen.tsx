import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { parseDay } from '@ancu/core/kernel'

import { Answered } from '../../api/FaultPage.tsx'
import { useExtra, useMoment, type Asked } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import type { Coming } from './answers.ts'
import { ComingFound } from './ComingFound.tsx'
import { SwitchDay } from './SwitchDay.tsx'

type ComingAsked = Omit<Asked, 'set'> & { readonly from?: string; readonly unit?: string }

/** What every question about what is coming takes from the address: the moment, the place, the day of the switch. */
export function useComingAsked(): ComingAsked {
  const { asked, area } = useMoment()
  const from = useExtra('from')
  const { set: _set, ...when } = asked
  return {
    ...when,
    ...(from === undefined ? {} : { from }),
    ...(area === undefined ? {} : { unit: area }),
  }
}

export type ComingScreenProps = {
  readonly title: string
  readonly query: UseQueryResult<Coming>
  /** What to do where the question is refused. */
  readonly todo: ReactNode
  /** Stands beneath a refusal instead of the choice of the day. */
  readonly refused?: ReactNode
  /** Kinds of unit that the newer side is for, where it is no set that is listed. */
  readonly ownKinds?: SetRow['forKinds']
}

/** What comes on which day; where that is refused, another day can be chosen. */
export function ComingScreen({ title, query, todo, refused, ownKinds }: ComingScreenProps) {
  const { day } = useMoment()
  const from = useExtra('from')
  const coming = query.isError ? undefined : query.data
  const chosen = coming?.newSide.on ?? parseDay(from ?? '') ?? day
  const form = <SwitchDay key={chosen} chosen={chosen} isOwn={from !== undefined} />
  return (
    <div aria-busy={query.isPlaceholderData}>
      {coming === undefined && <FigureSentence size="work">{title}</FigureSentence>}
      <Answered query={query} todo={todo}>
        {(answer) => (
          <ComingFound coming={answer} ownKinds={ownKinds}>
            {form}
          </ComingFound>
        )}
      </Answered>
      {query.isError && (refused ?? form)}
    </div>
  )
}
