import type { Criterion, Indicator, Measure } from '../criteria/index.ts'
import {
  claimStageRank,
  countingFigure,
  newestNote,
  type KnownClaim,
  type KnownFigure,
  type KnownReconciliation,
  type Moment,
} from '../figures/index.ts'
import { addMonths } from '../kernel/index.ts'
import {
  contradicts,
  type CriterionStanding,
  type ExplainedStanding,
  type IndicatorStanding,
} from '../standing/index.ts'

/** Figures say one thing of a part of the set, the conclusion that counts another. */
export type ComputedAttested = {
  readonly kind: 'computedAttested'
  readonly criterion: CriterionStanding
  /** Undefined where the conclusion is on the criterion. */
  readonly indicator: IndicatorStanding | undefined
  readonly claim: KnownClaim
}

/** The unit called a part of the set otherwise than those who checked it. */
export type SelfAssessed = {
  readonly kind: 'selfAssessed'
  readonly criterion: CriterionStanding
  readonly indicator: IndicatorStanding | undefined
  readonly own: KnownClaim
  readonly checked: KnownClaim
}

/** The unit told another figure of the same period than was found. */
export type ClaimedFigure = {
  readonly kind: 'claimedFigure'
  readonly own: KnownFigure
  readonly checked: KnownFigure
}

/** What the lower units told does not add up to the unit's own figure of the same period. */
export type VillageSum = {
  readonly kind: 'villageSum'
  readonly told: KnownFigure
  readonly parts: readonly KnownFigure[]
  /** How many lower units there are; the sum is of those that told. */
  readonly of: number
  readonly sum: Quantity
}

/** A share has both; anything else its value in `num` and 1 in `den`. */
export type Quantity = { readonly num: number; readonly den: number }

export type Disagreement = ComputedAttested | SelfAssessed | ClaimedFigure | VillageSum

/** Disagreements in the verdicts of one unit, explained on the official basis. */
export function verdictDisagreements({
  criteria,
}: ExplainedStanding): readonly (ComputedAttested | SelfAssessed)[] {
  return criteria.flatMap((criterion) => [
    ...attestedOtherwise(criterion),
    ...[undefined, ...criterion.indicators].flatMap((indicator) => selfAssessed(criterion, indicator)),
  ])
}

/** A conclusion on the criterion is told only where none on its indicators says it more nearly. */
function attestedOtherwise(criterion: CriterionStanding): readonly ComputedAttested[] {
  const nearer = criterion.indicators.flatMap((indicator): ComputedAttested[] => {
    const claim = indicator.conclusions[0]?.fact
    return indicator.disagrees && claim ? [{ kind: 'computedAttested', criterion, indicator, claim }] : []
  })
  const claim = criterion.conclusions[0]?.fact
  if (nearer.length > 0 || claim === undefined || !contradicts(criterion.computed, claim)) return nearer
  return [{ kind: 'computedAttested', criterion, indicator: undefined, claim }]
}

/** Most months between a self-assessment and its check: what lies further apart is not of one review. */
const mostMonths = 12

function selfAssessed(
  criterion: CriterionStanding,
  indicator: IndicatorStanding | undefined,
): readonly SelfAssessed[] {
  const conclusions = (indicator ?? criterion).conclusions.map(({ fact }) => fact)
  const own = conclusions.find(({ stage }) => stage === 'selfAssessed')
  const [checked] = conclusions.filter(({ stage }) => claimStageRank(stage) > claimStageRank('selfAssessed'))
  if (own === undefined || checked === undefined || own.verdict === checked.verdict) return []
  const isOneReview = own.asOf <= checked.asOf && checked.asOf <= addMonths(own.asOf, mostMonths)
  return isOneReview ? [{ kind: 'selfAssessed', criterion, indicator, own, checked }] : []
}

/** The figure of one measure that counts, where the unit itself told another of the same period. */
export function claimedOtherwise(figures: readonly KnownFigure[], moment: Moment): ClaimedFigure | undefined {
  const checked = countingFigure(figures, moment)?.fact
  if (checked === undefined || checked.stage === 'claimed') return undefined
  const claimed = figures.filter(({ stage, period }) => stage === 'claimed' && period === checked.period)
  const own = countingFigure(claimed, moment)?.fact
  if (own === undefined || isSameQuantity(own, checked)) return undefined
  return { kind: 'claimedFigure', own, checked }
}

