import { describe, expect, test } from 'vitest'

import { level, reading, readCriterion, readIndicator, source, term } from '../../testing/law.ts'
import { countIndicators, filterReading, ownersIn, type ReadingFilter } from './reading-filter.ts'

const owner = (name: string) => ({
  name: { vi: name, en: name },
  from: null,
  until: null,
  checked: 'text' as const,
})
const text = { ...source, checked: 'text' as const }
const whole = level('stated', { source: text })

const given = reading([
  readCriterion(
    '2',
    [
      readIndicator('2.1', [term({ levels: [level('delegated')] })], { owners: [owner('Sở Giao thông')] }),
      readIndicator('2.2', [term({ levels: [whole] })], { owners: [owner('Sở Giao thông')] }),
    ],
    { name: { vi: 'Giao thông', en: 'Transport', short: '', shortEn: '' } },
  ),
  readCriterion('10', [readIndicator('10', [term({ measure: 'm-income', levels: [level('decided')] })])], {
    key: true,
  }),
  readCriterion('12', [], {
    complete: false,
    name: { vi: 'Lao động', en: 'Labour', short: '', shortEn: '' },
  }),
])

const codes = (filter: ReadingFilter) =>
  filterReading(given, filter).flatMap(({ code, indicators }) =>
    indicators.length === 0 ? [code] : indicators.map((indicator) => indicator.code),
  )

describe('the filter of a set', () => {
  test('lets everything through where nothing is asked', () => {
    expect(filterReading(given, {})).toBe(given.criteria)
    expect(countIndicators(given.criteria)).toBe(3)
  })

  test('finds words without their accents, of criterion, indicator and measure', () => {
    expect(codes({ text: 'giao thong' })).toEqual(['2.1', '2.2'])
    expect(codes({ text: 'THU NHẬP' })).toEqual(['10'])
    expect(codes({ text: 'lao dong' })).toEqual(['12'])
    expect(codes({ text: 'nothing of it' })).toEqual([])
  })

  test('finds codes: of an indicator itself, of a criterion all that is under it', () => {
    expect(codes({ text: '2.1' })).toEqual(['2.1'])
    expect(codes({ text: '2' })).toEqual(['2.1', '2.2'])
    expect(codes({ text: '1' })).toEqual([])
  })

  test('keeps what is key, wanted, decided, unchecked', () => {
    expect(codes({ only: 'key' })).toEqual(['10'])
    expect(codes({ only: 'missing' })).toEqual(['2.1', '12'])
    expect(codes({ only: 'decided' })).toEqual(['10'])
    expect(codes({ only: 'unchecked' })).toEqual(['2.1', '10', '12'])
    expect(codes({ only: 'no such thing' })).toEqual([])
  })

  test('keeps what a body answers for, and all conditions hold together', () => {
    expect(ownersIn(given)).toEqual([{ vi: 'Sở Giao thông', en: 'Sở Giao thông' }])
    expect(codes({ owner: 'Sở Giao thông', only: 'missing' })).toEqual(['2.1'])
  })
})
