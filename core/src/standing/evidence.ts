import {
  answersOf,
  explainIndicator,
  explainPrerequisite,
  verdictNames,
  type Answers,
  type CompiledSet,
  type Criterion,
  type Explanation,
  type Prerequisite,
  type PrerequisiteExplanation,
  type Score,
  type Verdict,
} from '../criteria/index.ts'
import { claimKey, staleFrom, type Counting, type KnownClaim, type KnownFigure } from '../figures/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import { knownUnit, type CountingFacts } from './counted.ts'
import {
  asCode,
  judgeUnits,
  speakingClaim,
  speakingOfWhole,
  type Basis,
  type UnitStanding,
} from './standing.ts'

/** What counts of one unit, with the conclusion of every stage side by side: xã, huyện, tỉnh. */
export type UnitEvidence = CountingFacts & {
  /** By `claimKey`: the claim that counts of each stage, highest stage first. */
  readonly stages: ReadonlyMap<string, readonly Counting<KnownClaim>[]>
}

export type FigureInUse = Counting<KnownFigure> & {
  readonly staleFrom: IsoDate | undefined
  readonly stale: boolean
}

/** One rule of the set: what was concluded, what the figures say, and why. */
type PartStanding = {
  readonly verdict: Verdict
  readonly computed: Verdict
  readonly conclusions: readonly Counting<KnownClaim>[]
  readonly figures: readonly FigureInUse[]
  readonly stale: boolean
  /** Figures say one thing, the conclusion that counts another. */
  readonly disagrees: boolean
}

export type IndicatorStanding = PartStanding & {
  readonly code: string
  readonly explanation: Explanation
  /** Where the set counts points. */
  readonly score: Score | undefined
}

export type PrerequisiteStanding = PartStanding & {
  readonly prerequisite: Prerequisite
  readonly explanation: PrerequisiteExplanation
}

export type CriterionStanding = {
  readonly criterion: Criterion
  readonly verdict: Verdict
  readonly computed: Verdict
  readonly basicallyMet: boolean
  readonly spokenBy: 'conclusion' | 'indicators'
  readonly conclusions: readonly Counting<KnownClaim>[]
  readonly stale: boolean
  readonly disagrees: boolean
  /** Where the set counts points. */
  readonly score: Score | undefined
  readonly indicators: readonly IndicatorStanding[]
}

export type ExplainedStanding = {
  readonly standing: UnitStanding
  /** Which gave the verdict on the whole set: a conclusion on it, or its criteria. */
  readonly spokenBy: 'conclusion' | 'criteria'
  /** Conclusions on the whole set, highest stage first. */
  readonly conclusions: readonly Counting<KnownClaim>[]
  readonly prerequisites: readonly PrerequisiteStanding[]
  readonly criteria: readonly CriterionStanding[]
}

/**
 * Where one unit stands and why. The verdicts are those of `judgeUnits`; every one comes with the figures,
 * the levels and the conclusions it rests on, also those that say otherwise.
 */
export function explainUnit(
  compiled: CompiledSet,
  evidence: UnitEvidence,
  basis: Basis,
  on: IsoDate,
): ExplainedStanding {
  const [standing] = judgeUnits(compiled, [evidence], basis)
  const [computed] = judgeUnits(compiled, [evidence], 'computed')
  if (!standing || !computed) throw new Error('broken promise: one unit in, one standing out')
  const judged: Judged = { standing, computed, answers: answersOf(compiled, knownUnit(evidence)), on }
  let position = 0
  const criteria = compiled.set.criteria.map((criterion, index): CriterionStanding => {
    const indicators = criterion.indicators.map(() => {
      const explained = explainOne(compiled, evidence, position, judged)
      position += 1
      return explained
    })
    const claim = evidence.claims.get(claimKey({ scope: 'criterion', code: criterion.code }))?.fact
    const speaking = basis === 'official' ? speakingClaim(evidence, criterion) : undefined
    const verdict = verdictAt(standing.criteria, index)
    return {
      criterion,
      verdict,
      computed: verdictAt(computed.criteria, index),
      basicallyMet: speaking?.verdict === 'basicallyMet',
      spokenBy: speaking ? 'conclusion' : 'indicators',
      conclusions: evidence.stages.get(claimKey({ scope: 'criterion', code: criterion.code })) ?? [],
      stale: indicators.some((indicator) => indicator.stale),
      disagrees:
        indicators.some((indicator) => indicator.disagrees) ||
        (claim !== undefined && contradicts(verdictAt(computed.criteria, index), claim)),
      score: standing.partScores?.criteria[index],
      indicators,
    }
  })
  const whole = basis === 'official' ? speakingOfWhole(evidence) : undefined
  return {
    standing,
    spokenBy: whole ? 'conclusion' : 'criteria',
    conclusions: evidence.stages.get(claimKey({ scope: 'whole' })) ?? [],
    prerequisites: explainPrerequisites(compiled, evidence, judged),
    criteria,
  }
}

