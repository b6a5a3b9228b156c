import { expect, test } from 'vitest'

import { list, table, widthOf } from './table.ts'

test('columns stand under one another whatever marks the letters carry', () => {
  const rows = [
    { name: 'Đăk Tơ Lung', met: 19 },
    { name: 'Ngo\u0323\u0302k Tu\u0323', met: 7 },
    { name: '村', met: 12 },
  ]

  expect(
    table(
      [
        { head: 'Xã', cell: (row: (typeof rows)[number]) => row.name },
        { head: 'Đạt', align: 'right', cell: (row) => String(row.met) },
      ],
      rows,
    ),
  ).toBe(
    [
      'Xã           Đạt',
      '───────────  ───',
      'Đăk Tơ Lung   19',
      'Ngo\u0323\u0302k Tu\u0323        7',
      '村            12',
    ].join('\n'),
  )
})

test.each([
  ['Đắk Hà', 6],
  ['Đắk Hà'.normalize('NFD'), 6],
  ['村', 2],
  ['a\u200bb', 2],
  ['', 0],
])('%j takes %i cells', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

test('a text of the data cannot speak to the terminal', () => {
  expect(list([['Tên', 'a\u001b[31mb\nc']])).toBe('Tên  a [31mb c')
})

test('labels and values stand in two columns', () => {
  expect(
    list([
      ['Số xã', '85'],
      ['Đạt đủ tiêu chí', '48'],
    ]),
  ).toBe('Số xã            85\nĐạt đủ tiêu chí  48')
})
