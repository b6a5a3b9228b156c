import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  columnAt,
  moveCursor,
  pathOf,
  staggerHeads,
  weave,
  type ClothGroup,
  type ClothShape,
  type Stitch,
} from './cloth.ts'

const shape: ClothShape = { rows: 19, columns: 85, groupStarts: [0, 11, 21, 28] }

test('arrows go one stitch and stop at the edges', () => {
  expect(moveCursor({ row: 3, column: 7 }, 'ArrowRight', shape)).toEqual({ row: 3, column: 8 })
  expect(moveCursor({ row: 3, column: 7 }, 'ArrowDown', shape)).toEqual({ row: 4, column: 7 })
  expect(moveCursor({ row: 0, column: 0 }, 'ArrowUp', shape)).toEqual({ row: 0, column: 0 })
  expect(moveCursor({ row: 0, column: 0 }, 'ArrowLeft', shape)).toEqual({ row: 0, column: 0 })
  expect(moveCursor({ row: 18, column: 84 }, 'ArrowDown', shape)).toEqual({ row: 18, column: 84 })
})

test('past the last stitch of a row is its count, and nothing beyond', () => {
  expect(moveCursor({ row: 5, column: 84 }, 'ArrowRight', shape)).toEqual({ row: 5, column: 85 })
  expect(moveCursor({ row: 5, column: 85 }, 'ArrowRight', shape)).toEqual({ row: 5, column: 85 })
  expect(moveCursor({ row: 5, column: 2 }, 'End', shape)).toEqual({ row: 5, column: 85 })
  expect(moveCursor({ row: 5, column: 2 }, 'End', shape, true)).toEqual({ row: 18, column: 85 })
  expect(moveCursor({ row: 5, column: 2 }, 'Home', shape, true)).toEqual({ row: 0, column: 0 })
})

test('Page Up and Page Down go by district', () => {
  expect(moveCursor({ row: 2, column: 0 }, 'PageDown', shape)).toEqual({ row: 2, column: 11 })
  expect(moveCursor({ row: 2, column: 30 }, 'PageDown', shape)).toEqual({ row: 2, column: 85 })
  expect(moveCursor({ row: 2, column: 30 }, 'PageUp', shape)).toEqual({ row: 2, column: 28 })
  expect(moveCursor({ row: 2, column: 28 }, 'PageUp', shape)).toEqual({ row: 2, column: 21 })
})

test('other keys are left to the page', () => {
  for (const key of ['Tab', 'Enter', 'a', 'Escape']) {
    expect(moveCursor({ row: 0, column: 0 }, key, shape)).toBeUndefined()
  }
})

test('no walk leaves the cloth', () => {
  const keys = fc.constantFrom(
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), (walk) => {
      const end = walk.reduce((at, [key, control]) => moveCursor(at, key, shape, control) ?? at, {
        row: 9,
        column: 40,
      })
      expect(end.row).toBeGreaterThanOrEqual(0)
      expect(end.row).toBeLessThan(shape.rows)
      expect(end.column).toBeGreaterThanOrEqual(0)
      expect(end.column).toBeLessThanOrEqual(shape.columns)
    }),
  )
})

test('inside a group units stand from most met to fewest; groups keep their order, empty ones go', () => {
  const cloth = weave([
    group('b', { few: ['met', 'unmet'], many: ['met', 'basicallyMet'] }),
    group('empty', {}),
    group('a', { none: ['unknown', 'unmet'] }),
  ])
  expect(cloth.columns.map(({ unit }) => unit.id)).toEqual(['many', 'few', 'none'])
  expect(cloth.heads.map(({ group: { id } }) => id)).toEqual(['b', 'a'])
  expect(cloth.width).toBeCloseTo(3 * 9.6 + 8 - 1.6)
})

test('every stitch is drawn once, in the path of its kind', () => {
  const cloth = weave([
    group('a', { one: ['met', 'unmet', 'unknown'], two: ['met', 'notApplicable', 'unmet'] }),
  ])
  const count = (kind: Stitch) => pathOf(cloth, kind, [0, 1, 2]).split('M').length - 1
  expect([
    count('met'),
    count('unmet'),
    count('unknown'),
    count('notApplicable'),
    count('basicallyMet'),
  ]).toEqual([2, 2, 1, 1, 0])
})

test('a pointer finds the stitch under it', () => {
  const cloth = weave([group('a', { one: ['met'], two: ['met'] }), group('b', { three: ['met'] })])
  expect(columnAt(cloth, 4)).toBe(0)
  expect(columnAt(cloth, 12)).toBe(1)
  expect(columnAt(cloth, 29)).toBe(2)
  expect(columnAt(cloth, 500)).toBe(2)
})

test('heads that would touch stand on two lines', () => {
  const heads = [
    { from: 0, width: 60 },
    { from: 100, width: 60 },
    { from: 130, width: 60 },
    { from: 170, width: 60 },
  ]
  expect(staggerHeads(heads, 6)).toEqual([0, 0, 1, 0])
})

function group(id: string, units: Readonly<Record<string, readonly Stitch[]>>): ClothGroup {
  return {
    id,
    name: id,
    fullName: id,
    units: Object.entries(units).map(([unit, stitches]) => ({ id: unit, name: unit, stitches })),
  }
}
