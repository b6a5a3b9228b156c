import { sql, type RawBuilder } from 'kysely'

import type { IsoDate } from '@ancu/core/kernel'
import {
  noUnits,
  type AspectRows,
  type ChangeKind,
  type ChangePart,
  type ChangeRow,
  type PointRow,
  type Spelling,
  type UnitId,
  type UnitKind,
  type UnitRow,
  type UnitRows,
} from '@ancu/core/units'

import type { Reader, SupersedableTable } from '../commands/index.ts'

/** Whose rows are read: of all units, or of some. */
export type AskedUnits = 'all' | readonly UnitId[]

/** Rows about units known at a ledger number; of some units: their own, and the changes that name them. */
export async function findUnitRows(reader: Reader, knownSeq: number, asked: AskedUnits): Promise<UnitRows> {
  if (asked !== 'all' && asked.length === 0) return noUnits
  const known = sql`entry_seq <= ${knownSeq} and (superseded_seq is null or superseded_seq > ${knownSeq})`
  return {
    ...(await findAspects(reader, asked, known)),
    units: await findUnitIds(reader, knownSeq, asked),
    points: await findPoints(reader, knownSeq, asked),
    changes: await findChanges(reader, knownSeq, asked),
  }
}

/** Rows of some units whose knowledge has not ended: those that an ending may end. */
export async function findOpenRows(reader: Reader, units: readonly UnitId[]): Promise<AspectRows> {
  return units.length === 0 ? noUnits : findAspects(reader, units, sql`superseded_seq is null`)
}

type Dated = {
  readonly row_id: string
  readonly unit_id: UnitId
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly entry_seq: number
}

async function findAspects(
  reader: Reader,
  asked: AskedUnits,
  known: RawBuilder<unknown>,
): Promise<AspectRows> {
  const rowsOf = async <Extra>(table: SupersedableTable, columns: readonly string[]) => {
    const { rows } = await sql<Dated & Extra>`
      select row_id, unit_id, "from", until, entry_seq${sql.join(
        columns.map((name) => sql`, ${sql.ref(name)}`),
        sql``,
      )}
      from ${sql.table(table)}
      where province_id = ${reader.provinceId}
        and ${known}
        ${among('unit_id', asked)}
      order by row_id`.execute(reader.tx)
    return rows
  }
  const names = await rowsOf<{ name: string; spelling: Spelling; illustrative: boolean }>('unit_name', [
    'name',
    'spelling',
    'illustrative',
  ])
  const kinds = await rowsOf<{ kind: UnitKind }>('unit_kind', ['kind'])
  const codes = await rowsOf<{ scheme: 'gso'; code: string }>('unit_code', ['scheme', 'code'])
  const parents = await rowsOf<{ hierarchy: 'administrative'; parent_id: UnitId }>('unit_parent', [
    'hierarchy',
    'parent_id',
  ])
  const groups = await rowsOf<{ group: string; document_id: string | null; illustrative: boolean }>(
    'unit_group',
    ['group', 'document_id', 'illustrative'],
  )
  const programme = await rowsOf<object>('unit_programme', [])
  return {
    names: names.map((row) => ({
      ...read(row),
      name: row.name,
      spelling: row.spelling,
      illustrative: row.illustrative,
    })),
    kinds: kinds.map((row) => ({ ...read(row), kind: row.kind })),
    codes: codes.map((row) => ({ ...read(row), scheme: row.scheme, code: row.code })),
    parents: parents.map((row) => ({ ...read(row), hierarchy: row.hierarchy, parent: row.parent_id })),
    groups: groups.map((row) => ({
      ...read(row),
      group: row.group,
      document: row.document_id ?? undefined,
      illustrative: row.illustrative,
    })),
    programme: programme.map(read),
  }
}

async function findUnitIds(reader: Reader, knownSeq: number, asked: AskedUnits): Promise<readonly UnitRow[]> {
  const { rows } = await sql<{ id: UnitId; entry_seq: number }>`
    select id, entry_seq
    from unit
    where province_id = ${reader.provinceId}
      and entry_seq <= ${knownSeq}
      ${among('id', asked)}
    order by id`.execute(reader.tx)
  return rows.map((row) => ({ id: row.id, entrySeq: row.entry_seq }))
}

async function findPoints(reader: Reader, knownSeq: number, asked: AskedUnits): Promise<readonly PointRow[]> {
  const { rows } = await sql<PointRow & { row_id: string; unit_id: UnitId; entry_seq: number }>`
    select row_id, unit_id, longitude, latitude, source, entry_seq
    from unit_point
    where province_id = ${reader.provinceId}
      and entry_seq <= ${knownSeq}
      ${among('unit_id', asked)}
    order by entry_seq, row_id`.execute(reader.tx)
  return rows.map(({ row_id, unit_id, longitude, latitude, source, entry_seq }) => {
    return { rowId: row_id, entrySeq: entry_seq, unit: unit_id, longitude, latitude, source }
  })
}

type ChangeRecord = {
  readonly id: string
  readonly day: IsoDate
  readonly kind: ChangeKind
  readonly document_id: string | null
  readonly clause: string | null
  readonly entry_seq: number
  readonly old_id: UnitId | null
  readonly new_id: UnitId | null
  readonly measure: string
  readonly num: number
  readonly den: number
}

async function findChanges(
  reader: Reader,
  knownSeq: number,
  asked: AskedUnits,
): Promise<readonly ChangeRow[]> {
  const named =
    asked === 'all'
      ? sql``
      : sql`
        and c.id in (
          select change_id from unit_change_part where province_id = ${reader.provinceId} and old_id = any(${asked}::text[])
          union
          select change_id from unit_change_part where province_id = ${reader.provinceId} and new_id = any(${asked}::text[])
        )`
  const { rows } = await sql<ChangeRecord>`
    select c.id, c.day, c.kind, c.document_id, c.clause, c.entry_seq, p.old_id, p.new_id, p.measure, p.num, p.den
    from unit_change c
    join unit_change_part p on p.province_id = c.province_id and p.change_id = c.id
    where c.province_id = ${reader.provinceId}
      and c.entry_seq <= ${knownSeq}
      ${named}
    order by c.day, c.id, p.row_id`.execute(reader.tx)
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((parts) => {
    const [first] = parts
    if (first === undefined) return []
    const { id, day, kind, document_id, clause, entry_seq } = first
    const source = {
      id,
      day,
      kind,
      document: document_id ?? undefined,
      clause: clause ?? undefined,
      entrySeq: entry_seq,
    }
    return [{ ...source, parts: parts.map(partOf) }]
  })
}

function among(column: string, asked: AskedUnits): RawBuilder<unknown> {
  return asked === 'all' ? sql`` : sql`and ${sql.ref(column)} = any(${asked}::text[])`
}

function read(row: Dated) {
  return {
    rowId: row.row_id,
    entrySeq: row.entry_seq,
    unit: row.unit_id,
    from: row.from,
    until: row.until ?? undefined,
  }
}

function partOf({ old_id, new_id, measure, num, den }: ChangeRecord): ChangePart {
  return { old: old_id ?? undefined, new: new_id ?? undefined, measure, num, den }
}
