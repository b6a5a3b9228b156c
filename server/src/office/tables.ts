import type { SourceTable } from '@ancu/core/criteria'

/** Most rows of all tables of a file, and most cells: an annex has a few hundred. */
export const mostRows = 10_000
const mostCells = 200_000

/** Tables in tables; a layout by tables may be nested a few deep. */
const deepest = 16

/** Most letters of all cells and lines. */
const mostLetters = 8_000_000

const mostLines = 500

/** Ends the reading of a file that is far larger than any annex. */
export class TooLong extends Error {}

type Cell = { text: string; rowSpan: number; colSpan: number }
type Open = { readonly rows: Cell[][]; cell: Cell | undefined }

/**
 * Collects tables while a file is read from its beginning to its end. A table inside a cell becomes text of the cell,
 * its rows as lines; what stands outside of tables are lines.
 */
export class TableCollector {
  readonly tables: SourceTable[] = []
  readonly lines: string[] = []
  #open: Open[] = []
  #line = ''
  #rows = 0
  #cells = 0
  #letters = 0

  openTable(): void {
    if (this.#open.length >= deepest) throw new TooLong()
    this.endParagraph()
    this.#open.push({ rows: [], cell: undefined })
  }

  /** Ends the innermost table; one at the outside is kept. */
  closeTable(name?: string): void {
    const table = this.#open.pop()
    if (!table) return
    const outer = this.#open.at(-1)?.cell
    if (outer) {
      const text = table.rows.map((cells) => cells.map((cell) => cell.text.trim()).join(' ')).join('\n')
      outer.text += `\n${text}\n`
    } else if (table.rows.length > 0)
      this.tables.push(name === undefined ? { rows: table.rows } : { name, rows: table.rows })
  }

  openRow(): void {
    this.#rows += 1
    if (this.#rows > mostRows) throw new TooLong()
    const table = this.#open.at(-1)
    if (table) table.rows.push([])
  }

  openCell(rowSpan = 1, colSpan = 1): Cell {
    this.#cells += 1
    if (this.#cells > mostCells) throw new TooLong()
    const cell = { text: '', rowSpan, colSpan }
    const table = this.#open.at(-1)
    if (table) {
      if (table.rows.length === 0) table.rows.push([])
      table.rows.at(-1)?.push(cell)
      table.cell = cell
    }
    return cell
  }

  closeCell(): void {
    const table = this.#open.at(-1)
    if (table) table.cell = undefined
  }

  /** Takes a cell back that belongs to the one above it. */
  dropCell(): void {
    const table = this.#open.at(-1)
    table?.rows.at(-1)?.pop()
    if (table) table.cell = undefined
  }

  text(text: string): void {
    this.#letters += text.length
    if (this.#letters > mostLetters) throw new TooLong()
    const table = this.#open.at(-1)
    if (table === undefined) this.#line += text
    else if (table.cell) table.cell.text += text
  }

  endParagraph(): void {
    const table = this.#open.at(-1)
    if (table?.cell) {
      if (table.cell.text !== '' && !table.cell.text.endsWith('\n')) table.cell.text += '\n'
      return
    }
    if (this.#line.trim() !== '' && this.lines.length < mostLines) this.lines.push(this.#line.trim())
    this.#line = ''
  }
}
