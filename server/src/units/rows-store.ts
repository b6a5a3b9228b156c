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
      select ${columnsOf(['row_id', 'unit_id', 'from', 'until', 'entry_seq', ...columns])}
      from ${amongUnits(reader, table, 'unit_id', asked, known)}
      order by row_id`.execute(reader.tx)
    return rows
  }
  const names = await rowsOf<NameColumns>('unit_name', ['name', 'spelling', 'illustrative'])
  const kinds = await rowsOf<{ kind: UnitKind }>('unit_kind', ['kind'])
  const codes = await rowsOf<{ scheme: 'gso'; code: string }>('unit_code', ['scheme', 'code'])
  const parents = await rowsOf<ParentColumns>('unit_parent', ['hierarchy', 'parent_id'])
  const groups = await rowsOf<GroupColumns>('unit_group', ['group', 'document_id', 'illustrative'])
  const programme = await rowsOf<object>('unit_programme', [])
  return {
    names: names.map((row) => {
      const { name, spelling, illustrative } = row
      return { ...read(row), name, spelling, illustrative }
    }),
    kinds: kinds.map((row) => ({ ...read(row), kind: row.kind })),
    codes: codes.map((row) => ({ ...read(row), scheme: row.scheme, code: row.code })),
    parents: parents.map((row) => ({ ...read(row), hierarchy: row.hierarchy, parent: row.parent_id })),
    groups: groups.map((row) => {
      const { group, document_id, illustrative } = row
      return { ...read(row), group, document: document_id ?? undefined, illustrative }
    }),
    programme: programme.map(read),
  }
}

type NameColumns = { name: string; spelling: Spelling; illustrative: boolean }
type ParentColumns = { hierarchy: 'administrative'; parent_id: UnitId }
type GroupColumns = { group: string; document_id: string | null; illustrative: boolean }

async function findUnitIds(reader: Reader, knownSeq: number, asked: AskedUnits): Promise<readonly UnitRow[]> {
  const { rows } = await sql<{ id: UnitId; entry_seq: number }>`
    select id, entry_seq
    from ${amongUnits(reader, 'unit', 'id', asked, sql`entry_seq <= ${knownSeq}`)}
    order by id`.execute(reader.tx)
  return rows.map((row) => ({ id: row.id, entrySeq: row.entry_seq }))
}

async function findPoints(reader: Reader, knownSeq: number, asked: AskedUnits): Promise<readonly PointRow[]> {
  const { rows } = await sql<Omit<PointRow, keyof Dated> & PointColumns>`
    select row_id, unit_id, longitude, latitude, source, entry_seq
    from ${amongUnits(reader, 'unit_point', 'unit_id', asked, sql`entry_seq <= ${knownSeq}`)}
    order by entry_seq, row_id`.execute(reader.tx)
  return rows.map(({ row_id, unit_id, longitude, latitude, source, entry_seq }) => {
    return { rowId: row_id, entrySeq: entry_seq, unit: unit_id, longitude, latitude, source }
  })
}

type PointColumns = { row_id: string; unit_id: UnitId; entry_seq: number }

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
  const changes = asked === 'all' ? sql`unit_change` : changesNaming(reader, asked)
  const { rows } = await sql<ChangeRecord>`
    select c.id, c.day, c.kind, c.document_id, c.clause, c.entry_seq, p.old_id, p.new_id, p.measure, p.num, p.den
    from ${changes} as c
    join unit_change_part p on p.province_id = ${reader.provinceId} and p.change_id = c.id
    where c.province_id = ${reader.provinceId}
      and c.entry_seq <= ${knownSeq}
    order by c.day, c.id, p.row_id`.execute(reader.tx)
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((parts) => {
    const [first] = parts
    if (first === undefined) return []
    const { id, day, kind, document_id, clause, entry_seq } = first
    const source = { document: document_id ?? undefined, clause: clause ?? undefined, entrySeq: entry_seq }
    return [{ id, day, kind, ...source, parts: parts.map(partOf) }]
  })
}

function changesNaming({ provinceId }: Reader, units: readonly UnitId[]): RawBuilder<unknown> {
  const naming = (column: string) => sql`
    select part.change_id
    from unnest(${units}::text[]) as asked (id)
    cross join lateral (
      select change_id
      from unit_change_part
      where province_id = ${provinceId}
        and ${sql.ref(column)} = asked.id collate "C"
      offset 0
    ) as part`
  return sql`(
    select one.*
    from (${naming('old_id')} union ${naming('new_id')}) as named
    cross join lateral (
      select *
      from unit_change
      where province_id = ${provinceId}
        and id = named.change_id
      offset 0
    ) as one
  )`
}

/**
 * The rows of a table that are known, of all units or of some. For some, each is looked up by itself:
 * `offset 0` keeps the planner from turning that into a scan, which it would without statistics, and PGlite
 * never gathers any.
 */
function amongUnits(
  { provinceId }: Reader,
  table: string,
  column: string,
  asked: AskedUnits,
  known: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const rows = sql`select * from ${sql.table(table)} where province_id = ${provinceId} and ${known}`
  if (asked === 'all') return sql`(${rows}) as found`
  return sql`
    unnest(${asked}::text[]) as asked (asked_id)
    cross join lateral (${rows} and ${sql.ref(column)} = asked_id collate "C" offset 0) as found`
}

function columnsOf(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)))
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
