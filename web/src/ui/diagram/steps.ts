import { fold } from '@ancu/core/text'

import type { Cell, Layout } from './layout.ts'
import { distance } from './plane.ts'

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * The unit an arrow leads to: the nearest neighbour within 60° of the arrow, or, where the drawing ends, the
 * nearest unit of all in that direction (an island). Undefined when nothing lies there or the key is no arrow.
 */
export function stepTowards(layout: Layout, from: string, key: string): string | undefined {
  const direction = directions[key]
  const here = layout.cells.find(({ id }) => id === from)
  if (direction === undefined || here === undefined) return undefined
  const neighbours = layout.cells.filter(({ id }) => here.neighbours.includes(id))
  return nearest(here, neighbours, direction) ?? nearest(here, layout.cells, direction)
}

function nearest(
  here: Cell,
  among: readonly Cell[],
  [dx, dy]: readonly [number, number],
): string | undefined {
  const [x, y] = here.site
  const reached = among.flatMap((cell) => {
    const away = distance(cell.site, here.site)
    const cosine = ((cell.site[0] - x) * dx + (cell.site[1] - y) * dy) / away
    return away > 0 && cosine > 0.5 ? [{ id: cell.id, cost: away / cosine }] : []
  })
  return reached.toSorted((one, other) => one.cost - other.cost)[0]?.id
}

/** The next unit, from `after` on and round again, whose name begins with what was typed, accents forgiven. */
export function jumpTo(
  units: readonly { readonly id: string; readonly name: string }[],
  typed: string,
  after: string | undefined,
): string | undefined {
  const start = units.findIndex(({ id }) => id === after)
  const inTurn = [...units.slice(start + 1), ...units.slice(0, start + 1)]
  const wanted = fold(typed)
  if (wanted === '') return undefined
  return inTurn.find(({ name }) => fold(name).startsWith(wanted))?.id
}
