import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import {
  measuresOfRules,
  randomComparisons,
  randomDecision,
  randomRule,
  randomScore,
  randomUnit,
  withoutFigure,
} from '../testing/random-rules.ts'
import { compileSet, criteriaFromIndicators, type CompiledSet } from './compile.ts'
import { verdictNames, type CriteriaSet, type LegalSource, type Rule, type Verdict } from './criteria.ts'
import { explainIndicator, explainPrerequisite } from './explanation.ts'
import { answersOf, columnsOf, type KnownUnit } from './rules/answers.ts'
import { weakest } from './rules/explain.ts'
import type { FigureColumns } from './rules/judge.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
const pass: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

function judged(compiled: CompiledSet, unit: KnownUnit): readonly Verdict[] {
  return codesOf(compiled, columnsOf([answersOf(compiled, unit)]), 0)
}

function codesOf(compiled: CompiledSet, figures: FigureColumns, unit: number): readonly Verdict[] {
  const out = new Uint8Array(compiled.indicators.length)
  compiled.judge(figures, unit, out, 0)
  return Array.from(out, (code) => verdictNames[code as 0 | 1 | 2 | 3])
}

const law = fc.record({
  rules: fc.array(fc.oneof({ weight: 4, arbitrary: randomRule }, randomScore), {
    minLength: 1,
    maxLength: 5,
  }),
  others: randomComparisons,
  column: fc.constantFrom('TN', 'TDMNPB', '*', 'constructor'),
  decisions: fc.array(randomDecision, { maxLength: 5 }),
})

type Law = typeof law extends fc.Arbitrary<infer Value> ? Value : never

function compiledFrom({ rules, others, column, decisions }: Law): CompiledSet {
  const set = aSet({
    criteria: [aCriterion('1', rules)],
    prerequisites: rules.map((rule, at) => ({
      code: `DK${at}`,
      name: { vi: 'Điều kiện', en: 'Condition' },
      nameChecked: 'text',
      rule,
    })),
  })
  const other = aSet({ id: 'another-set', criteria: [aCriterion('1', others)] })
  const findSet = (id: string): CriteriaSet | undefined => (id === other.id ? other : undefined)
  return compileSet(set, measuresOfRules, column, { on: day('2024-03-31'), decisions, findSet })
}

