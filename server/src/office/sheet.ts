import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { SourceCell, SourceFile, SourceTable } from '@ancu/core/criteria'

import { mostRows, TooLong } from './tables.ts'
import { readXml } from './xml.ts'
import type { Zip, ZipFault } from './zip.ts'

const mostColumns = 100

/** Most cells that all cells of a sheet cover, those under more than one merged cell counted as often. */
const mostCovered = 2 * mostRows * mostColumns

/** Reads the sheets of a workbook as their cells are stored: each from A1 on, merged cells as they are seen. */
export function readWorkbook(zip: Zip, main: string): Result<SourceFile, ZipFault> {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts = new Map<string, Uint8Array>()
  const wanted = [
    main,
    `${folder}_rels/${main.slice(folder.length)}.rels`,
    `${folder}sharedStrings.xml`,
    `${folder}styles.xml`,
  ]
  for (const name of wanted) {
    const part = zip.read(name)
    if (!part.ok) return part
    if (part.value) parts.set(name, part.value)
  }
  const [book, relations, strings, styles] = wanted.map((name) => parts.get(name))
  if (!book) return refused('notZip')
  const shared = strings ? readStrings(strings) : []
  const formats = styles ? readFormats(styles) : []
  const targets = relations ? readTargets(relations) : new Map<string, string>()
  const tables: SourceTable[] = []
  let rows = 0
  for (const { name, id, isHidden } of sheetsOf(book)) {
    const target = targets.get(id)
    if (target === undefined || isHidden) continue
    const path = target.startsWith('/') ? target.slice(1) : folder + target
    const sheet = zip.read(path)
    if (!sheet.ok) return sheet
    if (!sheet.value) continue
    const read = readSheet(sheet.value, shared, formats)
    rows += read.length
    if (rows > mostRows) throw new TooLong()
    if (read.length > 0) tables.push({ name, rows: read })
  }
  return accepted({ tables, lines: linesOf(tables) })
}

type Sheet = { readonly name: string; readonly id: string; readonly isHidden: boolean }

function sheetsOf(book: Uint8Array): readonly Sheet[] {
  const sheets: Sheet[] = []
  readXml(book, {
    open: (name, attributes) => {
      if (name !== 'sheet') return
      const { name: title = '', id = '', state } = attributes
      sheets.push({ name: title, id, isHidden: state === 'hidden' || state === 'veryHidden' })
    },
  })
  return sheets
}

function readTargets(relations: Uint8Array): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  readXml(relations, {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target)
    },
  })
  return targets
}

/** The texts that cells share; what stands above them to tell how they are read aloud is left out. */
function readStrings(strings: Uint8Array): readonly string[] {
  const texts: string[] = []
  let isText = false
  let isAloud = false
  readXml(strings, {
    open: (name) => {
      if (name === 'si') texts.push('')
      if (name === 'rPh') isAloud = true
      isText = name === 't'
    },
    text: (text) => {
      if (isText && !isAloud) texts[texts.length - 1] += text
    },
    close: (name) => {
      if (name === 'rPh') isAloud = false
      if (name === 't') isText = false
    },
  })
  return texts
}

type Format = 'plain' | 'percent' | 'day'

