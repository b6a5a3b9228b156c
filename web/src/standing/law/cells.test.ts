import { expect, test } from 'vitest'

import { level, reading, source, term } from '../../testing/law.ts'
import { busiestColumn, cellsOf, columnIds, sourceOf } from './cells.ts'

const anywhere = { notApplicableIn: [] }

test('columns that share a level are one place, and columns apart are not', () => {
  const [of80, of90] = [level('stated', { columns: ['A', 'C'] }), level('unknown', { columns: ['B'] })]
  const cells = cellsOf(term({ levels: [of80, of90] }), anywhere, ['A', 'B', 'C'])

  expect(cells.map(({ columns }) => columns)).toEqual([['A'], ['B'], ['C']])
  expect(cellsOf(term({ levels: [of80, of90] }), anywhere, ['A', 'C']).map(({ columns }) => columns)).toEqual(
    [['A', 'C']],
  )
})

test('a line without levels is one place, but for the columns in which it does not apply', () => {
  const passed = term({ kind: 'pass', levels: [], source })
  const cells = cellsOf(passed, { notApplicableIn: ['B'] }, ['A', 'B', 'C'])

  expect(cells).toEqual([
    { columns: ['A'], kind: 'plain' },
    { columns: ['B'], kind: 'notApplicable' },
    { columns: ['C'], kind: 'plain' },
  ])
  expect(cells[0] && sourceOf(passed, cells[0])).toBe(source)
})

test('a set without columns has one for all, and the busiest is shown at first', () => {
  expect(columnIds(reading([], { columns: [] }))).toEqual(['*'])
  expect(busiestColumn(reading([], { columns: [] }))).toBe('*')
  expect(busiestColumn(reading([]))).toBe('B')
})
