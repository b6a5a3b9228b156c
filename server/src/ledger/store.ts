import { sql, type RawBuilder } from 'kysely'

import type { IsoDate, Plain } from '@ancu/core/kernel'

import type { KeptOutcome } from '../commands/chain.ts'
import type {
  LedgerTable,
  Officer,
  Program,
  Reader,
  SupersedableTable,
  TableShape,
  Via,
} from '../commands/index.ts'
import { ledgerTableNames, ledgerTables, read } from '../commands/index.ts'
import type { StoredRow } from '../commands/rows.ts'
import { selectAsText } from '../commands/store.ts'
import { entryShape, isSupersedable } from '../commands/tables.ts'

/** A place in the order (number of the entry, key) in which the rows of a table are walked. */
export type Cursor = { readonly seq: string; readonly key: readonly string[] }

/** How a walk over the ledger asks: each page in a snapshot of its own, or all in one transaction. */
export type Ask = <T>(fn: (reader: Reader) => Promise<T>) => Promise<T>

/** Pages in small transactions, which hold up nobody; rows never change, so a fixed number is enough. */
export function askInSlices(program: Program, officer: Officer): Ask {
  return (fn) => read(program, officer, fn)
}

export type EntryRow = {
  seq: number
  at: Date
  known_on: IsoDate
  command_id: string
  officer_id: string
  duty_id: string | null
  via: Via
  kind: string
  reason: string | null
  payload_hash: string
  prev_hash: string
  hash: string
  replayed: boolean
  outcome: KeptOutcome<Plain>
}

const entryColumns = sql`
  seq, at, known_on, command_id, officer_id, duty_id, via, kind, reason, payload_hash, prev_hash, hash, replayed,
  outcome`

export async function findEntries(
  reader: Reader,
  after: number,
  limit: number,
): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns}
    from entry
    where province_id = ${reader.provinceId}
      and seq > ${after}
      and seq <= ${reader.knownSeq}
    order by seq
    limit ${limit}`.execute(reader.tx)
  return rows
}

export async function findEntriesOf(reader: Reader, seqs: readonly number[]): Promise<readonly EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns}
    from entry
    where province_id = ${reader.provinceId}
      and seq = any(${seqs}::bigint[])
      and seq <= ${reader.knownSeq}
    order by seq`.execute(reader.tx)
  return rows
}

/** Entries up to a number, in order, every column as text. */
export function walkEntries(ask: Ask, upTo: number): AsyncGenerator<StoredRow> {
  return walk(
    (after) =>
      ask(async (reader) => {
        const { rows } = await sql<StoredRow>`
          select ${selectAsText(entryShape)}
          from entry
          where province_id = ${reader.provinceId}
            and seq <= ${upTo}
            ${after ? sql`and seq > ${after.seq}::bigint` : sql``}
          order by entry.seq
          limit ${pageLimit(entryShape)}`.execute(reader.tx)
        return rows
      }),
    (row) => ({ seq: row['seq'] ?? '', key: [] }),
    pageLimit(entryShape),
  )
}

/**
 * Rows of a table that entries up to a number wrote, by (entry, key), every column as text, `entry_seq` and
 * `superseded_seq` among them. Knowledge ended by a later entry has not ended yet.
 */
export function walkRows(ask: Ask, table: LedgerTable, upTo: number): AsyncGenerator<StoredRow> {
  const shape: TableShape = ledgerTables[table]
  const limit = pageLimit(shape)
  const superseded = isSupersedable(table)
    ? sql`case when superseded_seq <= ${upTo} then superseded_seq end::text`
    : sql`null::text`
  return walk(
    (after) =>
      ask(async (reader) => {
        const { rows } = await sql<StoredRow>`
          select ${selectAsText(shape)}, entry_seq::text as entry_seq, ${superseded} as superseded_seq
          from ${sql.table(table)}
          where province_id = ${reader.provinceId}
            and entry_seq <= ${upTo}
            ${after ? isAfter(table, shape, after) : sql``}
          order by ${sql.ref(`${table}.entry_seq`)}, ${sql.join(shape.key.map((column) => sql.ref(`${table}.${column}`)))}
          limit ${limit}`.execute(reader.tx)
        return rows
      }),
    (row) => ({ seq: row['entry_seq'] ?? '', key: shape.key.map((column) => row[column] ?? '') }),
    limit,
  )
}

export type Ending = { readonly superseded_seq: string; readonly row_id: string }

/** Rows of a table whose knowledge entries up to a number ended, by (entry, key). */
export function walkEndings(ask: Ask, table: SupersedableTable, upTo: number): AsyncGenerator<Ending> {
  const limit = pageLimit(ledgerTables[table])
  return walk(
    (after) =>
      ask(async (reader) => {
        const { rows } = await sql<Ending>`
          select superseded_seq::text as superseded_seq, row_id
          from ${sql.table(table)}
          where province_id = ${reader.provinceId}
            and superseded_seq <= ${upTo}
            ${after ? sql`and (superseded_seq, row_id) > (${after.seq}::bigint, ${after.key[0] ?? ''})` : sql``}
          order by ${sql.ref(`${table}.superseded_seq`)}, row_id
          limit ${limit}`.execute(reader.tx)
        return rows
      }),
    (ending) => ({ seq: ending.superseded_seq, key: [ending.row_id] }),
    limit,
  )
}

export type Stray = { readonly table: LedgerTable | 'entry'; readonly rows: number }

/** Rows that claim an entry after the last one there is. */
export async function countBeyondHead(reader: Reader): Promise<readonly Stray[]> {
  const beyond = (table: string, condition: RawBuilder<unknown>) => sql<Stray>`
    select ${table} as "table", count(*) as rows
    from ${sql.table(table)}
    where province_id = ${reader.provinceId}
      and (${condition})`
  const { knownSeq } = reader
  const counts = [
    beyond('entry', sql`seq > ${knownSeq}`),
    ...ledgerTableNames.map((table) =>
      beyond(
        table,
        isSupersedable(table)
          ? sql`entry_seq > ${knownSeq} or superseded_seq > ${knownSeq}`
          : sql`entry_seq > ${knownSeq}`,
      ),
    ),
  ]
  const { rows } = await sql<Stray>`${sql.join(counts, sql` union all `)}`.execute(reader.tx)
  return rows.filter((row) => row.rows > 0)
}

/** Pages are counted in rows; rows with JSON in them may be large. */
function pageLimit(shape: TableShape): number {
  return Object.values(shape.columns).includes('json') ? 200 : 5_000
}

function isAfter(table: LedgerTable, shape: TableShape, after: Cursor): RawBuilder<unknown> {
  const columns = ['entry_seq', ...shape.key].map((column) => sql.ref(`${table}.${column}`))
  const values = [
    sql`${after.seq}::bigint`,
    ...after.key.map((value, index) =>
      shape.columns[shape.key[index] ?? ''] === 'text' ? sql`${value}` : sql`${value}::bigint`,
    ),
  ]
  return sql`and (${sql.join(columns)}) > (${sql.join(values)})`
}

async function* walk<Row>(
  getPage: (after: Cursor | undefined) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => Cursor,
  limit: number,
): AsyncGenerator<Row> {
  let after: Cursor | undefined
  for (;;) {
    const page = await getPage(after)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < limit) return
    after = cursorOf(last)
  }
}
