import { sql } from 'kysely'

import type { DecisionFact, DocumentFact, KnownDecision } from '@ancu/core/decisions'
import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Reader, Row, Writer } from '../commands/index.ts'

export async function insertDocuments(writer: Writer, documents: readonly DocumentFact[]): Promise<void> {
  await writer.insert('document', documents.map(documentRow))
}

export async function insertDecisions(writer: Writer, decisions: readonly DecisionFact[]): Promise<void> {
  await writer.insert('decision', decisions.map(decisionRow))
}

/** Which of the ids name a document known now. */
export async function findKnownDocuments(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id
    from document
    where province_id = ${reader.provinceId}
      and id = any(${ids})
      and entry_seq <= ${reader.knownSeq}
    order by id`.execute(reader.tx)
  return new Set(rows.map((row) => row.id))
}

export type KnownDocument = DocumentFact & { readonly seq: number }

export async function findDocuments(
  reader: Reader,
  ids: readonly string[],
  knownSeq: number,
): Promise<readonly KnownDocument[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<DocumentRow>`
    select id, title, number, day, issuer, url, unchecked, illustrative, note, entry_seq
    from document
    where province_id = ${reader.provinceId}
      and id = any(${ids})
      and entry_seq <= ${knownSeq}
    order by id`.execute(reader.tx)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    number: row.number ?? undefined,
    day: row.day ?? undefined,
    issuer: row.issuer ?? undefined,
    url: row.url ?? undefined,
    unchecked: row.unchecked,
    illustrative: row.illustrative,
    note: row.note ?? undefined,
    seq: row.entry_seq,
  }))
}

/** Decisions written by the entries after `after` up to `upTo`. */
export async function findDecisionsBetween(
  reader: Reader,
  after: number,
  upTo: number,
): Promise<readonly KnownDecision[]> {
  const { rows } = await sql<DecisionRow>`
    select id, unit_id, act, rank, day, day_assumed, number, issuer, year_of_standard, set_id, document_id,
      revokes, replaces, illustrative, note, entry_seq
    from decision
    where province_id = ${reader.provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, id`.execute(reader.tx)
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_id,
    act: row.act,
    rank: row.rank,
    day: row.day,
    dayAssumed: row.day_assumed,
    number: row.number ?? undefined,
    issuer: row.issuer ?? undefined,
    yearOfStandard: row.year_of_standard ?? undefined,
    set: row.set_id ?? undefined,
    document: row.document_id ?? undefined,
    revokes: row.revokes ?? undefined,
    replaces: row.replaces ?? undefined,
    illustrative: row.illustrative,
    note: row.note ?? undefined,
    seq: row.entry_seq,
  }))
}

type DocumentRow = {
  id: string
  title: string
  number: string | null
  day: IsoDate | null
  issuer: string | null
  url: string | null
  unchecked: boolean
  illustrative: boolean
  note: string | null
  entry_seq: number
}

type DecisionRow = {
  id: string
  unit_id: UnitId
  act: DecisionFact['act']
  rank: DecisionFact['rank']
  day: IsoDate
  day_assumed: boolean
  number: string | null
  issuer: string | null
  year_of_standard: number | null
  set_id: string | null
  document_id: string | null
  revokes: string | null
  replaces: string | null
  illustrative: boolean
  note: string | null
  entry_seq: number
}

function documentRow(document: DocumentFact): Row {
  return {
    id: document.id,
    title: document.title,
    number: document.number ?? null,
    day: document.day ?? null,
    issuer: document.issuer ?? null,
    url: document.url ?? null,
    unchecked: document.unchecked,
    illustrative: document.illustrative,
    note: document.note ?? null,
  }
}

function decisionRow(decision: DecisionFact): Row {
  return {
    id: decision.id,
    unit_id: decision.unit,
    act: decision.act,
    rank: decision.rank,
    day: decision.day,
    day_assumed: decision.dayAssumed,
    number: decision.number ?? null,
    issuer: decision.issuer ?? null,
    year_of_standard: decision.yearOfStandard ?? null,
    set_id: decision.set ?? null,
    document_id: decision.document ?? null,
    revokes: decision.revokes ?? null,
    replaces: decision.replaces ?? null,
    illustrative: decision.illustrative,
    note: decision.note ?? null,
  }
}
