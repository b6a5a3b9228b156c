/** One verdict of one criterion for one unit, drawn as a stitch. */
export type Stitch = 'met' | 'basicallyMet' | 'unmet' | 'unknown' | 'notApplicable'

export type ClothUnit = {
  readonly id: string
  readonly name: string
  /** One per criterion, in the order of the law. */
  readonly stitches: readonly Stitch[]
}

export type ClothGroup = {
  readonly id: string
  /** As it stands above the columns: "Kon Rẫy". */
  readonly name: string
  /** As it is read out: "huyện Kon Rẫy". */
  readonly fullName: string
  readonly units: readonly ClothUnit[]
}

export type ClothCriterion = {
  readonly code: string
  readonly name: string
  /** Units that meet it, as counted by the rules of the set. */
  readonly met: number
  /** Among the weakest: its name stands in red earth. */
  readonly isWeak?: boolean
}

export type ClothColumn = { readonly unit: ClothUnit; readonly group: ClothGroup; readonly x: number }

/** Units of one drawing: stitches of 8 × 12 px on a raster of 9.6 × 15. */
export const stitch = { width: 8, height: 12, pitch: 9.6, rowPitch: 15, groupGap: 8 } as const

export type Cloth = {
  readonly columns: readonly ClothColumn[]
  readonly heads: readonly { readonly group: ClothGroup; readonly x: number; readonly width: number }[]
  readonly width: number
}

/** Lays the units out by group as given, inside a group from most met to fewest. */
export function weave(groups: readonly ClothGroup[]): Cloth {
  const columns: ClothColumn[] = []
  const heads: Cloth['heads'][number][] = []
  let x = 0
  for (const group of groups.filter(({ units }) => units.length > 0)) {
    const from = x
    for (const unit of group.units.toSorted((one, other) => countMet(other) - countMet(one))) {
      columns.push({ unit, group, x })
      x += stitch.pitch
    }
    heads.push({ group, x: from, width: x - from })
    x += stitch.groupGap
  }
  return { columns, heads, width: Math.max(0, x - stitch.groupGap - (stitch.pitch - stitch.width)) }
}

/** Criteria a unit meets; basically met counts in the order of the columns only. */
export function countMet(unit: ClothUnit): number {
  return unit.stitches.filter((verdict) => verdict === 'met' || verdict === 'basicallyMet').length
}

/** The outline of all stitches of one kind. */
export function pathOf(cloth: Cloth, kind: Stitch, rows: readonly number[]): string {
  return cloth.columns
    .flatMap(({ unit, x }) =>
      rows.flatMap((row, index) =>
        unit.stitches[row] === kind ? draw[kind](x, index * stitch.rowPitch) : [],
      ),
    )
    .join('')
}

const draw = {
  met: (x, y) => `M${near(x)} ${y}h8v12h-8z`,
  basicallyMet: (x, y) => `M${near(x)} ${y}h8v4l-5.5 8h-2.5z`,
  unmet: (x, y) => `M${near(x + 4)} ${y - 0.4}l4.2 6.4-4.2 6.4-4.2-6.4z`,
  unknown: (x, y) => `M${near(x + 1.2)} ${y + 11}l5.6-10`,
  notApplicable: (x, y) => `M${near(x + 1)} ${y + 6}h6`,
} as const satisfies Record<Stitch, (x: number, y: number) => string>

function near(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** The column under a place on the cloth, the nearest one between two. */
export function columnAt(cloth: Cloth, x: number): number {
  const after = cloth.columns.findIndex((column) => column.x + stitch.pitch > x)
  return after === -1 ? cloth.columns.length - 1 : after
}

/** Where the reader stands: a row, and a column or, at `columns`, the count at the end of the row. */
export type ClothCursor = { readonly row: number; readonly column: number }

/** What the cursor can walk over; `groupStarts` are the first columns of the groups. */
export type ClothShape = {
  readonly rows: number
  readonly columns: number
  readonly groupStarts: readonly number[]
}

/**
 * Where a key leads, or undefined when the key is not one of the cloth. Arrows go one stitch, Page Up and
 * Page Down one group, Home and End along the row, with Control to the corners. The edges hold.
 */
export function moveCursor(
  at: ClothCursor,
  key: string,
  shape: ClothShape,
  withControl = false,
): ClothCursor | undefined {
  const [lastRow, lastColumn] = [shape.rows - 1, shape.columns]
  switch (key) {
    case 'ArrowLeft':
      return { ...at, column: Math.max(0, at.column - 1) }
    case 'ArrowRight':
      return { ...at, column: Math.min(lastColumn, at.column + 1) }
    case 'ArrowUp':
      return { ...at, row: Math.max(0, at.row - 1) }
    case 'ArrowDown':
      return { ...at, row: Math.min(lastRow, at.row + 1) }
    case 'Home':
      return { row: withControl ? 0 : at.row, column: 0 }
    case 'End':
      return { row: withControl ? lastRow : at.row, column: lastColumn }
    case 'PageUp':
      return { ...at, column: shape.groupStarts.findLast((start) => start < at.column) ?? 0 }
    case 'PageDown':
      return { ...at, column: shape.groupStarts.find((start) => start > at.column) ?? lastColumn }
    default:
      return undefined
  }
}

/** On which of two lines each head stands, so that no head touches the one before it on its line. */
export function staggerHeads(
  heads: readonly { readonly from: number; readonly width: number }[],
  gap: number,
): readonly (0 | 1)[] {
  const ends: [number, number] = [-Infinity, -Infinity]
  return heads.map(({ from, width }) => {
    const isFree = (line: 0 | 1) => from >= ends[line] + gap
    const line = isFree(0) || (!isFree(1) && ends[0] <= ends[1]) ? 0 : 1
    ends[line] = from + width
    return line
  })
}
