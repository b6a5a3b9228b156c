import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'

import {
  accepted,
  canonicalJson,
  dayInVietNam,
  refused,
  type IsoDate,
  type Plain,
  type Result,
} from '@ancu/core/kernel'

import { entryHash, payloadHash, requestHash, type KeptOutcome } from './chain.ts'
import type { Officer, Via } from './officer.ts'
import { databaseFault, isPassing, refusalOfFault, refusalOfRow, type DatabaseRefusal } from './problems.ts'
import { RowError, rowText, type Row } from './rows.ts'
import { entryShape } from './tables.ts'
import {
  enter,
  getHead,
  readerAt,
  type Head,
  type Inside,
  type Program,
  type Reader,
  type Writer,
} from './transaction.ts'
import { openWriter } from './writer.ts'

export type CommandRequest = {
  /** Made by the client; the same id asks for the same command again, and is answered as the first time. */
  readonly commandId: string
  /** `figures.add`, `units.load`, … */
  readonly kind: string
  readonly reason?: string
  readonly via: Via
  /** The day of the document that history is loaded from; only while the ledger holds nothing but such. */
  readonly replayedOn?: IsoDate
  /** What is asked, for telling a repetition from another command under the same id. */
  readonly payload: Plain
}

export type CommandRefusal =
  | { readonly code: 'commandIdUsedForAnother' }
  | { readonly code: 'replayOnlyIntoEmptyLedger' }
  /** History is replayed in the order of its days; an entry of `after` is there already. */
  | { readonly code: 'replayGoesBack'; readonly after: IsoDate }
  | { readonly code: 'replayInFuture'; readonly today: IsoDate }
  | DatabaseRefusal

export type Done<V> = { readonly seq: number; readonly repeated: boolean; readonly value: V }
export type CommandOutcome<V, R> = Result<Done<V>, R | CommandRefusal>

/** What a decision comes to: the value to answer with, and how to write it down. */
export type Decision<V> = { readonly value: V; write(writer: Writer): Promise<void> }
export type Decide<V, R> = (reader: Reader) => Promise<Result<Decision<V>, R>>

const attempts = 5

/**
 * Read, decide, write: one transaction, one entry of the ledger. A refusal writes nothing at all.
 *
 * `decide` only reads. It runs before the ledger is locked, so that long decisions do not wait for one another;
 * when another entry was written meanwhile it runs again under the lock, so that what counts was always decided
 * on everything before its own entry. A repeated command id is answered as the first time and writes nothing.
 */
export async function command<V extends Plain, R>(
  program: Program,
  officer: Officer,
  request: CommandRequest,
  decide: Decide<V, R>,
): Promise<CommandOutcome<V, R>> {
  const digest = requestHash({
    officerId: officer.id,
    kind: request.kind,
    reason: request.reason,
    replayedOn: request.replayedOn,
    payload: request.payload,
  })
  for (let attempt = 1; ; attempt += 1) {
    let outcome: CommandOutcome<V, R> | undefined
    try {
      return await program.storage.db.transaction().execute(async (tx) => {
        const entered = await enter(tx, program.provinceId, officer)
        outcome = await run(entered, program, officer, { ...request, digest }, decide)
        if (!outcome.ok) throw new RollBack()
        return outcome
      })
    } catch (error) {
      if (error instanceof RollBack && outcome) return outcome
      const fault = databaseFault(error)
      const refusal = error instanceof RowError ? refusalOfRow(error) : refusalOfFault(fault)
      if (refusal) return refused(refusal)
      if (!isPassing(fault) || attempt === attempts) throw error
      await pause(10 * 2 ** attempt)
    }
  }
}

/** Ends a transaction whose outcome is a refusal: not even what `decide` may have written stays. */
class RollBack extends Error {}

type DigestedRequest = CommandRequest & { readonly digest: string }

