import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { Answered } from '../../api/FaultPage.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import type { Comparison } from './answers.ts'
import type { ChosenSides } from './sides.ts'
import { SidesForm } from './SidesForm.tsx'

export type TwoSetsProps<Answer> = {
  readonly title: string
  readonly sets: readonly SetRow[]
  readonly sides: ChosenSides
  /** Of both sets; asked once both are chosen. */
  readonly query: UseQueryResult<Answer>
  /** What is shown of the query; undefined where nothing is. */
  readonly answer: Answer | undefined
  readonly renderLead: (answer: Answer) => ReactNode
  /** Where else the two sets lead. */
  readonly foot: ReactNode
  /** What to do where the question is refused. */
  readonly todo: string
  /** Stands there while a side is open. */
  readonly notChosen: ReactNode
  readonly children: (answer: Answer) => ReactNode
}

/** A question about two sets: its answer in a sentence, the choice of the sets, and all of the answer. */
export function TwoSets<Answer extends Pick<Comparison, 'unit'>>(props: TwoSetsProps<Answer>) {
  const { title, sets, sides, query, answer, renderLead, foot, todo, notChosen, children } = props
  const isChosen = areChosen(sides)
  return (
    <div aria-busy={isChosen && query.isPlaceholderData}>
      {answer === undefined ? <FigureSentence size="work">{title}</FigureSentence> : renderLead(answer)}
      <SidesForm sets={sets} sides={sides} place={answer?.unit} foot={foot} />
      {isChosen ? (
        <Answered query={query} todo={todo}>
          {children}
        </Answered>
      ) : (
        notChosen
      )}
    </div>
  )
}

export function areChosen(sides: ChosenSides): boolean {
  return sides.old !== undefined && sides.new !== undefined
}
