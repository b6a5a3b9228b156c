import { appliesIn } from './applies.ts'
import type { CompiledSet } from './compile.ts'
import type { Criterion, Indicator, LowerLevel, Prerequisite, Rule, Verdict } from './criteria.ts'
import type { IsoDate } from '../kernel/index.ts'
import type { ResolvedLevel } from './levels.ts'
import type { Answers } from './rules/answers.ts'
import { explainRule } from './rules/explain.ts'
import type { ExplainedRule } from './rules/explained.ts'

/** A level that must be known before a figure can be held against it. */
export type MissingLevel = {
  /** Set that the level is of, where it is another one. */
  readonly set: string | undefined
  readonly key: string
  readonly column: string
  readonly year: number | undefined
  /** Left to the province, which has not decided as far as is known; or not transcribed by us. */
  readonly why: 'delegated' | 'unknown'
}

/** What would end an unknown verdict; all empty where the verdict is known. */
export type Missing = {
  /** Measures without a figure. */
  readonly measures: readonly string[]
  readonly levels: readonly MissingLevel[]
  /** Lower units of which it is not known whether they meet what is asked of them. */
  readonly units: readonly { readonly of: LowerLevel; readonly count: number }[]
  /** No figure decides it: the body with the duty has to conclude. */
  readonly conclusion: boolean
}

/** Why a rule of a set has its computed verdict, down to figures, levels and articles. */
export type ExplainedPart = {
  readonly set: string
  readonly column: string
  /** Absent where no column of the set is the unit's, and the levels for all judge it. */
  readonly columnName: { readonly vi: string; readonly en: string } | undefined
  /** Of the indicator, or of the prerequisite. */
  readonly code: string
  /** False: it does not apply to the units of the column, whatever the figures. */
  readonly appliesInColumn: boolean
  readonly verdict: Verdict
  readonly rule: ExplainedRule
  readonly missing: Missing
}

/** Why an indicator has its computed verdict. */
export type Explanation = ExplainedPart & {
  readonly criterion: Pick<Criterion, 'code' | 'name'>
  readonly indicator: Pick<Indicator, 'code' | 'name' | 'nameChecked' | 'ifAny'>
  readonly provision: { readonly from: IsoDate; readonly until: IsoDate | undefined }
}

/** Why a prerequisite has its computed verdict. */
export type PrerequisiteExplanation = ExplainedPart & {
  readonly prerequisite: Pick<Prerequisite, 'code' | 'name' | 'nameChecked'>
}

/**
 * Explains one indicator, by its place in `compiled.indicators`; `figures` are those of one unit by slot.
 * The verdict is the one that `compiled.judge` gives for the same figures.
 */
export function explainIndicator(
  compiled: CompiledSet,
  indicatorIndex: number,
  figures: Answers,
): Explanation {
  const chosen = compiled.indicators[indicatorIndex]
  if (!chosen) throw new Error(`broken promise: the set has an indicator ${indicatorIndex}`)
  const { criterion, indicator, provision } = chosen
  const { code, name, nameChecked, ifAny } = indicator
  return {
    ...explainPart(compiled, provision.rule, figures, code, appliesIn(indicator, compiled.column)),
    criterion: { code: criterion.code, name: criterion.name },
    indicator: { code, name, nameChecked, ifAny },
    provision: { from: provision.from, until: provision.until },
  }
}

/** Explains one prerequisite, by its place in `compiled.prerequisites`; agrees with `judgePrerequisites`. */
export function explainPrerequisite(
  compiled: CompiledSet,
  index: number,
  figures: Answers,
): PrerequisiteExplanation {
  const chosen = compiled.prerequisites[index]
  if (!chosen) throw new Error(`broken promise: the set has a prerequisite ${index}`)
  const { code, name, nameChecked, rule } = chosen.prerequisite
  return {
    ...explainPart(compiled, rule, figures, code, true),
    prerequisite: { code, name, nameChecked },
  }
}

function explainPart(
  { set, column, context, measures, slots }: CompiledSet,
  rule: Rule,
  figures: Answers,
  code: string,
  appliesInColumn: boolean,
): ExplainedPart {
  const explained = explainRule(rule, {
    set: set.id,
    column,
    context,
    measureOf: (id) => {
      const measure = measures.get(id)
      if (!measure) throw new Error(`broken promise: measure ${id} is given`)
      return measure
    },
    figureOf: (id) => figures[slots.indexOf(id)],
  })
  const told: ExplainedRule = appliesInColumn ? explained : { ...explained, verdict: 'notApplicable' }
  return {
    set: set.id,
    column,
    columnName: set.columns.find((one) => one.id === column)?.name,
    code,
    appliesInColumn,
    verdict: told.verdict,
    rule: told,
    missing: missingOf(told),
  }
}

/** The rules at the ends of the tree that are still unknown and keep the whole unknown. */
export function openLeaves(rule: ExplainedRule): readonly ExplainedRule[] {
  if (rule.verdict !== 'unknown') return []
  return 'parts' in rule ? rule.parts.flatMap(openLeaves) : [rule]
}

/** The levels that a rule at an end of the tree is held against. */
export function levelsIn(leaf: ExplainedRule): readonly ResolvedLevel[] {
  if ('steps' in leaf) return (leaf.steps ?? []).map((step) => step.level)
  return 'level' in leaf ? [leaf.level] : []
}

function missingOf(rule: ExplainedRule): Missing {
  const open = openLeaves(rule)
  const measures = open.flatMap((leaf) =>
    'measure' in leaf && leaf.measure && leaf.figure === undefined ? [leaf.measure.id] : [],
  )
  const levels = open.flatMap((leaf): MissingLevel[] => {
    const places = 'steps' in leaf ? (leaf.steps ?? []) : 'level' in leaf ? [leaf] : []
    return places.flatMap(({ key, level }) => {
      if (level.kind !== 'delegated' && level.kind !== 'unknown') return []
      const { column, year, of, kind } = level
      return [{ set: of?.set, key: of?.key ?? key, column, year, why: kind }]
    })
  })
  const units = open.flatMap((leaf) => {
    if (!('counts' in leaf)) return []
    const { of, counts } = leaf
    const count = counts ? counts.possible - counts.sure : 0
    return count > 0 || !counts ? [{ of, count }] : []
  })
  return {
    measures: [...new Set(measures)],
    levels,
    units,
    conclusion: open.some((leaf) => leaf.kind === 'pass' && leaf.measure === undefined),
  }
}
