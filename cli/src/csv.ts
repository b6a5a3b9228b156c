import { accepted, refused, type Result } from '@ancu/core/kernel'

/** A table as it lies in a file; lines are counted from 1 as an editor counts them. */
export type CsvTable = {
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** `line` is where the row begins: a quoted cell may run over several. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

export type CsvFault =
  | { readonly line: number; readonly problem: 'quoteOpen' | 'quoteInside' | 'noRows' }
  | {
      readonly line: number
      readonly problem: 'tooManyCells'
      readonly cells: number
      readonly columns: number
    }

/**
 * Reads RFC 4180 with a comma or, as Vietnamese spreadsheets write it, a semicolon between the cells: the one
 * that the first line has more of. Empty rows are passed over; a row may be shorter than the header, never longer:
 * a decimal comma that parts cells would move every cell after it.
 */
export function parseCsv(text: string): Result<CsvTable, CsvFault> {
  const rows: CsvRow[] = []
  const source = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(source)
  let at = 0
  let line = 1
  while (at < source.length) {
    const row = readRow(source, at, line, separator)
    if (!row.ok) return row
    const { cells, next, lines } = row.value
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map(withoutGuard) })
    at = next
    line += lines
  }
  const [header, ...body] = rows
  if (header === undefined || body.length === 0) return refused({ line, problem: 'noRows' })
  const columns = header.cells.length
  const long = body.find((row) => row.cells.length > columns)
  if (long !== undefined) {
    return refused({ line: long.line, problem: 'tooManyCells', cells: long.cells.length, columns })
  }
  return accepted({ header: header.cells.map((cell) => cell.trim()), rows: body })
}

/**
 * A table as Vietnamese spreadsheets open it: UTF-8 with its mark, a semicolon between the cells. What a spreadsheet
 * would take for a formula is guarded by an apostrophe, which `parseCsv` takes away again.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellOf).join(';'))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

const formula = /^'*(?:[=+@\t]|-(?!\d))/

function cellOf(cell: string): string {
  const guarded = formula.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

function separatorOf(text: string): ',' | ';' {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? ''
  return first.split(';').length > first.split(',').length ? ';' : ','
}

type ReadRow = { readonly cells: readonly string[]; readonly next: number; readonly lines: number }

function readRow(text: string, from: number, line: number, separator: string): Result<ReadRow, CsvFault> {
  const cells: string[] = []
  let at = from
  let lines = 0
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined
    if (quoted === null) return refused({ line: line + lines, problem: 'quoteOpen' })
    const end = quoted?.next ?? endOfPlain(text, at, separator)
    const cell = quoted?.cell ?? text.slice(at, end)
    cells.push(cell)
    lines += cell.split(/\r\n|\r|\n/).length - 1
    const mark = text[end]
    if (mark === separator) {
      at = end + 1
      continue
    }
    if (mark !== undefined && mark !== '\r' && mark !== '\n')
      return refused({ line: line + lines, problem: 'quoteInside' })
    const next = mark === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
    return accepted({ cells, next, lines: lines + 1 })
  }
}

/** A quoted cell and where it ends; null where its quote is never closed. */
function readQuoted(text: string, from: number): { readonly cell: string; readonly next: number } | null {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    if (text[quote + 1] !== '"')
      return { cell: text.slice(from + 1, quote).replaceAll('""', '"'), next: quote + 1 }
    at = quote + 2
  }
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1
  return at
}
