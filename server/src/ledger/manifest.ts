import { z } from 'zod'

import { isoDate } from '@ancu/core/kernel'

import { ledgerTableNames, ledgerTables, type LedgerTable, type TableShape } from '../commands/index.ts'
import { reshape } from '../commands/rows.ts'
import { entryShape } from '../commands/tables.ts'

/** Raised when an archive of this program could no longer be read by the one before it. */
export const archiveFormat = 1

export const headerName = 'an-cu.json'
export const manifestName = 'manifest.json'

export type ArchivedTable = 'entry' | LedgerTable

/** Tables in the order in which they lie in an archive: the entries, then none before one it refers to. */
export const archivedTables: readonly ArchivedTable[] = ['entry', ...ledgerTableNames]

/** Rows of an archive carry the number of their entry, and of the one that ended their being known. */
const archivedShapes: ReadonlyMap<ArchivedTable, TableShape> = new Map(
  archivedTables.map((table): [ArchivedTable, TableShape] => {
    if (table === 'entry') return [table, entryShape]
    const shape: TableShape = ledgerTables[table]
    return [
      table,
      reshape(shape, { entry_seq: 'bigint', ...(shape.supersedable ? { superseded_seq: 'bigint?' } : {}) }),
    ]
  }),
)

export function archivedShape(table: ArchivedTable): TableShape {
  return archivedShapes.get(table) ?? entryShape
}

export function isArchivedTable(name: string): name is ArchivedTable {
  return archivedTables.some((table) => table === name)
}

/** `figure/000001.ndjson`: rows of one table, one canonical JSON a line, by (entry, key). */
export function partName(table: ArchivedTable, number: number): string {
  return `${table}/${String(number).padStart(6, '0')}.ndjson`
}

/** First part: enough to tell whether the rest can be understood. */
export const headerSchema = z.object({ format: z.int().positive(), province: z.string().min(1).max(80) })

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Last part: the head of the ledger, and what must have come before. */
export const manifestSchema = z.strictObject({
  format: z.literal(archiveFormat),
  province: z.string(),
  head: z.strictObject({
    seq: z.int().nonnegative(),
    at: z.iso.datetime({ precision: 3 }),
    knownOn: isoDate,
    hash,
  }),
  rows: z.strictObject({
    entry: z.int().nonnegative(),
    ...Object.fromEntries(ledgerTableNames.map((table) => [table, z.int().nonnegative()])),
  }),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.int().positive(),
      bytes: z.int().positive(),
      sha256: hash,
    }),
  ),
})

export type Manifest = z.output<typeof manifestSchema>
export type ManifestPart = Manifest['parts'][number]
