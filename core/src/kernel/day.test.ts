import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { canonicalJson } from './canonical.ts'
import { addDays, addMonths, covers, day, dayInVietNam, daysBetween, parseDay } from './day.ts'

describe('a day', () => {
  test.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-1-5',
    '31/3/2024',
    '',
    '2024-04-31',
    '0000-01-01',
  ])('%s is none', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test('29 February is one in a leap year', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    expect(parseDay('2000-02-29')).toBe('2000-02-29')
    expect(parseDay('1900-02-29')).toBeUndefined()
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28')
  })

  test('is that of Viet Nam, whatever the machine thinks', () => {
    expect(dayInVietNam(Date.UTC(2025, 5, 30, 16, 59, 59))).toBe('2025-06-30')
    expect(dayInVietNam(Date.UTC(2025, 5, 30, 17, 0, 0))).toBe('2025-07-01')
  })

  test('a period ends before its last mark', () => {
    const period = { from: day('2022-03-08'), until: day('2026-02-15') }
    expect(covers(period, day('2022-03-08'))).toBe(true)
    expect(covers(period, day('2026-02-14'))).toBe(true)
    expect(covers(period, day('2026-02-15'))).toBe(false)
  })

  test('days are counted as the calendar of the machine counts them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -25_000, max: 80_000 }),
        fc.integer({ min: -400, max: 400 }),
        (from, step) => {
          const text = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10)
          const start = day(text(from))

          expect(addDays(start, step)).toBe(text(from + step))
          expect(daysBetween(start, addDays(start, step))).toBe(step)
        },
      ),
    )
  })
})

describe('canonical JSON', () => {
  test('does not depend on the order of members, on absent ones, or on how accents are composed', () => {
    expect(canonicalJson({ b: 1, a: ['x', null], c: undefined })).toBe('{"a":["x",null],"b":1}')
    expect(canonicalJson('Đắk')).toBe(canonicalJson('Đắk'.normalize('NFD')))
  })

  test('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value).normalize('NFC'))
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain)
      }),
    )
  })
})