describe('properties of every rule', () => {
  test('judging and explaining never differ, of indicators and of prerequisites', () => {
    fc.assert(
      fc.property(law, randomUnit, (given, unit) => {
        const compiled = compiledFrom(given)
        const answers = answersOf(compiled, unit)
        const explained = compiled.indicators.map((_, index) => explainIndicator(compiled, index, answers))
        const before = compiled.prerequisites.map((_, index) => explainPrerequisite(compiled, index, answers))
        const out = new Uint8Array(before.length)
        compiled.judgePrerequisites(columnsOf([answers]), 0, out, 0)

        expect(judged(compiled, unit)).toEqual(explained.map((one) => one.verdict))
        expect(Array.from(out, (code) => verdictNames[code as 0 | 1 | 2 | 3])).toEqual(
          before.map((one) => one.verdict),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('a figure more turns nothing but unknown, so that what is missing never counts as unmet', () => {
    fc.assert(
      fc.property(law, randomUnit, fc.constantFrom(...measuresOfRules.keys()), (given, unit, measure) => {
        const compiled = compiledFrom(given)
        const more = judged(compiled, unit)
        const less = judged(compiled, withoutFigure(unit, measure))
        expect(less.filter((verdict, index) => verdict !== 'unknown' && verdict !== more[index])).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('a figure more of a lower unit turns nothing but unknown, unless then nothing applies', () => {
    fc.assert(
      fc.property(law, randomUnit, fc.constantFrom(...measuresOfRules.keys()), (given, unit, measure) => {
        // Parts of another rule may be settled by what does not apply: each units rule is looked at alone.
        const compiled = compiledFrom({ ...given, rules: given.rules.filter((rule) => 'that' in rule) })
        const lowerOf: KnownUnit['lowerOf'] = (level) =>
          unit.lowerOf(level).map((lower) => ({ ...withoutFigure(lower, measure), column: lower.column }))
        const more = judged(compiled, unit)
        const less = judged(compiled, { ...unit, lowerOf })
        expect(
          less.filter(
            (verdict, index) =>
              verdict !== 'unknown' && verdict !== more[index] && more[index] !== 'notApplicable',
          ),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('a level decided more turns nothing but unknown where none was decided', () => {
    fc.assert(
      fc.property(law, randomUnit, (given, unit) => {
        const before = judged(compiledFrom({ ...given, decisions: [] }), unit)
        const after = judged(compiledFrom(given), unit)
        expect(before.filter((verdict, index) => verdict !== 'unknown' && verdict !== after[index])).toEqual(
          [],
        )
      }),
      { numRuns: 300 },
    )
  })

  test('an unknown verdict names what would end it, and any other names nothing', () => {
    fc.assert(
      fc.property(law, randomUnit, (given, unit) => {
        const compiled = compiledFrom(given)
        const answers = answersOf(compiled, unit)
        for (const [index] of compiled.indicators.entries()) {
          const { verdict, missing } = explainIndicator(compiled, index, answers)
          const { measures, levels, units, conclusion } = missing
          const isNamed = measures.length + levels.length + units.length > 0 || conclusion
          expect(isNamed).toBe(verdict === 'unknown')
          for (const measure of measures) expect(unit.figureOf(measure)).toBeUndefined()
        }
      }),
      { numRuns: 300 },
    )
  })

  test('what is known of one unit does not touch the verdicts of another', () => {
    fc.assert(
      fc.property(law, randomUnit, randomUnit, (given, unit, other) => {
        const compiled = compiledFrom(given)
        const both = columnsOf([other, unit].map((one) => answersOf(compiled, one)))
        const count = compiled.indicators.length
        const out = new Uint8Array(count + 3).fill(7)
        compiled.judge(both, 1, out, 2)
        expect(Array.from(out.slice(2, 2 + count), (code) => verdictNames[code as 0 | 1 | 2 | 3])).toEqual(
          judged(compiled, unit),
        )
        expect([out[0], out[1], out[count + 2]]).toEqual([7, 7, 7])
      }),
    )
  })
})

test('a criterion is as weak as its weakest indicator', () => {
  const set = aSet({
    criteria: [
      aCriterion(
        '1',
        Array.from({ length: 3 }, (): Rule => pass),
      ),
      aCriterion('2', [pass]),
    ],
  })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 4, maxLength: 4 }), (codes) => {
      const out = new Uint8Array(4).fill(9)
      criteriaFromIndicators(set, Uint8Array.from([9, ...codes]), 1, out, 1)
      const verdicts = codes.map((code) => verdictNames[code])
      const expected = [weakest(verdicts.slice(0, 3)), weakest(verdicts.slice(3))]
      expect(Array.from(out.slice(1, 3), (code) => verdictNames[code as 0 | 1 | 2 | 3])).toEqual(expected)
      expect([out[0], out[3]]).toEqual([9, 9])
    }),
  )
})

test('a criterion whose list is not complete is never met, and stays unknown until one is unmet', () => {
  const known = aCriterion('1', [pass, pass])
  const set = aSet({
    criteria: [
      { ...known, complete: false },
      { ...aCriterion('2', []), complete: false },
    ],
  })
  const criteriaOf = (...codes: number[]) => {
    const out = new Uint8Array(2)
    criteriaFromIndicators(set, Uint8Array.from(codes), 0, out, 0)
    return Array.from(out, (code) => verdictNames[code as 0 | 1 | 2 | 3])
  }

  expect(criteriaOf(1, 1)).toEqual(['unknown', 'unknown'])
  expect(criteriaOf(3, 3)).toEqual(['unknown', 'unknown'])
  expect(criteriaOf(1, 2)).toEqual(['unmet', 'unknown'])
  expect(criteriaOf(0, 3)).toEqual(['unknown', 'unknown'])
})

describe('provision on a day', () => {
  const levelOf = (value: number): Rule => ({
    kind: 'atLeast',
    key: '1.1',
    measure: 'count',
    levels: { '*': { kind: 'value', scaled: value, source } },
  })
  const [criterion] = [aCriterion('1', [levelOf(10)])]
  const set = aSet({
    criteria: [
      {
        ...criterion,
        indicators: criterion.indicators.map((indicator) => ({
          ...indicator,
          provisions: [
            { from: day('2022-03-08'), until: day('2024-03-01'), rule: levelOf(10) },
            { from: day('2024-03-01'), until: day('2026-02-15'), rule: levelOf(20) },
          ],
        })),
      },
    ],
  })
  const figure = {
    id: 'f',
    num: 15,
    den: 1,
    year: 2023,
    notApplicableReason: undefined,
    illustrative: false,
  }
  const ten: KnownUnit = { figureOf: () => figure, heldOf: () => undefined, lowerOf: () => [] }

  test.each([
    ['2022-03-08', 'met'],
    ['2024-02-29', 'met'],
    ['2024-03-01', 'unmet'],
    ['2026-02-14', 'unmet'],
    ['2026-02-15', 'unmet'],
    ['2030-01-01', 'unmet'],
    ['2021-12-31', 'met'],
  ])('on %s 15 against 10, then 20, is %s', (on, verdict) => {
    const compiled = compileSet(set, measuresOfRules, '*', { on: day(on), decisions: [] })
    expect(judged(compiled, ten)).toEqual([verdict])
  })
})

test('a measure that is not given is a broken promise, and so is an indicator that is not there', () => {
  const set = aSet({ criteria: [aCriterion('1', [{ kind: 'noneOf', measure: 'nowhere', source }])] })
  const context = { on: day('2024-03-31'), decisions: [] }

  expect(() => compileSet(set, new Map(), '*', context)).toThrow('measure nowhere')
  expect(() =>
    explainIndicator(compileSet(aSet({ criteria: [] }), measuresOfRules, '*', context), 0, []),
  ).toThrow('indicator 0')
})