/** How the number of a cell is shown, by its style. */
function readFormats(styles: Uint8Array): readonly Format[] {
  const custom = new Map<number, Format>()
  const formats: Format[] = []
  let isCells = false
  readXml(styles, {
    open: (name, { numFmtId, formatCode = '' }) => {
      const id = Number(numFmtId)
      if (name === 'numFmt') custom.set(id, formatOf(formatCode))
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) formats.push(custom.get(id) ?? builtIn(id))
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}

function formatOf(code: string): Format {
  const plain = code.replaceAll(/"[^"]*"|\\./g, '')
  if (plain.includes('%')) return 'percent'
  return /[dmy]{1,4}[/.-][dmy]/i.test(plain) ? 'day' : 'plain'
}

function builtIn(id: number): Format {
  if (id === 9 || id === 10) return 'percent'
  return (id >= 14 && id <= 17) || id === 22 ? 'day' : 'plain'
}

type StoredCell = { column: number; text: string; type: string; style: number }

function readSheet(sheet: Uint8Array, shared: readonly string[], formats: readonly Format[]): SourceCell[][] {
  const rows = new Map<number, Map<number, string>>()
  const merges: Merge[] = []
  let row = 0
  let cell: StoredCell | undefined
  let isValue = false
  readXml(sheet, {
    open: (name, { r, t = 'n', s = '0', ref }) => {
      if (name === 'row') {
        row = rowOf(r) ?? row + 1
        cell = undefined
      }
      if (name === 'c') {
        const place = r === undefined ? undefined : placeOf(r)
        cell = { column: place?.column ?? (cell?.column ?? 0) + 1, text: '', type: t, style: Number(s) }
      }
      isValue = name === 'v' || name === 't'
      if (name === 'mergeCell' && ref !== undefined) merges.push(mergeOf(ref))
    },
    text: (text) => {
      if (cell && isValue) cell.text += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c' || !cell || cell.column > mostColumns) return
      const said = saidIn(cell, shared, formats)
      if (said === '') return
      if (row > mostRows) throw new TooLong()
      rows.set(row, (rows.get(row) ?? new Map<number, string>()).set(cell.column, said))
    },
  })
  return laidOut(rows, merges)
}

/** A number as people here write it: a share with its sign, a comma before decimals. */
function saidIn(
  { text, type, style }: StoredCell,
  shared: readonly string[],
  formats: readonly Format[],
): string {
  if (type === 's') return shared[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'Có' : 'Không'
  if (type !== 'n' || text.trim() === '') return text
  const value = Number(text)
  if (!Number.isFinite(value)) return text
  const format = formats[style] ?? 'plain'
  if (format === 'percent') return `${decimalWords(Number((value * 100).toPrecision(12)))}%`
  return format === 'day' ? dayWords(value) : decimalWords(Number(value.toPrecision(14)))
}

/** Three decimals get a zero more, since 1,234 could be two numbers. */
function decimalWords(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  if (fraction === undefined) return whole
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`
}

/** Days are counted from 30/12/1899. */
function dayWords(value: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  return Number.isNaN(day.getTime())
    ? String(value)
    : `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`
}

type Merge = {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** The number of a row where it is one; a file may leave it out, and then each row follows the one before. */
function rowOf(given: string | undefined): number | undefined {
  const row = Number(given)
  return Number.isSafeInteger(row) && row > 0 ? row : undefined
}

/** Each row from its first column on; cells that a merged one takes are left out. */
function laidOut(
  rows: ReadonlyMap<number, ReadonlyMap<number, string>>,
  merges: readonly Merge[],
): SourceCell[][] {
  const last = Math.max(0, ...rows.keys())
  const width = [...rows.values()].reduce((most, cells) => Math.max(most, ...cells.keys()), 0)
  const starts = new Map(merges.map((merge) => [`${merge.row}:${merge.column}`, merge]))
  const taken = new Set<string>()
  let covered = 0
  return Array.from({ length: last }, (_, at) => {
    const row = at + 1
    const cells: SourceCell[] = []
    for (let column = 1; column <= width; column += 1) {
      if (taken.has(`${row}:${column}`)) continue
      const merge = starts.get(`${row}:${column}`)
      const [rowSpan, colSpan] = [
        Math.min(merge?.rows ?? 1, last - at),
        Math.min(merge?.columns ?? 1, width - column + 1),
      ]
      covered += rowSpan * colSpan
      if (covered > mostCovered) throw new TooLong()
      for (let down = row; down < row + rowSpan; down += 1) {
        for (let right = column; right < column + colSpan; right += 1) taken.add(`${down}:${right}`)
      }
      cells.push({ text: rows.get(row)?.get(column) ?? '', rowSpan, colSpan })
    }
    return cells
  })
}

function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column }
}

function mergeOf(reference: string): Merge {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [placeOf(from), placeOf(to)]
  const [rows, columns] = [end.row - start.row + 1, end.column - start.column + 1]
  return { ...start, rows: Math.max(1, rows), columns: Math.max(1, columns) }
}

/** A title stands in a sheet as a row with one filled cell, before the table. */
function linesOf(tables: readonly SourceTable[]): readonly string[] {
  return tables.flatMap(({ rows }) =>
    rows.slice(0, 20).flatMap((cells) => {
      const filled = cells.filter(({ text }) => text.trim() !== '')
      return filled.length === 1 ? filled.map(({ text }) => text) : []
    }),
  )
}
