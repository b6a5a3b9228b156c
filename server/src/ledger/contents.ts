import type { FileHandle } from 'node:fs/promises'

import { canonicalJson } from '@ancu/core/kernel'

import { kindOf, RowError, rowText, type Row } from '../commands/rows.ts'
import type { TableShape } from '../commands/index.ts'
import { ArchiveError, readArchive, type ArchivePart } from './archive.ts'
import { sha256Of } from './backup.ts'
import {
  archivedShape,
  archivedTables,
  archiveFormat,
  headerName,
  headerSchema,
  isArchivedTable,
  manifestName,
  manifestSchema,
  partName,
  type ArchivedTable,
  type Manifest,
  type ManifestPart,
} from './manifest.ts'

export type ArchivedRow = { readonly row: Row; readonly text: string }

/**
 * Reads an archive from its first byte to its last and holds everything in it against everything else: the
 * order of parts and rows, each row against its table, counts and hashes against the manifest. Hands out the
 * rows part by part on the way, so what is done with them must be undone when this throws (ArchiveError).
 */
export async function readContents(
  handle: FileHandle,
  {
    largest,
    onHeader,
    onRows,
    onRead,
  }: {
    readonly largest: number
    readonly onHeader?: (province: string) => void
    readonly onRows?: (table: ArchivedTable, rows: readonly ArchivedRow[]) => Promise<void>
    readonly onRead?: (bytes: number) => void
  },
): Promise<Manifest> {
  const seen: ManifestPart[] = []
  const counts = new Map<ArchivedTable, number>(archivedTables.map((table) => [table, 0]))
  let province: string | undefined
  let manifest: Manifest | undefined
  let place: Place = { table: 0, number: 0, last: undefined }
  for await (const part of readArchive(handle, largest, onRead)) {
    if (manifest) throw new ArchiveError({ code: 'partUnexpected', part: part.name })
    if (province === undefined) {
      province = readHeader(part)
      onHeader?.(province)
    } else if (part.name === manifestName) manifest = readManifest(part)
    else {
      const table = tableOf(part.name)
      place = nextPlace(place, table, part.name)
      const { rows, last } = readRows(part, table, place.last)
      place = { ...place, last }
      counts.set(table, (counts.get(table) ?? 0) + rows.length)
      seen.push({
        name: part.name,
        rows: rows.length,
        bytes: part.bytes.length,
        sha256: sha256Of(part.bytes),
      })
      await onRows?.(table, rows)
    }
  }
  if (!manifest) throw new ArchiveError({ code: 'partMissing', part: manifestName })
  compare(manifest, province, seen, counts)
  return manifest
}

type Place = {
  readonly table: number
  readonly number: number
  /** Where the rows of this table had come to. */
  readonly last: RowPlace | undefined
}

type RowPlace = { readonly seq: number; readonly key: readonly (string | number)[] }

function readHeader(part: ArchivePart): string {
  if (part.name !== headerName)
    throw new ArchiveError({ code: 'notAnArchive', detail: `begins with ${part.name}` })
  const header = headerSchema.safeParse(parseJson(part))
  if (!header.success) throw new ArchiveError({ code: 'notAnArchive', detail: headerName })
  const { format, province } = header.data
  if (format > archiveFormat)
    throw new ArchiveError({ code: 'newerFormat', have: format, know: archiveFormat })
  return province
}

function readManifest(part: ArchivePart): Manifest {
  const manifest = manifestSchema.safeParse(parseJson(part))
  if (manifest.success) return manifest.data
  const [issue] = manifest.error.issues
  throw new ArchiveError({
    code: 'manifestInvalid',
    detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  })
}

function parseJson(part: ArchivePart): unknown {
  try {
    return JSON.parse(textOf(part, 0))
  } catch {
    return undefined
  }
}

/** Only names that this program gives: nothing in an archive ever becomes a path. */
function tableOf(name: string): ArchivedTable {
  const table = /^([a-z][a-z_]{0,40})\/\d{6,9}\.ndjson$/.exec(name)?.[1]
  if (table === undefined) throw new ArchiveError({ code: 'partUnexpected', part: name })
  if (!isArchivedTable(table)) throw new ArchiveError({ code: 'unknownTable', table })
  return table
}

