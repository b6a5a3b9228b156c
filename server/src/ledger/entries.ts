import type { IsoDate, Plain } from '@ancu/core/kernel'

import type { Parts } from '../commands/chain.ts'
import type { Reader, Via } from '../commands/index.ts'
import { findEntries, findEntriesOf, type EntryRow } from './store.ts'

/** One entry of the ledger: who did what, when it became known, and what it wrote. */
export type Entry = {
  readonly seq: number
  /** The instant by the ledger's clock, which never goes back: `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly at: string
  /** The day in Viet Nam on which it became known; of a replayed entry the day of its document. */
  readonly knownOn: IsoDate
  readonly replayed: boolean
  readonly commandId: string
  readonly officerId: string
  readonly dutyId?: string
  readonly via: Via
  readonly kind: string
  readonly reason?: string
  /** Rows added and superseded, table by table, with the hash over them. */
  readonly parts: Parts
  /** What the command answered. */
  readonly value: Plain
  readonly payloadHash: string
  readonly prevHash: string
  readonly hash: string
}

const mostEntries = 1_000

/** Entries after a number, oldest first, at most `limit` (and never more than `mostEntries`). */
export async function listEntries(
  reader: Reader,
  { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly Entry[]> {
  const rows = await findEntries(reader, after, Math.max(0, Math.min(limit, mostEntries)))
  return rows.map(entryOf)
}

/** The entry of that number; undefined when the reader knows of none. */
export async function getEntry(reader: Reader, seq: number): Promise<Entry | undefined> {
  const [entry] = await getEntries(reader, [seq])
  return entry
}

/** The entries of those numbers that the reader knows of, oldest first. */
export async function getEntries(reader: Reader, seqs: readonly number[]): Promise<readonly Entry[]> {
  const rows = await findEntriesOf(reader, seqs)
  return rows.map(entryOf)
}

function entryOf(row: EntryRow): Entry {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    knownOn: row.known_on,
    replayed: row.replayed,
    commandId: row.command_id,
    officerId: row.officer_id,
    ...(row.duty_id === null ? {} : { dutyId: row.duty_id }),
    via: row.via,
    kind: row.kind,
    ...(row.reason === null ? {} : { reason: row.reason }),
    parts: row.outcome.parts,
    value: row.outcome.value,
    payloadHash: row.payload_hash,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}
