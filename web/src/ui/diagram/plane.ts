/** A place on the drawing in kilometres: x to the east, y to the south. */
export type Point = readonly [x: number, y: number]

/** A closed line; the last point is joined to the first. */
export type Ring = readonly Point[]

export type Segment = readonly [from: Point, to: Point]

const kmPerDegree = 110.9

/** Flattens degrees to kilometres from the north-western corner, true to half a percent over a province. */
export function flatten(places: readonly { readonly lon: number; readonly lat: number }[]): readonly Point[] {
  if (places.length === 0) return []
  const lats = places.map(({ lat }) => lat)
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2
  const shrink = Math.cos((middle * Math.PI) / 180)
  const [west, north] = [Math.min(...places.map(({ lon }) => lon)), Math.max(...lats)]
  return places.map(
    ({ lon, lat }) => [(lon - west) * kmPerDegree * shrink, (north - lat) * kmPerDegree] as const,
  )
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by)
}

export function distanceToSegment([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length2 = dx * dx + dy * dy
  const along = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length2))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** The sides of a ring, each from a point to the next. */
export function sidesOf(ring: Ring): readonly Segment[] {
  const sides: Segment[] = []
  let from = ring.at(-1)
  for (const to of ring) {
    if (from !== undefined) sides.push([from, to])
    from = to
  }
  return sides
}

/** Whether a point lies inside a set of rings, where a ring inside another is a hole. */
export function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let inside = false
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1) ?? [0, 0]
    for (const [bx, by] of ring) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      ;[ax, ay] = [bx, by]
    }
  }
  return inside
}

/** Positive when the ring runs clockwise as seen on the screen. */
export function areaOf(ring: Ring): number {
  return sidesOf(ring).reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0)
}

export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function boxOf(points: readonly Point[], margin = 0): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  }
}

/** The part of a ring inside a convex one that runs clockwise on the screen (Sutherland and Hodgman). */
export function clipToConvex(ring: Ring, convex: Ring): Ring {
  let rest: Ring = ring
  for (const side of sidesOf(convex)) {
    const kept: Point[] = []
    for (const [from, to] of sidesOf(rest)) {
      const [before, after] = [sideOf(from, side), sideOf(to, side)]
      if (before >= 0) kept.push(from)
      if (before >= 0 !== after >= 0) kept.push(between(from, to, before / (before - after)))
    }
    rest = kept
  }
  return rest
}

/** The parts of a segment that lie inside the rings. */
export function clipToRings(segment: Segment, rings: readonly Ring[]): readonly Segment[] {
  const [from, to] = segment
  const cuts = [0, 1]
  for (const ring of rings) {
    for (const [a, b] of sidesOf(ring)) {
      const [before, after] = [sideOf(a, segment), sideOf(b, segment)]
      if (before >= 0 === after >= 0) continue
      const along = shareAlong(between(a, b, before / (before - after)), segment)
      if (along > 0 && along < 1) cuts.push(along)
    }
  }
  cuts.sort((one, other) => one - other)
  return cuts.flatMap((start, index) => {
    const end = cuts[index + 1]
    if (end === undefined || end - start < 1e-9) return []
    if (!isInside(between(from, to, (start + end) / 2), rings)) return []
    return [[between(from, to, start), between(from, to, end)] as const]
  })
}

/** Positive to the right of the segment as seen on the screen. */
function sideOf([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share]
}

function shareAlong([x, y]: Point, [[ax, ay], [bx, by]]: Segment): number {
  return Math.abs(bx - ax) > Math.abs(by - ay) ? (x - ax) / (bx - ax) : (y - ay) / (by - ay)
}
