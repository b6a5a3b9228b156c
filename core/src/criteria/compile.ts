import { appliesIn } from './applies.ts'
import {
  verdictCodes,
  type CriteriaSet,
  type Criterion,
  type Indicator,
  type Measure,
  type Prerequisite,
  type Provision,
  type Rule,
} from './criteria.ts'
import type { LevelContext } from './levels.ts'
import { marksOf, plainBounds, type Bounds, type Marks } from './points.ts'
import { provisionOn } from './provision.ts'
import { compileRules, type Slots } from './rules/compile-rules.ts'
import { neverApplicable, neverKnown, type FigureColumns, type Judge } from './rules/judge.ts'

export type CompiledIndicator = {
  readonly criterion: Criterion
  readonly indicator: Indicator
  /** The law's wording that holds on the day judged on. */
  readonly provision: Provision
  /** Slots of the measures that the provision's rule needs. */
  readonly slots: readonly number[]
  /** Of its points; all 0 where the set counts none. */
  readonly marks: Marks
}

export type CompiledPrerequisite = {
  readonly prerequisite: Prerequisite
  /** Slots of the measures that its rule needs. */
  readonly slots: readonly number[]
}

/** A set made ready for one column on one day with the decisions known: judging looks nothing up. */
export type CompiledSet = Slots & {
  readonly set: CriteriaSet
  readonly column: string
  readonly context: LevelContext
  readonly measures: ReadonlyMap<string, Measure>
  /** All indicators, in the order of the set. */
  readonly indicators: readonly CompiledIndicator[]
  readonly prerequisites: readonly CompiledPrerequisite[]
  /** Writes one verdict code per indicator from `outOffset` on: what the figures alone say. */
  judge(figures: FigureColumns, unit: number, out: Uint8Array, outOffset: number): void
  /** Points of each indicator where the set counts points, by the verdicts that `judge` gave; undefined where it does not apply. */
  pointsOf(figures: FigureColumns, unit: number, codes: Uint8Array): readonly (Bounds | undefined)[]
  /** The same for the prerequisites. */
  judgePrerequisites(figures: FigureColumns, unit: number, out: Uint8Array, outOffset: number): void
}

/**
 * Compiles a set for the units of one column. The provision in force on the day judges; on a day before
 * the set the first one, after it the last one: whether to judge then at all is the caller's to decide.
 * Every measure that the set names must be in `measures`.
 */
export function compileSet(
  set: CriteriaSet,
  measures: ReadonlyMap<string, Measure>,
  column: string,
  context: LevelContext,
): CompiledSet {
  const chosen = set.criteria.flatMap((criterion) =>
    criterion.indicators.map((indicator) => ({
      criterion,
      indicator,
      provision: provisionOn(indicator, context.on),
    })),
  )
  const prerequisites = set.prerequisites ?? []
  const rules = [...chosen.map(({ provision }) => provision.rule), ...prerequisites.map(({ rule }) => rule)]
  const { judgeOf, scoreOf, slotsOf, ...compiled } = compileRules(rules, {
    set: set.id,
    column,
    context,
    measures,
  })
  const indicators = chosen.map((one) => ({
    ...one,
    slots: slotsOf(one.provision.rule),
    marks: marksOf(one.provision.rule, one.indicator.points ?? 0, leastStep(one.provision.rule, measures)),
  }))
  const scorers = chosen.map(({ provision: { rule } }) => (rule.kind === 'score' ? scoreOf(rule) : undefined))
  const ofIndicators = writing(
    chosen.map(({ indicator, provision }) =>
      appliesIn(indicator, column) ? judgeOf(provision.rule) : neverApplicable,
    ),
  )
  return {
    ...compiled,
    set,
    column,
    context,
    measures,
    indicators,
    prerequisites: prerequisites.map((one) => ({ prerequisite: one, slots: slotsOf(one.rule) })),
    judge: ofIndicators,
    pointsOf: (figures, unit, codes) =>
      scorers.map((scorer, at) => {
        const code = codes[at] ?? verdictCodes.unknown
        const { marks } = indicators[at] ?? { marks: noMarks }
        return scorer && code !== verdictCodes.notApplicable
          ? scorer(figures, unit * figures.width)
          : plainBounds(marks, code)
      }),
    judgePrerequisites: writing(prerequisites.map(({ rule }) => judgeOf(rule))),
  }
}

const noMarks: Marks = { all: 0, passAt: 0, below: 0 }

/** The smallest difference in hundredths of a point that an assessor can make. */
function leastStep(rule: Rule, measures: ReadonlyMap<string, Measure>): number {
  const scale = rule.kind === 'score' ? (measures.get(rule.measure)?.scale ?? 0) : 0
  return 10 ** (2 - scale)
}

type Writing = CompiledSet['judge']

/** Runs judges over one unit; those that never know anything are left out of the loop. */
function writing(judges: readonly Judge[]): Writing {
  const count = judges.length
  const running = judges.map((judge, place) => ({ place, judge })).filter(({ judge }) => judge !== neverKnown)
  return (figures, unit, out, outOffset) => {
    const base = unit * figures.width
    out.fill(verdictCodes.unknown, outOffset, outOffset + count)
    for (const { place, judge } of running) out[outOffset + place] = judge(figures, base)
  }
}

/**
 * Verdict codes of the criteria from those of their indicators: one unmet settles a criterion, even beside
 * unknown ones; indicators not applicable drop out; a criterion of none but such is not applicable. One that
 * is not complete stays unknown until a known indicator is unmet.
 */
export function criteriaFromIndicators(
  set: CriteriaSet,
  indicators: Uint8Array,
  offset: number,
  out: Uint8Array,
  outOffset: number,
): void {
  let at = offset
  for (const [index, criterion] of set.criteria.entries()) {
    let verdict: number = criterion.complete === false ? verdictCodes.unknown : verdictCodes.notApplicable
    for (const end = at + criterion.indicators.length; at < end; at += 1) {
      const code = indicators[at]
      if (verdict === verdictCodes.unmet || code === verdictCodes.notApplicable || code === undefined)
        continue
      if (code !== verdictCodes.met || verdict === verdictCodes.notApplicable) verdict = code
    }
    out[outOffset + index] = verdict
  }
}
