import type { ExplainedOf, ExplainedRule } from '../criteria/index.ts'
import type { ExplainedStanding, CriterionStanding, IndicatorStanding } from '../standing/index.ts'
import { leavesOf, type Leaf } from './leaves.ts'

/**
 * What an indicator that is not met waits for: the thing itself to be brought up to the level, a figure, the
 * standing of lower units, a conclusion, a level that nobody has said, or its own text.
 */
export const lackKinds = ['shortfall', 'figure', 'units', 'conclusion', 'level', 'text'] as const
export type LackKind = (typeof lackKinds)[number]

export type Lack = {
  readonly kind: LackKind
  /** Absent where the criterion as a whole waits. */
  readonly indicator: IndicatorStanding | undefined
  /** Of a shortfall: how much of what is asked is still to be done, 0 to 1; 1 where no figure tells. */
  readonly share: number
}

/** A criterion that is not met, with everything it waits for. */
export type Lacking = {
  readonly criterion: CriterionStanding
  readonly lacks: readonly Lack[]
  /** False where a document has to come first: no work of the unit's own would settle it. */
  readonly isInItsHands: boolean
}

/**
 * Criteria that a unit does not meet, the one nearest to being met first: what is in the unit's own hands before
 * what waits for a document, few lacks before many, papers before work on the ground, small shortfalls before
 * large ones, then the order of the law. What a shortfall costs is not known here.
 */
export function nearestCriteria({ criteria }: Pick<ExplainedStanding, 'criteria'>): readonly Lacking[] {
  return criteria
    .filter(({ verdict }) => verdict === 'unmet' || verdict === 'unknown')
    .map((criterion) => {
      const lacks = lacksOf(criterion)
      return { criterion, lacks, isInItsHands: !lacks.some(({ kind }) => isOfLaw(kind)) }
    })
    .toSorted((one, other) => compareEffort(effortOf(one), effortOf(other)))
}

function isOfLaw(kind: LackKind): boolean {
  return kind === 'level' || kind === 'text'
}

function lacksOf(criterion: CriterionStanding): readonly Lack[] {
  const { indicators, criterion: law } = criterion
  const open = indicators.filter(({ verdict }) => verdict === 'unmet' || verdict === 'unknown').map(lackOf)
  const untold = law.complete === false || indicators.length === 0
  if (untold) return [...open, { kind: 'text', indicator: undefined, share: 0 }]
  // Its indicators are met and somebody has concluded otherwise: that has to be concluded again.
  return open.length > 0 ? open : [{ kind: 'conclusion', indicator: undefined, share: 0 }]
}

function lackOf(indicator: IndicatorStanding): Lack {
  if (indicator.verdict === 'unmet') return { kind: 'shortfall', indicator, share: shareLeft(indicator) }
  const { levels, measures, units } = indicator.explanation.missing
  // A level comes before a figure: without it no figure can be judged.
  const [kind = 'conclusion'] = [
    levels.length > 0 && ('level' as const),
    measures.length > 0 && ('figure' as const),
    units.length > 0 && ('units' as const),
  ].filter((wanted) => wanted !== false)
  return { kind, indicator, share: 0 }
}

function shareLeft({ computed, explanation }: IndicatorStanding): number {
  return computed === 'unmet' ? shareOfRule(explanation.rule) : 1
}

/** How much is left of the part that decides: the farthest of those that still have to be met, the nearest first. */
function shareOfRule(rule: ExplainedRule): number {
  if (!('parts' in rule)) return Math.max(0, ...leavesOf(rule).map(shareOf))
  const unmet = rule.parts.filter(({ verdict }) => verdict === 'unmet').map(shareOfRule)
  return unmet.toSorted((one, other) => one - other)[stillWanted(rule, unmet.length) - 1] ?? 1
}

/** How many more of its parts a rule needs. */
function stillWanted(rule: ExplainedOf<'allOf' | 'anyOf' | 'atLeastOf'>, unmet: number): number {
  if (rule.kind === 'allOf') return unmet
  return rule.kind === 'anyOf' ? 1 : rule.count - rule.parts.filter(({ verdict }) => verdict === 'met').length
}

function shareOf({ figure, measure, asked }: Leaf): number {
  if (figure === undefined || asked === undefined || asked === 0) return 1
  // Shares are asked for in per cent times 100; lower units are counted in shares where there are several.
  const isShare = measure ? measure.kind === 'share' : figure.den !== 1
  const value = (figure.num / figure.den) * (isShare ? 10_000 : 1)
  return Math.min(1, Math.abs(asked - value) / Math.abs(asked))
}

type Effort = readonly [waits: number, lacks: number, works: number, share: number]

function effortOf({ lacks, isInItsHands }: Lacking): Effort {
  const works = lacks.filter(({ kind }) => kind === 'shortfall' || kind === 'units')
  const share = lacks.reduce((sum, lack) => sum + lack.share, 0)
  return [isInItsHands ? 0 : 1, lacks.length, works.length, share]
}

function compareEffort(one: Effort, other: Effort): number {
  const at = one.findIndex((part, index) => part !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
