import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseCsv, writeCsv } from './csv.ts'

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
  ['id,value\na,1\nb,2,3\n', { line: 3, problem: 'tooManyCells', cells: 3, columns: 2 }],
  ['id,value,note\na,2,1,\n', { line: 2, problem: 'tooManyCells', cells: 4, columns: 3 }],
])('%j is no table', (text, fault) => {
  expect(parseCsv(text)).toEqual({ ok: false, refusal: fault })
})

test('rows of empty cells are passed over', () => {
  expect(parseCsv('id;value\n;\na;1\n ; \n')).toMatchObject({
    ok: true,
    value: { rows: [{ cells: ['a', '1'] }] },
  })
})

test('what a spreadsheet would take for a formula is guarded; a number is not', () => {
  expect(writeCsv(['note'], [['=1+1'], ['-3,5'], ['-x']])).toBe("\uFEFFnote\r\n'=1+1\r\n-3,5\r\n'-x\r\n")
})

test('every table that is written is read back, whatever its cells hold', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', ',', ';', '"', '\n', ' ', '=', '-', "'", '1') })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('a'), cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const read = parseCsv(writeCsv(['x', 'y', 'z'], rows))

      expect(read.ok && read.value.rows.map((row) => row.cells)).toEqual(rows)
    }),
  )
})
