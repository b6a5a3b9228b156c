import type { Cell, Layout } from './layout.ts'
import { distance, isInside, type Point } from './plane.ts'

/** What a name should not cover: the number of a unit, the more so when it has a ring. */
export type Obstacle = { readonly at: Point; readonly radius: number; readonly weight: number }

export type Name = { readonly group: string; readonly text: string }

export type PlacedName = Name & { readonly at: Point }

export type NameMetrics = {
  /** All in the units of the layout. */
  readonly letter: number
  readonly height: number
}

/**
 * Finds for each name a place inside its group that covers as few numbers as it can and is near the middle;
 * names of small groups choose first. Two names never share a place while there is another.
 */
export function placeNames(
  names: readonly Name[],
  layout: Layout,
  obstacles: readonly Obstacle[],
  metrics: NameMetrics,
): readonly PlacedName[] {
  const placed: PlacedName[] = []
  const raster = rasterOf(layout, metrics.height / 2)
  const candidates = names
    .map((name) => ({ name, spots: raster.get(name.group) ?? [] }))
    .toSorted((one, other) => one.spots.length - other.spots.length)
  for (const { name, spots } of candidates) {
    const middle = middleOf(spots)
    const best = spots
      .map((at) => ({ at, cost: costOf(at, name, middle, layout, obstacles, placed, metrics) }))
      .toSorted((one, other) => one.cost - other.cost)[0]
    if (best !== undefined) placed.push({ ...name, at: best.at })
  }
  return placed
}

/** Places to try, by the group whose unit is nearest; the points of the units themselves always belong. */
function rasterOf(layout: Layout, step: number): ReadonlyMap<string, readonly Point[]> {
  const byGroup = new Map<string, Point[]>()
  const put = (group: string, point: Point) => byGroup.get(group)?.push(point) ?? byGroup.set(group, [point])
  for (const cell of layout.cells) put(cell.group, cell.spot)
  for (let y = layout.box.top; y <= layout.box.bottom; y += step) {
    for (let x = layout.box.left; x <= layout.box.right; x += step) {
      if (!isInside([x, y], layout.outline)) continue
      const nearest = layout.cells.reduce<Cell | undefined>(
        (best, cell) =>
          best === undefined || distance(cell.site, [x, y]) < distance(best.site, [x, y]) ? cell : best,
        undefined,
      )
      if (nearest !== undefined) put(nearest.group, [x, y])
    }
  }
  return byGroup
}

function middleOf(points: readonly Point[]): Point {
  const [x, y] = points.reduce<Point>(([sumX, sumY], [px, py]) => [sumX + px, sumY + py], [0, 0])
  return [x / points.length, y / points.length]
}

function costOf(
  at: Point,
  name: Name,
  middle: Point,
  layout: Layout,
  obstacles: readonly Obstacle[],
  placed: readonly PlacedName[],
  metrics: NameMetrics,
): number {
  const half = (name.text.length * metrics.letter) / 2
  const [x, y] = at
  const covered = obstacles.reduce((sum, { at: [ox, oy], radius, weight }) => {
    const across = overlap(x - half, x + half, ox - radius, ox + radius)
    const along = overlap(y - metrics.height / 2, y + metrics.height / 2, oy - radius, oy + radius)
    return sum + (weight * across * along) / (radius * radius)
  }, 0)
  const onNames = placed.reduce((sum, other) => {
    const otherHalf = (other.text.length * metrics.letter) / 2
    const apart = Math.abs(x - other.at[0]) - half - otherHalf
    return sum + (apart < metrics.letter && Math.abs(y - other.at[1]) < metrics.height * 1.2 ? 100 : 0)
  }, 0)
  const beyond = Math.max(0, layout.box.left - (x - half), x + half - layout.box.right)
  const off = Math.hypot(x - middle[0], y - middle[1]) / metrics.height
  return covered + onNames + beyond * 50 + off * 0.35
}

function overlap(from: number, to: number, otherFrom: number, otherTo: number): number {
  return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom))
}
