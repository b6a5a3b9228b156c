import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import type { CriteriaSet, LegalSource, Levels } from './criteria.ts'
import { resolveLevel, type KnownLevelDecision } from './levels.ts'

const source: LegalSource = { document: 'doc', article: 'Phụ lục', checked: 'text', note: undefined }
const decided: KnownLevelDecision = {
  id: 'd-1',
  set: 'advanced',
  key: '11',
  column: '*',
  scaled: 600,
  document: 'qd-ubnd',
  from: day('2022-06-01'),
  illustrative: false,
}

describe('a level of another set', () => {
  const income = (levels: Levels): CriteriaSet =>
    aSet({
      id: 'advanced',
      criteria: [aCriterion('10', [{ kind: 'atLeast', key: '10', measure: 'm', levels }])],
    })
  const portion = (percent: number, key = '10'): Levels => ({
    '*': { kind: 'ofSet', of: { set: 'advanced', key, percent }, source },
  })
  const found = (
    levels: Levels,
    other: CriteriaSet | undefined,
    year?: number,
    kind: 'atLeast' | 'atMost' = 'atLeast',
  ) => {
    const context = { on: day('2024-03-31'), decisions: [decided], findSet: () => other }
    return resolveLevel(
      { kind, key: 'k', levels, measure: 'm' },
      { set: 'model', column: 'TN', context },
      year,
    )
  }

  test('is so much of it on the same column, rounded to the side on which no whole figure is lost', () => {
    const other = income({
      TN: { kind: 'value', scaled: 447, source },
      '*': { kind: 'value', scaled: 1, source },
    })

    expect(found(portion(11_000), other)).toMatchObject({
      kind: 'ofSet',
      scaled: 492,
      base: 447,
      of: { percent: 11_000 },
    })
    expect(found(portion(10_000), other)).toMatchObject({ scaled: 447 })
    const cap = aSet({
      id: 'advanced',
      criteria: [
        aCriterion('10', [
          {
            kind: 'atMost',
            key: '10',
            measure: 'm',
            levels: { '*': { kind: 'value', scaled: 447, source } },
          },
        ]),
      ],
    })
    expect(found(portion(11_000), cap, undefined, 'atMost')).toMatchObject({ scaled: 491 })
  })

  test('is of the year of the figure', () => {
    const other = income({ '*': { kind: 'byYear', scaled: { 2023: 500, 2024: 530 }, source } })

    expect(found(portion(11_000), other, 2023)).toMatchObject({ kind: 'ofSet', scaled: 550, year: 2023 })
    expect(found(portion(11_000), other, 2024)).toMatchObject({ scaled: 583, year: 2024 })
    expect(found(portion(11_000), other, 2022)).toMatchObject({
      kind: 'unknown',
      of: { set: 'advanced', key: '10' },
    })
  })

  test('is open with it, and filled with it', () => {
    const left = income({ '*': { kind: 'delegated', source } })
    const filled = aSet({
      id: 'advanced',
      criteria: [
        aCriterion('11', [
          { kind: 'atLeast', key: '11', measure: 'm', levels: { '*': { kind: 'delegated', source } } },
        ]),
      ],
    })

    expect(found(portion(11_000), left)).toMatchObject({ kind: 'delegated', of: { key: '10' } })
    expect(found(portion(11_000, '11'), filled)).toMatchObject({ kind: 'ofSet', scaled: 660, base: 600 })
  })

  test('is not known where the set is not at hand, has no such level, or one of another measure or direction', () => {
    const other = income({ '*': { kind: 'value', scaled: 447, source } })

    expect(found(portion(11_000), undefined)).toMatchObject({ kind: 'unknown' })
    expect(found(portion(11_000, '12'), other)).toMatchObject({ kind: 'unknown' })
    expect(found(portion(11_000), other, undefined, 'atMost')).toMatchObject({ kind: 'unknown' })
    const chained = income(portion(12_000))
    expect(found(portion(11_000), chained)).toMatchObject({ kind: 'unknown' })
  })
})
