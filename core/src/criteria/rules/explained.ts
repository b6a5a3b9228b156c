import type { IsoDate } from '../../kernel/index.ts'
import type { LegalSource, Measure, Register, Verdict } from '../criteria.ts'
import type { ResolvedLevel } from '../levels.ts'
import type { Bounds } from '../points.ts'
import type { RuleKind, UnitsRule } from './visit.ts'

/** The figure that counts, as the caller knows it; for anything but a share `num` is the value and `den` is 1. */
export type ExplainFigure = {
  readonly id: string | undefined
  readonly num: number
  readonly den: number
  /** The year whose level judges it. */
  readonly year: number
  /** The day that it tells of; undefined where it tells of a longer time. */
  readonly day?: IsoDate | undefined
  readonly notApplicableReason: string | undefined
  readonly illustrative: boolean
  /** Of a register's answer: how it is known. */
  readonly held?: Held | undefined
}

/** A recognition in force or a group that a unit is in: since when and by which document, as far as recorded. */
export type Held = { readonly from: IsoDate | undefined; readonly document: string | undefined }

type Explained<Kind extends RuleKind, Facts> = { readonly kind: Kind; readonly verdict: Verdict } & Facts

export type Compared = {
  readonly key: string
  readonly measure: Measure
  readonly figure: ExplainFigure | undefined
  readonly level: ResolvedLevel
  /** How much is missing, or too much, where unmet: of the counted thing, or on the scale of an amount. */
  readonly gap: number | undefined
}

export type OfUnits = Omit<UnitsRule, 'kind' | 'levels'> & {
  readonly level: ResolvedLevel
  /** Undefined where nobody counted. */
  readonly counts: UnitCounts | undefined
  /** How many units are missing, or too many, where unmet. */
  readonly gap: number | undefined
}

export type Scored = {
  readonly measure: Measure
  readonly figure: ExplainFigure | undefined
  /** Undefined where the figure is the score itself. */
  readonly steps: readonly ExplainedStep[] | undefined
  readonly most: number
  readonly passAt: number
  /** Points that it may have, in hundredths; undefined where it does not apply. */
  readonly score: Bounds | undefined
  readonly source: LegalSource
}

/** A step of a ladder: reached, not reached, not known, or not asked of the column. */
export type ExplainedStep = {
  readonly kind: 'atLeast' | 'atMost'
  readonly key: string
  readonly level: ResolvedLevel
  readonly points: number
  readonly verdict: Verdict
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
  | Explained<
      'register',
      {
        readonly register: Register
        readonly entry: string
        readonly name: { readonly vi: string; readonly en: string } | undefined
        readonly source: LegalSource
        readonly held: Held | undefined
      }
    >
  | Explained<'unitsAtLeast', OfUnits>
  | Explained<'unitsAtMost', OfUnits>
  | Explained<'score', Scored>
  | Explained<'allOf', Composed>
  | Explained<'anyOf', Composed>
  | Explained<'atLeastOf', Composed & { readonly count: number }>

/** How many units meet a rule, of those it applies to: for sure, and at most. */
export type UnitCounts = { readonly sure: number; readonly possible: number; readonly total: number }

type ExplainedByKind = { readonly [Kind in RuleKind]: Extract<ExplainedRule, { readonly kind: Kind }> }
export type ExplainedOf<Kind extends RuleKind> = ExplainedByKind[Kind]

/** One function per rule kind, for what is told of explained rules. */
export type ExplainedVisitor<Scope, Outcome, Kinds extends RuleKind = RuleKind> = {
  readonly [Kind in Kinds]: (rule: ExplainedOf<Kind>, scope: Scope) => Outcome
}

export function visitExplained<Scope, Outcome, Kind extends RuleKind = RuleKind>(
  visitor: ExplainedVisitor<Scope, Outcome, Kind>,
  rule: { readonly [Each in Kind]: ExplainedOf<Each> }[Kind],
  scope: Scope,
): Outcome {
  return visitor[rule.kind](rule, scope)
}
