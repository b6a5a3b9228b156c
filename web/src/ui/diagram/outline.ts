import type { Delaunay } from 'd3-delaunay'

import { contour, smooth, thin, type Field } from './contour.ts'
import { boxOf, distance, distanceToSegment, isInside, type Point, type Ring, type Segment } from './plane.ts'

export type OutlineOptions = {
  /** How far the drawing reaches beyond the net, in kilometres. */
  readonly reach: number
  /** Triangles with a longer side, in kilometres, are no land: they would bridge a bay of the outline. */
  readonly longestSide: number
}

/** A triangle of the net, a lone side, or a lone point. */
type Piece = { readonly corners: readonly Point[]; readonly sides: readonly Segment[] }

/**
 * The outline of the drawing: the short triangles of the net, widened by `reach` and rounded. Every point
 * lies inside it; a point far from all others has an island of its own.
 */
export function outlineOf(
  points: readonly Point[],
  net: Delaunay<Delaunay.Point>,
  { reach, longestSide }: OutlineOptions,
): readonly Ring[] {
  const field = reachField(piecesOf(points, net, longestSide), reach)
  return contour(field, reach).map((ring) => thin(smooth(ring, 40), reach / 150))
}

function piecesOf(
  points: readonly Point[],
  net: Delaunay<Delaunay.Point>,
  longestSide: number,
): readonly Piece[] {
  const pieces: Piece[] = []
  const used = new Set<number>()
  for (let triangle = 0; triangle * 3 < net.triangles.length; triangle++) {
    const indices = Array.from(net.triangles.subarray(triangle * 3, triangle * 3 + 3))
    const corners = pick(points, indices)
    const sides = joined(corners)
    if (sides.some(([from, to]) => distance(from, to) >= longestSide)) continue
    indices.forEach((index) => used.add(index))
    pieces.push({ corners, sides })
  }
  for (const [index, point] of points.entries()) {
    if (used.has(index)) continue
    const near = pick(points, [...net.neighbors(index)]).filter(
      (other) => distance(point, other) < longestSide,
    )
    if (near.length === 0) pieces.push({ corners: [point], sides: [[point, point]] })
    for (const other of near) pieces.push({ corners: [point, other], sides: [[point, other]] })
  }
  return pieces
}

function pick(points: readonly Point[], indices: readonly number[]): readonly Point[] {
  return indices.map((index) => points[index]).filter((point) => point !== undefined)
}

function joined(corners: readonly Point[]): readonly Segment[] {
  const [a, b, c] = corners
  return a === undefined || b === undefined || c === undefined
    ? []
    : [
        [a, b],
        [b, c],
        [c, a],
      ]
}

/** Distance to the nearest piece on a raster, cut off a little beyond `reach`. */
function reachField(pieces: readonly Piece[], reach: number): Field {
  const step = reach / 8
  const margin = reach + 3 * step
  const box = boxOf(
    pieces.flatMap(({ corners }) => corners),
    margin,
  )
  const columns = Math.ceil((box.right - box.left) / step) + 1
  const rows = Math.ceil((box.bottom - box.top) / step) + 1
  const values = new Float64Array(columns * rows).fill(2 * reach)
  for (const { corners, sides } of pieces) {
    const near = boxOf(corners, margin)
    const [firstRow, lastRow] = [
      Math.floor((near.top - box.top) / step),
      Math.ceil((near.bottom - box.top) / step),
    ]
    const firstColumn = Math.floor((near.left - box.left) / step)
    const lastColumn = Math.ceil((near.right - box.left) / step)
    for (let row = Math.max(0, firstRow); row <= Math.min(rows - 1, lastRow); row++) {
      for (let column = Math.max(0, firstColumn); column <= Math.min(columns - 1, lastColumn); column++) {
        const place: Point = [box.left + column * step, box.top + row * step]
        const isWithin = corners.length === 3 && isInside(place, [corners])
        const away = isWithin ? 0 : Math.min(...sides.map((side) => distanceToSegment(place, side)))
        const index = row * columns + column
        values[index] = Math.min(values[index] ?? away, away)
      }
    }
  }
  return { origin: [box.left, box.top], step, columns, rows, values }
}
