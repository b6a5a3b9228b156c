import {
  verdictCodes,
  verdictNames,
  type CompiledSet,
  type CriteriaSet,
  type Criterion,
  type FigureColumns,
  type Verdict,
  type VerdictCode,
} from '../criteria/index.ts'
import { criteriaFromIndicators } from '../criteria/index.ts'
import {
  claimKey,
  claimStageRank,
  type AttestedVerdict,
  type Counting,
  type KnownClaim,
  type KnownFigure,
} from '../figures/index.ts'
import type { UnitId } from '../units/index.ts'

/** On whose word a unit is judged: bodies' conclusions first, or the figures alone. */
export const bases = ['official', 'computed'] as const
export type Basis = (typeof bases)[number]

/** What counts of one unit under one set at one moment; claims are keyed by `claimKey`. */
export type CountingFacts = {
  readonly unit: UnitId
  readonly figures: ReadonlyMap<string, Counting<KnownFigure>>
  readonly claims: ReadonlyMap<string, Counting<KnownClaim>>
}

/** Verdicts of one unit: per criterion and per indicator in the order of the set, and for the whole set. */
export type UnitStanding = {
  readonly unit: UnitId
  readonly whole: Verdict
  readonly criteria: Uint8Array
  readonly indicators: Uint8Array
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
  const figures = columnsOf(compiled, units)
  return units.map((facts, index) => {
    const indicators = new Uint8Array(compiled.indicators.length)
    const criteria = new Uint8Array(compiled.set.criteria.length)
    compiled.judge(figures, index, indicators, 0)
    if (basis === 'computed') criteriaFromIndicators(compiled.set, indicators, 0, criteria, 0)
    else attest(compiled.set, facts, indicators, criteria)
    const whole =
      basis === 'computed' ? wholeOf(compiled.set, criteria) : attestedWhole(compiled.set, facts, criteria)
    return { unit: facts.unit, whole, criteria, indicators, ...countsOf(compiled.set, criteria) }
  })
}

/** The verdict on the whole set by its own pass rule: one unmet criterion settles it, even beside unknown ones. */
export function wholeOf(set: CriteriaSet, criteria: Uint8Array): Verdict {
  const counts = tally(criteria)
  if (counts.unmet > 0 || (counts.notApplicable > 0 && !set.notApplicableCounts)) return 'unmet'
  return counts.unknown > 0 ? 'unknown' : 'met'
}

/** How an attested verdict counts under a set; "cơ bản đạt" counts as met only where the set says so. */
function countedAs(set: CriteriaSet, verdict: AttestedVerdict): Verdict {
  if (verdict !== 'basicallyMet') return verdict
  return set.basicallyMetCounts ? 'met' : 'unmet'
}

/** The conclusion that speaks for a criterion on the official basis: one that no newer part has overtaken. */
export function speakingClaim(facts: CountingFacts, criterion: Criterion): KnownClaim | undefined {
  const claim = facts.claims.get(claimKey({ scope: 'criterion', code: criterion.code }))?.fact
  if (claim === undefined) return undefined
  const parts = criterion.indicators.flatMap(
    ({ code }) => facts.claims.get(claimKey({ scope: 'indicator', code }))?.fact ?? [],
  )
  return isOvertaken(claim, parts) ? undefined : claim
}

function attest(set: CriteriaSet, facts: CountingFacts, indicators: Uint8Array, criteria: Uint8Array): void {
  let position = 0
  for (const { code } of set.criteria.flatMap((criterion) => criterion.indicators)) {
    const claim = facts.claims.get(claimKey({ scope: 'indicator', code }))?.fact
    if (claim) indicators[position] = verdictCodes[countedAs(set, claim.verdict)]
    position += 1
  }
  criteriaFromIndicators(set, indicators, 0, criteria, 0)
  for (const [index, criterion] of set.criteria.entries()) {
    const claim = speakingClaim(facts, criterion)
    if (claim) criteria[index] = verdictCodes[countedAs(set, claim.verdict)]
  }
}

function attestedWhole(set: CriteriaSet, facts: CountingFacts, criteria: Uint8Array): Verdict {
  const claim = facts.claims.get('whole')?.fact
  if (claim) {
    const parts = [...facts.claims.values()]
      .map((counting) => counting.fact)
      .filter((part) => part.scope !== 'whole')
    if (!isOvertaken(claim, parts)) return countedAs(set, claim.verdict)
  }
  return wholeOf(set, criteria)
}

/** A broad conclusion gives way to a narrower one that is newer and of at least its own stage. */
function isOvertaken(claim: KnownClaim, narrower: readonly KnownClaim[]): boolean {
  return narrower.some(
    (part) => part.asOf > claim.asOf && claimStageRank(part.stage) >= claimStageRank(claim.stage),
  )
}

/** Figures that count, laid out for the compiled set: one row a unit, one slot a measure. */
function columnsOf(compiled: CompiledSet, units: readonly CountingFacts[]): FigureColumns {
  const width = compiled.slots.length
  const size = width * units.length
  const num = new Float64Array(size)
  const den = new Float64Array(size)
  const state = new Uint8Array(size)
  const year = new Int16Array(size)
  for (const [unit, facts] of units.entries()) {
    for (const [slot, measure] of compiled.slots.entries()) {
      const figure = facts.figures.get(measure)?.fact
      if (!figure) continue
      const at = unit * width + slot
      year[at] = figure.year
      state[at] = figure.notApplicableReason === undefined ? 1 : 2
      num[at] = figure.num ?? figure.value ?? 0
      den[at] = figure.den ?? 1
    }
  }
  return { num, den, state, year, width }
}

function countsOf(
  set: CriteriaSet,
  criteria: Uint8Array,
): { counts: VerdictCounts; least: number; most: number } {
  const counts = tally(criteria)
  const least = counts.met + (set.notApplicableCounts ? counts.notApplicable : 0)
  return { counts, least, most: least + counts.unknown }
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
