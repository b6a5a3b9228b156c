import { Delaunay } from 'd3-delaunay'

import { outlineOf, type OutlineOptions } from './outline.ts'
import {
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
  const areas = sites.map((_, index) => nearestTo(index, sites, box))

  const borders: Border[] = []
  const neighbours = new Map<string, Set<string>>(places.map(({ id }) => [id, new Set()]))
  for (const [index, place] of places.entries()) {
    for (const { other, edge } of edgesOf(areas[index] ?? [])) {
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
    const rings = outline
      .map((ring) =>
        clipToConvex(
          ring,
          area.map(({ from }) => from),
        ),
      )
      .filter((ring) => ring.length > 2)
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

/** A corner of a cell; the side from it on is shared with `other`, or is the edge of the sheet. */
type Corner = { readonly from: Point; readonly other: number | undefined }

/** What of the sheet is nearer to a site than to any other: cut off by site after site, the nearest first. */
function nearestTo(
  index: number,
  sites: readonly Point[],
  { left, top, right, bottom }: Box,
): readonly Corner[] {
  const site = sites[index]
  if (site === undefined) return []
  const sheet: readonly Point[] = [
    [left - 1, top - 1],
    [right + 1, top - 1],
    [right + 1, bottom + 1],
    [left - 1, bottom + 1],
  ]
  let cell: readonly Corner[] = sheet.map((from) => ({ from, other: undefined }))
  const others = sites
    .map((point, other) => ({ point, other, away: distance(point, site) }))
    .filter(({ other }) => other !== index)
    .toSorted((one, another) => one.away - another.away)
  for (const { point, other, away } of others) {
    // Farther sites than twice the farthest corner cut nothing any more.
    if (away > 2 * Math.max(...cell.map(({ from }) => distance(from, site)))) break
    cell = cutOff(cell, site, point, other)
  }
  return cell
}

/** Keeps the side of the line between two sites on which the first one lies. */
function cutOff(cell: readonly Corner[], site: Point, point: Point, other: number): readonly Corner[] {
  const [nx, ny] = [site[0] - point[0], site[1] - point[1]]
  const [mx, my] = [(site[0] + point[0]) / 2, (site[1] + point[1]) / 2]
  const within = ([x, y]: Point) => (x - mx) * nx + (y - my) * ny
  return cell.flatMap((corner, nth): readonly Corner[] => {
    const next = cell[(nth + 1) % cell.length] ?? corner
    const [here, there] = [within(corner.from), within(next.from)]
    const kept = here >= 0 ? [corner] : []
    if (here >= 0 === there >= 0) return kept
    const share = here / (here - there)
    const crossing: Point = [
      corner.from[0] + (next.from[0] - corner.from[0]) * share,
      corner.from[1] + (next.from[1] - corner.from[1]) * share,
    ]
    return [...kept, { from: crossing, other: here >= 0 ? other : corner.other }]
  })
}

function edgesOf(cell: readonly Corner[]): readonly { readonly other: number; readonly edge: Segment }[] {
  return cell.flatMap(({ from, other }, nth) => {
    const to = cell[(nth + 1) % cell.length]
    return to === undefined || other === undefined ? [] : [{ other, edge: [from, to.from] }]
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
