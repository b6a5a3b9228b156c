import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import { measuresOfRules, randomDecision, randomFigures, randomRule } from '../testing/random-rules.ts'
import { columnOf, compileSet, criteriaFromIndicators, type CompiledSet } from './compile.ts'
import { verdictNames, type LegalSource, type Rule, type Verdict } from './criteria.ts'
import { explainIndicator } from './explanation.ts'
import type { KnownLevelDecision } from './levels.ts'
import { weakest, type ExplainFigure } from './rules/explain.ts'
import type { FigureColumns } from './rules/judge.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }

type Given = Readonly<Record<string, ExplainFigure | undefined>>

function columnsOf(compiled: CompiledSet, given: Given): FigureColumns {
  const ofSlots = compiled.slots.map((id) => given[id])
  return {
    num: Float64Array.from(ofSlots, (one) => one?.num ?? 0),
    den: Float64Array.from(ofSlots, (one) => one?.den ?? 0),
    state: Uint8Array.from(ofSlots, (one) =>
      one === undefined ? 0 : one.notApplicableReason === undefined ? 1 : 2,
    ),
    year: Int16Array.from(ofSlots, (one) => one?.year ?? 0),
    width: ofSlots.length,
  }
}

function judged(compiled: CompiledSet, given: Given): readonly Verdict[] {
  const out = new Uint8Array(compiled.indicators.length)
  compiled.judge(columnsOf(compiled, given), 0, out, 0)
  return Array.from(out, (code) => verdictNames[code as 0 | 1 | 2 | 3])
}

const situation = fc.record({
  rules: fc.array(randomRule, { minLength: 1, maxLength: 5 }),
  column: fc.constantFrom('TN', 'TDMNPB', '*', 'constructor'),
  decisions: fc.array(randomDecision, { maxLength: 5 }),
  given: randomFigures,
})

function compiledFrom({
  rules,
  column,
  decisions,
}: {
  rules: Rule[]
  column: string
  decisions: KnownLevelDecision[]
}) {
  const set = aSet({ criteria: [aCriterion('1', rules)] })
  return compileSet(set, measuresOfRules, column, { on: day('2024-03-31'), decisions })
}

describe('properties of every rule', () => {
  test('judging and explaining never differ', () => {
    fc.assert(
      fc.property(situation, ({ given, ...law }) => {
        const compiled = compiledFrom(law)
        const explained = compiled.indicators.map((_, index) =>
          explainIndicator(
            compiled,
            index,
            compiled.slots.map((id) => given[id]),
          ),
        )
        expect(judged(compiled, given)).toEqual(explained.map((one) => one.verdict))
      }),
      { numRuns: 500 },
    )
  })

  test('a figure more turns nothing but unknown, so that what is missing never counts as unmet', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom(...measuresOfRules.keys()), ({ given, ...law }, without) => {
        const compiled = compiledFrom(law)
        const more = judged(compiled, given)
        const less = judged(compiled, { ...given, [without]: undefined })
        expect(less.filter((verdict, index) => verdict !== 'unknown' && verdict !== more[index])).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('a level decided more turns nothing but unknown where none was decided', () => {
    fc.assert(
      fc.property(situation, ({ given, decisions, ...law }) => {
        const before = judged(compiledFrom({ ...law, decisions: [] }), given)
        const after = judged(compiledFrom({ ...law, decisions }), given)
        expect(before.filter((verdict, index) => verdict !== 'unknown' && verdict !== after[index])).toEqual(
          [],
        )
      }),
      { numRuns: 300 },
    )
  })

  test('an unknown verdict names what would end it, and any other names nothing', () => {
    fc.assert(
      fc.property(situation, ({ given, ...law }) => {
        const compiled = compiledFrom(law)
        for (const [index] of compiled.indicators.entries()) {
          const { verdict, missing } = explainIndicator(
            compiled,
            index,
            compiled.slots.map((id) => given[id]),
          )
          const isNamed = missing.measures.length > 0 || missing.levels.length > 0 || missing.conclusion
          expect(isNamed).toBe(verdict === 'unknown')
          for (const measure of missing.measures) expect(given[measure]).toBeUndefined()
        }
      }),
      { numRuns: 300 },
    )
  })

  test('figures of one unit do not touch the verdicts of another', () => {
    fc.assert(
      fc.property(situation, randomFigures, ({ given, ...law }, others) => {
        const compiled = compiledFrom(law)
        const [one, other] = [columnsOf(compiled, others), columnsOf(compiled, given)]
        const both: FigureColumns = {
          num: Float64Array.from([...one.num, ...other.num]),
          den: Float64Array.from([...one.den, ...other.den]),
          state: Uint8Array.from([...one.state, ...other.state]),
          year: Int16Array.from([...one.year, ...other.year]),
          width: one.width,
        }
        const count = compiled.indicators.length
        const out = new Uint8Array(count + 3).fill(7)
        compiled.judge(both, 1, out, 2)
        expect(Array.from(out.slice(2, 2 + count), (code) => verdictNames[code as 0 | 1 | 2 | 3])).toEqual(
          judged(compiled, given),
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

const pass: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

describe('column of a unit', () => {
  const columns = [
    { id: 'TDMNPB', name: { vi: '', en: '' }, anyOfGroups: ['especially-difficult', 'safe-zone'], source },
    { id: 'TN', name: { vi: '', en: '' }, anyOfGroups: ['region-tn'], source },
  ]

  test('an especially difficult commune of Tây Nguyên is judged by the northern column', () => {
    expect(columnOf(aSet({ columns }), new Set(['region-tn', 'especially-difficult']))).toBe('TDMNPB')
    expect(columnOf(aSet({ columns }), new Set(['region-tn', 'border']))).toBe('TN')
  })

  test('a unit in no group has the levels for all alone', () => {
    expect(columnOf(aSet({ columns }), new Set(['region-dnb']))).toBe('*')
    expect(columnOf(aSet(), new Set())).toBe('*')
  })
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
  const ten = {
    count: { id: 'f', num: 15, den: 1, year: 2023, notApplicableReason: undefined, illustrative: false },
  }

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
