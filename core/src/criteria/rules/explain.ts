import type { Measure, Rule, Verdict } from '../criteria.ts'
import { ceiling, floor } from '../integers.ts'
import { resolveLevel, type LevelScope } from '../levels.ts'
import { boundsOf, type Bounds } from '../points.ts'
import type {
  Compared,
  ExplainedRule,
  ExplainedStep,
  ExplainFigure,
  OfUnits,
  UnitCounts,
} from './explained.ts'
import {
  isFloor,
  registerSlot,
  unitsSlots,
  visitRule,
  type RuleOf,
  type RuleVisitor,
  type UnitsRule,
} from './visit.ts'

export type ExplainScope = LevelScope & {
  readonly measureOf: (measure: string) => Measure
  /** The figure of a measure, or the answer of a register. */
  readonly figureOf: (id: string) => ExplainFigure | undefined
}

const explainers = {
  pass: (rule, scope) => {
    const measure = rule.measure === undefined ? undefined : scope.measureOf(rule.measure)
    const figure = rule.measure === undefined ? undefined : scope.figureOf(rule.measure)
    return {
      kind: 'pass',
      verdict: verdictOf(figure, ({ num }) => num === 1),
      measure,
      figure,
      delegated: rule.delegated,
      source: rule.source,
    }
  },
  atLeast: (rule, scope) => ({ kind: 'atLeast', ...compared(rule, scope) }),
  atMost: (rule, scope) => ({ kind: 'atMost', ...compared(rule, scope) }),
  noneOf: (rule, scope) => {
    const figure = scope.figureOf(rule.measure)
    const verdict = verdictOf(figure, ({ num }) => num === 0)
    return {
      kind: 'noneOf',
      verdict,
      measure: scope.measureOf(rule.measure),
      figure,
      source: rule.source,
      gap: verdict === 'unmet' ? figure?.num : undefined,
    }
  },
  register: (rule, scope) => {
    const figure = scope.figureOf(registerSlot(rule))
    return { ...rule, verdict: verdictOf(figure, ({ num }) => num === 1), held: figure?.held }
  },
  unitsAtLeast: (rule, scope) => ({ ...ofUnits(rule, scope), kind: 'unitsAtLeast' }),
  unitsAtMost: (rule, scope) => ({ ...ofUnits(rule, scope), kind: 'unitsAtMost' }),
  score: (rule, scope) => {
    const { measure: id, most, passAt, source } = rule
    const [measure, figure] = [scope.measureOf(id), scope.figureOf(id)]
    const steps = rule.steps?.map((step): ExplainedStep => {
      const { verdict, level } = compared(step, scope)
      return { kind: step.kind, key: step.key, level, points: step.points, verdict }
    })
    const score = steps ? ofLadder(steps, figure, most) : asGiven(figure, measure, most)
    const verdict = score ? marked(score, passAt) : 'notApplicable'
    return { kind: 'score', verdict, measure, figure, steps, most, passAt, score, source }
  },
  allOf: (rule, scope) => {
    const parts = rule.parts.map((part) => explainRule(part, scope))
    return { kind: 'allOf', verdict: weakest(parts.map((part) => part.verdict)), parts }
  },
  anyOf: (rule, scope) => {
    const parts = rule.parts.map((part) => explainRule(part, scope))
    return { kind: 'anyOf', verdict: strongest(parts.map((part) => part.verdict)), parts }
  },
  atLeastOf: (rule, scope) => {
    const parts = rule.parts.map((part) => explainRule(part, scope))
    const verdict = enough(
      parts.map((part) => part.verdict),
      rule.count,
    )
    return { kind: 'atLeastOf', verdict, count: rule.count, parts }
  },
} as const satisfies RuleVisitor<ExplainScope, ExplainedRule>

/** Judges a rule again, part by part, and keeps what it saw; agrees with the compiled rule (a test holds it). */
export function explainRule(rule: Rule, scope: ExplainScope): ExplainedRule {
  return visitRule<ExplainScope, ExplainedRule>(explainers, rule, scope)
}

/** All must be met: one unmet settles it even beside an unknown one; what does not apply drops out. */
export function weakest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('unmet')) return 'unmet'
  if (verdicts.includes('unknown')) return 'unknown'
  return verdicts.includes('met') ? 'met' : 'notApplicable'
}

function strongest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('met')) return 'met'
  if (verdicts.includes('unknown')) return 'unknown'
  return verdicts.includes('unmet') ? 'unmet' : 'notApplicable'
}

function enough(verdicts: readonly Verdict[], count: number): Verdict {
  const applicable = verdicts.filter((verdict) => verdict !== 'notApplicable')
  if (applicable.length === 0) return 'notApplicable'
  const wanted = Math.min(count, applicable.length)
  const atBest = applicable.filter((verdict) => verdict !== 'unmet').length
  if (atBest < wanted) return 'unmet'
  return applicable.filter((verdict) => verdict === 'met').length >= wanted ? 'met' : 'unknown'
}

