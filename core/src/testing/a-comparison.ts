import { combined } from '../assessments/causes.ts'
import { compareUnit, type ComparedPair } from '../assessments/compare.ts'
import { day } from '../kernel/index.ts'
import { aSet } from './a-set.ts'
import { aSide, type SideGiven } from './a-side.ts'

/** The set in force before `new-set`. */
export const oldSet = aSet({
  id: 'old-set',
  inForce: { from: day('2016-12-01'), until: day('2022-03-08') },
})

/** Figures that meet every level of `oldSet`. */
export const good = [
  { measure: 'm-one', period: '2021-12-31', num: 95, den: 100 },
  { measure: 'm-two', period: '2021-12-31', num: 60, den: 100 },
]

/** A later figure under the level of `oldSet`. */
export const bad = { measure: 'm-one', period: '2022-06-30', num: 89, den: 100 }

/** Two sides that differ by what is given, each otherwise judged well by `oldSet`. */
export function compare(old: Partial<SideGiven>, current: Partial<SideGiven>): readonly ComparedPair[] {
  return compareUnit(
    aSide({ set: oldSet, on: '2022-09-30', figures: good, ...old }),
    aSide({ set: oldSet, on: '2022-09-30', figures: good, ...current }),
  )
}

/** Change and causes of the first criterion. */
export function first(pairs: readonly ComparedPair[]): string {
  const [pair] = pairs
  return pair ? `${pair.change} ${combined(pair.causes)}`.trim() : ''
}
