import { canonicalJson, parseDay, type Plain } from '@ancu/core/kernel'

import type { ColumnKind, ColumnType, TableShape } from './tables.ts'

/** A row to write: snake_case columns, days as `YYYY-MM-DD`, a `json` column as the text of a JSON value. */
export type Row = { readonly [column: string]: string | number | boolean | null }

/** A row as read back, every column cast to text by `selectAsText`. */
export type StoredRow = { readonly [column: string]: string | null }

/** Longest text of one row; longer ones could be written but not be backed up in bounded memory. */
const longestRow = 16 * 1024 * 1024

export type RowProblem =
  | 'columnUnknown'
  | 'valueMissing'
  | 'wrongType'
  | 'textNotStorable'
  | 'keyNotPlain'
  | 'tooLong'

/** A row that its table cannot hold. */
export class RowError extends Error {
  readonly problem: RowProblem
  readonly column: string

  constructor(problem: RowProblem, column: string) {
    super(`row: ${problem} in ${column}`)
    this.name = 'RowError'
    this.problem = problem
    this.column = column
  }
}

/**
 * The one text of a row to be written: its canonical JSON with nulls left out, so that a column added later
 * changes no old hash. Text is kept in NFC. Throws RowError for what the columns do not allow.
 */
export function rowText(shape: TableShape, row: Row): string {
  const plan = planOf(shape)
  for (const column in row)
    if (!Object.hasOwn(shape.columns, column)) throw new RowError('columnUnknown', column)
  const members: string[] = []
  for (const { column, kind, nullable, prefix, isKey } of plan) {
    const value = row[column] ?? null
    if (value === null) {
      if (!nullable) throw new RowError('valueMissing', column)
    } else {
      if (isKey && typeof value === 'string' && !plainText.test(value))
        throw new RowError('keyNotPlain', column)
      members.push(prefix + textOfValue(kind, value, column))
    }
  }
  return checkLength(`{${members.join(',')}}`)
}

/** The row as it will lie in the database: its texts in NFC. */
export function inNfc(row: Row): Row {
  const changed = Object.entries(row).flatMap(([column, value]) => {
    const composed = typeof value === 'string' ? value.normalize('NFC') : value
    return composed === value ? [] : [[column, composed] as const]
  })
  return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) }
}

/** The text of a row as it lies in the database; equal to `rowText` of the row that was written. */
export function storedRowText(shape: TableShape, row: StoredRow): string {
  const members: string[] = []
  for (const { column, kind, prefix } of planOf(shape)) {
    const value = row[column] ?? null
    if (value !== null) members.push(prefix + textOfStored(kind, value))
  }
  return `{${members.join(',')}}`
}

/** A shape with further columns, or without some. */
export function reshape(
  shape: TableShape,
  added: TableShape['columns'],
  without: readonly string[] = [],
): TableShape {
  const kept = Object.entries(shape.columns).filter(([column]) => !without.includes(column))
  return { ...shape, columns: { ...Object.fromEntries(kept), ...added } }
}

/**
 * The rows with each after those of the same list that it refers to: a batch may cut the list anywhere. Rows
 * that refer to each other in a ring keep some order, for the database to refuse.
 */
export function referredFirst(shape: TableShape, rows: readonly Row[]): readonly Row[] {
  const [key] = shape.key
  const { refersToOwn } = shape
  if (key === undefined || !rows.some((row) => refersToOwn.some((column) => (row[column] ?? null) !== null)))
    return rows
  const byKey = new Map(rows.map((row) => [row[key], row]))
  const ordered: Row[] = []
  const entered = new Set<Row>()
  for (const row of rows) {
    if (entered.has(row)) continue
    // An explicit stack: a chain of corrections may be longer than the call stack.
    const stack = [row]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const current: Row = top
      entered.add(current)
      const next = refersToOwn
        .map((column) => byKey.get(current[column] ?? null))
        .find((other) => other !== undefined && !entered.has(other))
      if (next) stack.push(next)
      else {
        ordered.push(current)
        stack.pop()
      }
    }
  }
  return ordered
}

type PlannedColumn = {
  readonly column: string
  readonly kind: ColumnKind
  readonly nullable: boolean
  readonly prefix: string
  readonly isKey: boolean
}

const plans = new WeakMap<TableShape, readonly PlannedColumn[]>()

function planOf(shape: TableShape): readonly PlannedColumn[] {
  const known = plans.get(shape)
  if (known) return known
  const plan = Object.entries(shape.columns)
    .map(([column, type]) => ({
      column,
      kind: kindOf(type),
      nullable: type.endsWith('?'),
      prefix: `${JSON.stringify(column)}:`,
      isKey: shape.key.includes(column),
    }))
    .toSorted((one, other) => (one.column < other.column ? -1 : 1))
  plans.set(shape, plan)
  return plan
}

const kinds = {
  text: 'text',
  'text?': 'text',
  integer: 'integer',
  'integer?': 'integer',
  bigint: 'bigint',
  'bigint?': 'bigint',
  double: 'double',
  'double?': 'double',
  boolean: 'boolean',
  'boolean?': 'boolean',
  day: 'day',
  'day?': 'day',
  instant: 'instant',
  'instant?': 'instant',
  json: 'json',
  'json?': 'json',
} as const satisfies Record<ColumnType, ColumnKind>

export function kindOf(type: ColumnType): ColumnKind {
  return kinds[type]
}

/** Keys are printable ASCII: then their order by bytes and by code units is one. */
const plainText = /^[\x20-\x7e]+$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

function textOfValue(kind: ColumnKind, value: string | number | boolean, column: string): string {
  if (typeof value === 'boolean') {
    if (kind === 'boolean') return String(value)
  } else if (typeof value === 'number') {
    if (kind === 'double' && Number.isFinite(value)) return JSON.stringify(value)
    if (kind === 'bigint' && Number.isSafeInteger(value)) return JSON.stringify(value)
    if (kind === 'integer' && Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31)
      return JSON.stringify(value)
  } else if (kind === 'text') return storableText(value, column)
  else if (kind === 'day' && parseDay(value) !== undefined) return JSON.stringify(value)
  else if (kind === 'instant' && instant.test(value)) return JSON.stringify(value)
  else if (kind === 'json') return storableJson(value, column)
  throw new RowError('wrongType', column)
}

/** PostgreSQL keeps neither the character zero nor half of a surrogate pair. */
function storableText(text: string, column: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw new RowError('textNotStorable', column)
  return JSON.stringify(text.normalize('NFC'))
}

/** In canonical JSON a surrogate is escaped only when its other half is missing. */
const unstorableEscape = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

function storableJson(text: string, column: string): string {
  const canonical = canonicalJson(parsePlain(text))
  if (unstorableEscape.test(canonical)) throw new RowError('textNotStorable', column)
  return canonical
}

function textOfStored(kind: ColumnKind, value: string): string {
  if (kind === 'bigint' || kind === 'integer' || kind === 'boolean') return value
  if (kind === 'double') return JSON.stringify(Number(value))
  if (kind === 'json') return canonicalJson(parsePlain(value))
  return JSON.stringify(value)
}

function parsePlain(text: string): Plain {
  const value: Plain = JSON.parse(text)
  return value
}

function checkLength(text: string): string {
  if (text.length > longestRow) throw new RowError('tooLong', '')
  return text
}
