import {
  explainIndicator,
  type CompiledSet,
  type Criterion,
  type Explanation,
  type Verdict,
} from '../criteria/index.ts'
import { verdictNames } from '../criteria/index.ts'
import { claimKey, staleFrom, type Counting, type KnownClaim, type KnownFigure } from '../figures/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import {
  asCode,
  judgeUnits,
  speakingClaim,
  type Basis,
  type CountingFacts,
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

export type IndicatorStanding = {
  readonly code: string
  readonly verdict: Verdict
  readonly computed: Verdict
  readonly conclusions: readonly Counting<KnownClaim>[]
  readonly figures: readonly FigureInUse[]
  readonly explanation: Explanation
  readonly stale: boolean
  /** Figures say one thing, the conclusion that counts another. */
  readonly disagrees: boolean
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
  readonly indicators: readonly IndicatorStanding[]
}

export type ExplainedStanding = {
  readonly standing: UnitStanding
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
  let position = 0
  const criteria = compiled.set.criteria.map((criterion, index): CriterionStanding => {
    const indicators = criterion.indicators.map(() => {
      const explained = explainOne(compiled, evidence, position, standing, computed, on)
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
      indicators,
    }
  })
  return { standing, criteria }
}

/** Whether figures and conclusion say opposite things; unknown and not applicable contradict nothing. */
function contradicts(computed: Verdict, claim: KnownClaim): boolean {
  return (
    (computed === 'unmet' && (claim.verdict === 'met' || claim.verdict === 'basicallyMet')) ||
    (computed === 'met' && claim.verdict === 'unmet')
  )
}

function explainOne(
  compiled: CompiledSet,
  evidence: UnitEvidence,
  position: number,
  standing: UnitStanding,
  computed: UnitStanding,
  on: IsoDate,
): IndicatorStanding {
  const chosen = compiled.indicators[position]
  if (!chosen) throw new Error('broken promise: one compiled indicator for each of the set')
  const key = claimKey({ scope: 'indicator', code: chosen.indicator.code })
  const claim = evidence.claims.get(key)?.fact
  const computedVerdict = verdictAt(computed.indicators, position)
  const figures = chosen.slots.flatMap((slot): FigureInUse[] => {
    const measure = compiled.slots[slot] ?? ''
    const counting = evidence.figures.get(measure)
    if (!counting) return []
    const from = staleFrom(counting.fact, compiled.measures.get(measure)?.staleAfterMonths)
    return [{ ...counting, staleFrom: from, stale: from !== undefined && from <= on }]
  })
  return {
    code: chosen.indicator.code,
    verdict: verdictAt(standing.indicators, position),
    computed: computedVerdict,
    conclusions: evidence.stages.get(key) ?? [],
    figures,
    explanation: explainIndicator(
      compiled,
      position,
      compiled.slots.map((measure) => {
        const figure = evidence.figures.get(measure)?.fact
        return (
          figure && {
            id: figure.id,
            num: figure.num ?? figure.value ?? 0,
            den: figure.den ?? 1,
            year: figure.year,
            notApplicableReason: figure.notApplicableReason,
            illustrative: figure.illustrative,
          }
        )
      }),
    ),
    stale: figures.some((figure) => figure.stale),
    disagrees: claim !== undefined && contradicts(computedVerdict, claim),
  }
}

function verdictAt(codes: Uint8Array, index: number): Verdict {
  return verdictNames[asCode(codes[index])]
}
