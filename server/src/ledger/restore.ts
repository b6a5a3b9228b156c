import { accepted, canonicalJson, refused, type Result } from '@ancu/core/kernel'

import { fillLedger, LedgerNotEmpty } from '../commands/fill.ts'
import { localOperator, type Officer, type Reader } from '../commands/index.ts'
import { databaseFault } from '../commands/problems.ts'
import { gatherStatistics, type Storage } from '../database/index.ts'
import { ArchiveError, largestArchive, openArchive } from './archive.ts'
import { readContents } from './contents.ts'
import { openInserter } from './inserter.ts'
import type { Manifest } from './manifest.ts'
import type { RestoreRefusal } from './refusals.ts'
import { verifyChain } from './verify.ts'

/** `checking` and `writing` count bytes of the file, `verifying` counts entries. */
export type RestoreProgress = {
  readonly step: 'checking' | 'writing' | 'verifying'
  readonly done: number
  readonly of: number
}

export type RestoreOptions = {
  readonly onProgress?: (progress: RestoreProgress) => void
  /** Refuse an archive of any other province. */
  readonly provinceId?: string
  /** Builds what is kept beside the ledger (closures, standing), in the same transaction. */
  readonly rebuild?: (reader: Reader) => Promise<void>
  readonly officer?: Officer
  readonly clock?: () => number
  /** Most bytes unpacked. */
  readonly largest?: number
}

export type RestoreSummary = {
  readonly provinceId: string
  readonly seq: number
  readonly headHash: string
  readonly rows: Manifest['rows']
}

/** Reads an archive to its end and holds everything in it against everything else; touches no database. */
export async function checkArchive(file: string): Promise<Result<Manifest['head'], RestoreRefusal>> {
  try {
    await using handle = await openArchive(file)
    return accepted((await readContents(handle, { largest: largestArchive })).head)
  } catch (error) {
    if (error instanceof ArchiveError) return refused(error.refusal)
    throw error
  }
}

/**
 * Puts the ledger of an archive where none of its province is. The file is first read to its end and checked
 * without touching the database; then all rows are written, the chain is recomputed from them, and what stands
 * beside the ledger is built, in one transaction: interrupted at any moment, it leaves nothing behind.
 */
export async function restore(
  storage: Storage,
  file: string,
  options: RestoreOptions = {},
): Promise<Result<RestoreSummary, RestoreRefusal>> {
  const { onProgress, officer = localOperator, clock = Date.now, largest = largestArchive, rebuild } = options
  try {
    await using handle = await openArchive(file)
    const { size: of } = await handle.stat()
    const manifest = await readContents(handle, {
      largest,
      onHeader: (province) => checkProvince(province, options.provinceId),
      onRead: (done) => onProgress?.({ step: 'checking', done, of }),
    })
    const { province: provinceId, head, rows } = manifest
    await fillLedger(storage, { provinceId, officer, clock }, head, async (reader) => {
      const inserter = openInserter(reader)
      const again = await readContents(handle, {
        largest,
        onRows: inserter.insert,
        onRead: (done) => onProgress?.({ step: 'writing', done, of }),
      })
      await inserter.end()
      if (canonicalJson(again) !== canonicalJson(manifest))
        throw new ArchiveError({ code: 'manifestInvalid', detail: 'changed while being read' })
      const chain = await verifyChain(
        (ask) => ask(reader),
        ({ done }) => onProgress?.({ step: 'verifying', done, of: head.seq }),
      )
      if (chain.found > 0)
        throw new Broken({ code: 'chainBroken', findings: chain.findings, found: chain.found })
      await rebuild?.(reader)
    })
    await gatherStatistics(storage)
    return accepted({ provinceId, seq: head.seq, headHash: head.hash, rows })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal) return refused(refusal)
    throw error
  }
}

/** A refusal found with rows written already: it ends the transaction. */
class Broken extends Error {
  readonly refusal: RestoreRefusal

  constructor(refusal: RestoreRefusal) {
    super(`restore: ${refusal.code}`)
    this.refusal = refusal
  }
}

function checkProvince(have: string, want: string | undefined): void {
  if (want !== undefined && have !== want) throw new Broken({ code: 'otherProvince', have, want })
}

function refusalOf(error: unknown): RestoreRefusal | undefined {
  if (error instanceof ArchiveError || error instanceof Broken) return error.refusal
  if (error instanceof LedgerNotEmpty)
    return { code: 'ledgerNotEmpty', province: error.provinceId, seq: error.seq }
  const fault = databaseFault(error)
  // Classes 22 and 23: values that a column cannot hold, conditions of a table that do not hold.
  if (fault && /^2[23]/.test(fault.state))
    return { code: 'rowsContradict', table: fault.table, constraint: fault.constraint }
  return undefined
}
