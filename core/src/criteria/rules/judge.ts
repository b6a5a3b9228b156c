import { assert } from '../../kernel/index.ts'
import { verdictCodes, type Measure, type Rule, type VerdictCode } from '../criteria.ts'
import { resolveLevel, yearsOf, type LevelScope } from '../levels.ts'
import { boundsOf, type Bounds } from '../points.ts'
import {
  isFloor,
  registerSlot,
  unitsSlots,
  visitRule,
  type RuleOf,
  type RuleVisitor,
  type UnitsRule,
} from './visit.ts'

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
  /** Place of a measure's figure, of a register's answer (1 where the unit holds the entry, else 0), or of counts of units. */
  readonly slotOf: (id: string) => number
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
  register: (rule, scope) =>
    ofFigure(scope.slotOf(registerSlot(rule)), (figures, at) => (figures.num[at] === 1 ? met : unmet)),
  unitsAtLeast: (rule, scope) => ofUnits(rule, scope),
  unitsAtMost: (rule, scope) => ofUnits(rule, scope),
  score: (rule, scope) => {
    const scoreOf = scoreIn(rule, scope)
    return (figures, base) => {
      const score = scoreOf(figures, base)
      if (score === undefined) return notApplicable
      if (score.least >= rule.passAt) return met
      return score.most < rule.passAt ? unmet : unknown
    }
  },
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

/** The verdict of a rule that does not apply to the column. */
export const neverApplicable: Judge = () => notApplicable

function ofFigure(slot: number, judge: Judge): Judge {
  return (figures, base) => {
    const at = base + slot
    const state = figures.state[at]
    if (state === 1) return judge(figures, at)
    return state === 2 ? notApplicable : unknown
  }
}

type Comparison = Pick<RuleOf<'atLeast' | 'atMost'>, 'kind' | 'key' | 'measure' | 'levels'>

function comparison(rule: Comparison, scope: JudgeScope): Judge {
  const measure = scope.measureOf(rule.measure)
  const slot = scope.slotOf(rule.measure)
  const years = yearsOf(rule, scope)
  const against = (year: number): Judge => {
    const level = resolveLevel(rule, scope, year)
    if (level.kind === 'notApplicable') return neverApplicable
    return comparing(rule.kind, measure, slot, 'scaled' in level ? level.scaled : undefined)
  }
  const otherwise = against(anotherYear(years))
  if (years.length === 0) return otherwise
  const byYear = new Map(years.map((year) => [year, against(year)]))
  return (figures, base) => (byYear.get(figures.year[base + slot] ?? 0) ?? otherwise)(figures, base)
}

/** A year that no level and no decision names. */
function anotherYear(years: readonly number[]): number {
  return Math.max(0, ...years) + 1
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

/** Points that an indicator may have, in hundredths; undefined where it does not apply. */
export type ScoreOf = (figures: FigureColumns, base: number) => Bounds | undefined

/**
 * Points of a unit by one rule: of a ladder those of the first step reached, and all that unknown levels leave
 * open. Without a figure anything may come of it.
 */
export function scoreIn(rule: RuleOf<'score'>, scope: JudgeScope): ScoreOf {
  const { steps, most, measure } = rule
  if (!steps) return scoreAsGiven(rule, scope)
  const slot = scope.slotOf(measure)
  const ladder = steps.map((step) => ({ judge: comparison(step, scope), points: step.points }))
  return (figures, base) => {
    const open: number[] = []
    let applies = false
    for (const { judge, points } of ladder) {
      const code = judge(figures, base)
      if (code === notApplicable) continue
      if (figures.state[base + slot] === 0) return { least: 0, most }
      applies = true
      if (code === met) return boundsOf([...open, points])
      if (code === unknown) open.push(points)
    }
    return applies ? boundsOf([...open, 0]) : undefined
  }
}

function scoreAsGiven({ measure, most }: RuleOf<'score'>, scope: JudgeScope): ScoreOf {
  const slot = scope.slotOf(measure)
  const hundredths = 10 ** (2 - scope.measureOf(measure).scale)
  return ({ num, state }, base) => {
    const at = base + slot
    if (state[at] === 2) return undefined
    if (state[at] !== 1) return { least: 0, most }
    const given = Math.min(most, (num[at] ?? 0) * hundredths)
    return { least: given, most: given }
  }
}

/** What the units that meet it for sure already settle, or what all that may meet it cannot change any more. */
function ofUnits(rule: UnitsRule, scope: JudgeScope): Judge {
  const level = resolveLevel(rule, scope)
  if (level.kind === 'notApplicable') return neverApplicable
  const slots = unitsSlots(rule)
  const [sure, possible] = [scope.slotOf(slots.sure), scope.slotOf(slots.possible)]
  if (!('scaled' in level)) return ofFigure(sure, neverKnown)
  const per = rule.as === 'share' ? 10_000 : 1
  const holds = (figures: FigureColumns, at: number): boolean => {
    const units = (figures.num[at] ?? 0) * per
    const wanted = level.scaled * (rule.as === 'share' ? (figures.den[at] ?? 0) : 1)
    return isFloor(rule) ? units >= wanted : units <= wanted
  }
  const [forMet, forUnmet] = isFloor(rule) ? [sure, possible] : [possible, sure]
  return (figures, base) => {
    const state = figures.state[base + sure]
    if (state !== 1) return state === 2 ? notApplicable : unknown
    if (holds(figures, base + forMet)) return met
    return holds(figures, base + forUnmet) ? unknown : unmet
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
