import { cleanText } from './text.ts'

/** A cell as it stands in a file: its paragraphs parted by line ends; it may reach over further rows and columns. */
export type SourceCell = {
  readonly text: string
  readonly rowSpan: number
  readonly colSpan: number
}

/** A table of a Word file, a sheet of a workbook, or what was pasted. */
export type SourceTable = {
  /** Name of the sheet; of other tables none. */
  readonly name?: string | undefined
  readonly rows: readonly (readonly SourceCell[])[]
}

/** What a file holds: its tables, and the lines around them, which name the decision. */
export type SourceFile = {
  readonly tables: readonly SourceTable[]
  readonly lines: readonly string[]
}

/** Where a value is from: places count from 0; `cell` counts the cells written in the row, merged ones once. */
export type Place = { readonly table: number; readonly row: number; readonly cell: number }

/** A cell as it is seen in one field of the grid. */
export type GridCell = {
  readonly place: Place
  /** Paragraphs parted by line ends. */
  readonly text: string
  /** The field is the first of its cell in this row, and its cell begins in this row. */
  readonly isOwn: boolean
  /** Columns that the cell takes. */
  readonly width: number
  readonly height: number
}

/** Fields of a table by row and column; undefined where the file has no cell. */
export type Grid = readonly (readonly (GridCell | undefined)[])[]

/** More columns than any annex has; what stands further right is not looked at, and told as not used. */
const mostColumns = 60

/** The same tables without odd spaces and letters, so that texts can be compared. */
export function cleanTables(tables: readonly SourceTable[]): readonly SourceTable[] {
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((cells) => cells.map((cell) => ({ ...cell, text: cleanText(cell.text) }))),
  }))
}

/** Spreads merged cells over the fields that they take, as a browser lays out a table. */
export function gridOf(table: SourceTable, nth: number): Grid {
  const grid: (GridCell | undefined)[][] = table.rows.map(() => [])
  for (const [row, cells] of table.rows.entries()) {
    let column = 0
    for (const [cell, source] of cells.entries()) {
      while (grid[row]?.[column] !== undefined) column += 1
      if (column >= mostColumns) break
      const width = Math.min(spanOf(source.colSpan), mostColumns - column)
      const height = Math.min(spanOf(source.rowSpan), table.rows.length - row)
      const shared = {
        place: { table: nth, row, cell },
        text: source.text,
        width,
        height,
      }
      for (let down = row; down < row + height; down += 1) {
        for (let right = column; right < column + width; right += 1) {
          const line = grid[down]
          if (line && line[right] === undefined) {
            line[right] = { ...shared, isOwn: down === row && right === column }
          }
        }
      }
      column += width
    }
  }
  return grid
}

export function placeKey({ table, row, cell }: Place): string {
  return `${table}:${row}:${cell}`
}

/** Places of all cells of cleaned tables that hold anything. */
export function filledPlaces(tables: readonly SourceTable[]): readonly Place[] {
  return tables.flatMap(({ rows }, table) =>
    rows.flatMap((cells, row) =>
      cells.flatMap(({ text }, cell) => (text === '' ? [] : [{ table, row, cell }])),
    ),
  )
}

function spanOf(given: number): number {
  return Number.isSafeInteger(given) && given > 1 ? given : 1
}

export function samePlace(one: Place, other: Place): boolean {
  return one.table === other.table && one.row === other.row && one.cell === other.cell
}
