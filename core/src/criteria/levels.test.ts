import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aShare } from '../testing/a-set.ts'
import type { LegalSource, Level, Levels } from './criteria.ts'
import { levelFits, resolveLevel, type KnownLevelDecision } from './levels.ts'

const source: LegalSource = { document: 'doc', article: 'Phụ lục', checked: 'text', note: undefined }
const delegated: Level = { kind: 'delegated', source }
const unknown: Level = { kind: 'unknown', source }

function aDecision(change: Partial<KnownLevelDecision> = {}): KnownLevelDecision {
  return {
    id: 'd-1',
    set: 'set',
    key: 'k',
    column: '*',
    scaled: 8000,
    document: 'qd-ubnd',
    article: 'Điều 2',
    from: day('2022-06-01'),
    illustrative: false,
    ...change,
  }
}

function resolve(
  levels: Levels,
  decisions: readonly KnownLevelDecision[] = [],
  on = '2024-03-31',
  year?: number,
) {
  const scope = { set: 'set', column: 'TN', context: { on: day(on), decisions } }
  return resolveLevel({ kind: 'atLeast', key: 'k', levels, measure: 'm' }, scope, year)
}

describe('what the set states', () => {
  test('the own column goes before all columns', () => {
    const levels: Levels = {
      TN: { kind: 'value', scaled: 7500, source },
      '*': { kind: 'value', scaled: 8000, source },
    }
    expect(resolve(levels)).toMatchObject({ kind: 'set', scaled: 7500, column: 'TN' })
    expect(resolve({ '*': { kind: 'value', scaled: 8000, source } })).toMatchObject({
      scaled: 8000,
      column: '*',
    })
  })

  test('a column that is absent is unknown, one left to the province is delegated', () => {
    expect(resolve({ DBSH: { kind: 'value', scaled: 1, source } })).toMatchObject({
      kind: 'unknown',
      source: undefined,
    })
    expect(resolve({ TN: delegated })).toMatchObject({ kind: 'delegated', column: 'TN', source })
  })

  test('a level by year is that of the year the figure tells of', () => {
    const levels: Levels = { TN: { kind: 'byYear', scaled: { 2022: 440, 2023: 470 }, source } }
    expect(resolve(levels, [], '2024-03-31', 2022)).toMatchObject({ kind: 'set', scaled: 440, year: 2022 })
    expect(resolve(levels, [], '2024-03-31', 2021)).toMatchObject({ kind: 'unknown', year: 2021 })
    expect(resolve(levels, [], '2023-03-31')).toMatchObject({ scaled: 470, year: 2023 })
  })

  test('a province does not overrule it', () => {
    const levels: Levels = { TN: { kind: 'value', scaled: 9000, source } }
    expect(resolve(levels, [aDecision({ column: 'TN' })])).toMatchObject({ kind: 'set', scaled: 9000 })
    const byYear: Levels = { TN: { kind: 'byYear', scaled: { 2023: 470 }, source } }
    expect(resolve(byYear, [aDecision({ scaled: 1 })], '2024-03-31', 2023)).toMatchObject({ scaled: 470 })
  })
})

describe('what a province decides', () => {
  test.each([['delegated', delegated] as const, ['unknown', unknown] as const])(
    'fills a level that is %s',
    (fills, level) => {
      expect(resolve({ '*': level }, [aDecision()])).toEqual({
        kind: 'decision',
        scaled: 8000,
        column: '*',
        year: undefined,
        decision: 'd-1',
        document: 'qd-ubnd',
        article: 'Điều 2',
        illustrative: false,
        fills,
      })
    },
  )

  test('fills a year that the set does not name', () => {
    const levels: Levels = { TN: { kind: 'byYear', scaled: { 2023: 470 }, source } }
    expect(resolve(levels, [aDecision({ scaled: 350 })], '2024-03-31', 2019)).toMatchObject({ scaled: 350 })
  })

  test.each([
    ['2022-05-31', 'delegated'],
    ['2022-06-01', 'decision'],
    ['2023-05-31', 'decision'],
    ['2023-06-01', 'delegated'],
  ])('is in force on %s: %s', (on, kind) => {
    expect(resolve({ '*': delegated }, [aDecision({ until: day('2023-06-01') })], on).kind).toBe(kind)
  })

  test('of another set, key, column or year does not count', () => {
    const others = [
      aDecision({ set: 'another' }),
      aDecision({ key: 'other' }),
      aDecision({ column: 'DBSH' }),
      aDecision({ year: 2022 }),
    ]
    expect(resolve({ '*': delegated }, others, '2024-03-31', 2023).kind).toBe('delegated')
  })

  test('of two, the one for the column, then for the year, then the later one holds', () => {
    const all = aDecision({ id: 'all', scaled: 1 })
    const later = aDecision({ id: 'later', scaled: 2, from: day('2023-01-01') })
    const ofYear = aDecision({ id: 'year', scaled: 3, year: 2023 })
    const ofColumn = aDecision({ id: 'column', scaled: 4, column: 'TN' })
    const scaled = (decisions: readonly KnownLevelDecision[], on?: string) =>
      resolve({ '*': delegated }, decisions, on, 2023)

    expect(scaled([all, later])).toMatchObject({ scaled: 2 })
    expect(scaled([all, later], '2022-12-31')).toMatchObject({ scaled: 1 })
    expect(scaled([all, later, ofYear])).toMatchObject({ scaled: 3 })
    expect(scaled([ofYear, all, ofColumn, later])).toMatchObject({ scaled: 4 })
  })

  test('of two equal ones the first given holds, whatever their ids', () => {
    const decisions = [aDecision({ id: 'b', scaled: 6 }), aDecision({ id: 'a', scaled: 5 })]

    expect(resolve({ '*': delegated }, decisions, undefined, 2023)).toMatchObject({ scaled: 6 })
  })

  test('a level of one year judges its figures also after its decision has ended', () => {
    const ofYear = aDecision({ year: 2023, from: day('2023-01-01'), until: day('2024-01-01'), scaled: 7 })

    expect(resolve({ '*': delegated }, [ofYear], '2024-03-31', 2023)).toMatchObject({ scaled: 7 })
    expect(resolve({ '*': delegated }, [ofYear], '2024-03-31', 2024)).toMatchObject({ kind: 'delegated' })
  })
})

test('a level fits the scale of its measure', () => {
  const share = aShare('m')
  expect([0, 10_000].map((scaled) => levelFits(share, scaled))).toEqual([true, true])
  expect([-1, 10_001, 0.5, Number.NaN].map((scaled) => levelFits(share, scaled))).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(levelFits({ ...share, kind: 'amount' }, 12_345)).toBe(true)
  expect(levelFits({ ...share, kind: 'amount' }, -1)).toBe(false)
  expect(levelFits({ ...share, kind: 'amount', negative: true }, -1)).toBe(true)
  expect(levelFits({ ...share, kind: 'count', negative: true }, -1)).toBe(false)
  expect(levelFits({ ...share, kind: 'pass' }, 1)).toBe(false)
})
