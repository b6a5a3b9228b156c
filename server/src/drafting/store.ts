import { sql } from 'kysely'

import { draftWork, type DraftChange, type DraftWork, type SourceFile } from '@ancu/core/criteria'
import type { Plain } from '@ancu/core/kernel'

import type { Reader } from '../commands/index.ts'

export type StoredDraft = {
  readonly id: string
  readonly version: number
  readonly fileName: string
  readonly part: number
  readonly parts: number
  readonly work: DraftWork
  readonly changedBy: string
  /** Instant in UTC. */
  readonly changedAt: string
  readonly published: { readonly set: string; readonly edition: number; readonly seq: number } | undefined
}

export type NewDraft = Omit<StoredDraft, 'version' | 'published'> & { readonly source: SourceFile }

type Row = {
  readonly id: string
  readonly version: number
  readonly file_name: string
  readonly part: number
  readonly parts: number
  readonly work: unknown
  readonly changed_by: string
  readonly changed_at: Date
  readonly set_id: string | null
  readonly edition_no: number | null
  readonly published_seq: number | null
}

/** Adds a draft at its first version; false where there is one of that id already. */
export async function insertDraft(reader: Reader, draft: NewDraft): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into pack_draft (
      province_id, id, version, file_name, part, parts, source, work, changed_by, changed_at
    )
    values (
      ${reader.provinceId}, ${draft.id}, 1, ${draft.fileName}, ${draft.part}, ${draft.parts},
      ${JSON.stringify(draft.source)}::jsonb, ${JSON.stringify(draft.work)}::jsonb,
      ${draft.changedBy}, ${draft.changedAt}
    )
    on conflict do nothing`.execute(reader.tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** A draft by its id; `locked` makes other changes of it wait until this one ends. */
export async function findDraft(
  reader: Reader,
  id: string,
  locked?: 'locked',
): Promise<StoredDraft | undefined> {
  const { rows } = await sql<Row>`
    select id, version, file_name, part, parts, work, changed_by, changed_at, set_id, edition_no, published_seq
    from pack_draft
    where province_id = ${reader.provinceId}
      and id = ${id}
    ${locked ? sql`for update` : sql``}`.execute(reader.tx)
  return rows[0] === undefined ? undefined : draftOf(rows[0])
}

export async function getSource(reader: Reader, id: string): Promise<SourceFile> {
  const { rows } = await sql<{ source: SourceFile }>`
    select source
    from pack_draft
    where province_id = ${reader.provinceId}
      and id = ${id}`.execute(reader.tx)
  const [row] = rows
  if (!row) throw new Error(`draft ${id} was there a moment ago`)
  return row.source
}

export async function listDraftRows(reader: Reader): Promise<readonly StoredDraft[]> {
  const { rows } = await sql<Row>`
    select id, version, file_name, part, parts, work, changed_by, changed_at, set_id, edition_no, published_seq
    from pack_draft
    where province_id = ${reader.provinceId}
    order by changed_at desc, id
    limit 200`.execute(reader.tx)
  return rows.map(draftOf)
}

/** What a command did to the draft, where it has been carried out before. */
export async function findChange(
  reader: Reader,
  id: string,
  commandId: string,
): Promise<{ readonly by: string; readonly changes: Plain } | undefined> {
  const { rows } = await sql<{ by: string; changes: Plain }>`
    select changed_by as by, changes
    from pack_draft_change
    where province_id = ${reader.provinceId}
      and draft_id = ${id}
      and command_id = ${commandId}`.execute(reader.tx)
  return rows[0]
}

export type NewChange = {
  readonly id: string
  readonly version: number
  readonly commandId: string
  readonly by: string
  readonly at: string
  readonly changes: readonly DraftChange[]
  readonly work: DraftWork
}

export async function saveChange(reader: Reader, change: NewChange): Promise<void> {
  const { id, version, commandId, by, at, changes, work } = change
  await sql`
    insert into pack_draft_change (
      province_id, draft_id, version, command_id, changed_by, changed_at, changes
    )
    values (
      ${reader.provinceId}, ${id}, ${version}, ${commandId}, ${by}, ${at}, ${JSON.stringify(changes)}::jsonb
    )`.execute(reader.tx)
  await sql`
    update pack_draft
    set version = ${version}, work = ${JSON.stringify(work)}::jsonb, changed_by = ${by}, changed_at = ${at}
    where province_id = ${reader.provinceId}
      and id = ${id}`.execute(reader.tx)
}

/** Says in the transaction of its entry which edition a draft became. */
export async function markPublished(
  reader: Reader,
  id: string,
  published: NonNullable<StoredDraft['published']>,
): Promise<void> {
  await sql`
    update pack_draft
    set set_id = ${published.set}, edition_no = ${published.edition}, published_seq = ${published.seq}
    where province_id = ${reader.provinceId}
      and id = ${id}`.execute(reader.tx)
}

function draftOf(row: Row): StoredDraft {
  const { set_id: set, edition_no: edition, published_seq: seq } = row
  return {
    id: row.id,
    version: row.version,
    fileName: row.file_name,
    part: row.part,
    parts: row.parts,
    work: draftWork.parse(row.work),
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
    published: set === null || edition === null || seq === null ? undefined : { set, edition, seq },
  }
}
