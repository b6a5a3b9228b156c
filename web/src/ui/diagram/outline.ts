import type { Delaunay } from 'd3-delaunay'

import { contour, smooth, thin, type Field } from './contour.ts'
import {
  boxOf,
  distance,
  distanceToSegment,
  isInside,
  sidesOf,
  type Box,
  type Point,
  type Ring,
  type Segment,
} from './plane.ts'

export type OutlineOptions = {
  /** How far the drawing reaches beyond the net, in kilometres. */
  readonly reach: number
  /** Triangles with a longer side, in kilometres, are no land: they would bridge a bay of the outline. */
  readonly longestSide: number
}

/** The land before it is widened: short triangles, and the sides from which anything outside is reached first. */
type Land = { readonly triangles: readonly Ring[]; readonly shores: readonly Segment[] }

/**
 * The outline of the drawing: the short triangles of the net, widened by `reach` and rounded. Every point
 * lies inside it; a point far from all others has an island of its own.
 */
export function outlineOf(
  points: readonly Point[],
  net: Delaunay<Delaunay.Point>,
  { reach, longestSide }: OutlineOptions,
): readonly Ring[] {
  const field = reachField(landOf(points, net, longestSide), points, reach)
  return contour(field, reach).map((ring) => thin(smooth(ring, 40), reach / 150))
}

function landOf(points: readonly Point[], net: Delaunay<Delaunay.Point>, longestSide: number): Land {
  const triangles: Ring[] = []
  const shores = new Map<string, Segment>()
  const isAshore = new Set<number>()
  for (let first = 0; first < net.triangles.length; first += 3) {
    const indices = Array.from(net.triangles.subarray(first, first + 3))
    const corners = pick(points, indices)
    const sides = sidesOf(corners)
    // Of fewer than three points there is no triangle; the net then names one of them twice.
    if (
      new Set(indices).size < 3 ||
      corners.length < 3 ||
      sides.some(([from, to]) => distance(from, to) >= longestSide)
    )
      continue
    triangles.push(corners)
    for (const [nth, side] of sides.entries()) {
      const name = [indices.at(nth - 1) ?? 0, indices[nth] ?? 0].toSorted((one, other) => one - other).join()
      // A side of two triangles lies inland.
      if (!shores.delete(name)) shores.set(name, side)
    }
    for (const index of indices) isAshore.add(index)
  }
  for (const [index, point] of points.entries()) {
    if (isAshore.has(index)) continue
    const near = pick(points, Array.from(net.neighbors(index)))
    const within = near.filter((other) => distance(point, other) < longestSide)
    for (const other of within.length > 0 ? within : [point])
      shores.set(`${index} ${shores.size}`, [point, other])
  }
  return { triangles, shores: [...shores.values()] }
}

function pick(points: readonly Point[], indices: readonly number[]): readonly Point[] {
  return indices.map((index) => points[index]).filter((point) => point !== undefined)
}

/** Distance to the land on a raster, cut off a little beyond `reach`. */
function reachField({ triangles, shores }: Land, points: readonly Point[], reach: number): Field {
  const step = reach / 8
  const margin = reach + 3 * step
  const box = boxOf(points, margin)
  const columns = Math.ceil((box.right - box.left) / step) + 1
  const rows = Math.ceil((box.bottom - box.top) / step) + 1
  const values = new Float64Array(columns * rows).fill(2 * reach)

  function lower(around: Box, distanceAt: (place: Point) => number) {
    const lastRow = Math.min(rows - 1, Math.ceil((around.bottom - box.top) / step))
    const lastColumn = Math.min(columns - 1, Math.ceil((around.right - box.left) / step))
    for (let row = Math.max(0, Math.floor((around.top - box.top) / step)); row <= lastRow; row++) {
      for (
        let column = Math.max(0, Math.floor((around.left - box.left) / step));
        column <= lastColumn;
        column++
      ) {
        const index = row * columns + column
        const away = distanceAt([box.left + column * step, box.top + row * step])
        if (away < (values[index] ?? 0)) values[index] = away
      }
    }
  }

  for (const shore of shores) lower(boxOf(shore, margin), (place) => distanceToSegment(place, shore))
  for (const triangle of triangles) {
    lower(boxOf(triangle), (place) => (isInside(place, [triangle]) ? 0 : Infinity))
  }
  return { origin: [box.left, box.top], step, columns, rows, values }
}
