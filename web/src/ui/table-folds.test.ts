import { expect, test } from 'vitest'

import { foldRows } from './table-folds.ts'

type Row = { readonly id: number; readonly place: string | undefined }

const folds = {
  groupOf: ({ place }: Row) => (place === undefined ? undefined : { id: place, name: place }),
  says: (rows: readonly Row[]) => `${rows.length} rows`,
}

function rowsIn(count: number, places: readonly (string | undefined)[]): readonly Row[] {
  return Array.from({ length: count }, (_, id) => ({ id, place: places[id % places.length] }))
}

test('a short list is not folded, unless its rows are tall', () => {
  const rows = rowsIn(12, ['Đắk Hà', 'Sa Thầy'])
  expect(foldRows(rows, folds)).toEqual({ shown: rows, folded: [] })
  expect(foldRows(rows, { ...folds, fewest: 7 }).folded).toHaveLength(2)
})

test('groups stand in the order of their names, rows in the order they had, those in no group last', () => {
  const { shown, folded } = foldRows(rowsIn(15, ['Sa Thầy', undefined, 'Đắk Hà']), folds)
  expect(shown).toEqual([])
  expect(folded.map(({ name, says }) => [name, says])).toEqual([
    ['Đắk Hà', '5 rows'],
    ['Sa Thầy', '5 rows'],
    [undefined, '5 rows'],
  ])
  expect(folded[0]?.rows.map(({ id }) => id)).toEqual([2, 5, 8, 11, 14])
})

test('of a list that all lies in one group the first rows are shown and the rest is folded', () => {
  const rows = rowsIn(96, [undefined])
  const { shown, folded } = foldRows(rows, folds)
  expect(shown).toEqual(rows.slice(0, 20))
  expect(folded).toEqual([
    { id: 'rest', rows: rows.slice(20), says: '76 rows', name: undefined, isRest: true },
  ])
  expect(foldRows(rows.slice(0, 20), folds).folded).toEqual([])
})

test('two districts of one name are two groups', () => {
  const named = { ...folds, groupOf: ({ id }: Row) => ({ id: String(id % 2), name: 'Đắk Hà' }) }
  expect(foldRows(rowsIn(14, [undefined]), named).folded.map(({ id, name }) => [id, name])).toEqual([
    ['0', 'Đắk Hà'],
    ['1', 'Đắk Hà'],
  ])
})
