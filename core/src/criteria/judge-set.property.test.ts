import fc from 'fast-check'
import { expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import {
  measuresOfRules,
  randomDecision,
  randomRule,
  randomScore,
  randomUnit,
  withoutFigure,
} from '../testing/random-rules.ts'
import { compileSet, type CompiledSet } from './compile.ts'
import { verdictCodes, type PointsRule } from './criteria.ts'
import { explainIndicator } from './explanation.ts'
import { judgeSet, type SetVerdicts } from './judge-set.ts'
import type { Score } from './points.ts'
import { answersOf, columnsOf, type KnownUnit } from './rules/answers.ts'

const passRule: fc.Arbitrary<PointsRule> = fc.record({
  kind: fc.constant('points' as const),
  passAt: fc.constantFrom(1, 500, 1000, 2000, 3333),
  criterionFloor: fc.constantFrom(undefined, { percent: 5000 }, { percent: 3333 }, { points: 500 }),
  notApplicable: fc.constantFrom('granted' as const, 'rescaled' as const),
})

const indicator = fc.oneof(
  fc.record({ rule: randomScore, points: fc.constant(1000) }),
  fc.record({ rule: randomRule, points: fc.constantFrom(250, 1000) }),
)

const law = fc
  .record({
    passRule,
    criteria: fc.array(fc.array(indicator, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    decisions: fc.array(randomDecision, { maxLength: 3 }),
  })
  .map(({ passRule, criteria, decisions }): CompiledSet => {
    const totals = criteria.map((rows) => rows.reduce((sum, { points }) => sum + points, 0))
    const set = aSet({
      passRule: withinReach(passRule, totals),
      criteria: criteria.map((rows, at) => {
        const criterion = aCriterion(
          String(at + 1),
          rows.map(({ rule }) => rule),
        )
        const indicators = criterion.indicators.map((one, place) => ({ ...one, points: rows[place]?.points }))
        return { ...criterion, indicators }
      }),
    })
    return compileSet(set, measuresOfRules, 'TN', { on: day('2024-03-31'), decisions })
  })

/** Marks that can be reached, as every pack's are. */
function withinReach(rule: PointsRule, totals: readonly number[]): PointsRule {
  const { criterionFloor: floor } = rule
  const all = totals.reduce((sum, total) => sum + total, 0)
  return {
    ...rule,
    passAt: Math.min(rule.passAt, all),
    criterionFloor: floor && 'points' in floor ? { points: Math.min(floor.points, ...totals) } : floor,
  }
}

function judged(compiled: CompiledSet, unit: KnownUnit): SetVerdicts {
  return judgeSet(compiled, columnsOf([answersOf(compiled, unit)]), 0)
}

function scoresOf({ scores }: SetVerdicts): readonly Score[] {
  if (!scores) throw new Error('the set counts points')
  return [scores.whole, ...scores.criteria, ...scores.indicators]
}

test('judging and explaining never differ about points', () => {
  fc.assert(
    fc.property(law, randomUnit, (compiled, unit) => {
      const answers = answersOf(compiled, unit)
      const { scores, indicators } = judged(compiled, unit)
      for (const [at, { indicator }] of compiled.indicators.entries()) {
        const { rule, verdict } = explainIndicator(compiled, at, answers)
        expect(verdictCodes[verdict]).toBe(indicators[at])
        if (rule.kind !== 'score' || !rule.score) continue
        expect(scores?.indicators[at]).toEqual({ ...rule.score, max: indicator.points })
      }
    }),
    { numRuns: 500 },
  )
})

test('points lie between nothing and all there are, and add up', () => {
  fc.assert(
    fc.property(law, randomUnit, (compiled, unit) => {
      const standing = judged(compiled, unit)
      for (const { least, most, max } of scoresOf(standing)) {
        expect(least).toBeGreaterThanOrEqual(0)
        expect(least).toBeLessThanOrEqual(most)
        expect(most).toBeLessThanOrEqual(max)
      }
      const sum = (parts: readonly Score[], key: keyof Score): number =>
        parts.reduce((total, part) => total + part[key], 0)
      const { whole, criteria = [], indicators = [] } = standing.scores ?? {}
      for (const key of ['least', 'most', 'max'] as const) {
        expect(sum(criteria, key)).toBe(whole?.[key])
        expect(sum(indicators, key)).toBe(whole?.[key])
      }
    }),
    { numRuns: 300 },
  )
})

test('a figure more narrows points and settles the whole, and never turns what was settled', () => {
  fc.assert(
    fc.property(law, randomUnit, fc.constantFrom(...measuresOfRules.keys()), (compiled, unit, measure) => {
      const more = judged(compiled, unit)
      const less = judged(compiled, withoutFigure(unit, measure))
      const before = scoresOf(less)
      for (const [at, { least, most, max }] of scoresOf(more).entries()) {
        // Where something turned out not to apply, there is less to be had.
        if (before[at]?.max !== max) continue
        expect(least).toBeGreaterThanOrEqual(before[at].least)
        expect(most).toBeLessThanOrEqual(before[at].most)
      }
      expect(['unknown', more.whole]).toContain(less.whole)
    }),
    { numRuns: 500 },
  )
})

test('with everything known the whole is what the sums say, exactly', () => {
  fc.assert(
    fc.property(law, randomUnit, (compiled, unit) => {
      const { passRule } = compiled.set
      const { whole, scores, criteria } = judged(compiled, unit)
      if (passRule.kind !== 'points' || !scores || scoresOf({ scores } as SetVerdicts).some(isOpen)) return
      const all = compiled.indicators.reduce((sum, { indicator }) => sum + (indicator.points ?? 0), 0)
      const isEnough =
        BigInt(scores.whole.least) * BigInt(all) >= BigInt(passRule.passAt) * BigInt(scores.whole.max)
      const isAboveFloors = passRule.criterionFloor === undefined || !criteria.includes(verdictCodes.unmet)
      expect(whole).toBe(isEnough && isAboveFloors ? 'met' : 'unmet')
    }),
    { numRuns: 500 },
  )
})

function isOpen({ least, most }: Score): boolean {
  return least !== most
}
