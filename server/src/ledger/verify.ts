import type { IsoDate } from '@ancu/core/kernel'

import { genesisHash, payloadHash, storedEntryHash, type KeptOutcome, type Part } from '../commands/chain.ts'
import type { LedgerTable, Officer, Program, Reader } from '../commands/index.ts'
import { ledgerTableNames, localOperator } from '../commands/index.ts'
import type { StoredRow } from '../commands/rows.ts'
import { getHead } from '../commands/transaction.ts'
import { followTable, type FollowedTable } from './follow.ts'
import { askInSlices, countBeyondHead, walkEntries, type Ask } from './store.ts'

/**
 * Something in the ledger that this program did not write so. `code` is one of `LedgerFault` for the chain
 * itself, or a word of the check that found it.
 */
export type Finding = {
  readonly code: string
  /** Entry concerned. */
  readonly seq?: number
  readonly table?: string
  /** Facts for whoever looks further: a key, a number of rows, two values that differ. */
  readonly detail?: string
}

export type LedgerFault =
  /** No entry has this number, though later ones are there; `detail` tells the last one missing. */
  | 'entryMissing'
  /** The entry's own fields do not give its hash, or its account of what it wrote is not what it wrote. */
  | 'entryChanged'
  /** The entry does not follow from the one before it. */
  | 'chainBroken'
  /** The entry is earlier than the one before it, or replayed after what was not. */
  | 'timeGoesBack'
  /** Rows of a table are not those the entry wrote: one was changed, added or taken away. */
  | 'rowsChanged'
  /** Rows name an entry that does not exist. */
  | 'rowsWithoutEntry'
  /** The head of the ledger is not its last entry. */
  | 'headDiffers'

/** A check of what a slice keeps beside the ledger, such as a projection; it may ask in several snapshots. */
export type LedgerCheck = {
  readonly name: string
  /** What is wrong; undefined where nothing is kept now, so that there was nothing to compare. */
  find(program: Program): Promise<readonly Finding[] | undefined>
}

export type Verification = {
  /** Number of the last entry looked at. */
  readonly upTo: number
  readonly headHash: string
  readonly entries: number
  readonly rows: { readonly [Table in LedgerTable]?: number }
  /** Names of the further checks that compared something. */
  readonly checks: readonly string[]
  /** Names of those that had nothing to compare. */
  readonly notKept: readonly string[]
  /** Empty when all is as it was written; at most `mostFindings` of them are listed. */
  readonly findings: readonly Finding[]
  readonly found: number
}

/** What the chain alone tells. */
export type ChainVerification = Omit<Verification, 'checks' | 'notKept'>

export type VerifyProgress = {
  readonly step: 'entries' | 'check'
  readonly done: number
  readonly of: number
}

export type VerifyOptions = {
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly checks?: readonly LedgerCheck[]
  readonly officer?: Officer
}

const mostFindings = 1_000

/**
 * Walks the whole chain in small transactions and recomputes every hash from the rows as they lie in the
 * database; entries written meanwhile are left for another time. It only reads.
 */
export async function verifyLedger(
  program: Program,
  { onProgress, checks = [], officer = localOperator }: VerifyOptions = {},
): Promise<Verification> {
  const chain = await verifyChain(askInSlices(program, officer), onProgress)
  const findings = [...chain.findings]
  const [compared, notKept]: [string[], string[]] = [[], []]
  let { found } = chain
  for (const [index, check] of checks.entries()) {
    onProgress?.({ step: 'check', done: index, of: checks.length })
    const more = await check.find(program)
    if (more === undefined) notKept.push(check.name)
    else compared.push(check.name)
    found += more?.length ?? 0
    findings.push(...(more ?? []).slice(0, Math.max(0, mostFindings - findings.length)))
  }
  return { ...chain, checks: compared, notKept, findings, found }
}

