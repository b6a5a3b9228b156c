import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { communes } from '../catalogue/communes.ts'
import { communeScale, layOut, type Layout, type Place } from './layout.ts'
import { areaOf, boxOf, distanceToSegment, flatten, isInside, sidesOf, type Point } from './plane.ts'

const konTum: readonly Place[] = communes.map(([, , group, lon, lat], index) => ({
  id: `u${index}`,
  lon,
  lat,
  group,
}))

describe('the 102 units of Kon Tum', () => {
  const layout = layOut(konTum)

  test('stay inside the outermost points but for the margin', () => {
    const points = flatten(konTum)
    const allowed = boxOf(points, communeScale.reach + 0.01)
    expect(layout.box.left).toBeGreaterThanOrEqual(allowed.left)
    expect(layout.box.top).toBeGreaterThanOrEqual(allowed.top)
    expect(layout.box.right).toBeLessThanOrEqual(allowed.right)
    expect(layout.box.bottom).toBeLessThanOrEqual(allowed.bottom)
    const hull = hullOf(points)
    for (const point of layout.outline.flat())
      expect(distanceToHull(point, hull)).toBeLessThan(communeScale.reach + 0.01)
  })

  test('each have a cell around their own point', () => {
    expect(layout.cells).toHaveLength(102)
    for (const cell of layout.cells) expect(isInside(cell.site, cell.rings)).toBe(true)
  })

  test('share the whole drawing out among them, nothing twice', () => {
    expect(totalArea(layout)).toBeCloseTo(drawingArea(layout), 3)
  })

  test('have neighbours that are each other’s', () => {
    expectSymmetry(layout)
    for (const cell of layout.cells) expect(cell.neighbours.length).toBeGreaterThan(0)
  })

  test('keep their district in one piece: every unit touches another of its district', () => {
    const groupOf = new Map(layout.cells.map(({ id, group }) => [id, group]))
    for (const cell of layout.cells) {
      expect(cell.neighbours.some((other) => groupOf.get(other) === cell.group)).toBe(true)
    }
  })

  test('are drawn the same whenever and in whatever order they come', () => {
    expect(layOut(konTum)).toEqual(layout)
    const reversed = layOut(konTum.toReversed())
    const area = new Map(reversed.cells.map((cell) => [cell.id, areaOfCell(cell)]))
    for (const cell of layout.cells) expect(area.get(cell.id)).toBeCloseTo(areaOfCell(cell), 6)
  })

  test('draw the borders of districts between districts only', () => {
    const sites = layout.cells.map(({ site, group }) => ({ site, group }))
    for (const {
      segment: [from, to],
      isBetweenGroups,
    } of layout.borders) {
      const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      const [one, other] = sites
        .map(({ site, group }) => ({ group, away: Math.hypot(site[0] - middle[0], site[1] - middle[1]) }))
        .toSorted((a, b) => a.away - b.away)
      expect(one?.group !== other?.group).toBe(isBetweenGroups)
    }
  })
})

test('a bay stays open: the units on its two shores are no neighbours across it', () => {
  // A horseshoe of units a tenth of a degree apart, open to the south over 40 kilometres.
  const shore = [0, 1, 2, 3, 4].flatMap((step) => [
    place(`west${step}`, 108, 14.5 + step / 10),
    place(`east${step}`, 108.4, 14.5 + step / 10),
  ])
  const north = [1, 2, 3].map((step) => place(`north${step}`, 108 + step / 10, 14.9))
  const layout = layOut([...shore, ...north])
  const [water] = flatten([...shore, ...north, place('water', 108.2, 14.55)]).slice(-1)
  expect(water && isInside(water, [hullOf(layout.cells.map(({ site }) => site))])).toBe(true)
  expect(water && isInside(water, layout.outline)).toBe(false)
  expect(layout.cells.find(({ id }) => id === 'west0')?.neighbours).toEqual(['west1'])
  expect(layout.cells.find(({ id }) => id === 'east0')?.neighbours).toEqual(['east1'])
})

test('no place at all is an empty drawing', () => {
  expect(layOut([]).cells).toEqual([])
})

test('one unit alone is drawn as wide as the margin', () => {
  const layout = layOut([place('a', 108, 14.5)])
  expect(layout.cells).toHaveLength(1)
  expect(layout.box.right - layout.box.left).toBeGreaterThan(1.6 * communeScale.reach)
  expect(layout.box.right - layout.box.left).toBeLessThanOrEqual(2 * communeScale.reach)
})

test('two units on one point both have a cell', () => {
  const layout = layOut([place('a', 108, 14.5), place('b', 108, 14.5), place('c', 108.1, 14.6)])
  expect(layout.cells.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  for (const cell of layout.cells) expect(areaOfCell(cell)).toBeGreaterThan(1)
})

test('an island has land of its own and no neighbour across the sea', () => {
  const coast = [place('a', 108.8, 15.1), place('b', 108.9, 15.1), place('c', 108.85, 15.2)]
  const layout = layOut([...coast, place('island', 109.3, 15.4)])
  expect(layout.outline).toHaveLength(2)
  const island = layout.cells.find(({ id }) => id === 'island')
  expect(island?.neighbours).toEqual([])
  expect(areaOfCell(island ?? { rings: [] })).toBeGreaterThan(60)
})

test('whatever the points, all units have a cell, neighbours are mutual and nothing is drawn twice', () => {
  const degrees = fc.integer({ min: 0, max: 120 }).map((step) => step / 100)
  const places = fc.array(fc.tuple(degrees, degrees, fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 25,
  })
  fc.assert(
    fc.property(places, (drawn) => {
      const layout = layOut(
        drawn.map(([lon, lat, group], index) => place(`u${index}`, 108 + lon, 14 + lat, `g${group}`)),
      )
      expect(layout.cells).toHaveLength(drawn.length)
      for (const cell of layout.cells) expect(areaOfCell(cell)).toBeGreaterThan(0)
      expectSymmetry(layout)
      expect(totalArea(layout)).toBeCloseTo(drawingArea(layout), 2)
    }),
    { numRuns: 60 },
  )
})

function place(id: string, lon: number, lat: number, group = 'g'): Place {
  return { id, lon, lat, group }
}

function expectSymmetry(layout: Layout): void {
  const neighboursOf = new Map(layout.cells.map(({ id, neighbours }) => [id, neighbours]))
  for (const { id, neighbours } of layout.cells) {
    for (const other of neighbours) expect(neighboursOf.get(other)).toContain(id)
    expect(neighbours).not.toContain(id)
  }
}

function areaOfCell({ rings }: Pick<Layout['cells'][number], 'rings'>): number {
  return rings.reduce((sum, ring) => sum + areaOf(ring), 0)
}

function totalArea(layout: Layout): number {
  return layout.cells.reduce((sum, cell) => sum + areaOfCell(cell), 0)
}

function drawingArea(layout: Layout): number {
  return layout.outline.reduce((sum, ring) => sum + areaOf(ring), 0)
}

function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by)
  const half = (among: readonly Point[]) =>
    among.reduce<Point[]>((hull, point) => {
      while (hull.length > 1 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop()
      hull.push(point)
      return hull
    }, [])
  return [...half(sorted).slice(0, -1), ...half(sorted.toReversed()).slice(0, -1)]
}

function turn(a: Point | undefined, b: Point | undefined, [x, y]: Point): number {
  if (a === undefined || b === undefined) return 0
  return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
}

function distanceToHull(point: Point, hull: readonly Point[]): number {
  if (isInside(point, [hull])) return 0
  return Math.min(...sidesOf(hull).map((side) => distanceToSegment(point, side)))
}