async function run<V extends Plain, R>(
  tx: Inside,
  program: Program,
  officer: Officer,
  request: DigestedRequest,
  decide: Decide<V, R>,
): Promise<CommandOutcome<V, R>> {
  const { provinceId } = program
  const first = await getHead(tx, provinceId)
  const before = await findFirstOutcome<V>(tx, provinceId, request)
  if (before) return before
  const decided = await decide(readerAt(program, officer, tx, first.seq))
  // What it was refused for may be the same command's own doing, come in by another way while this one decided.
  if (!decided.ok) return (await findFirstOutcome<V>(tx, provinceId, request)) ?? decided

  const head = await getHead(tx, provinceId, 'locked')
  let decision = decided.value
  if (head.seq !== first.seq) {
    const meanwhile = await findFirstOutcome<V>(tx, provinceId, request)
    if (meanwhile) return meanwhile
    const again = await decide(readerAt(program, officer, tx, head.seq))
    if (!again.ok) return again
    decision = again.value
  }

  // The machine's clock may be set back; the ledger's time is not.
  const at = new Date(Math.max(program.clock(), head.at.getTime()))
  const dated = await dateEntry(tx, provinceId, request, head, at)
  if (!dated.ok) return dated

  const seq = head.seq + 1
  const { writer, written, parts } = openWriter(readerAt(program, officer, tx, head.seq), seq)
  await decision.write(writer)
  await program.project(writer, written, program.storage)
  const outcome: KeptOutcome<V> = { request: request.digest, parts: parts(), value: decision.value }
  await insertEntry(tx, provinceId, {
    seq,
    at: at.toISOString(),
    known_on: dated.value,
    command_id: request.commandId,
    officer_id: officer.id,
    duty_id: null,
    via: request.via,
    kind: request.kind,
    reason: request.reason ?? null,
    payload_hash: payloadHash(outcome.parts),
    prev_hash: head.hash,
    replayed: request.replayedOn !== undefined,
    outcome: canonicalJson(outcome),
  })
  return accepted({ seq, repeated: false, value: decision.value })
}

/** The day on which the entry becomes known; a replayed one tells it itself, within limits. */
async function dateEntry(
  tx: Inside,
  provinceId: string,
  request: CommandRequest,
  head: Head,
  at: Date,
): Promise<Result<IsoDate, CommandRefusal>> {
  const today = dayInVietNam(at.getTime())
  const { replayedOn } = request
  if (replayedOn === undefined) return accepted(today < head.knownOn ? head.knownOn : today)
  if (head.seq > 0 && !(await isReplayed(tx, provinceId, head.seq)))
    return refused({ code: 'replayOnlyIntoEmptyLedger' })
  if (replayedOn < head.knownOn) return refused({ code: 'replayGoesBack', after: head.knownOn })
  if (replayedOn > today) return refused({ code: 'replayInFuture', today })
  return accepted(replayedOn)
}

/** Replayed entries come before all others, so the last one tells of all. */
async function isReplayed(tx: Inside, provinceId: string, seq: number): Promise<boolean> {
  const { rows } = await sql<{ replayed: boolean }>`
    select replayed
    from entry
    where province_id = ${provinceId}
      and seq = ${seq}`.execute(tx)
  return rows[0]?.replayed === true
}

async function findFirstOutcome<V extends Plain>(
  tx: Inside,
  provinceId: string,
  request: DigestedRequest,
): Promise<Result<Done<V>, CommandRefusal> | undefined> {
  const { rows } = await sql<{ seq: number; outcome: KeptOutcome<V> }>`
    select seq, outcome
    from entry
    where province_id = ${provinceId}
      and command_id = ${request.commandId}`.execute(tx)
  const [entry] = rows
  if (!entry) return undefined
  if (entry.outcome.request !== request.digest) return refused({ code: 'commandIdUsedForAnother' })
  return accepted({ seq: entry.seq, repeated: true, value: entry.outcome.value })
}

async function insertEntry(tx: Inside, provinceId: string, unhashed: Row): Promise<void> {
  const entry: Row = { ...unhashed, hash: entryHash(provinceId, unhashed) }
  const columns = sql.join(Object.keys(entryShape.columns).map((column) => sql.ref(column)))
  await sql`
    with added as (
      insert into entry (province_id, ${columns})
      select ${provinceId}, ${columns}
      from json_populate_record(null::entry, ${rowText(entryShape, entry)}::json)
      returning province_id, seq, at, known_on, hash
    )
    update ledger_head
    set seq = added.seq, at = added.at, known_on = added.known_on, hash = added.hash
    from added
    where ledger_head.province_id = added.province_id`.execute(tx)
}
