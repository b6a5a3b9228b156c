import { sql, type Transaction } from 'kysely'

import { dayInVietNam, type IsoDate } from '@ancu/core/kernel'

import type { Database, Storage } from '../database/index.ts'
import { genesisHash } from './chain.ts'
import { localOperator, type Officer } from './officer.ts'
import type { Row } from './rows.ts'
import type { LedgerTable, SupersedableTable } from './tables.ts'

declare const inside: unique symbol

/**
 * A transaction under the role of the program with an officer and a province set. Only `read` and `command`
 * make one, so a query of a slice outside them does not compile.
 */
export type Inside = Transaction<Database> & { readonly [inside]: true }

/** One province's knowledge up to one ledger number, seen by one officer; valid until its function ends. */
export type Reader = {
  readonly tx: Inside
  readonly provinceId: string
  /** Number of the last entry known here; 0 in an empty ledger. */
  readonly knownSeq: number
  /** The day in Viet Nam by the program's clock. */
  readonly today: IsoDate
  readonly officer: Officer
}

/** A reader that may also write the rows of one entry; it knows what was known before that entry. */
export type Writer = Reader & {
  /** Number of the entry being written. */
  readonly seq: number
  /** Adds rows to a ledger table; those that others of the list refer to go first. */
  insert(table: LedgerTable, rows: readonly Row[]): Promise<void>
  /** Ends the knowledge of older rows: they were known up to the entry before this one. */
  supersede(table: SupersedableTable, rowIds: readonly string[]): Promise<void>
}

/** Rows one command has written; a table of which it only ended knowledge is there with no rows. */
export type Written = ReadonlyMap<LedgerTable, readonly Row[]>

/** What every use case gets: an opened storage, one province's ledger, a clock. */
export type Program = {
  readonly storage: Storage
  readonly provinceId: string
  /** Milliseconds since 1970 in UTC. */
  readonly clock: () => number
  /** Called within a command's transaction after its rows are written, to keep closures and standing right. */
  readonly project: (writer: Writer, written: Written, storage: Storage) => Promise<void>
}

export type Head = {
  readonly seq: number
  readonly at: Date
  readonly knownOn: IsoDate
  readonly hash: string
}

/** Makes the province's ledger if there is none; several provinces may share one database. */
export async function openLedger(storage: Storage, provinceId: string): Promise<void> {
  await storage.db.transaction().execute(async (tx) => {
    const entered = await enter(tx, provinceId, localOperator)
    await insertHead(entered, provinceId)
  })
}

/** One snapshot in which nothing can be written; everything read in `fn` is as of `knownSeq`. */
export async function read<T>(
  program: Program,
  officer: Officer,
  fn: (reader: Reader) => Promise<T>,
): Promise<T> {
  const { storage, provinceId } = program
  return storage.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const entered = await enter(tx, provinceId, officer)
      const head = await getHead(entered, provinceId)
      return fn(readerAt(program, officer, entered, head.seq))
    })
}

export function readerAt(program: Program, officer: Officer, tx: Inside, knownSeq: number): Reader {
  return { tx, provinceId: program.provinceId, knownSeq, today: dayInVietNam(program.clock()), officer }
}

/** The head of an empty ledger, unless there is one. */
export async function insertHead(tx: Inside, provinceId: string): Promise<void> {
  await sql`
    insert into province (id)
    values (${provinceId})
    on conflict do nothing`.execute(tx)
  await sql`
    insert into ledger_head (province_id, seq, at, known_on, hash)
    values (${provinceId}, 0, '1970-01-01T00:00:00Z', '1900-01-01', ${genesisHash(provinceId)})
    on conflict do nothing`.execute(tx)
}

/** From here to its end the transaction is bound by row-level security; a superuser otherwise is not. */
export async function enter(
  tx: Transaction<Database>,
  provinceId: string,
  officer: Officer,
): Promise<Inside> {
  await sql`
    select set_config('role', 'an_cu_app', true),
      set_config('an_cu.officer', ${officer.id}, true),
      set_config('an_cu.province', ${provinceId}, true)`.execute(tx)
  if (!isInside(tx)) throw new Error('a transaction was expected')
  return tx
}

/** The head of the ledger; `locked` makes other commands of the province wait until this one ends. */
export async function getHead(tx: Inside, provinceId: string, locked?: 'locked'): Promise<Head> {
  const { rows } = await sql<{ seq: number; at: Date; known_on: IsoDate; hash: string }>`
    select seq, at, known_on, hash
    from ledger_head
    where province_id = ${provinceId}
    ${locked ? sql`for update` : sql``}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error(`the ledger of ${provinceId} has not been opened, or no officer is set`)
  return { seq: row.seq, at: row.at, knownOn: row.known_on, hash: row.hash }
}

/** Number of the last entry that was known at the end of that day in Viet Nam; 0 when nothing was known yet. */
export async function knownSeqOn(reader: Reader, day: IsoDate): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select seq
    from entry
    where province_id = ${reader.provinceId}
      and known_on <= ${day}
      and seq <= ${reader.knownSeq}
    order by known_on desc, seq desc
    limit 1`.execute(reader.tx)
  return rows[0]?.seq ?? 0
}

function isInside(tx: Transaction<Database>): tx is Inside {
  return tx.isTransaction
}