/** The chain alone, however the rows are asked for; up to the last entry there is, or to an earlier `end`. */
export async function verifyChain(
  ask: Ask,
  onProgress?: (progress: VerifyProgress) => void,
  end?: LedgerEnd,
): Promise<ChainVerification> {
  const findings: Finding[] = []
  let found = 0
  const report = (code: LedgerFault, finding: Omit<Finding, 'code'>) => {
    found += 1
    if (findings.length < mostFindings) findings.push({ code, ...finding })
  }
  const head = end ?? (await ask(findEnd))
  const tables = ledgerTableNames.map((table) => followTable(ask, table, head.seq))

  let entries = 0
  let before: Link = { seq: 0, at: '', knownOn: '', hash: genesisHash(head.provinceId), replayed: true }
  for await (const row of walkEntries(ask, head.seq)) {
    const link = linkOf(row)
    reportOrder(before, link, report)
    if (row['prev_hash'] !== before.hash) report('chainBroken', { seq: link.seq })
    const intact = storedEntryHash(head.provinceId, row) === row['hash']
    if (!intact) report('entryChanged', { seq: link.seq })
    await comparePayload(row, link.seq, tables, intact, report)
    entries += 1
    before = link
    if (entries % 500 === 0) onProgress?.({ step: 'entries', done: link.seq, of: head.seq })
  }
  for (const table of tables) await table.skipTo(Infinity, strays(report))
  if (before.seq < head.seq) report('entryMissing', { seq: before.seq + 1, detail: `${head.seq}` })
  if (before.seq !== head.seq || before.hash !== head.hash) report('headDiffers', { seq: head.seq })
  else if (head.seq > 0 && (before.at !== head.at || before.knownOn !== head.knownOn))
    report('headDiffers', { seq: head.seq, detail: `${head.at} ${head.knownOn}` })
  for (const stray of await ask(countBeyondHead))
    report('rowsWithoutEntry', { table: stray.table, detail: `${stray.rows}` })
  onProgress?.({ step: 'entries', done: head.seq, of: head.seq })
  const rows = Object.fromEntries(tables.map((followed) => [followed.table, followed.count()]))
  return { upTo: head.seq, headHash: head.hash, entries, rows, findings, found }
}

type Report = (code: LedgerFault, finding: Omit<Finding, 'code'>) => void

type Link = {
  readonly seq: number
  readonly at: string
  readonly knownOn: string
  readonly hash: string
  readonly replayed: boolean
}

function linkOf(row: StoredRow): Link {
  return {
    seq: Number(row['seq']),
    at: row['at'] ?? '',
    knownOn: row['known_on'] ?? '',
    hash: row['hash'] ?? '',
    replayed: row['replayed'] === 'true',
  }
}

function reportOrder(before: Link, link: Link, report: Report): void {
  const { seq } = link
  if (seq !== before.seq + 1) report('entryMissing', { seq: before.seq + 1, detail: `${seq - 1}` })
  if (isEarlier(link.at, before.at) || link.knownOn < before.knownOn || (link.replayed && !before.replayed))
    report('timeGoesBack', { seq })
}

/** Instants may be of milliseconds or, when someone else wrote them, finer: the shorter text has the `Z` sooner. */
function isEarlier(one: string, other: string): boolean {
  return one.slice(0, -1) < other.slice(0, -1)
}

/** Compares what an entry says it wrote with the rows that name it. */
async function comparePayload(
  row: StoredRow,
  seq: number,
  tables: readonly FollowedTable[],
  intact: boolean,
  report: Report,
): Promise<void> {
  const parts: { [Table in LedgerTable]?: Part } = {}
  for (const table of tables) {
    await table.skipTo(seq, strays(report))
    const part = await table.take(seq)
    if (part) parts[table.table] = part
  }
  if (payloadHash(parts) === row['payload_hash']) return
  const kept = keptParts(row)
  const different = ledgerTableNames.filter((table) => kept[table]?.hash !== parts[table]?.hash)
  for (const table of different) report('rowsChanged', { seq, table })
  if (different.length === 0 && intact) report('entryChanged', { seq })
}

function strays(report: Report): (table: LedgerTable, seq: number, rows: number) => void {
  return (table, seq, rows) => report('rowsWithoutEntry', { seq, table, detail: `${rows}` })
}

function keptParts(row: StoredRow): Partial<KeptOutcome<null>['parts']> {
  const outcome: Partial<KeptOutcome<null>> | null = JSON.parse(row['outcome'] ?? 'null')
  return outcome?.parts ?? {}
}

/** The last entry of a province's ledger. */
export type LedgerEnd = {
  readonly provinceId: string
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly knownOn: IsoDate
}

export async function findEnd(reader: Reader): Promise<LedgerEnd> {
  const head = await getHead(reader.tx, reader.provinceId)
  return {
    provinceId: reader.provinceId,
    seq: head.seq,
    hash: head.hash,
    at: head.at.toISOString(),
    knownOn: head.knownOn,
  }
}
