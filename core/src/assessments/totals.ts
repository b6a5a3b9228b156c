import { combined } from './causes.ts'
import type { Change, ComparedPair } from './compare.ts'

/** How often causes, alone or together, stand behind what was lost and what was gained. */
export type CauseCount = {
  readonly cause: string
  readonly count: number
  readonly lost: number
  readonly gained: number
}

/** `new.met` = `old.met` − lost + gained, and the counts of the causes add up to lost + gained. */
export type ChangeTotals = {
  readonly old: SideTotals
  readonly new: SideTotals
  readonly kept: number
  readonly gained: number
  readonly lost: number
  readonly stillNot: number
  /** Of those lost: not unmet now, but unknown. */
  readonly lostToUnknown: number
  readonly gainedFromUnknown: number
  readonly causes: readonly CauseCount[]
}

export type SideTotals = { readonly met: number; readonly of: number; readonly unknown: number }

/** Counts pairs, of one unit or of many. */
export function changeTotals(pairs: readonly ComparedPair[]): ChangeTotals {
  const count = (change: Change): number => pairs.filter((pair) => pair.change === change).length
  const [kept, lost, gained] = [count('kept'), count('lost'), count('gained')]
  const through = (change: Change): number =>
    pairs.filter((pair) => pair.change === change && pair.throughUnknown).length
  return {
    old: { met: kept + lost, ...sideOf(pairs.map((pair) => pair.old)) },
    new: { met: kept + gained, ...sideOf(pairs.map((pair) => pair.new)) },
    kept,
    gained,
    lost,
    stillNot: count('stillNot'),
    lostToUnknown: through('lost'),
    gainedFromUnknown: through('gained'),
    causes: causeCounts(pairs),
  }
}

/** Most frequent first; of equal ones by name. */
export function causeCounts(pairs: readonly ComparedPair[]): readonly CauseCount[] {
  const changed = pairs.filter((pair) => pair.causes.length > 0)
  return [...Map.groupBy(changed, (pair) => combined(pair.causes))]
    .map(([cause, together]) => {
      const lost = together.filter((pair) => pair.change === 'lost').length
      return { cause, count: together.length, lost, gained: together.length - lost }
    })
    .toSorted((one, other) => other.count - one.count || (one.cause < other.cause ? -1 : 1))
}

function sideOf(side: readonly ComparedPair['old'][]): Omit<SideTotals, 'met'> {
  const standing = side.filter((criterion) => criterion !== undefined)
  return {
    of: standing.length,
    unknown: standing.filter((criterion) => criterion.verdict === 'unknown').length,
  }
}
