import type { Point, Ring } from './plane.ts'

/** Values on a raster of `columns` by `rows` points, `step` kilometres apart, from `origin` on. */
export type Field = {
  readonly origin: Point
  readonly step: number
  readonly columns: number
  readonly rows: number
  readonly values: Float64Array
}

type Side = 'top' | 'right' | 'bottom' | 'left'

/**
 * Lines through a square of the raster, by which of its corners lie inside (8 top left, 4 top right,
 * 2 bottom right, 1 bottom left). They run with the inside at their right, so that they join to rings.
 */
const lines: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [['left', 'bottom']],
  [['bottom', 'right']],
  [['left', 'right']],
  [['right', 'top']],
  [
    ['left', 'bottom'],
    ['right', 'top'],
  ],
  [['bottom', 'top']],
  [['left', 'top']],
  [['top', 'left']],
  [['top', 'bottom']],
  [
    ['top', 'left'],
    ['bottom', 'right'],
  ],
  [['top', 'right']],
  [['right', 'left']],
  [['right', 'bottom']],
  [['bottom', 'left']],
  [],
]

/** The rings along which the field has a value, by marching squares; below the value is inside. */
export function contour(field: Field, level: number): readonly Ring[] {
  const { columns, rows, values } = field
  const at = (column: number, row: number) => values[row * columns + column] ?? Infinity
  const next = new Map<number, number>()
  const places = new Map<number, Point>()
  const corner = (column: number, row: number, weight: number) => (at(column, row) < level ? weight : 0)

  /** A side of a square has one number, whichever of its two squares asks. */
  function crossing(column: number, row: number, side: Side): number {
    const isLevel = side === 'top' || side === 'bottom'
    const [c, r] = [side === 'right' ? column + 1 : column, side === 'bottom' ? row + 1 : row]
    const key = (r * columns + c) * 2 + (isLevel ? 0 : 1)
    if (!places.has(key)) {
      const [from, to] = [at(c, r), isLevel ? at(c + 1, r) : at(c, r + 1)]
      const share = (level - from) / (to - from)
      const [x, y] = isLevel ? [c + share, r] : [c, r + share]
      places.set(key, [field.origin[0] + x * field.step, field.origin[1] + y * field.step])
    }
    return key
  }

  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const code =
        corner(column, row, 8) +
        corner(column + 1, row, 4) +
        corner(column + 1, row + 1, 2) +
        corner(column, row + 1, 1)
      for (const [from, to] of lines[code] ?? [])
        next.set(crossing(column, row, from), crossing(column, row, to))
    }
  }
  return joinToRings(next, places)
}

function joinToRings(next: Map<number, number>, places: ReadonlyMap<number, Point>): readonly Ring[] {
  const rings: Ring[] = []
  for (const start of next.keys()) {
    const ring: Point[] = []
    let key: number | undefined = start
    while (key !== undefined) {
      const place = places.get(key)
      const following = next.get(key)
      if (place === undefined || following === undefined) break
      ring.push(place)
      next.delete(key)
      key = following
    }
    if (ring.length > 2) rings.push(ring)
  }
  return rings
}

/** Rounds a ring: each point drawn `times` towards the middle of its neighbours. */
export function smooth(ring: Ring, times: number): Ring {
  let now = ring
  for (let pass = 0; pass < times; pass++) {
    const before = now
    now = before.map(([x, y], index) => {
      const [lastX, lastY] = before.at(index - 1) ?? [x, y]
      const [nextX, nextY] = before[(index + 1) % before.length] ?? [x, y]
      return [(lastX + 2 * x + nextX) / 4, (lastY + 2 * y + nextY) / 4] as const
    })
  }
  return now
}

/** Leaves out points that lie within `tolerance` kilometres of the line without them. */
export function thin(ring: Ring, tolerance: number): Ring {
  const kept: Point[] = []
  let pending: Point[] = []
  for (const point of ring) {
    const from = kept.at(-1)
    if (from === undefined) {
      kept.push(point)
      continue
    }
    if (pending.some((passed) => offLine(passed, from, point) > tolerance)) {
      const last = pending.at(-1)
      if (last !== undefined) kept.push(last)
      pending = []
    }
    pending.push(point)
  }
  const last = pending.at(-1)
  if (last !== undefined) kept.push(last)
  return kept
}

function offLine([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = Math.hypot(bx - ax, by - ay)
  return length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
}
