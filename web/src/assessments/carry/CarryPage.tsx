import { listCarriable } from '@ancu/core/assessments'
import { screenPaths } from '@ancu/core/kernel'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { FaultPage } from '../../api/FaultPage.tsx'
import { useExtra, useMoment } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { Page } from '../../ui/AppShell.tsx'
import { Go } from '../../ui/Go.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { ChangesNav } from '../ChangesNav.tsx'
import { chooseSides } from '../compare/sides.ts'
import { areChosen, TwoSets } from '../compare/TwoSets.tsx'
import { CarryLead } from './CarryLead.tsx'
import { CarryWork } from './CarryWork.tsx'
import { useCarryText } from './texts.ts'
import '../../standing/law/law.css'
import '../compare/compare.css'
import './carry.css'

/** Conclusions under one set that still count under another: each is carried over by hand, never by itself. */
export function CarryPage() {
  const t = useCarryText()
  const { askedWhen } = useMoment()
  const query = useAnswer(listSets, askedWhen)
  if (query.isError && query.data === undefined) {
    return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  }
  return (
    <Page title={t('title')}>
      <ChangesNav current="carryOver" />
      {query.data === undefined ? <Loading /> : <Carried sets={query.data.sets} />}
    </Page>
  )
}

function Carried({ sets }: { readonly sets: readonly SetRow[] }) {
  const t = useCarryText()
  const { askedWhen, area, day, href } = useMoment()
  const sides = chooseSides(sets, { old: useExtra('old'), new: useExtra('new') })
  const isChosen = areChosen(sides)
  const show = useExtra('show') === 'not' ? 'not' : 'carriable'
  const query = useAnswer(
    listCarriable,
    {
      ...askedWhen,
      old: sides.old ?? '',
      new: sides.new ?? '',
      show,
      ...(area === undefined ? {} : { unit: area }),
    },
    { enabled: isChosen },
  )
  const answer = isChosen ? query.data : undefined
  return (
    <>
      <TwoSets
        title={t('title')}
        sets={sets}
        sides={sides}
        query={query}
        answer={answer}
        renderLead={(carriable) => <CarryLead answer={carriable} />}
        foot={<Go href={href(screenPaths.compare, { old: sides.old, new: sides.new })}>{t('toCompare')}</Go>}
        todo={t('refusedTodo')}
        notChosen={<EmptyState what={t('none.what')} why={t('none.why')} />}
      >
        {() => null}
      </TwoSets>
      {/* What is ticked and written stays while the server is away. */}
      {answer !== undefined && (
        <CarryWork
          key={`${sides.old} ${sides.new} ${day} ${area}`}
          answer={answer}
          show={show}
          isArriving={query.isPlaceholderData}
        />
      )}
    </>
  )
}
