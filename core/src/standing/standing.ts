import {
  answersOf,
  columnsOf,
  criteriaMet,
  judgeSet,
  verdictCodes,
  verdictNames,
  type CompiledSet,
  type Concluded,
  type CriteriaSet,
  type Criterion,
  type Score,
  type Scores,
  type Verdict,
  type VerdictCode,
} from '../criteria/index.ts'
import { claimKey, claimStageRank, type AttestedVerdict, type KnownClaim } from '../figures/index.ts'
import type { UnitId } from '../units/index.ts'
import { knownUnit, type CountingFacts } from './counted.ts'

/** On whose word a unit is judged: bodies' conclusions first, or the figures alone. */
export const bases = ['official', 'computed'] as const
export type Basis = (typeof bases)[number]

/** Verdicts of one unit: per criterion and per indicator in the order of the set, and for the whole set. */
export type UnitStanding = {
  readonly unit: UnitId
  readonly whole: Verdict
  readonly criteria: Uint8Array
  readonly indicators: Uint8Array
  readonly prerequisites: Uint8Array
  /** Points in hundredths, of the whole and of its parts, where the set counts points. */
  readonly score?: Score | undefined
  readonly partScores?: Pick<Scores, 'criteria' | 'indicators'> | undefined
  readonly counts: VerdictCounts
  /** Least and most criteria that count as met, while some are unknown. */
  readonly least: number
  readonly most: number
}

export type VerdictCounts = Readonly<Record<Verdict, number>>

/**
 * Judges units that share one compiled column. On the official basis the newest conclusion of the highest
 * stage speaks for what it names; a conclusion on a criterion makes up none for its indicators, and gives
 * way only to conclusions on indicators that are newer and of at least its own stage.
 */
export function judgeUnits(
  compiled: CompiledSet,
  units: readonly CountingFacts[],
  basis: Basis,
): readonly UnitStanding[] {
  const figures = columnsOf(units.map((facts) => answersOf(compiled, knownUnit(facts))))
  return units.map((facts, index) => {
    const concluded = basis === 'official' ? conclusionsOn(compiled.set, facts) : undefined
    const { whole, scores, ...verdicts } = judgeSet(compiled, figures, index, concluded)
    const claim = basis === 'official' ? speakingOfWhole(facts) : undefined
    return {
      unit: facts.unit,
      whole: claim ? countedAs(compiled.set, claim.verdict) : whole,
      ...verdicts,
      score: scores?.whole,
      partScores: scores && { criteria: scores.criteria, indicators: scores.indicators },
      counts: tally(verdicts.criteria),
      ...criteriaMet(compiled.set, verdicts.criteria),
    }
  })
}

/** How an attested verdict counts under a set; "cơ bản đạt" counts as met only where the set says so. */
function countedAs(set: CriteriaSet, verdict: AttestedVerdict): Verdict {
  if (verdict !== 'basicallyMet') return verdict
  return set.basicallyMetCounts ? 'met' : 'unmet'
}

/** The conclusion that speaks for a criterion on the official basis: one that no newer part has overtaken. */
export function speakingClaim(
  facts: Pick<CountingFacts, 'claims'>,
  criterion: Criterion,
): KnownClaim | undefined {
  const claim = facts.claims.get(claimKey({ scope: 'criterion', code: criterion.code }))?.fact
  if (claim === undefined) return undefined
  const parts = criterion.indicators.flatMap(
    ({ code }) => facts.claims.get(claimKey({ scope: 'indicator', code }))?.fact ?? [],
  )
  return isOvertaken(claim, parts) ? undefined : claim
}

/** The conclusions that speak for parts of the set, as they count under it. */
function conclusionsOn(set: CriteriaSet, facts: CountingFacts): Concluded {
  const criteria = new Map(set.criteria.map((criterion) => [criterion.code, criterion]))
  return (scope, code) => {
    const criterion = scope === 'criterion' ? criteria.get(code) : undefined
    const claim = criterion
      ? speakingClaim(facts, criterion)
      : facts.claims.get(claimKey({ scope: 'indicator', code }))?.fact
    return claim && verdictCodes[countedAs(set, claim.verdict)]
  }
}

/** The conclusion that speaks for the whole set on the official basis: one that no newer part has overtaken. */
export function speakingOfWhole(facts: Pick<CountingFacts, 'claims'>): KnownClaim | undefined {
  const claim = facts.claims.get('whole')?.fact
  if (claim === undefined) return undefined
  const parts = [...facts.claims.values()]
    .map((counting) => counting.fact)
    .filter((part) => part.scope !== 'whole')
  return isOvertaken(claim, parts) ? undefined : claim
}

/** A broad conclusion gives way to a narrower one that is newer and of at least its own stage. */
function isOvertaken(claim: KnownClaim, narrower: readonly KnownClaim[]): boolean {
  return narrower.some(
    (part) => part.asOf > claim.asOf && claimStageRank(part.stage) >= claimStageRank(claim.stage),
  )
}

function tally(codes: Uint8Array): Record<Verdict, number> {
  const counts = { unknown: 0, met: 0, unmet: 0, notApplicable: 0 }
  for (const code of codes) counts[verdictNames[asCode(code)]] += 1
  return counts
}

/** A stored code read back; anything but 0 to 3 is a broken promise of whoever wrote it. */
export function asCode(code: number | undefined): VerdictCode {
  if (code === 0 || code === 1 || code === 2 || code === 3) return code
  throw new Error(`not a verdict code: ${code}`)
}
