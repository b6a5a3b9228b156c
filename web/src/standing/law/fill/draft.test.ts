import { describe, expect, test } from 'vitest'

import { day } from '../../../testing/answers.ts'
import { level, reading, readCriterion, readIndicator, term } from '../../../testing/law.ts'
import { checkDraft, openLevels, type Draft, type LevelDraft } from './draft.ts'
import { startDraft } from './start.ts'
import { undoOf } from './undo.ts'

const open = reading([
  readCriterion('2', [
    readIndicator('2.1', [term({ levels: [level('delegated')] })]),
    readIndicator('2.2', [term({ key: '2.2' })]),
  ]),
  readCriterion('10', [
    readIndicator('10', [
      term({
        key: '10',
        measure: 'm-income',
        levels: [level('stated', { columns: ['A'] }), level('unknown', { columns: ['B'] })],
      }),
    ]),
  ]),
])

const aLevel = (change: Partial<LevelDraft> = {}): LevelDraft => ({
  id: 'new-1',
  key: '2.1',
  column: '*',
  year: '',
  value: '70,5',
  article: '',
  replaces: undefined,
  ...change,
})
const aDraft = (levels: readonly LevelDraft[], change: Partial<Draft> = {}): Draft => ({
  number: '29/QĐ-UBND',
  day: '15/8/2022',
  issuer: 'UBND tỉnh Kon Tum',
  name: '',
  from: '',
  levels,
  ...change,
})
const check = (draft: Draft, on = open) =>
  checkDraft(draft, { reading: on, today: '2026-11-21', newDocument: 'doc-new', titleOf: 'Quyết định' })
const faultsOf = (draft: Draft) => {
  const checked = check(draft)
  return checked.ok ? [] : checked.faults.map(({ field, code }) => [field, code])
}

test('levels that may be filled are those the law leaves open, in the columns it leaves open', () => {
  expect(openLevels(open).map(({ key, columns, isEvery }) => [key, columns, isEvery])).toEqual([
    ['2.1', ['A', 'B'], true],
    ['10', ['B'], false],
  ])
})

describe('a draft that can be read', () => {
  test('becomes the decision and its levels, applied from its own day', () => {
    expect(check(aDraft([aLevel({ article: ' Điều 1 ' })]))).toEqual({
      ok: true,
      command: {
        documents: [
          {
            id: 'doc-new',
            title: 'Quyết định',
            number: '29/QĐ-UBND',
            day: '2022-08-15',
            issuer: 'UBND tỉnh Kon Tum',
          },
        ],
        levels: [
          {
            id: 'new-1',
            set: 'set',
            key: '2.1',
            column: '*',
            value: '70,5',
            document: 'doc-new',
            article: 'Điều 1',
            from: '2022-08-15',
          },
        ],
      },
    })
  })

  test('names its year, its column, and the day from which it applies', () => {
    const checked = check(
      aDraft([aLevel({ key: '10', column: 'B', year: '2024', value: '44,7' })], { from: '1/9/2022' }),
    )

    expect(checked).toMatchObject({
      command: { levels: [{ key: '10', column: 'B', year: 2024, value: '44,7', from: '2022-09-01' }] },
    })
  })

  test('names the decision that is on record already', () => {
    const document = {
      id: 'qd-29',
      title: 'Quyết định',
      number: '29/QĐ-UBND',
      day: day('2022-08-15'),
      issuer: null,
      url: null,
      unchecked: true,
      illustrative: false,
      note: null,
    }
    const decided = { ...decidedLevel, document: 'qd-29' }
    const known = { ...open, documents: { 'qd-29': document }, levels: { 'l-1': decided } }

    expect(check(aDraft([aLevel()]), known)).toMatchObject({
      command: { documents: [], levels: [{ document: 'qd-29' }] },
    })
  })
})

const decidedLevel = {
  id: 'l-1',
  key: '2.1',
  column: '*',
  year: null,
  scaled: 7050,
  from: day('2022-08-15'),
  until: null,
  document: 'qd-29',
  article: null,
  entrySeq: 7,
  illustrative: false,
}

describe('a draft that cannot be read', () => {
  test('says at each field what is wrong', () => {
    expect(faultsOf(aDraft([aLevel({ value: '' })], { number: ' ', day: '31/2/2022', issuer: '' }))).toEqual([
      ['number', 'missing'],
      ['day', 'day'],
      ['issuer', 'missing'],
      ['new-1.value', 'missing'],
    ])
    expect(faultsOf(aDraft([aLevel()], { day: '22/11/2026' }))).toEqual([['day', 'dayLate']])
  })

  test.each([
    ['70,555', 'numberTwoWays'],
    ['70,5551', 'tooFine'],
    ['bảy mươi', 'notANumber'],
    ['70 %', 'notANumber'],
    ['101', 'outOfScale'],
    ['-1', 'belowZero'],
  ])('%s is no level of a share', (value, code) => {
    expect(faultsOf(aDraft([aLevel({ value })]))).toEqual([['new-1.value', code]])
  })

  test('has each level once, of an indicator that is open, for a year that is one', () => {
    expect(faultsOf(aDraft([aLevel(), aLevel({ id: 'new-2' })]))).toEqual([['new-2.key', 'twice']])
    expect(faultsOf(aDraft([aLevel({ key: '2.2' })]))).toEqual([['new-1.key', 'missing']])
    expect(faultsOf(aDraft([aLevel({ year: '24' })]))).toEqual([['new-1.year', 'year']])
  })
})

describe('what was written is taken back', () => {
  const written = {
    id: 'new-1',
    set: 'set',
    key: '2.1',
    column: '*',
    value: '80',
    document: 'qd-30',
    from: '2023-01-01',
  }

  test('by a level in its place that puts nothing there', () => {
    expect(undoOf([written], { levels: {} }, () => 'undo')).toEqual([
      { ...written, id: 'undo', replaces: 'new-1', withdrawn: true },
    ])
  })

  test('or that puts back what it had corrected', () => {
    expect(
      undoOf([{ ...written, replaces: 'l-1' }], { levels: { 'l-1': decidedLevel } }, () => 'undo'),
    ).toEqual([
      {
        id: 'undo',
        set: 'set',
        key: '2.1',
        column: '*',
        scaled: 7050,
        document: 'qd-29',
        from: '2022-08-15',
        replaces: 'new-1',
      },
    ])
  })
})

describe('the form opens', () => {
  test('with the level asked for, in the first column that is open', () => {
    const start = (key: string) => startDraft(open, { key, column: undefined, replaces: undefined }).levels

    expect(start('2.1')).toMatchObject([{ key: '2.1', column: '*', value: '' }])
    expect(start('10')).toMatchObject([{ key: '10', column: 'B' }])
    expect(start('no such key')).toMatchObject([{ key: '' }])
  })

  test('with the level that is to be corrected, as it was written', () => {
    const known = { ...open, levels: { 'l-1': decidedLevel } }
    const asked = { key: '2.1', column: undefined, replaces: 'l-1' }

    expect(startDraft(known, asked)).toMatchObject({
      from: '15/8/2022',
      levels: [{ key: '2.1', value: '70,5', replaces: 'l-1' }],
    })
  })
})
