import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import { measuresOfRules } from '../testing/random-rules.ts'
import { compileSet } from './compile.ts'
import {
  verdictCodes,
  verdictNames,
  type CriteriaSet,
  type LegalSource,
  type PointsRule,
  type Rule,
  type Verdict,
} from './criteria.ts'
import { judgeSet, type SetVerdicts } from './judge-set.ts'
import { answersOf, columnsOf } from './rules/answers.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
const at = (scaled: number) => ({ '*': { kind: 'value' as const, scaled, source } })
const yes: Rule = { kind: 'pass', measure: 'yes', delegated: false, source }
const also: Rule = { kind: 'pass', measure: 'also', delegated: false, source }
const byBody: Rule = { kind: 'pass', measure: undefined, delegated: false, source }
/** 10 points from 90 on, 6 from 50 on; met from 6 points on. */
const ladder: Rule = {
  kind: 'score',
  measure: 'count',
  steps: [
    { kind: 'atLeast', key: '1', measure: 'count', levels: at(90), points: 1000 },
    { kind: 'atLeast', key: '2', measure: 'count', levels: at(50), points: 600 },
  ],
  most: 1000,
  passAt: 600,
  source,
}
const given: Rule = { kind: 'score', measure: 'amount', steps: undefined, most: 2000, passAt: 1000, source }

/** Criterion 1: 20 points by a figure and a ladder; 2: 20 as given; 3: 10 by a body alone. In all 50. */
function aPointsSet(change: Partial<PointsRule> = {}): CriteriaSet {
  const points = { '1.1': 1000, '1.2': 1000, '2.1': 2000, '3.1': 1000 }
  const criteria = [aCriterion('1', [yes, ladder]), aCriterion('2', [given]), aCriterion('3', [byBody])]
  return aSet({
    passRule: {
      kind: 'points',
      passAt: 4000,
      criterionFloor: { percent: 5000 },
      notApplicable: 'granted',
      ...change,
    },
    criteria: criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((indicator) => ({
        ...indicator,
        points: new Map(Object.entries(points)).get(indicator.code),
      })),
    })),
  })
}

type Given = Readonly<Record<string, number | 'notApplicable'>>

function judged(
  set: CriteriaSet,
  figures: Given,
  concluded: Readonly<Record<string, Verdict>> = {},
): SetVerdicts {
  const compiled = compileSet(set, measuresOfRules, '*', { on: day('2024-03-31'), decisions: [] })
  const answers = answersOf(compiled, {
    figureOf: (id) => {
      const value = figures[id]
      const isNone = value === 'notApplicable'
      return value === undefined
        ? undefined
        : {
            id: 'f',
            num: isNone ? 0 : value,
            den: 1,
            year: 2023,
            notApplicableReason: isNone ? 'không có' : undefined,
            illustrative: false,
          }
    },
    heldOf: () => undefined,
    lowerOf: () => [],
  })
  return judgeSet(compiled, columnsOf([answers]), 0, (_, code) => {
    const verdict = concluded[code]
    return verdict && verdictCodes[verdict]
  })
}

/** Whole, points as `least-most/max`, criteria as letters. */
function told(set: CriteriaSet, figures: Given, concluded: Readonly<Record<string, Verdict>> = {}): string {
  const { whole, scores, criteria } = judged(set, figures, concluded)
  const letters = Array.from(criteria, (code) => verdictNames[code as 0 | 1 | 2 | 3].slice(0, 3)).join(' ')
  const score = scores && [scores.whole.least / 100, scores.whole.most / 100, scores.whole.max / 100]
  return `${whole} ${score?.[0]}-${score?.[1]}/${score?.[2]} ${letters}`
}

const all = { yes: 1, count: 90, amount: 200 }

describe('points granted for what does not apply', () => {
  const set = aPointsSet()

  test.each<[string, Given, Readonly<Record<string, Verdict>>]>([
    ['met 50-50/50 met met met', all, { '3.1': 'met' }],
    // 40 are enough, and each criterion has half of its own.
    ['met 40-40/50 met met met', { ...all, amount: 100 }, { '3.1': 'met' }],
    ['unmet 39.9-39.9/50 met unm met', { ...all, amount: 99 }, { '3.1': 'met' }],
    // Enough in all, and under half in one criterion.
    ['unmet 40-40/50 met met unm', all, { '3.1': 'unmet' }],
    ['unknown 40-50/50 met met unk', all, {}],
    ['unmet 29-39/50 met unm unk', { ...all, amount: 90 }, {}],
    ['unmet 26-36/50 unm met unk', { ...all, yes: 0, count: 50 }, {}],
    ['unknown 10-40/50 unk met unk', { amount: 100 }, {}],
    // What does not apply has its points; a criterion of nothing else does not apply.
    ['met 50-50/50 met met not', all, { '3.1': 'notApplicable' }],
    ['met 50-50/50 met met met', { ...all, yes: 'notApplicable' }, { '3.1': 'met' }],
    ['met 50-50/50 met not met', { ...all, amount: 'notApplicable' }, { '3.1': 'met' }],
  ])('%s of %j with %j', (expected, figures, concluded) => {
    expect(told(set, figures, concluded)).toBe(expected)
  })
})

