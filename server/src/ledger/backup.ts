import { createHash } from 'node:crypto'

import { accepted, canonicalJson, refused, type Result } from '@ancu/core/kernel'

import { localOperator, type Officer, type Program } from '../commands/index.ts'
import { storedRowText } from '../commands/rows.ts'
import { ArchiveError, largestArchive, writeArchive, type ArchivePart } from './archive.ts'
import {
  archivedShape,
  archivedTables,
  archiveFormat,
  headerName,
  manifestName,
  partName,
  type ArchivedTable,
  type Manifest,
  type ManifestPart,
} from './manifest.ts'
import type { BackupRefusal } from './refusals.ts'
import { askInSlices, walkEntries, walkRows, type Ask } from './store.ts'
import { findEnd, verifyChain, type ChainVerification, type VerifyProgress } from './verify.ts'

export type BackupProgress =
  | VerifyProgress
  | { readonly step: 'writing'; readonly table: ArchivedTable; readonly rows: number }

export type BackupOptions = {
  readonly onProgress?: (progress: BackupProgress) => void
  /** Whether a file of that name may be taken the place of. */
  readonly overwrite?: boolean
  /** Writes what there is of a ledger that may be broken, without verifying it. */
  readonly unverified?: boolean
  readonly officer?: Officer
  /** Most bytes unpacked. */
  readonly largest?: number
}

export type BackupSummary = {
  readonly file: string
  /** Size of the file in bytes. */
  readonly size: number
  readonly provinceId: string
  /** Number of the last entry in it, with its hash: the same ledger up to the same number has the same. */
  readonly seq: number
  readonly headHash: string
  /** Whether every hash was recomputed from the rows before they were written. */
  readonly verified: boolean
  readonly rows: Manifest['rows']
}

/** A part is closed once it holds as many characters. */
const partLength = 4 * 1024 ** 2

/**
 * Writes everything known up to the number of the last entry into one file, in small transactions, while
 * others go on writing: rows are never changed, so a fixed number is all it takes. The chain is verified first:
 * a backup of a broken ledger would take the place of an older whole one, and not restore.
 */
export async function backup(
  program: Program,
  file: string,
  {
    onProgress,
    overwrite = false,
    unverified = false,
    officer = localOperator,
    largest = largestArchive,
  }: BackupOptions = {},
): Promise<Result<BackupSummary, BackupRefusal>> {
  const ask = askInSlices(program, officer)
  const head = await ask(findEnd)
  const parts: ManifestPart[] = []
  const rows = new Map<ArchivedTable, number>()
  const manifest = (): Manifest => ({
    format: archiveFormat,
    province: program.provinceId,
    head: { seq: head.seq, at: head.at, knownOn: head.knownOn, hash: head.hash },
    rows: { entry: rows.get('entry') ?? 0, ...Object.fromEntries(rows) },
    parts,
  })

  async function* allParts(): AsyncGenerator<ArchivePart> {
    const chain = unverified ? undefined : await verifyChain(ask, onProgress, head)
    if (chain !== undefined && chain.found > 0) throw new Broken(chain)
    yield jsonPart(headerName, { format: archiveFormat, province: program.provinceId })
    for (const table of archivedTables) {
      let number = 0
      let written = 0
      for await (const lines of linesOf(ask, table, head.seq)) {
        number += 1
        written += lines.length
        const bytes = Buffer.from(lines.join(''))
        const name = partName(table, number)
        parts.push({ name, rows: lines.length, bytes: bytes.length, sha256: sha256Of(bytes) })
        yield { name, bytes }
        onProgress?.({ step: 'writing', table, rows: written })
      }
      rows.set(table, written)
    }
    yield jsonPart(manifestName, manifest())
  }

  try {
    const size = await writeArchive(file, allParts(), { overwrite, largest })
    return accepted({
      file,
      size,
      provinceId: program.provinceId,
      seq: head.seq,
      headHash: head.hash,
      verified: !unverified,
      rows: manifest().rows,
    })
  } catch (error) {
    if (error instanceof Broken) return refused(error.refusal)
    if (error instanceof ArchiveError && isBackupRefusal(error.refusal)) return refused(error.refusal)
    throw error
  }
}

/** The chain is not what was written: names the first entry concerned, and ends the writing of the archive. */
class Broken extends Error {
  readonly refusal: BackupRefusal

  constructor({ findings, found, upTo }: ChainVerification) {
    super(`backup: ${found} findings`)
    const [first] = findings.toSorted((one, other) => (one.seq ?? Infinity) - (other.seq ?? Infinity))
    this.refusal = {
      code: 'ledgerBroken',
      seq: first?.seq ?? upTo,
      finding: first?.code ?? '',
      table: first?.table ?? null,
      found,
    }
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Lines of a table, as many together as make a part. */
async function* linesOf(ask: Ask, table: ArchivedTable, upTo: number): AsyncGenerator<readonly string[]> {
  const shape = archivedShape(table)
  let lines: string[] = []
  let length = 0
  for await (const row of table === 'entry' ? walkEntries(ask, upTo) : walkRows(ask, table, upTo)) {
    const line = `${storedRowText(shape, row)}\n`
    lines.push(line)
    length += line.length
    if (length >= partLength) {
      yield lines
      lines = []
      length = 0
    }
  }
  if (lines.length > 0) yield lines
}

function jsonPart(name: string, value: Parameters<typeof canonicalJson>[0]): ArchivePart {
  return { name, bytes: Buffer.from(`${canonicalJson(value)}\n`) }
}

function isBackupRefusal(
  refusal: ArchiveError['refusal'],
): refusal is Extract<ArchiveError['refusal'], BackupRefusal> {
  return (
    refusal.code === 'archiveTooLarge' ||
    refusal.code === 'fileExists' ||
    refusal.code === 'fileNotWritable' ||
    refusal.code === 'diskFull'
  )
}
