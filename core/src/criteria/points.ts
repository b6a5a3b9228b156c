import { verdictCodes, type PointsRule, type Rule, type VerdictCode } from './criteria.ts'
import { ceiling } from './integers.ts'

/** Least and most points that something may still have, in hundredths. */
export type Bounds = { readonly least: number; readonly most: number }

/** Points, and how many there are to have. */
export type Score = Bounds & { readonly max: number }

/** Points of an indicator: all of them, those from which on it is met, and the most it may have without being met. */
export type Marks = { readonly all: number; readonly passAt: number; readonly below: number }

const { unknown, met, unmet, notApplicable } = verdictCodes

export function boundsOf(outcomes: readonly number[]): Bounds {
  return { least: Math.min(...outcomes), most: Math.max(...outcomes) }
}

/** The marks of a rule; `step` is the smallest difference that an assessor can make. */
export function marksOf(rule: Rule, all: number, step: number): Marks {
  if (rule.kind !== 'score') return { all, passAt: all, below: 0 }
  const { passAt, steps } = rule
  const missed = steps ? steps.map(({ points }) => points).filter((one) => one < passAt) : [passAt - step]
  return { all, passAt, below: Math.max(0, ...missed) }
}

/** Points by a verdict alone: all, none, or still open; undefined where it does not apply. */
export function plainBounds({ all }: Marks, code: number): Bounds | undefined {
  if (code === notApplicable) return undefined
  return { least: code === met ? all : 0, most: code === unmet ? 0 : all }
}

/**
 * Points where a body has concluded on an indicator: what the figures say, as far as the conclusion bears it, else
 * all that the conclusion bears.
 */
export function concludedBounds(
  { all, passAt, below }: Marks,
  code: number,
  computed: Bounds | undefined,
): Bounds | undefined {
  if (code === notApplicable) return undefined
  return within(code === met ? { least: passAt, most: all } : { least: 0, most: below }, computed)
}

/** What does not apply has all its points, or counts for nothing at all. */
export function scoreOf(
  { notApplicable: how }: PointsRule,
  { all }: Marks,
  bounds: Bounds | undefined,
): Score {
  if (bounds) return { ...bounds, max: all }
  const points = how === 'granted' ? all : 0
  return { least: points, most: points, max: points }
}

export function sumOf(scores: readonly Score[]): Score {
  const sum = (key: keyof Score): number => scores.reduce((total, score) => total + score[key], 0)
  return { least: sum('least'), most: sum('most'), max: sum('max') }
}

/** A mark of points: `mark` out of `of`, in proportion where fewer are to be had. */
export type Mark = { readonly mark: number; readonly of: number }

/** The floor of a criterion of so many points; undefined where the set has none. */
export function floorOf(
  { criterionFloor }: Pick<PointsRule, 'criterionFloor'>,
  points: number,
): Mark | undefined {
  if (!criterionFloor) return undefined
  return 'percent' in criterionFloor
    ? { mark: criterionFloor.percent, of: 10_000 }
    : { mark: criterionFloor.points, of: points }
}

/** Whether a score reaches a mark, exact in integers. */
export function reaches({ least, most, max }: Score, { mark, of }: Mark): VerdictCode {
  const wanted = BigInt(mark) * BigInt(max)
  if (BigInt(least) * BigInt(of) >= wanted) return met
  return BigInt(most) * BigInt(of) < wanted ? unmet : unknown
}

/** A criterion's points where a body has concluded on it as a whole; `parts` are those of its indicators. */
export function concludedScore(
  rule: PointsRule,
  parts: readonly { readonly marks: Marks; readonly bounds: Bounds | undefined }[],
  code: number,
): Score {
  const computed = sumOf(parts.map(({ marks, bounds }) => scoreOf(rule, marks, bounds)))
  if (code === notApplicable) return sumOf(parts.map(({ marks }) => scoreOf(rule, marks, undefined)))
  const { max } = computed
  const { least, below } = edgeOf(rule, parts, max)
  return { ...within(code === met ? { least, most: max } : { least: 0, most: below }, computed), max }
}

/** Least points with which a criterion is met, and most with which it is not. */
function edgeOf(
  rule: PointsRule,
  parts: readonly { readonly marks: Marks; readonly bounds: Bounds | undefined }[],
  max: number,
): { readonly least: number; readonly below: number } {
  const floor = floorOf(
    rule,
    parts.reduce((sum, { marks }) => sum + marks.all, 0),
  )
  if (floor) {
    const least = Number(ceiling(BigInt(floor.mark) * BigInt(max), BigInt(floor.of)))
    return { least, below: Math.max(0, least - 1) }
  }
  const applying = parts.flatMap(({ marks, bounds }) => (bounds ? [marks] : []))
  const lacking = applying.map(({ all, passAt }) => all - passAt)
  const missed = applying.map(({ all, below }) => all - below)
  return {
    least: max - lacking.reduce((sum, one) => sum + one, 0),
    below: missed.length === 0 ? max : max - Math.min(...missed),
  }
}

/** The narrower bounds where both agree, else the first alone. */
function within(first: Bounds, other: Bounds | undefined): Bounds {
  const least = Math.max(first.least, other?.least ?? first.least)
  const most = Math.min(first.most, other?.most ?? first.most)
  return least <= most ? { least, most } : first
}
