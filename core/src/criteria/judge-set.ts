import { criteriaFromIndicators, type CompiledSet } from './compile.ts'
import { verdictCodes, type PointsRule, type Verdict, type VerdictCode } from './criteria.ts'
import {
  concludedBounds,
  concludedScore,
  floorOf,
  reaches,
  scoreOf,
  sumOf,
  type Bounds,
  type Marks,
  type Score,
} from './points.ts'
import type { FigureColumns } from './rules/judge.ts'
import { wholeOf } from './whole.ts'

/** What a body has concluded on a part of the set; prerequisites are asked as indicators. Undefined: nothing. */
export type Concluded = (scope: 'indicator' | 'criterion', code: string) => VerdictCode | undefined

/** Points of one unit, in hundredths: of the whole, and in the order of the set. */
export type Scores = {
  readonly whole: Score
  readonly criteria: readonly Score[]
  readonly indicators: readonly Score[]
}

/** Verdict codes of one unit in the order of the set, and the verdict on the whole by its pass rule. */
export type SetVerdicts = {
  readonly whole: Verdict
  readonly criteria: Uint8Array
  readonly indicators: Uint8Array
  readonly prerequisites: Uint8Array
  /** Where the set counts points. */
  readonly scores: Scores | undefined
}

/**
 * Judges the unit of a row under the whole set. What is concluded stands in the place of what the figures say; a
 * conclusion on a criterion makes up none for its indicators.
 */
export function judgeSet(
  compiled: CompiledSet,
  figures: FigureColumns,
  unit: number,
  concluded: Concluded = () => undefined,
): SetVerdicts {
  const { set } = compiled
  const indicators = new Uint8Array(compiled.indicators.length)
  const criteria = new Uint8Array(set.criteria.length)
  const prerequisites = new Uint8Array(compiled.prerequisites.length)
  compiled.judge(figures, unit, indicators, 0)
  compiled.judgePrerequisites(figures, unit, prerequisites, 0)
  const computed = set.passRule.kind === 'points' ? compiled.pointsOf(figures, unit, indicators) : []
  for (const [at, { indicator }] of compiled.indicators.entries()) {
    indicators[at] = concluded('indicator', indicator.code) ?? indicators[at] ?? verdictCodes.unknown
  }
  for (const [at, { prerequisite }] of compiled.prerequisites.entries()) {
    prerequisites[at] = concluded('indicator', prerequisite.code) ?? prerequisites[at] ?? verdictCodes.unknown
  }
  criteriaFromIndicators(set, indicators, 0, criteria, 0)
  const scores =
    set.passRule.kind === 'points'
      ? countPoints(compiled, set.passRule, { computed, criteria, concluded })
      : undefined
  for (const [at, { code }] of set.criteria.entries()) {
    criteria[at] = concluded('criterion', code) ?? criteria[at] ?? verdictCodes.unknown
  }
  const whole = wholeOf(set, { criteria, prerequisites, score: scores?.whole })
  return { whole, criteria, indicators, prerequisites, scores }
}

type Counted = {
  readonly computed: readonly (Bounds | undefined)[]
  readonly criteria: Uint8Array
  readonly concluded: Concluded
}

/** Counts points, and writes the verdicts of the criteria that have a floor. */
function countPoints(
  compiled: CompiledSet,
  rule: PointsRule,
  { computed, criteria, concluded }: Counted,
): Scores {
  const parts = compiled.indicators.map(({ indicator, marks }, at): Part => {
    const code = concluded('indicator', indicator.code)
    return { marks, bounds: code === undefined ? computed[at] : concludedBounds(marks, code, computed[at]) }
  })
  let first = 0
  const ofCriteria = compiled.set.criteria.map((criterion, at): Score => {
    const own = parts.slice(first, first + criterion.indicators.length)
    first += criterion.indicators.length
    const code = concluded('criterion', criterion.code)
    if (code !== undefined) return concludedScore(rule, own, code)
    const score = sumOf(own.map(({ marks, bounds }) => scoreOf(rule, marks, bounds)))
    const floor = floorOf(
      rule,
      own.reduce((sum, { marks }) => sum + marks.all, 0),
    )
    if (floor && own.some(({ bounds }) => bounds !== undefined)) criteria[at] = reaches(score, floor)
    return score
  })
  return {
    whole: sumOf(ofCriteria),
    criteria: ofCriteria,
    indicators: parts.map(({ marks, bounds }) => scoreOf(rule, marks, bounds)),
  }
}

type Part = { readonly marks: Marks; readonly bounds: Bounds | undefined }
