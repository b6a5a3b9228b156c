import type { CompiledSet } from './compile.ts'
import type { Criterion, Indicator, Verdict } from './criteria.ts'
import type { IsoDate } from '../kernel/index.ts'
import { explainRule, type ExplainedRule, type ExplainFigure } from './rules/explain.ts'

/** A level that must be known before a figure can be held against it. */
export type MissingLevel = {
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
  /** No figure decides it: the body with the duty has to conclude. */
  readonly conclusion: boolean
}

/** Why an indicator has its computed verdict, down to figures, levels and articles. */
export type Explanation = {
  readonly set: string
  readonly column: string
  /** Absent where no column of the set is the unit's, and the levels for all judge it. */
  readonly columnName: { readonly vi: string; readonly en: string } | undefined
  readonly criterion: Pick<Criterion, 'code' | 'name'>
  readonly indicator: Pick<Indicator, 'code' | 'name' | 'nameChecked' | 'ifAny'>
  readonly provision: { readonly from: IsoDate; readonly until: IsoDate | undefined }
  readonly verdict: Verdict
  readonly rule: ExplainedRule
  readonly missing: Missing
}

/**
 * Explains one indicator, by its place in `compiled.indicators`; `figures` are those of one unit by slot.
 * The verdict is the one that `compiled.judge` gives for the same figures.
 */
export function explainIndicator(
  compiled: CompiledSet,
  indicatorIndex: number,
  figures: readonly (ExplainFigure | undefined)[],
): Explanation {
  const chosen = compiled.indicators[indicatorIndex]
  if (!chosen) throw new Error(`broken promise: the set has an indicator ${indicatorIndex}`)
  const { criterion, indicator, provision } = chosen
  const rule = explainRule(provision.rule, {
    set: compiled.set.id,
    column: compiled.column,
    context: compiled.context,
    measureOf: (id) => {
      const measure = compiled.measures.get(id)
      if (!measure) throw new Error(`broken promise: measure ${id} is given`)
      return measure
    },
    figureOf: (id) => figures[compiled.slots.indexOf(id)],
  })
  return {
    set: compiled.set.id,
    column: compiled.column,
    columnName: compiled.set.columns.find((column) => column.id === compiled.column)?.name,
    criterion: { code: criterion.code, name: criterion.name },
    indicator: {
      code: indicator.code,
      name: indicator.name,
      nameChecked: indicator.nameChecked,
      ifAny: indicator.ifAny,
    },
    provision: { from: provision.from, until: provision.until },
    verdict: rule.verdict,
    rule,
    missing: missingOf(rule),
  }
}

/** The rules at the ends of the tree that are still unknown and keep the whole unknown. */
export function openLeaves(rule: ExplainedRule): readonly ExplainedRule[] {
  if (rule.verdict !== 'unknown') return []
  return 'parts' in rule ? rule.parts.flatMap(openLeaves) : [rule]
}

function missingOf(rule: ExplainedRule): Missing {
  const open = openLeaves(rule)
  const measures = open.flatMap((leaf) =>
    'measure' in leaf && leaf.measure && leaf.figure === undefined ? [leaf.measure.id] : [],
  )
  const levels = open.flatMap((leaf): MissingLevel[] => {
    if (!('level' in leaf)) return []
    const { kind, column, year } = leaf.level
    return kind === 'delegated' || kind === 'unknown' ? [{ key: leaf.key, column, year, why: kind }] : []
  })
  return {
    measures: [...new Set(measures)],
    levels,
    conclusion: open.some((leaf) => leaf.kind === 'pass' && leaf.measure === undefined),
  }
}
