import { verdictCodes, verdictNames, type CriteriaSet, type Verdict } from './criteria.ts'
import { reaches, type Score } from './points.ts'

/** Verdict codes that decide about the whole set: of its criteria and prerequisites, each in the order of the set. */
export type PartsOfWhole = {
  readonly criteria: Uint8Array
  readonly prerequisites: Uint8Array
  /** Where the set counts points. */
  readonly score?: Score | undefined
}

/**
 * The verdict on the whole set by its own pass rule. A prerequisite that is unmet settles it, one that does not
 * apply drops out; what is unknown leaves it unknown only while it can still change it.
 */
export function wholeOf(set: CriteriaSet, parts: PartsOfWhole): Verdict {
  return weaker(byPassRule(set, parts), allOf(parts.prerequisites))
}

/** Fewest and most criteria that count as met, while some are unknown. */
export function criteriaMet(
  set: CriteriaSet,
  criteria: Uint8Array,
): { readonly least: number; readonly most: number } {
  const least = criteria.reduce((met, code) => met + Number(countsAsMet(set, code)), 0)
  return { least, most: criteria.reduce((most, code) => most + Number(isUnknown(code)), least) }
}

function byPassRule(set: CriteriaSet, { criteria, score }: PartsOfWhole): Verdict {
  const { passRule } = set
  if (passRule.kind === 'allCriteria') return enough(set, criteria, set.criteria.length)
  if (passRule.kind === 'points') {
    if (!score) return 'unknown'
    const total = verdictNames[reaches(score, { mark: passRule.passAt, of: pointsIn(set) })]
    return passRule.criterionFloor ? weaker(total, allOf(criteria)) : total
  }
  const required = criteria.filter((_, at) => passRule.required.includes(set.criteria[at]?.code ?? ''))
  return weaker(enough(set, criteria, passRule.count), enough(set, required, required.length))
}

/** All points of a set, whatever applies. */
function pointsIn(set: CriteriaSet): number {
  return set.criteria
    .flatMap((criterion) => criterion.indicators)
    .reduce((sum, { points = 0 }) => sum + points, 0)
}

function enough(set: CriteriaSet, criteria: Uint8Array, wanted: number): Verdict {
  const { least, most } = criteriaMet(set, criteria)
  if (most < wanted) return 'unmet'
  return least >= wanted ? 'met' : 'unknown'
}

/** Each that applies must be met. */
function allOf(codes: Uint8Array): Verdict {
  if (codes.includes(verdictCodes.unmet)) return 'unmet'
  return codes.includes(verdictCodes.unknown) ? 'unknown' : 'met'
}

/** Of two conditions that must both hold. */
function weaker(one: Verdict, other: Verdict): Verdict {
  if (one === 'unmet' || other === 'unmet') return 'unmet'
  return one === 'met' && other === 'met' ? 'met' : 'unknown'
}

function countsAsMet(set: CriteriaSet, code: number): boolean {
  return code === verdictCodes.met || (code === verdictCodes.notApplicable && set.notApplicableCounts)
}

function isUnknown(code: number): boolean {
  return code === verdictCodes.unknown
}