function verdictOf(figure: ExplainFigure | undefined, holds: (figure: ExplainFigure) => boolean): Verdict {
  if (figure === undefined) return 'unknown'
  if (figure.notApplicableReason !== undefined) return 'notApplicable'
  return holds(figure) ? 'met' : 'unmet'
}

function compared(
  rule: Pick<RuleOf<'atLeast' | 'atMost'>, 'kind' | 'key' | 'measure' | 'levels'>,
  scope: ExplainScope,
): Compared & { readonly verdict: Verdict } {
  const measure = scope.measureOf(rule.measure)
  const figure = scope.figureOf(rule.measure)
  const level = resolveLevel(
    rule,
    scope,
    figure?.notApplicableReason === undefined ? figure?.year : undefined,
  )
  const facts = { key: rule.key, measure, figure, level }
  if (level.kind === 'notApplicable') return { ...facts, verdict: 'notApplicable', gap: undefined }
  if (level.kind === 'delegated' || level.kind === 'unknown') {
    const verdict = figure?.notApplicableReason === undefined ? 'unknown' : 'notApplicable'
    return { ...facts, verdict, gap: undefined }
  }
  const verdict = verdictOf(figure, (one) => distance(rule.kind, measure, one, level.scaled) <= 0n)
  const gap = verdict === 'unmet' && figure ? distance(rule.kind, measure, figure, level.scaled) : undefined
  return { ...facts, verdict, gap: gap === undefined ? undefined : Number(gap) }
}

/** Whole steps from the figure to the level: of the share's numerator, or of the value; none or fewer once it holds. */
function distance(
  kind: 'atLeast' | 'atMost',
  measure: Measure,
  figure: ExplainFigure,
  scaled: number,
): bigint {
  const [num, level] = [BigInt(figure.num), BigInt(scaled)]
  const wanted = measure.kind === 'share' ? level * BigInt(figure.den) : level
  const per = measure.kind === 'share' ? 10_000n : 1n
  return kind === 'atLeast' ? ceiling(wanted, per) - num : num - floor(wanted, per)
}

/** Points of the first step reached; while steps before it are not known, any of theirs as well. */
function ofLadder(
  steps: readonly ExplainedStep[],
  figure: ExplainFigure | undefined,
  most: number,
): Bounds | undefined {
  const asked = steps.filter((step) => step.verdict !== 'notApplicable')
  if (asked.length === 0) return undefined
  if (!figure) return { least: 0, most }
  const reached = asked.findIndex((step) => step.verdict === 'met')
  const before = reached < 0 ? asked : asked.slice(0, reached)
  const open = before.filter((step) => step.verdict === 'unknown').map((step) => step.points)
  return boundsOf([...open, asked[reached]?.points ?? 0])
}

function asGiven(figure: ExplainFigure | undefined, measure: Measure, most: number): Bounds | undefined {
  if (figure === undefined) return { least: 0, most }
  if (figure.notApplicableReason !== undefined) return undefined
  return boundsOf([Math.min(most, figure.num * 10 ** (2 - measure.scale))])
}

function marked({ least, most }: Bounds, passAt: number): Verdict {
  if (least >= passAt) return 'met'
  return most < passAt ? 'unmet' : 'unknown'
}

function ofUnits(rule: UnitsRule, scope: ExplainScope): OfUnits & { readonly verdict: Verdict } {
  const { key, of, as, that, name } = rule
  const level = resolveLevel(rule, scope)
  const counts = countsFor(rule, scope)
  const facts = { key, of, as, that, name, level, counts, gap: undefined }
  if (level.kind === 'notApplicable' || counts?.total === 0) return { ...facts, verdict: 'notApplicable' }
  if (!counts || !('scaled' in level)) return { ...facts, verdict: 'unknown' }
  // The distance of a share of all units, or of their number: units are what it is measured in.
  const of100 = as === 'share' ? { num: counts.total, per: 10_000n } : { num: 1, per: 1n }
  const wanted = BigInt(level.scaled) * BigInt(of100.num)
  const missing = (units: number): bigint =>
    isFloor(rule) ? ceiling(wanted, of100.per) - BigInt(units) : BigInt(units) - floor(wanted, of100.per)
  const [best, worst] = isFloor(rule) ? [counts.possible, counts.sure] : [counts.sure, counts.possible]
  if (missing(worst) <= 0n) return { ...facts, verdict: 'met' }
  if (missing(best) <= 0n) return { ...facts, verdict: 'unknown' }
  return { ...facts, verdict: 'unmet', gap: Number(missing(counts.sure)) }
}

function countsFor(rule: UnitsRule, scope: ExplainScope): UnitCounts | undefined {
  const slots = unitsSlots(rule)
  const [sure, possible] = [scope.figureOf(slots.sure), scope.figureOf(slots.possible)]
  if (!sure || !possible) return undefined
  if (sure.notApplicableReason !== undefined) return { sure: 0, possible: 0, total: 0 }
  return { sure: sure.num, possible: possible.num, total: sure.den }
}
