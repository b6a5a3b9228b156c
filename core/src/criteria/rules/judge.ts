import { assert } from '../../kernel/index.ts'
import { verdictCodes, type Measure, type Rule, type VerdictCode } from '../criteria.ts'
import { resolveLevel, yearsOf, type LevelScope } from '../levels.ts'
import { visitRule, type RuleOf, type RuleVisitor } from './visit.ts'

/**
 * Figures of many units by column: index = unit × width + slot. A share has num and den, anything else its
 * value in num and 1 in den; the year is the one whose level judges the figure.
 */
export type FigureColumns = {
  readonly num: Float64Array
  readonly den: Float64Array
  /** 0 absent, 1 present, 2 not applicable. */
  readonly state: Uint8Array
  readonly year: Int16Array
  readonly width: number
}

/** A compiled rule: the verdict of the unit whose figures begin at `base`. */
export type Judge = (figures: FigureColumns, base: number) => VerdictCode

export type JudgeScope = LevelScope & {
  readonly slotOf: (measure: string) => number
  readonly measureOf: (measure: string) => Measure
}

const { unknown, met, unmet, notApplicable } = verdictCodes

const judges = {
  pass: (rule, scope) => {
    if (rule.measure === undefined) return neverKnown
    return ofFigure(scope.slotOf(rule.measure), (figures, at) => (figures.num[at] === 1 ? met : unmet))
  },
  atLeast: (rule, scope) => comparison(rule, scope),
  atMost: (rule, scope) => comparison(rule, scope),
  noneOf: (rule, scope) =>
    ofFigure(scope.slotOf(rule.measure), (figures, at) => (figures.num[at] === 0 ? met : unmet)),
  allOf: (rule, scope) => allOf(rule.parts.map((part) => judgeOf(part, scope))),
  anyOf: (rule, scope) => anyOf(rule.parts.map((part) => judgeOf(part, scope))),
  atLeastOf: (rule, scope) =>
    atLeastOf(
      rule.parts.map((part) => judgeOf(part, scope)),
      rule.count,
    ),
} as const satisfies RuleVisitor<JudgeScope, Judge>

/** Compiles a rule for one column on one day: a closure over slots and levels that looks nothing up. */
export function judgeOf(rule: Rule, scope: JudgeScope): Judge {
  return visitRule(judges, rule, scope)
}

/** The verdict of a rule that no figure decides. */
export const neverKnown: Judge = () => unknown

function ofFigure(slot: number, judge: Judge): Judge {
  return (figures, base) => {
    const at = base + slot
    const state = figures.state[at]
    if (state === 1) return judge(figures, at)
    return state === 2 ? notApplicable : unknown
  }
}

function comparison(rule: RuleOf<'atLeast'> | RuleOf<'atMost'>, scope: JudgeScope): Judge {
  const measure = scope.measureOf(rule.measure)
  const slot = scope.slotOf(rule.measure)
  const years = yearsOf(rule, scope)
  const against = (year: number): Judge => comparing(rule.kind, measure, slot, scaledOf(rule, scope, year))
  const otherwise = against(anotherYear(years))
  if (years.length === 0) return otherwise
  const byYear = new Map(years.map((year) => [year, against(year)]))
  return (figures, base) => (byYear.get(figures.year[base + slot] ?? 0) ?? otherwise)(figures, base)
}

/** A year that no level and no decision names. */
function anotherYear(years: readonly number[]): number {
  return Math.max(0, ...years) + 1
}

function scaledOf(
  rule: RuleOf<'atLeast'> | RuleOf<'atMost'>,
  scope: JudgeScope,
  year: number,
): number | undefined {
  const level = resolveLevel(rule, scope, year)
  return level.kind === 'delegated' || level.kind === 'unknown' ? undefined : level.scaled
}

/** Largest level whose product with a denominator of 10^11 stays below 2^53, so that doubles are exact. */
const exactInDoubles = 90_000

function comparing(
  kind: 'atLeast' | 'atMost',
  measure: Measure,
  slot: number,
  scaled: number | undefined,
): Judge {
  assert(measure.kind !== 'pass', 'a level compares with a number')
  if (scaled === undefined) return ofFigure(slot, neverKnown)
  assert(Number.isSafeInteger(scaled), 'a level is a whole number on its scale')
  if (measure.kind === 'share' && Math.abs(scaled) > exactInDoubles) {
    const level = BigInt(scaled)
    return ofFigure(slot, (figures, at) => {
      const share = BigInt(figures.num[at] ?? 0) * 10_000n
      const wanted = level * BigInt(figures.den[at] ?? 1)
      return (kind === 'atLeast' ? share >= wanted : share <= wanted) ? met : unmet
    })
  }
  const per = measure.kind === 'share' ? 10_000 : 1
  return kind === 'atLeast' ? atLeast(slot, scaled, per) : atMost(slot, scaled, per)
}

/** One closure without an inner call: this is where a country's time goes. Of a count or amount, `den` is 1. */
function atLeast(slot: number, scaled: number, per: number): Judge {
  return ({ num, den, state }, base) => {
    const at = base + slot
    if (state[at] !== 1) return state[at] === 2 ? notApplicable : unknown
    return (num[at] ?? 0) * per >= scaled * (den[at] ?? 1) ? met : unmet
  }
}

function atMost(slot: number, scaled: number, per: number): Judge {
  return ({ num, den, state }, base) => {
    const at = base + slot
    if (state[at] !== 1) return state[at] === 2 ? notApplicable : unknown
    return (num[at] ?? 0) * per <= scaled * (den[at] ?? 1) ? met : unmet
  }
}

function allOf(parts: readonly Judge[]): Judge {
  return (figures, base) => {
    let verdict: VerdictCode = notApplicable
    for (const part of parts) {
      const code = part(figures, base)
      if (code === unmet) return unmet
      if (code === unknown || (code === met && verdict === notApplicable)) verdict = code
    }
    return verdict
  }
}

function anyOf(parts: readonly Judge[]): Judge {
  return (figures, base) => {
    let verdict: VerdictCode = notApplicable
    for (const part of parts) {
      const code = part(figures, base)
      if (code === met) return met
      if (code === unknown || (code === unmet && verdict === notApplicable)) verdict = code
    }
    return verdict
  }
}

/** Parts not applicable drop out, and with them what can be asked for: never more than all that apply. */
function atLeastOf(parts: readonly Judge[], count: number): Judge {
  return (figures, base) => {
    const tally = [0, 0, 0, 0]
    for (const part of parts) {
      const code = part(figures, base)
      tally[code] = (tally[code] ?? 0) + 1
    }
    const [unknowns = 0, mets = 0, unmets = 0] = tally
    const applicable = unknowns + mets + unmets
    if (applicable === 0) return notApplicable
    const wanted = Math.min(count, applicable)
    if (mets >= wanted) return met
    return mets + unknowns < wanted ? unmet : unknown
  }
}
