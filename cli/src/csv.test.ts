import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseCsv } from './csv.ts'

test('a table with a comma, with a semicolon, with a byte order mark and with ends of lines of every system', () => {
  const table = {
    ok: true,
    value: {
      header: ['id', 'value'],
      rows: [
        { line: 2, cells: ['a', '1'] },
        { line: 3, cells: ['b', ''] },
      ],
    },
  }

  expect(parseCsv('id,value\na,1\nb,\n')).toEqual(table)
  expect(parseCsv('\uFEFFid;value\r\na;1\r\nb;')).toEqual(table)
  expect(parseCsv('id,value\ra,1\rb,')).toEqual(table)
})

test('quoted cells hold separators, quotes and line ends, and lines are still counted right', () => {
  expect(parseCsv('id,note\na,"một, ""hai""\nba"\n\nb,x')).toEqual({
    ok: true,
    value: {
      header: ['id', 'note'],
      rows: [
        { line: 2, cells: ['a', 'một, "hai"\nba'] },
        { line: 5, cells: ['b', 'x'] },
      ],
    },
  })
})

test.each([
  ['', { line: 1, problem: 'noRows' }],
  ['id,value\n', { line: 2, problem: 'noRows' }],
  ['id,value\na,"1\n', { line: 2, problem: 'quoteOpen' }],
  ['id,value\na,"1"2\n', { line: 2, problem: 'quoteInside' }],
  ['id,value\na,1\nb,2,3\n', { line: 3, problem: 'tooManyCells' }],
])('%j is no table', (text, fault) => {
  expect(parseCsv(text)).toEqual({ ok: false, refusal: fault })
})

test('every table that is written is read back, whatever its cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', ',', ';', '"', '\n', ' ') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const written = [
        'x;y;z',
        ...rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')),
      ]
      const read = parseCsv(written.join('\r\n'))

      expect(read.ok && read.value.rows.map((row) => row.cells)).toEqual(rows)
    }),
  )
})
