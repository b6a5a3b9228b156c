import type { RevocationRule } from './rule.ts'

/** How many criteria of a set fail: what is known to fail, and what may while some are unknown. */
export type FailingCriteria = {
  /** Criteria of the set, those that do not apply included. */
  readonly of: number
  readonly unmet: number
  readonly unknown: number
  /** Key criteria among each of them. */
  readonly key: { readonly of: number; readonly unmet: number; readonly unknown: number }
}

export type Bounds = { readonly least: number; readonly most: number }

/**
 * `risk`: a condition of revocation holds whatever is still unknown; `possible`: it may hold; `none`: it does
 * not, or no rule is known; `unknown`: nothing is known of the criteria. Only a decision revokes.
 */
export type RiskStatus = 'risk' | 'possible' | 'none' | 'unknown'

export type RevocationRisk = {
  readonly status: RiskStatus
  readonly failing: Bounds
  readonly keyFailing: Bounds
  /** How many more criteria may fail until a condition holds; undefined where none ever would. */
  readonly margin: Bounds | undefined
}

/** Holds a unit's criteria against the conditions, for every way in which the unknown ones may turn out. */
export function revocationRisk(
  conditions: RevocationRule['conditions'],
  criteria: FailingCriteria,
): RevocationRisk {
  const { unmet, unknown, key } = criteria
  const outcomes = outcomesOf(criteria)
  const margins = outcomes.map((outcome) => marginOf(conditions, outcome, criteria))
  const holding = margins.filter((margin) => margin === 0).length
  const known = margins.filter((margin) => margin !== undefined)
  return {
    status: unknown === criteria.of ? 'unknown' : statusOf(holding, margins.length),
    failing: { least: unmet, most: unmet + unknown },
    keyFailing: { least: key.unmet, most: key.unmet + key.unknown },
    margin:
      known.length === margins.length ? { least: Math.min(...known), most: Math.max(...known) } : undefined,
  }
}

/** Criteria that fail, and key criteria among them. */
type Outcome = { readonly failing: number; readonly key: number }

/** Every number that may fail in the end, with every number of key criteria among them. */
function outcomesOf({ unmet, unknown, key }: FailingCriteria): readonly Outcome[] {
  const others = unknown - key.unknown
  return upTo(key.unknown).flatMap((ofKey) =>
    upTo(others).map((other) => ({ failing: unmet + ofKey + other, key: key.unmet + ofKey })),
  )
}

/** The fewest criteria more that bring about a condition; undefined where not even all of them do. */
function marginOf(
  conditions: RevocationRule['conditions'],
  { failing, key }: Outcome,
  criteria: FailingCriteria,
): number | undefined {
  const keyLeft = criteria.key.of - key
  const othersLeft = criteria.of - failing - keyLeft
  return upTo(keyLeft + othersLeft).find((more) =>
    upTo(Math.min(more, keyLeft)).some(
      (ofKey) =>
        more - ofKey <= othersLeft &&
        conditions.some((one) => holds(one, { failing: failing + more, key: key + ofKey }, criteria.of)),
    ),
  )
}

/** Exact in whole numbers: 6 of 19 is 30 per cent or more, 5 of 19 is not. */
function holds(
  { from, below, key }: RevocationRule['conditions'][number],
  outcome: Outcome,
  of: number,
): boolean {
  const share = outcome.failing * 100
  return share >= from * of && (below === undefined || share < below * of) && outcome.key >= key
}

function statusOf(holding: number, all: number): RiskStatus {
  if (holding === 0) return 'none'
  return holding === all ? 'risk' : 'possible'
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, at) => at)
}