/** Whether figures and conclusion say opposite things; unknown and not applicable contradict nothing. */
export function contradicts(computed: Verdict, claim: KnownClaim): boolean {
  return (
    (computed === 'unmet' && (claim.verdict === 'met' || claim.verdict === 'basicallyMet')) ||
    (computed === 'met' && claim.verdict === 'unmet')
  )
}

type Judged = {
  readonly standing: UnitStanding
  readonly computed: UnitStanding
  readonly answers: Answers
  readonly on: IsoDate
}

function explainOne(
  compiled: CompiledSet,
  evidence: UnitEvidence,
  position: number,
  { standing, computed, answers, on }: Judged,
): IndicatorStanding {
  const chosen = compiled.indicators[position]
  if (!chosen) throw new Error('broken promise: one compiled indicator for each of the set')
  const key = claimKey({ scope: 'indicator', code: chosen.indicator.code })
  const claim = evidence.claims.get(key)?.fact
  const computedVerdict = verdictAt(computed.indicators, position)
  const figures = figuresInUse(compiled, evidence, chosen.slots, on)
  return {
    code: chosen.indicator.code,
    verdict: verdictAt(standing.indicators, position),
    computed: computedVerdict,
    conclusions: evidence.stages.get(key) ?? [],
    figures,
    explanation: explainIndicator(compiled, position, answers),
    score: standing.partScores?.indicators[position],
    stale: figures.some((figure) => figure.stale),
    disagrees: claim !== undefined && contradicts(computedVerdict, claim),
  }
}

function explainPrerequisites(
  compiled: CompiledSet,
  evidence: UnitEvidence,
  { standing, computed, answers, on }: Judged,
): readonly PrerequisiteStanding[] {
  return compiled.prerequisites.map(({ prerequisite, slots }, index): PrerequisiteStanding => {
    const key = claimKey({ scope: 'indicator', code: prerequisite.code })
    const claim = evidence.claims.get(key)?.fact
    const computedVerdict = verdictAt(computed.prerequisites, index)
    const figures = figuresInUse(compiled, evidence, slots, on)
    return {
      prerequisite,
      verdict: verdictAt(standing.prerequisites, index),
      computed: computedVerdict,
      conclusions: evidence.stages.get(key) ?? [],
      figures,
      explanation: explainPrerequisite(compiled, index, answers),
      stale: figures.some((figure) => figure.stale),
      disagrees: claim !== undefined && contradicts(computedVerdict, claim),
    }
  })
}

function figuresInUse(
  compiled: CompiledSet,
  evidence: UnitEvidence,
  slots: readonly number[],
  on: IsoDate,
): readonly FigureInUse[] {
  return slots.flatMap((slot): FigureInUse[] => {
    const measure = compiled.slots[slot] ?? ''
    const counting = evidence.figures.get(measure)
    if (!counting) return []
    const from = staleFrom(counting.fact, compiled.measures.get(measure)?.staleAfterMonths)
    return [{ ...counting, staleFrom: from, stale: from !== undefined && from <= on }]
  })
}

function verdictAt(codes: Uint8Array, index: number): Verdict {
  return verdictNames[asCode(codes[index])]
}
