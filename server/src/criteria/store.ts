import { sql } from 'kysely'

import {
  openEdition,
  sealEdition,
  type Edition,
  type KnownSetApplication,
  type LevelDecision,
  type SetApplication,
} from '@ancu/core/criteria'
import { canonicalJson, type IsoDate } from '@ancu/core/kernel'

import type { Reader, Row, Writer } from '../commands/index.ts'

export type PublishedEdition = {
  readonly set: string
  readonly no: number
  readonly digest: string
  readonly content: Edition
  readonly seq: number
}

export type DecidedLevel = LevelDecision & { readonly seq: number }

export async function insertEditions(
  writer: Writer,
  editions: readonly Omit<PublishedEdition, 'seq'>[],
): Promise<void> {
  await writer.insert(
    'edition',
    editions.map(({ set, no, digest, content }) => ({
      set_id: set,
      no,
      digest,
      content: canonicalJson(sealEdition(content)),
    })),
  )
}

export async function insertLevels(writer: Writer, levels: readonly LevelDecision[]): Promise<void> {
  await writer.insert('level_decision', levels.map(levelRow))
}

export async function insertApplications(
  writer: Writer,
  applications: readonly SetApplication[],
): Promise<void> {
  await writer.insert(
    'set_application',
    applications.map((application) => ({
      id: application.id,
      set_id: application.set,
      from: application.from,
      document_id: application.document ?? null,
      assumed: application.assumed,
      note: application.note ?? null,
      replaces: application.replaces ?? null,
    })),
  )
}

/** Editions published by the entries after `after` up to `upTo`. */
/** Whether the ledger holds that edition of a set. */
export async function isPublished(
  { tx, provinceId, knownSeq }: Reader,
  { id, edition }: { readonly id: string; readonly edition: number },
): Promise<boolean> {
  const { rows } = await sql`
    select 1
    from edition
    where province_id = ${provinceId}
      and set_id = ${id}
      and no = ${edition}
      and entry_seq <= ${knownSeq}`.execute(tx)
  return rows.length > 0
}

export async function findEditionsBetween(
  reader: Reader,
  after: number,
  upTo: number,
): Promise<readonly PublishedEdition[]> {
  const { rows } = await sql<{
    set_id: string
    no: number
    digest: string
    content: unknown
    entry_seq: number
  }>`
    select set_id, no, digest, content, entry_seq
    from edition
    where province_id = ${reader.provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, set_id, no`.execute(reader.tx)
  return rows.map((row) => ({
    set: row.set_id,
    no: row.no,
    digest: row.digest,
    content: openEdition(row.content),
    seq: row.entry_seq,
  }))
}

export async function findLevelsBetween(
  reader: Reader,
  after: number,
  upTo: number,
): Promise<readonly DecidedLevel[]> {
  const { rows } = await sql<LevelRow>`
    select id, set_id, key, "column", year, scaled, document_id, article, "from", until, replaces, withdrawn,
      illustrative, entry_seq
    from level_decision
    where province_id = ${reader.provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, id`.execute(reader.tx)
  return rows.map((row) => ({
    id: row.id,
    set: row.set_id,
    key: row.key,
    column: row.column,
    year: row.year ?? undefined,
    scaled: row.scaled,
    document: row.document_id,
    article: row.article ?? undefined,
    from: row.from,
    until: row.until ?? undefined,
    replaces: row.replaces ?? undefined,
    ...(row.withdrawn === true ? { withdrawn: true } : {}),
    illustrative: row.illustrative,
    seq: row.entry_seq,
  }))
}

export async function findApplicationsBetween(
  reader: Reader,
  after: number,
  upTo: number,
): Promise<readonly KnownSetApplication[]> {
  const { rows } = await sql<ApplicationRow>`
    select id, set_id, "from", document_id, assumed, note, replaces, entry_seq
    from set_application
    where province_id = ${reader.provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, id`.execute(reader.tx)
  return rows.map((row) => ({
    id: row.id,
    set: row.set_id,
    from: row.from,
    document: row.document_id ?? undefined,
    assumed: row.assumed,
    note: row.note ?? undefined,
    replaces: row.replaces ?? undefined,
    seq: row.entry_seq,
  }))
}

type LevelRow = {
  id: string
  set_id: string
  key: string
  column: string
  year: number | null
  scaled: number
  document_id: string
  article: string | null
  from: IsoDate
  until: IsoDate | null
  replaces: string | null
  withdrawn: boolean | null
  illustrative: boolean
  entry_seq: number
}

type ApplicationRow = {
  id: string
  set_id: string
  from: IsoDate
  document_id: string | null
  assumed: boolean
  note: string | null
  replaces: string | null
  entry_seq: number
}

function levelRow(level: LevelDecision): Row {
  return {
    id: level.id,
    set_id: level.set,
    key: level.key,
    column: level.column,
    year: level.year ?? null,
    scaled: level.scaled,
    document_id: level.document,
    article: level.article ?? null,
    from: level.from,
    until: level.until ?? null,
    replaces: level.replaces ?? null,
    withdrawn: level.withdrawn === true ? true : null,
    illustrative: level.illustrative,
  }
}
