import type { Measure } from '../criteria.ts'
import type { DraftMeasure, SimpleRule } from './draft.ts'
import type { LooseDoubt } from './level-cells.ts'
import { countedThing, measureGuesser, newMeasureId } from './measures.ts'
import type { Wanted } from './rules.ts'
import { shortened } from './text.ts'
import type { Place } from './source.ts'

/** A rule that waits for its measure. */
export type Waiting = {
  readonly rule: SimpleRule
  readonly wanted: Wanted
  readonly field: string
  readonly from: readonly Place[]
}

export type Assigned = { readonly measure: string; readonly doubts: readonly LooseDoubt[] }

/**
 * Gives each rule a measure of its own: the pairs that fit best first, since two rules seldom ask for one measure; what
 * fits none gets a new one. All but the very same words is marked as a guess.
 */
export function assignMeasures(
  waiting: readonly Waiting[],
  known: readonly Measure[],
): { readonly assigned: readonly Assigned[]; readonly made: readonly DraftMeasure[] } {
  const guess = measureGuesser(known)
  const pairs = waiting
    .flatMap(({ wanted }, at) => guess(wanted.name, wanted.kinds).map((found) => ({ at, ...found })))
    .toSorted((one, other) => other.score - one.score || one.at - other.at)
  const chosen = new Map<number, { readonly measure: string; readonly score: number }>()
  const given = new Set<string>()
  for (const { at, measure, score } of pairs) {
    if (chosen.has(at) || given.has(measure)) continue
    chosen.set(at, { measure, score })
    given.add(measure)
  }
  const taken = new Set(known.map(({ id }) => id))
  const made: DraftMeasure[] = []
  const assigned = waiting.map((one, at): Assigned => {
    const found = chosen.get(at)
    if (found) return { measure: found.measure, doubts: found.score === 1 ? [] : [guessed(one, found)] }
    const measure = newMeasure(one.wanted, taken)
    taken.add(measure.id)
    made.push(measure)
    return { measure: measure.id, doubts: [doubtOf(one, 'measureNew', { measure: measure.id })] }
  })
  return { assigned, made }
}

function guessed(
  waiting: Waiting,
  { measure, score }: { readonly measure: string; readonly score: number },
): LooseDoubt {
  return doubtOf(waiting, 'measureGuessed', { measure, score: Math.round(score * 100) })
}

function doubtOf({ field, from }: Waiting, code: LooseDoubt['code'], facts: LooseDoubt['facts']): LooseDoubt {
  return { field: `${field}measure`, code, facts, from }
}

function newMeasure(wanted: Wanted, taken: ReadonlySet<string>): DraftMeasure {
  const [kind = 'amount'] = wanted.decimals > 0 ? wanted.kinds.filter((one) => one !== 'count') : wanted.kinds
  const name = shortened(wanted.name === '' ? 'Chỉ số đo chưa có tên' : wanted.name, 500)
  return {
    id: newMeasureId(name, taken),
    name,
    nameEn: '',
    kind,
    quantity:
      kind === 'share'
        ? (countedThing(name) ?? countedThing(wanted.within ?? '') ?? '')
        : shortened(wanted.unit, 100),
    scale: kind === 'amount' ? Math.min(6, Math.max(1, wanted.decimals)) : 0,
    time: 'instant',
    overUnits: kind === 'amount' ? 'reweight' : 'add',
  }
}
