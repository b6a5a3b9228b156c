import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet, delegated } from '../testing/a-set.ts'
import type { Column, CriteriaSet, LegalSource, Level, Rule } from './criteria.ts'
import type { KnownLevelDecision } from './levels.ts'
import { countLevels, ownersOn, readIndicator, readingDay, type ReadLevel } from './reading.ts'

const source: LegalSource = { document: 'qd-1', article: 'Phụ lục', checked: 'memory', note: undefined }
const on = day('2024-03-31')

const column = (id: string): Column => ({ id, name: { vi: id, en: id }, anyOfGroups: [id], source })
const value = (scaled: number): Level => ({ kind: 'value', scaled, source })
const least = (levels: Readonly<Record<string, Level>>): Rule => ({
  kind: 'atLeast',
  key: '1.1',
  measure: 'm-one',
  levels,
})

function setOf(rule: Rule): CriteriaSet {
  return aSet({ columns: [column('A'), column('B'), column('C')], criteria: [aCriterion('1', [rule])] })
}

function levelsOf(set: CriteriaSet, decisions: readonly KnownLevelDecision[] = []): readonly ReadLevel[] {
  const indicator = set.criteria[0]?.indicators[0]
  if (!indicator) throw new Error('the set has an indicator')
  return readIndicator(set, indicator, { on, decisions })[0]?.terms[0]?.levels ?? []
}

function aDecision(change: Partial<KnownLevelDecision> = {}): KnownLevelDecision {
  return {
    id: 'l-1',
    set: 'set-of-tests',
    key: '1.1',
    column: '*',
    scaled: 7000,
    document: 'qd-ubnd',
    from: day('2023-01-01'),
    illustrative: false,
    ...change,
  }
}

describe('levels of a wording', () => {
  test('are told once for columns side by side that share them', () => {
    const read = levelsOf(setOf(least({ A: value(8000), B: value(8000), C: value(9000) })))

    expect(read.map(({ columns, state, scaled }) => [columns, state, scaled])).toEqual([
      [['A', 'B'], 'stated', 8000],
      [['C'], 'stated', 9000],
    ])
  })

  test('are unknown in a column of which the set says nothing', () => {
    const read = levelsOf(setOf(least({ A: value(8000) })))

    expect(read.map(({ columns, state }) => [columns, state])).toEqual([
      [['A'], 'stated'],
      [['B', 'C'], 'unknown'],
    ])
  })

  test('that the province decided name its decision, in the columns it decided for', () => {
    const read = levelsOf(setOf(least({ '*': { kind: 'delegated', source } })), [aDecision({ column: 'B' })])

    expect(read.map(({ columns, state, decision }) => [columns, state, decision])).toEqual([
      [['A'], 'delegated', undefined],
      [['B'], 'decided', 'l-1'],
      [['C'], 'delegated', undefined],
    ])
  })

  test('that differ by year are those of the year of the day, and all are at hand', () => {
    const byYear: Level = { kind: 'byYear', scaled: { 2023: 4100, 2024: 4300 }, source }
    const [read] = levelsOf(setOf(least({ '*': byYear })))

    expect(read).toMatchObject({ state: 'stated', scaled: 4300, year: 2024, byYear: byYear.scaled })
  })

  test('stand under `*` where the set has no columns', () => {
    const set = aSet({ criteria: [aCriterion('1', [delegated('1.1')])] })

    expect(levelsOf(set)).toMatchObject([{ columns: ['*'], state: 'delegated' }])
  })
})

test('a rule of several parts is told line by line, each as deep as it lies', () => {
  const rule: Rule = {
    kind: 'anyOf',
    parts: [least({ '*': value(1) }), { kind: 'allOf', parts: [delegated('x')] }],
  }
  const set = setOf(rule)
  const [read] = readIndicator(set, set.criteria[0]?.indicators[0] ?? fail(), { on, decisions: [] })

  expect(read?.terms.map(({ depth, rule: { kind } }) => [depth, kind])).toEqual([
    [0, 'anyOf'],
    [1, 'atLeast'],
    [1, 'allOf'],
    [2, 'atLeast'],
  ])
})

test('only wordings in force on the day are counted, and every level of them once', () => {
  const criterion = aCriterion('1', [least({ A: value(1), B: { kind: 'unknown', source } })])
  const [indicator] = criterion.indicators
  if (!indicator) throw new Error('the criterion has an indicator')
  const changed = {
    ...indicator,
    provisions: [
      { from: day('2022-03-08'), until: day('2024-03-01'), rule: delegated('1.1') },
      { from: day('2024-03-01'), until: undefined, rule: least({ A: value(1) }) },
    ],
  }
  const set = aSet({
    columns: [column('A'), column('B')],
    criteria: [{ ...criterion, indicators: [changed] }],
  })

  expect(countLevels(set, { on, decisions: [] })).toEqual({
    stated: 1,
    decided: 0,
    delegated: 0,
    unknown: 1,
    notApplicable: 0,
  })
  expect(countLevels(set, { on: day('2023-01-01'), decisions: [] })).toMatchObject({
    stated: 0,
    delegated: 1,
  })
})

test('a set is read on the day, or on the nearest of its own', () => {
  const set = aSet({ inForce: { from: day('2022-03-08'), until: day('2026-02-15') } })

  expect(readingDay(set, on)).toBe(on)
  expect(readingDay(set, day('2020-01-01'))).toBe('2022-03-08')
  expect(readingDay(set, day('2026-02-15'))).toBe('2026-02-14')
  expect(readingDay(aSet(), day('2099-01-01'))).toBe('2099-01-01')
})

test('an indicator is answered for by its own bodies on the day, else by those of its criterion', () => {
  const body = (name: string, from?: string, until?: string) => ({
    name: { vi: name, en: name },
    from: from === undefined ? undefined : day(from),
    until: until === undefined ? undefined : day(until),
    checked: 'text' as const,
  })
  const criterion = {
    ...aCriterion('1', [delegated('1.1')]),
    owners: [body('old', undefined, '2025-03-01'), body('new', '2025-03-01'), body('police')],
  }
  const [indicator] = criterion.indicators
  const own = indicator && { ...indicator, owners: [body('own')] }

  const namesOn = (asked: typeof indicator, when = on) =>
    ownersOn(criterion, asked, when).map(({ name }) => name.vi)

  expect(namesOn(indicator)).toEqual(['old', 'police'])
  expect(namesOn(indicator, day('2025-03-01'))).toEqual(['new', 'police'])
  expect(namesOn(own)).toEqual(['own'])
})

function fail(): never {
  throw new Error('the set has an indicator')
}
