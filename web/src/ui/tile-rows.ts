/** A group of tiles as it stands in one row; a group that does not fit goes on in the next. */
export type TileSegment<Tile> = {
  readonly group: string
  readonly tiles: readonly Tile[]
  /** Whether the group began in an earlier row. */
  readonly isContinued: boolean
}

export type TileGroup<Tile> = { readonly name: string; readonly tiles: readonly Tile[] }

/**
 * Packs the groups of a decision into rows of at most `perRow` tiles, in order. A group is broken only when
 * it is longer than a whole row or when keeping it whole would leave more than half of a row empty.
 */
export function packRows<Tile>(
  groups: readonly TileGroup<Tile>[],
  perRow: number,
): readonly (readonly TileSegment<Tile>[])[] {
  const rows: TileSegment<Tile>[][] = []
  let free = 0
  for (const group of groups) {
    let rest = group.tiles
    let isContinued = false
    while (rest.length > 0) {
      const wouldWaste = free > perRow / 2
      if (free === 0 || (rest.length > free && !wouldWaste)) {
        rows.push([])
        free = perRow
      }
      const tiles = rest.slice(0, free)
      rows.at(-1)?.push({ group: group.name, tiles, isContinued })
      free -= tiles.length
      rest = rest.slice(tiles.length)
      isContinued = true
    }
  }
  return rows
}
