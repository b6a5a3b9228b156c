import type { listRegressions } from '@ancu/core/assessments'
import {
  accepted,
  refused,
  type EndpointAnswer,
  type EndpointInput,
  type IsoDate,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { labelOf } from '../standing/answers.ts'
import { isIllustrative } from '../standing/illustrative.ts'
import { shownChange, shownSide, shownTotals } from './answers.ts'
import { daysBetween } from './days.ts'
import { documentsOf } from './documents.ts'
import { fallen, lossesIn, rollUps, stepsOf, type Step } from './falls.ts'
import { sideAsked } from './settle.ts'
import { compareSides, type AskedSide } from './sides.ts'

type Answer = EndpointAnswer<typeof listRegressions>
type Asked = EndpointInput<typeof listRegressions>

/** Criteria met on one day and no longer on a later one, with the cause told apart. */
export async function regressionsOf(
  program: Program,
  officer: Officer,
  asked: Asked,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const { from, to = reader.today } = asked
    if (to <= from) return refused({ code: 'inputWrong', field: 'to', problem: 'periodEmpty' })
    const sides = await sidesBetween(reader, program, { ...asked, to })
    return sides.ok ? accepted(await answerOf(asked, sides.value)) : sides
  })
}

/** The last day first, since it says what a code or a name means; then every other of the same area. */
async function sidesBetween(
  reader: Reader,
  program: Program,
  { from, to, step, ...asked }: Asked & { readonly to: IsoDate },
): Promise<Result<readonly AskedSide[], Refusal>> {
  const last = await sideAsked(reader, program, { ...asked, on: to })
  if (!last.ok) return last
  const sides: AskedSide[] = []
  for (const on of daysBetween(last.value, from, to, step)) {
    const side = await sideAsked(reader, program, { ...asked, unit: last.value.area.lasting, on })
    if (!side.ok) return side
    sides.push(side.value)
  }
  return accepted([...sides, last.value])
}

async function answerOf({ step }: Asked, sides: readonly AskedSide[]): Promise<Answer> {
  const [first, last] = [sides[0], sides.at(-1)]
  if (first === undefined || last === undefined) throw new Error('broken promise: two days have two sides')
  const steps = stepsOf(sides)
  const losses = steps.flatMap(lossesIn).toReversed()
  const { documents, nameOf } = await documentsOf(
    sides.map((side) => side.question),
    losses.map(({ pair }) => pair),
  )
  const { question, area } = last
  return {
    known: question.known ?? null,
    knownSeq: question.moment.knownSeq,
    basis: question.basis,
    unit: { ...labelOf(question, area.unit), place: area.place },
    from: first.question.moment.on,
    to: question.moment.on,
    step,
    ...fallen(losses),
    steps: steps.map(shownStep).filter((one) => step !== 'change' || one.lost + one.gained > 0),
    ...rollUps(losses, question),
    losses: losses.map(({ old, current, unit, pair }) => {
      const [from, to] = [old.question.moment.on, current.question.moment.on]
      return { ...shownChange(pair, to, nameOf), unit: unit.id, from, to }
    }),
    notCompared: compareSides(first, last).notCompared.map((one) => labelOf(one.question, one.unit)),
    documents,
    illustrative: losses.some(({ unit }) => isIllustrative(question, unit)),
  }
}

function shownStep({ old, current, comparison }: Step): Answer['steps'][number] {
  return {
    ...shownTotals(comparison.units.flatMap((unit) => unit.pairs)),
    oldSide: shownSide(old),
    newSide: shownSide(current),
  }
}