describe('points rescaled to what applies', () => {
  const set = aPointsSet({ notApplicable: 'rescaled', criterionFloor: { points: 500 } })

  test.each<[string, Given, Readonly<Record<string, Verdict>>]>([
    ['met 50-50/50 met met met', all, { '3.1': 'met' }],
    // 32 of 40 are 80 %, as 40 of 50.
    ['met 32-32/40 met met not', { yes: 1, count: 90, amount: 120 }, { '3.1': 'notApplicable' }],
    ['unmet 31.9-31.9/40 met met not', { yes: 1, count: 90, amount: 119 }, { '3.1': 'notApplicable' }],
    // Half of criterion 1 applies: 2.5 points are its floor, and 6 are more.
    ['met 36-36/40 met met met', { yes: 'notApplicable', count: 50, amount: 200 }, { '3.1': 'met' }],
    ['unmet 30-30/40 unm met met', { yes: 'notApplicable', count: 0, amount: 200 }, { '3.1': 'met' }],
  ])('%s of %j with %j', (expected, figures, concluded) => {
    expect(told(set, figures, concluded)).toBe(expected)
  })
})

describe('no floor', () => {
  const set = aPointsSet({ criterionFloor: undefined })

  test('a criterion is met by its indicators, and the whole by the points alone', () => {
    expect(told(set, { ...all, yes: 0 }, { '3.1': 'met' })).toBe('met 40-40/50 unm met met')
    expect(told(set, { ...all, yes: 0 }, { '3.1': 'unmet' })).toBe('unmet 30-30/50 unm met unm')
    expect(told(set, { ...all, count: 50 }, { '3.1': 'met' })).toBe('met 46-46/50 met met met')
  })
})

describe('what a body concludes', () => {
  const scoresOf = (concluded: Readonly<Record<string, Verdict>>, figures: Given = {}, set = aPointsSet()) =>
    judged(set, figures, concluded).scores

  test('on an indicator leaves open what it bears, less what the figures settle', () => {
    expect(scoresOf({ '1.2': 'met' })?.indicators[1]).toEqual({ least: 600, most: 1000, max: 1000 })
    expect(scoresOf({ '1.2': 'unmet' })?.indicators[1]).toEqual({ least: 0, most: 0, max: 1000 })
    expect(scoresOf({ '2.1': 'unmet' })?.indicators[2]).toEqual({ least: 0, most: 990, max: 2000 })
    expect(scoresOf({ '2.1': 'met' }, { amount: 150 })?.indicators[2]).toMatchObject({
      least: 1500,
      most: 1500,
    })
    // Figures that say otherwise do not count against it.
    expect(scoresOf({ '2.1': 'met' }, { amount: 50 })?.indicators[2]).toMatchObject({
      least: 1000,
      most: 2000,
    })
    expect(scoresOf({ '1.1': 'met' }, { yes: 0 })?.indicators[0]).toMatchObject({ least: 1000, most: 1000 })
  })

  test('on a criterion is held against its floor', () => {
    expect(scoresOf({ '1': 'met' })?.criteria[0]).toEqual({ least: 1000, most: 2000, max: 2000 })
    expect(scoresOf({ '1': 'unmet' })?.criteria[0]).toEqual({ least: 0, most: 999, max: 2000 })
    expect(scoresOf({ '1': 'met' }, { yes: 1, count: 50 })?.criteria[0]).toMatchObject({
      least: 1600,
      most: 1600,
    })
    expect(scoresOf({ '1': 'met' }, { yes: 1 })?.criteria[0]).toMatchObject({ least: 1000, most: 2000 })
    expect(scoresOf({ '1': 'unmet' }, { yes: 1, count: 90 })?.criteria[0]).toMatchObject({
      least: 0,
      most: 999,
    })
    expect(scoresOf({ '1': 'notApplicable' })?.criteria[0]).toEqual({ least: 2000, most: 2000, max: 2000 })
    const rescaled = aPointsSet({ notApplicable: 'rescaled' })
    expect(scoresOf({ '1': 'notApplicable' }, {}, rescaled)?.criteria[0]).toEqual({
      least: 0,
      most: 0,
      max: 0,
    })
    expect(scoresOf({ '1': 'met' }, { yes: 'notApplicable' }, rescaled)?.criteria[0]).toEqual({
      least: 500,
      most: 1000,
      max: 1000,
    })
  })

  test('on a criterion without a floor is held against its indicators', () => {
    const set = aPointsSet({ criterionFloor: undefined })

    expect(scoresOf({ '1': 'met' }, {}, set)?.criteria[0]).toEqual({ least: 1600, most: 2000, max: 2000 })
    // At least one is not met: without the ladder there are 10 points, without the other up to 10.
    expect(scoresOf({ '1': 'unmet' }, {}, set)?.criteria[0]).toEqual({ least: 0, most: 1000, max: 2000 })
    expect(scoresOf({ '1': 'unmet' }, { yes: 'notApplicable' }, set)?.criteria[0]).toEqual({
      least: 1000,
      most: 1000,
      max: 2000,
    })
  })
})

test('prerequisites stand before points', () => {
  const set: CriteriaSet = {
    ...aPointsSet(),
    prerequisites: [
      { code: 'DK1', name: { vi: 'Điều kiện', en: 'Condition' }, nameChecked: 'text', rule: also },
    ],
  }

  expect(judged(set, { ...all, also: 1 }, { '3.1': 'met' }).whole).toBe('met')
  expect(judged(set, { ...all, also: 0 }, { '3.1': 'met' }).whole).toBe('unmet')
  expect(judged(set, all, { '3.1': 'met' }).whole).toBe('unknown')
  expect(judged(set, all, { '3.1': 'met', DK1: 'met' }).whole).toBe('met')
})
