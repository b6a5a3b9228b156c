import { assertNever } from '../../kernel/index.ts'
import type { LegalSource, Measure, Rule, Verdict } from '../criteria.ts'
import { resolveLevel, type LevelScope, type ResolvedLevel } from '../levels.ts'
import { visitRule, type RuleKind, type RuleOf, type RuleVisitor } from './visit.ts'

/** The figure that counts, as the caller knows it; for anything but a share `num` is the value and `den` is 1. */
export type ExplainFigure = {
  readonly id: string | undefined
  readonly num: number
  readonly den: number
  /** The year whose level judges it. */
  readonly year: number
  readonly notApplicableReason: string | undefined
  readonly illustrative: boolean
}

type Explained<Kind extends RuleKind, Facts> = { readonly kind: Kind; readonly verdict: Verdict } & Facts

type Compared = {
  readonly key: string
  readonly measure: Measure
  readonly figure: ExplainFigure | undefined
  readonly level: ResolvedLevel
  /** How much is missing, or too much, where unmet: of the counted thing, or on the scale of an amount. */
  readonly gap: number | undefined
}

type Composed = { readonly parts: readonly ExplainedRule[] }

/** What became of a rule and of every part of it: the same tree as the rule. */
export type ExplainedRule =
  | Explained<
      'pass',
      {
        readonly measure: Measure | undefined
        readonly figure: ExplainFigure | undefined
        readonly delegated: boolean
        readonly source: LegalSource
      }
    >
  | Explained<'atLeast', Compared>
  | Explained<'atMost', Compared>
  | Explained<
      'noneOf',
      {
        readonly measure: Measure
        readonly figure: ExplainFigure | undefined
        readonly source: LegalSource
        readonly gap: number | undefined
      }
    >
  | Explained<'allOf', Composed>
  | Explained<'anyOf', Composed>
  | Explained<'atLeastOf', Composed & { readonly count: number }>

export type ExplainScope = LevelScope & {
  readonly measureOf: (measure: string) => Measure
  readonly figureOf: (measure: string) => ExplainFigure | undefined
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

export type ExplainedOf<Kind extends RuleKind> = Extract<ExplainedRule, { readonly kind: Kind }>

/** One function per rule kind, for what is told of explained rules. */
export type ExplainedVisitor<Scope, Outcome> = {
  readonly [Kind in RuleKind]: (rule: ExplainedOf<Kind>, scope: Scope) => Outcome
}

export function visitExplained<Scope, Outcome>(
  visitor: ExplainedVisitor<Scope, Outcome>,
  rule: ExplainedRule,
  scope: Scope,
): Outcome {
  switch (rule.kind) {
    case 'pass':
      return visitor.pass(rule, scope)
    case 'atLeast':
      return visitor.atLeast(rule, scope)
    case 'atMost':
      return visitor.atMost(rule, scope)
    case 'noneOf':
      return visitor.noneOf(rule, scope)
    case 'allOf':
      return visitor.allOf(rule, scope)
    case 'anyOf':
      return visitor.anyOf(rule, scope)
    case 'atLeastOf':
      return visitor.atLeastOf(rule, scope)
    default:
      return assertNever(rule)
  }
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
  rule: RuleOf<'atLeast'> | RuleOf<'atMost'>,
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

function floor(value: bigint, per: bigint): bigint {
  const quotient = value / per
  return value < 0n && quotient * per !== value ? quotient - 1n : quotient
}

function ceiling(value: bigint, per: bigint): bigint {
  return -floor(-value, per)
}
