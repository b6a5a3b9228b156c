import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { canonicalJson } from '@ancu/core/kernel'

import { referredFirst, RowError, rowText, storedRowText, type Row } from './rows.ts'
import { ledgerTables, type TableShape } from './tables.ts'

const sample = {
  key: ['id'],
  refersToOwn: ['replaces', 'revokes'],
  supersedable: false,
  columns: {
    id: 'text',
    name: 'text?',
    count: 'bigint?',
    year: 'integer?',
    place: 'double?',
    sure: 'boolean?',
    day: 'day?',
    content: 'json?',
    replaces: 'text?',
    revokes: 'text?',
  },
} as const satisfies TableShape

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/)

describe('text of a row', () => {
  test('is the canonical JSON of what is not null', () => {
    const name = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))
    const row = fc.record(
      {
        id,
        name: fc.option(name),
        count: fc.option(fc.maxSafeInteger()),
        year: fc.option(fc.integer()),
        place: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        sure: fc.option(fc.boolean()),
      },
      { requiredKeys: ['id'] },
    )
    fc.assert(
      fc.property(row, (given) => {
        const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
        expect(rowText(sample, given)).toBe(canonicalJson(present))
      }),
    )
  })

  test('does not change with the order of the columns, nor when a column is added later', () => {
    const later: TableShape = { ...sample, columns: { added: 'text?', ...sample.columns } }
    expect(rowText(later, { year: 2020, id: 'a' })).toBe(rowText(sample, { id: 'a', year: 2020, name: null }))
  })

  test('is the same for both forms of Unicode, and for JSON written in another order', () => {
    const composed = rowText(sample, { id: 'a', name: 'Đắk Hà'.normalize('NFC'), content: '{"a":1,"b":[2]}' })
    const decomposed = rowText(sample, {
      id: 'a',
      name: 'Đắk Hà'.normalize('NFD'),
      content: '{ "b": [2.0], "a": 1 }',
    })
    expect(decomposed).toBe(composed)
  })

  test('is read back from the database as it was written', () => {
    const stored = {
      id: 'a',
      count: '-7',
      place: '1e-07',
      sure: 'true',
      day: '2020-01-02',
      content: '{"b": 1, "a": 2}',
    }
    const written = {
      id: 'a',
      count: -7,
      place: 1e-7,
      sure: true,
      day: '2020-01-02',
      content: '{"a":2,"b":1}',
    }
    expect(storedRowText(sample, stored)).toBe(rowText(sample, written))
  })

  test.each<[string, Row, string]>([
    ['a column the table lacks', { id: 'a', colour: 'red' }, 'columnUnknown'],
    ['no key', { name: 'a' }, 'valueMissing'],
    ['a key that is not plain', { id: 'đ' }, 'keyNotPlain'],
    ['text for a number', { id: 'a', count: '1' }, 'wrongType'],
    ['a number for text', { id: 'a', name: 1 }, 'wrongType'],
    ['a broken number', { id: 'a', count: 1.5 }, 'wrongType'],
    ['a number beyond what is exact', { id: 'a', count: 2 ** 53 }, 'wrongType'],
    ['a year beyond the column', { id: 'a', year: 2 ** 31 }, 'wrongType'],
    ['a day the calendar lacks', { id: 'a', day: '2023-02-29' }, 'wrongType'],
    ['the character zero', { id: 'a', name: 'a\0b' }, 'textNotStorable'],
    ['half of a pair', { id: 'a', name: '\ud800' }, 'textNotStorable'],
    ['the character zero within JSON', { id: 'a', content: '{"a":"\\u0000"}' }, 'textNotStorable'],
    ['half of a pair within JSON', { id: 'a', content: '["\\udc00"]' }, 'textNotStorable'],
    ['more than a backup can hold', { id: 'a', name: 'x'.repeat(2 ** 24) }, 'tooLong'],
  ])('refuses %s', (_, row, problem) => {
    expect(() => rowText(sample, row)).toThrow(expect.objectContaining({ problem }))
    expect(() => rowText(sample, row)).toThrow(RowError)
  })

  test('takes a backslash followed by u0000, and a whole pair, for what they are', () => {
    expect(rowText(sample, { id: 'a', content: JSON.stringify(['\\u0000', '𝄞']) })).toContain('𝄞')
  })
})

describe('order in which rows of one table are written', () => {
  test('puts every row after those it refers to, whatever the order given, and loses none', () => {
    const forest = fc
      .array(fc.tuple(fc.option(fc.nat()), fc.option(fc.nat())), { maxLength: 60 })
      .map((links) =>
        links.map(([replaces, revokes], index): Row => {
          const earlier = (link: number | null) => (link === null || index === 0 ? null : `r${link % index}`)
          return { id: `r${index}`, replaces: earlier(replaces), revokes: earlier(revokes) }
        }),
      )
      .chain((rows) => fc.shuffledSubarray(rows, { minLength: rows.length }))
    fc.assert(
      fc.property(forest, (rows) => {
        const ordered = referredFirst(sample, rows)
        expect(new Set(ordered)).toEqual(new Set(rows))
        expect(ordered).toHaveLength(rows.length)
        const place = new Map(ordered.map((row, index) => [row['id'] ?? null, index]))
        const tooEarly = ordered.filter((row, index) =>
          [row['replaces'] ?? null, row['revokes'] ?? null].some(
            (other) => (place.get(other) ?? -1) >= index,
          ),
        )
        expect(tooEarly).toEqual([])
      }),
    )
  })

  test('bears long chains and rings', () => {
    const chain = Array.from({ length: 50_000 }, (_, index): Row => ({
      id: `r${index}`,
      replaces: `r${index + 1}`,
    }))
    expect(referredFirst(sample, chain)[0]).toEqual({ id: 'r49999', replaces: 'r50000' })
    const ring: Row[] = [
      { id: 'a', replaces: 'b' },
      { id: 'b', replaces: 'a' },
    ]
    expect(new Set(referredFirst(sample, ring))).toEqual(new Set(ring))
  })

  test('leaves rows alone that refer to nothing', () => {
    const rows: Row[] = [{ id: 'b' }, { id: 'a' }]
    expect(referredFirst(ledgerTables.figure, rows)).toBe(rows)
  })
})
