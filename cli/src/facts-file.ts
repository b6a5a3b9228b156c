import { createHash } from 'node:crypto'

import { z } from 'zod'

import { accepted, parseDay, refused, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { refusalOfIssue } from '@ancu/server/http'

import { parseCsv, type CsvTable } from './csv.ts'

type Cell = string | number | boolean
type Row = { readonly [column: string]: Cell }

/** Rows of facts from a file, as the API takes them; `lines` says where each stands in a CSV. */
export type FactsFile = {
  readonly rows: readonly Plain[]
  /** What a JSON file gives besides its rows. */
  readonly documents: Plain | undefined
  readonly reason: Plain | undefined
  readonly lines: readonly number[] | undefined
  /** Digest of the file and of what it is for: the same file is the same command. */
  readonly digest: string
}

export type FactsShape = {
  /** Member of the body that holds the rows: `figures`. */
  readonly section: string
  readonly row: z.ZodObject
}

/** Names the unit by its code on a day, in place of `unit`. */
const byCode = { code: 'unitCode', day: 'on' } as const

/** Columns that a CSV of these facts may have. */
export function columnsOf({ row }: FactsShape): readonly string[] {
  return [...Object.keys(row.shape), byCode.code, byCode.day]
}

/** Id of the unit that has the code on the day; undefined where none has. */
export type FindUnit = (code: string, on: string) => Promise<Result<string | undefined, Refusal>>

/** Reads JSON where the first character says so, else CSV. All that is wrong with a CSV is told at once. */
export async function readFacts(
  file: string,
  bytes: Uint8Array,
  shape: FactsShape,
  findUnit: FindUnit,
): Promise<Result<FactsFile, Refusal>> {
  const text = decode(bytes)
  const digest = createHash('sha256').update(`${shape.section}\n`).update(bytes).digest('hex')
  if (text === undefined)
    return refused(fileWrong(file, [{ code: 'lineWrong', line: 1, problem: 'notUtf8' }]))
  if (/^\uFEFF?\s*[[{]/.test(text)) return readJson(file, text.replace(/^\uFEFF/, ''), shape, digest)
  const table = parseCsv(text)
  if (!table.ok) return refused(fileWrong(file, [{ code: 'lineWrong', ...table.refusal }]))
  return readTable(file, table.value, shape, digest, findUnit)
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const json = z.json()

function readJson(
  file: string,
  text: string,
  { section }: FactsShape,
  digest: string,
): Result<FactsFile, Refusal> {
  const parsed = parseJson(text)
  if (!parsed.ok)
    return refused(fileWrong(file, [{ code: 'lineWrong', line: parsed.refusal, problem: 'notJson' }]))
  const members = Array.isArray(parsed.value)
    ? { [section]: parsed.value }
    : z.record(z.string(), json).parse(parsed.value)
  const { [section]: rows = [], documents, reason, ...unknown } = members
  const [extra] = Object.keys(unknown)
  if (extra !== undefined) return refused({ code: 'inputWrong', field: extra, problem: 'unknownField' })
  if (!Array.isArray(rows))
    return refused({ code: 'inputWrong', field: section, problem: 'wrongType', expected: 'array' })
  return accepted({ rows, documents, reason, lines: undefined, digest })
}

/** JSON, or the line at which it stops being JSON. */
function parseJson(text: string): Result<Plain, number> {
  try {
    return accepted(json.parse(JSON.parse(text)))
  } catch (error) {
    const at =
      error instanceof SyntaxError ? Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length) : 0
    return refused(text.slice(0, at).split('\n').length)
  }
}

type Fault = { readonly [fact: string]: Plain } & { readonly line: number }

async function readTable(
  file: string,
  { header, rows }: CsvTable,
  shape: FactsShape,
  digest: string,
  findUnit: FindUnit,
): Promise<Result<FactsFile, Refusal>> {
  const headerFaults = faultsOfHeader(header, columnsOf(shape))
  if (headerFaults.length > 0) return refused(fileWrong(file, headerFaults))
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
    faults.push(...(named.ok ? faultsOfFact(shape.row, fact, line) : named.refusal))
  }
  if (faults.length > 0) return refused(fileWrong(file, faults))
  return accepted({
    rows: facts,
    documents: undefined,
    reason: undefined,
    lines: rows.map(({ line }) => line),
    digest,
  })
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

/** Numbers and yes or no are text in a CSV; everything else stays as it is written. */
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

/** A number is written in digits alone: 1.234 would be 1234 to one reader and 1,234 to another. */
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

function fileWrong(file: string, faults: readonly Fault[]): Refusal {
  return { code: 'fileWrong', file, faults }
}
