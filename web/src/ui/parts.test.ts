import { describe, expect, test } from 'vitest'

import { readDay } from './day-entry.ts'
import { sortRows } from './sorting.ts'
import { packRows } from './tile-rows.ts'

describe('a day that was typed', () => {
  const read = (text: string) => readDay(text, '2017-01-01', '2026-11-21')

  test('is read the ways people write it', () => {
    for (const text of ['31/3/2024', ' 31/03/2024 ', '31-3-2024', '31.3.2024', '31 3 2024', '2024-03-31']) {
      expect(read(text)).toEqual({ ok: true, day: '2024-03-31' })
    }
  })

  test('that the calendar does not have is no day', () => {
    for (const text of ['', '31/2/2024', '29/2/2023', '1/13/2024', '31/3/24', 'hôm nay', '31/3/2024x']) {
      expect(read(text)).toEqual({ ok: false, fault: 'notADay' })
    }
  })

  test('must lie between the first and the last that can be looked at', () => {
    expect(read('1/1/2017')).toEqual({ ok: true, day: '2017-01-01' })
    expect(read('31/12/2016')).toEqual({ ok: false, fault: 'tooEarly' })
    expect(read('21/11/2026')).toEqual({ ok: true, day: '2026-11-21' })
    expect(read('22/11/2026')).toEqual({ ok: false, fault: 'tooLate' })
  })
})

describe('sorting', () => {
  test('puts what is unknown last, whichever the direction', () => {
    const rows = [3, undefined, 1, 2]
    expect(sortRows(rows, (row) => row, false)).toEqual([1, 2, 3, undefined])
    expect(sortRows(rows, (row) => row, true)).toEqual([3, 2, 1, undefined])
  })

  test('knows Vietnamese letters and numbers inside names', () => {
    expect(sortRows(['Đắk Hà', 'Ea', 'Dục Nông', 'Thôn 10', 'Thôn 2'], (row) => row, false)).toEqual([
      'Dục Nông',
      'Đắk Hà',
      'Ea',
      'Thôn 2',
      'Thôn 10',
    ])
  })
})

describe('rows of tiles', () => {
  const groups = [1, 8, 4, 4, 2].map((count, index) => ({
    name: `group ${index}`,
    tiles: Array.from({ length: count }, (_, tile) => `${index}.${tile}`),
  }))

  test('hold the groups of the set for communes in two rows of ten', () => {
    const rows = packRows(groups, 10)
    expect(rows.map((row) => row.map(({ tiles }) => tiles.length))).toEqual([
      [1, 8],
      [4, 4, 2],
    ])
  })

  test('keep every tile, in order, and no row is too long, however narrow', () => {
    for (const perRow of [1, 2, 3, 5, 7, 10]) {
      const rows = packRows(groups, perRow)
      expect(rows.flat().flatMap(({ tiles }) => tiles)).toEqual(groups.flatMap(({ tiles }) => tiles))
      for (const row of rows) expect(row.flatMap(({ tiles }) => tiles).length).toBeLessThanOrEqual(perRow)
    }
  })

  test('say when a group goes on from the row before', () => {
    const rows = packRows([{ name: 'long', tiles: ['a', 'b', 'c'] }], 2)
    expect(rows.flat().map(({ isContinued }) => isContinued)).toEqual([false, true])
  })
})