function nextPlace(place: Place, table: ArchivedTable, name: string): Place {
  const index = archivedTables.indexOf(table)
  const next: Place =
    index === place.table
      ? { ...place, number: place.number + 1 }
      : { table: index, number: 1, last: undefined }
  if (index < place.table || name !== partName(table, next.number))
    throw new ArchiveError({ code: 'partUnexpected', part: name })
  return next
}

function readRows(
  part: ArchivePart,
  table: ArchivedTable,
  before: RowPlace | undefined,
): { readonly rows: readonly ArchivedRow[]; readonly last: RowPlace | undefined } {
  const lines = textOf(part, 1).split('\n')
  if (lines.pop() !== '')
    throw new ArchiveError({ code: 'rowInvalid', part: part.name, line: lines.length + 1, detail: 'no end' })
  const shape = archivedShape(table)
  let last = before
  const rows = lines.map((text, index): ArchivedRow => {
    const refuse = (detail: string) =>
      new ArchiveError({ code: 'rowInvalid', part: part.name, line: index + 1, detail })
    const row = rowOf(shape, text, refuse)
    const place = placeOf(table, shape, row)
    if (!isNext(table, last, place)) throw refuse('order')
    const superseded = row['superseded_seq'] ?? null
    if (typeof superseded === 'number' && superseded <= place.seq) throw refuse('superseded_seq')
    last = place
    return { row, text }
  })
  return { rows, last }
}

/** The row of a line, whose text must be the one that this program would write for it. */
function rowOf(shape: TableShape, text: string, refuse: (detail: string) => ArchiveError): Row {
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value)) throw refuse('not an object')
    const row: { [column: string]: string | number | boolean | null } = {}
    for (const [column, member] of Object.entries(value)) {
      const type = shape.columns[column]
      if (type !== undefined && kindOf(type) === 'json') row[column] = JSON.stringify(member)
      else if (typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean')
        row[column] = member
      else throw refuse(column)
    }
    if (rowText(shape, row) !== text) throw refuse('not canonical')
    return row
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    if (error instanceof RowError) throw refuse(`${error.problem} ${error.column}`.trim())
    if (error instanceof SyntaxError || error instanceof RangeError) throw refuse('not JSON')
    throw error
  }
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function placeOf(table: ArchivedTable, shape: TableShape, row: Row): RowPlace {
  if (table === 'entry') return { seq: Number(row['seq']), key: [] }
  const key = shape.key.map((column) => row[column])
  return {
    seq: Number(row['entry_seq']),
    key: key.filter((value) => typeof value === 'string' || typeof value === 'number'),
  }
}

function isNext(table: ArchivedTable, last: RowPlace | undefined, place: RowPlace): boolean {
  if (table === 'entry') return place.seq === (last?.seq ?? 0) + 1
  if (!last || place.seq !== last.seq) return place.seq > (last?.seq ?? 0)
  const index = place.key.findIndex((value, at) => value !== last.key[at])
  const [value, against] = [place.key[index], last.key[index]]
  return value !== undefined && against !== undefined && value > against
}

function compare(
  manifest: Manifest,
  province: string | undefined,
  seen: readonly ManifestPart[],
  counts: ReadonlyMap<ArchivedTable, number>,
): void {
  if (manifest.province !== province) throw new ArchiveError({ code: 'manifestInvalid', detail: 'province' })
  for (const [index, part] of seen.entries()) {
    const told = manifest.parts[index]
    if (told?.name !== part.name) throw new ArchiveError({ code: 'partUnexpected', part: part.name })
    if (canonicalJson(told) !== canonicalJson(part))
      throw new ArchiveError({ code: 'partDamaged', part: part.name })
  }
  const missing = manifest.parts[seen.length]
  if (missing) throw new ArchiveError({ code: 'partMissing', part: missing.name })
  const told = new Map<string, number>(Object.entries(manifest.rows))
  const wrong = archivedTables.find((table) => told.get(table) !== counts.get(table))
  if (wrong !== undefined) throw new ArchiveError({ code: 'manifestInvalid', detail: `rows.${wrong}` })
  if (manifest.head.seq !== manifest.rows.entry)
    throw new ArchiveError({ code: 'manifestInvalid', detail: 'head.seq' })
}

/** Text of a part, which must be UTF-8 without exception. */
function textOf(part: ArchivePart, line: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(part.bytes)
  } catch {
    throw new ArchiveError({ code: 'rowInvalid', part: part.name, line, detail: 'not UTF-8' })
  }
}
