import { Delaunay } from 'd3-delaunay'

import { outlineOf, type OutlineOptions } from './outline.ts'
import {
  areaOf,
  boxOf,
  clipToConvex,
  clipToRings,
  distance,
  distanceToSegment,
  flatten,
  isInside,
  sidesOf,
  type Box,
  type Point,
  type Ring,
  type Segment,
} from './plane.ts'

/** A unit as the drawing needs it: one point, and the district it is outlined with. */
export type Place = {
  readonly id: string
  readonly lon: number
  readonly lat: number
  readonly group: string
}

export type Cell = {
  readonly id: string
  readonly group: string
  readonly site: Point
  /** What of the drawing is nearer to this point than to any other. */
  readonly rings: readonly Ring[]
  /** The roomiest place in the cell, and how far it is from the nearest edge. */
  readonly spot: Point
  readonly room: number
  readonly neighbours: readonly string[]
}

/** Lines between cells; those between two groups are drawn as borders. */
export type Border = { readonly segment: Segment; readonly isBetweenGroups: boolean }

export type Layout = {
  /** In kilometres. */
  readonly box: Box
  readonly outline: readonly Ring[]
  readonly cells: readonly Cell[]
  readonly borders: readonly Border[]
}

/** Of a province whose communes lie some 5 to 20 kilometres apart. */
export const communeScale: OutlineOptions = { reach: 6, longestSide: 29 }

/** Shorter common edges than this, in kilometres, make no neighbours. */
const shortestEdge = 0.05

/** Draws cells around points, kept near to the outermost ones. The same places give the same drawing. */
export function layOut(places: readonly Place[], options: OutlineOptions = communeScale): Layout {
  if (places.length === 0)
    return { box: { left: 0, top: 0, right: 1, bottom: 1 }, outline: [], cells: [], borders: [] }
  const sites = partTwins(flatten(places), options.reach / 20)
  const net = Delaunay.from(sites.map(([x, y]) => [x, y]))
  const outline = outlineOf(sites, net, options)
  const box = boxOf(outline.flat())
  const voronoi = net.voronoi([box.left - 1, box.top - 1, box.right + 1, box.bottom + 1])
  const areas = sites.map((_, index) => clockwise(voronoi.cellPolygon(index)))

  const borders: Border[] = []
  const neighbours = new Map<string, Set<string>>(places.map(({ id }) => [id, new Set()]))
  for (const [index, place] of places.entries()) {
    for (const { other, edge } of commonEdges(index, sites, areas, net)) {
      const neighbour = places[other]
      if (other < index || neighbour === undefined) continue
      const inside = clipToRings(edge, outline)
      if (inside.reduce((sum, [from, to]) => sum + distance(from, to), 0) < shortestEdge) continue
      neighbours.get(place.id)?.add(neighbour.id)
      neighbours.get(neighbour.id)?.add(place.id)
      const isBetweenGroups = place.group !== neighbour.group
      borders.push(...inside.map((segment) => ({ segment, isBetweenGroups })))
    }
  }

  const cells = places.flatMap((place, index): Cell[] => {
    const [site, area] = [sites[index], areas[index]]
    if (site === undefined || area === undefined) return []
    const rings = outline.map((ring) => clipToConvex(ring, area)).filter((ring) => ring.length > 2)
    const { spot, room } = roomiest(rings, site)
    return [
      {
        id: place.id,
        group: place.group,
        site,
        rings,
        spot,
        room,
        neighbours: [...(neighbours.get(place.id) ?? [])],
      },
    ]
  })
  return { box, outline, cells, borders }
}

/** Two units on one point would leave one of them without a cell: the later one steps aside. */
function partTwins(points: readonly Point[], step: number): readonly Point[] {
  const taken = new Map<string, number>()
  return points.map(([x, y]) => {
    const key = `${x.toFixed(3)} ${y.toFixed(3)}`
    const earlier = taken.get(key) ?? 0
    taken.set(key, earlier + 1)
    if (earlier === 0) return [x, y]
    const angle = earlier * 2.4
    return [x + step * earlier * Math.cos(angle), y + step * earlier * Math.sin(angle)]
  })
}

function clockwise(polygon: readonly (readonly number[])[] | null): Ring {
  const ring = (polygon ?? [])
    .slice(0, -1)
    .flatMap(([x, y]): Point[] => (x === undefined || y === undefined ? [] : [[x, y]]))
  return areaOf(ring) < 0 ? ring.toReversed() : ring
}

/** The edges a cell has with its neighbours in the net: both points are equally far from the middle of the edge. */
function commonEdges(
  index: number,
  sites: readonly Point[],
  areas: readonly Ring[],
  net: Delaunay<Delaunay.Point>,
): readonly { readonly other: number; readonly edge: Segment }[] {
  const site = sites[index]
  if (site === undefined) return []
  const others = [...net.neighbors(index)]
  return sidesOf(areas[index] ?? []).flatMap((edge) => {
    const [[ax, ay], [bx, by]] = edge
    const middle: Point = [(ax + bx) / 2, (ay + by) / 2]
    const away = distance(middle, site)
    const other = others.find((candidate) => {
      const point = sites[candidate]
      return point !== undefined && Math.abs(distance(middle, point) - away) < 1e-5
    })
    return other === undefined ? [] : [{ other, edge }]
  })
}

/** Tries the point itself and a raster over the cell. */
function roomiest(rings: readonly Ring[], site: Point): { readonly spot: Point; readonly room: number } {
  const sides = rings.flatMap(sidesOf)
  const roomAt = (point: Point) =>
    isInside(point, rings) ? Math.min(...sides.map((side) => distanceToSegment(point, side))) : 0
  const box = boxOf(rings.flat())
  let best = { spot: site, room: roomAt(site) }
  const tries = 9
  for (let row = 1; row < tries; row++) {
    for (let column = 1; column < tries; column++) {
      const spot: Point = [
        box.left + ((box.right - box.left) * column) / tries,
        box.top + ((box.bottom - box.top) * row) / tries,
      ]
      const room = roomAt(spot)
      if (room > best.room * 1.05) best = { spot, room }
    }
  }
  return best
}