/**
 * What the lower units told of a measure that adds up, beside the unit's own figure of that period. While some have
 * not told, it disagrees only where the others alone already say more.
 */
export function sumOtherwise(
  measure: Measure,
  told: KnownFigure | undefined,
  lower: readonly (readonly KnownFigure[])[],
  moment: Moment,
): VillageSum | undefined {
  if (measure.overUnits !== 'add' || measure.kind === 'pass' || measure.negative === true) return undefined
  if (told === undefined || told.notApplicableReason !== undefined) return undefined
  const parts = lower.flatMap((figures) => {
    const ofPeriod = figures.filter((figure) => figure.period === told.period)
    return countingFigure(ofPeriod, moment)?.fact ?? []
  })
  if (parts.length === 0) return undefined
  const sum = sumOf(measure, parts)
  const own = quantityOf(told)
  const isComplete = parts.length === lower.length
  const differs = isComplete
    ? sum.num !== own.num || sum.den !== own.den
    : sum.num > own.num || (measure.kind === 'share' && sum.den > own.den)
  return differs ? { kind: 'villageSum', told, parts, of: lower.length, sum } : undefined
}

function sumOf(measure: Measure, parts: readonly KnownFigure[]): Quantity {
  const quantities = parts.filter((one) => one.notApplicableReason === undefined).map(quantityOf)
  const num = quantities.reduce((sum, one) => sum + one.num, 0)
  return { num, den: measure.kind === 'share' ? quantities.reduce((sum, one) => sum + one.den, 0) : 1 }
}

function quantityOf({ num, den, scaled }: KnownFigure): Quantity {
  return { num: num ?? scaled ?? 0, den: den ?? 1 }
}

function isSameQuantity(one: KnownFigure, other: KnownFigure): boolean {
  const [first, second] = [quantityOf(one), quantityOf(other)]
  return (
    first.num === second.num &&
    first.den === second.den &&
    one.notApplicableReason === other.notApplicableReason
  )
}

/** What a disagreement is about, the same as long as it is about the same thing: a note names it. */
export function subjectOf(disagreement: Disagreement): string {
  switch (disagreement.kind) {
    case 'computedAttested':
      return `computedAttested:${disagreement.claim.set}:${disagreement.claim.code ?? ''}`
    case 'selfAssessed':
      return `selfAssessed:${disagreement.checked.set}:${disagreement.checked.code ?? ''}`
    case 'claimedFigure':
      return `claimedFigure:${disagreement.checked.measure}:${disagreement.checked.period}`
    case 'villageSum':
      return `villageSum:${disagreement.told.measure}:${disagreement.told.period}`
  }
}

/** Ids of the facts that disagree, in order: a note settles these and no others. */
export function factsOf(disagreement: Disagreement): readonly string[] {
  return [...new Set(namedBy(disagreement))].toSorted()
}

function namedBy(disagreement: Disagreement): readonly string[] {
  switch (disagreement.kind) {
    case 'computedAttested': {
      const { criterion, indicator, claim } = disagreement
      const judged = indicator
        ? [indicator]
        : criterion.indicators.filter((one) => one.computed === criterion.computed)
      return [claim.id, ...judged.flatMap((one) => one.figures.map(({ fact }) => fact.id))]
    }
    case 'selfAssessed':
    case 'claimedFigure':
      return [disagreement.own.id, disagreement.checked.id]
    case 'villageSum':
      return [disagreement.told.id, ...disagreement.parts.map(({ id }) => id)]
  }
}

/** The note that settles it: the newest on its subject, not withdrawn, about exactly these facts. */
export function settledBy(
  facts: readonly string[],
  notes: readonly KnownReconciliation[],
): KnownReconciliation | undefined {
  const newest = newestNote(notes)
  if (newest === undefined || newest.withdrawn) return undefined
  const named = [...new Set(newest.facts)].toSorted()
  return named.length === facts.length && named.every((id, at) => id === facts[at]) ? newest : undefined
}

/** The first criterion and indicator whose rules name a measure: who answers for its figures. */
export function partOfMeasure(
  criteria: readonly Criterion[],
  names: (indicator: Indicator) => readonly string[],
  measure: string,
): { readonly criterion: Criterion; readonly indicator: Indicator } | undefined {
  for (const criterion of criteria) {
    const indicator = criterion.indicators.find((one) => names(one).includes(measure))
    if (indicator) return { criterion, indicator }
  }
  return undefined
}
