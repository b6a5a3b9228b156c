import type { compareSets } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'

export type Comparison = EndpointAnswer<typeof compareSets>
export type ComparedUnit = Comparison['units'][number]
export type Change = ComparedUnit['changes'][number]
/** What a row of any table about the comparison counts. */
export type Totals = Pick<Comparison, 'old' | 'new' | 'lost' | 'gained' | 'lostToUnknown' | 'causes'>

/** Nothing is known of the unit on one of the sides, so that what it loses cannot be told. */
export function isUntold({ old, new: current }: ComparedUnit): boolean {
  return old.unknown === old.of || current.unknown === current.of
}

/** Met the whole set before, does not now, and holds a recognition all the same. */
export function isRecognisedNoLonger({ old, new: current, ranks }: ComparedUnit): boolean {
  return ranks.length > 0 && old.whole === 'met' && current.whole !== 'met'
}

/** What units keep, lose and gain together. */
export function sumsOf(units: readonly Pick<ComparedUnit, 'old' | 'lost' | 'gained'>[]) {
  const sum = (count: (unit: Pick<ComparedUnit, 'old' | 'lost' | 'gained'>) => number) =>
    units.reduce((total, unit) => total + count(unit), 0)
  return {
    kept: sum(({ old, lost }) => old.met - lost),
    lost: sum(({ lost }) => lost),
    gained: sum(({ gained }) => gained),
  }
}
