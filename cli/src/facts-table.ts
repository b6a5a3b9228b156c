import { z } from 'zod'

import { accepted, parseDay, refused, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { refusalOfIssue } from '@ancu/server/http'

import type { CsvTable } from './csv.ts'

type Cell = string | number | boolean
type Row = { readonly [column: string]: Cell }

export type FactsShape = {
  /** Member of the body that holds the rows: `figures`. */
  readonly section: string
  readonly row: z.ZodObject
}

/** Something wrong with one line of a file. */
export type Fault = { readonly [fact: string]: Plain } & { readonly line: number }

/** Rows as the API takes them, and where each stands in the file. */
type TableRead = { readonly rows: readonly Row[]; readonly lines: readonly number[] }

/** Names the unit by its code on a day, in place of `unit`. */
const byCode = { code: 'unitCode', day: 'on' } as const

/** Columns that a CSV of these facts may have. */
export function columnsOf({ row }: FactsShape): readonly string[] {
  return [...Object.keys(row.shape), byCode.code, byCode.day]
}

/** Id of the unit that has the code on the day; undefined where none has. */
export type FindUnit = (code: string, on: string) => Promise<Result<string | undefined, Refusal>>

/** Rows of a table as facts; all that is wrong with it is told at once, each with its line. */
export async function readTable(
  { header, rows }: CsvTable,
  shape: FactsShape,
  digest: string,
  findUnit: FindUnit,
): Promise<Result<TableRead, readonly Fault[] | Refusal>> {
  const headerFaults = faultsOfHeader(header, columnsOf(shape))
  if (headerFaults.length > 0) return refused(headerFaults)
  const kinds = kindsOf(shape.row)
  const faults: Fault[] = []
  const facts: Row[] = []
  for (const { line, cells } of rows) {
    const read = readCells(header, cells, kinds, line)
    const named: Result<Row, readonly Fault[]> | Refusal = read.ok
      ? await nameUnit(read.value, line, findUnit)
      : read
    if ('code' in named) return refused(named)
    const fact = named.ok ? { ...idOf(named.value, digest, facts.length), ...named.value } : {}
    facts.push(fact)
    const wrong = named.ok ? faultsOfFact(shape.row, fact, line) : named.refusal
    faults.push(...(wrong.length === 0 ? [] : (cellsMissing(header, cells, line) ?? wrong)))
  }
  if (faults.length > 0) return refused(faults)
  return accepted({ rows: facts, lines: rows.map(({ line }) => line) })
}

function faultsOfHeader(header: readonly string[], known: readonly string[]): readonly Fault[] {
  return header.flatMap((column, at) => {
    const problem = known.includes(column)
      ? header.indexOf(column) < at
        ? 'givenTwice'
        : undefined
      : 'unknownField'
    return problem === undefined ? [] : [{ code: 'cellWrong', line: 1, column: column.slice(0, 60), problem }]
  })
}

/** A row that ends early and is no fact lacks what its last cells would have said; spreadsheets leave empty ones out. */
function cellsMissing(
  header: readonly string[],
  cells: readonly string[],
  line: number,
): readonly Fault[] | undefined {
  const columns = header.slice(cells.length)
  if (columns.length === 0) return undefined
  return [{ code: 'lineWrong', line, problem: 'tooFewCells', cells: cells.length, columns }]
}

/** Whole numbers and yes or no are text in a CSV; everything else stays as it is written. */
function kindsOf(row: z.ZodObject): ReadonlyMap<string, 'int' | 'boolean'> {
  const { properties = {} } = z.toJSONSchema(row, { io: 'input', unrepresentable: 'any' })
  const kinds = new Map<string, 'int' | 'boolean'>()
  for (const [name, property] of Object.entries(properties)) {
    const type = typeof property === 'object' ? property.type : undefined
    if (type === 'boolean') kinds.set(name, 'boolean')
    if (type === 'integer' || type === 'number') kinds.set(name, 'int')
  }
  return kinds
}

function readCells(
  header: readonly string[],
  cells: readonly string[],
  kinds: ReadonlyMap<string, 'int' | 'boolean'>,
  line: number,
): Result<Row, readonly Fault[]> {
  const row: Record<string, Cell> = {}
  const faults: Fault[] = []
  for (const [at, column] of header.entries()) {
    const cell = (cells[at] ?? '').trim()
    if (cell === '') continue
    const kind = kinds.get(column)
    const value = valueOf(cell, kind)
    if (value !== undefined) row[column] = value
    else faults.push({ code: 'cellWrong', line, column, problem: 'wrongType', expected: kind ?? 'string' })
  }
  return faults.length > 0 ? refused(faults) : accepted(row)
}

const yes = new Set(['true', 'có', 'x', '1'])
const no = new Set(['false', 'không', '0'])

/** A whole number is written in digits alone: 1.234 would be 1234 to one reader and 1,234 to another. */
function valueOf(cell: string, kind: 'int' | 'boolean' | undefined): Cell | undefined {
  if (kind === 'int') return /^-?\d{1,15}$/.test(cell) ? Number(cell) : undefined
  if (kind !== 'boolean') return cell
  const word = cell.normalize('NFC').toLocaleLowerCase('vi')
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

/** Puts the unit in place of its code and day; a refusal here is not the file's fault and ends the reading. */
async function nameUnit(
  row: Row,
  line: number,
  findUnit: FindUnit,
): Promise<Result<Row, readonly Fault[]> | Refusal> {
  const { [byCode.code]: code, [byCode.day]: on, ...rest } = row
  if (code === undefined && on === undefined) return accepted(row)
  const fault = { code: 'cellWrong', line, column: byCode.code } as const
  if (code === undefined || on === undefined) return refused([{ ...fault, problem: 'codeNeedsDay' }])
  if (parseDay(String(on)) === undefined)
    return refused([{ ...fault, column: byCode.day, problem: 'notADay' }])
  const unit = await findUnit(String(code), String(on))
  if (!unit.ok) return unit.refusal
  return unit.value === undefined
    ? refused([{ ...fault, problem: 'codeUnknown', on }])
    : accepted({ ...rest, unit: unit.value })
}

/** A row without an id gets one from the file and its place, so that the same file gives the same rows. */
function idOf(row: Row, digest: string, at: number): Row {
  return row['id'] === undefined ? { id: `csv-${digest.slice(0, 20)}-${at + 1}` } : {}
}

function faultsOfFact(schema: z.ZodObject, fact: Row, line: number): readonly Fault[] {
  const parsed = schema.safeParse(fact)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const { field, code, ...facts } = refusalOfIssue(issue, fact)
    const problem = code === 'inputWrong' ? {} : { problem: code }
    return field === 'body'
      ? { code: 'lineWrong', line, ...facts, ...problem }
      : { code: 'cellWrong', line, column: field ?? '', ...facts, ...problem }
  })
}
