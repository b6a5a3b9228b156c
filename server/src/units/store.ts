import { sql } from 'kysely'

import type { IsoDate } from '@ancu/core/kernel'
import type { ChangeRow, UnitId, UnitWrite } from '@ancu/core/units'

import type { Reader, Row, SupersedableTable, Writer } from '../commands/index.ts'

/** Ends the knowledge of older rows first, so that no two rows of a unit overlap meanwhile. */
export async function saveUnitWrite(writer: Writer, { superseded, inserted }: UnitWrite): Promise<void> {
  const ended = [
    ['unit_name', superseded.names],
    ['unit_kind', superseded.kinds],
    ['unit_code', superseded.codes],
    ['unit_parent', superseded.parents],
    ['unit_group', superseded.groups],
    ['unit_programme', superseded.programme],
  ] as const satisfies readonly (readonly [SupersedableTable, readonly string[]])[]
  for (const [table, rowIds] of ended) await writer.supersede(table, rowIds)

  const { units, names, kinds, codes, parents, groups, programme, points, changes } = inserted
  await writer.insert(
    'unit',
    units.map(({ id }) => ({ id })),
  )
  await writer.insert(
    'unit_name',
    names.map((row) => {
      const { name, spelling, illustrative } = row
      return { ...dated(row), name, spelling, illustrative }
    }),
  )
  await writer.insert(
    'unit_kind',
    kinds.map((row) => ({ ...dated(row), kind: row.kind })),
  )
  await writer.insert(
    'unit_code',
    codes.map((row) => ({ ...dated(row), scheme: row.scheme, code: row.code })),
  )
  await writer.insert(
    'unit_parent',
    parents.map((row) => ({ ...dated(row), hierarchy: row.hierarchy, parent_id: row.parent })),
  )
  await writer.insert(
    'unit_group',
    groups.map((row) => {
      const { group, document, illustrative } = row
      return { ...dated(row), group, document_id: document ?? null, illustrative }
    }),
  )
  await writer.insert('unit_programme', programme.map(dated))
  await writer.insert(
    'unit_point',
    points.map(({ rowId, unit, longitude, latitude, source }) => {
      return { row_id: rowId, unit_id: unit, longitude, latitude, source }
    }),
  )
  await writer.insert(
    'unit_change',
    changes.map(({ id, day, kind, document, clause }) => {
      return { id, day, kind, document_id: document ?? null, clause: clause ?? null }
    }),
  )
  await writer.insert('unit_change_part', changes.flatMap(partRows))
}

/** How many units there are, and the last entry up to `knownSeq` that said something about units. */
export type UnitHead = {
  readonly seq: number
  readonly units: number
  /** Of that entry: the same hash means the same units, whatever the database. None while it is being written. */
  readonly hash: string | undefined
}

export async function findUnitHead(reader: Reader, knownSeq: number): Promise<UnitHead | undefined> {
  const { rows } = await sql<{ seq: number; units: number; hash: string | null }>`
    select u.seq, u.units, e.hash
    from unit_entry u
    left join entry e on e.province_id = u.province_id and e.seq = u.seq
    where u.province_id = ${reader.provinceId}
      and u.seq <= ${knownSeq}
    order by u.seq desc
    limit 1`.execute(reader.tx)
  const [row] = rows
  return row && { seq: row.seq, units: row.units, hash: row.hash ?? undefined }
}

/** Units that these lie in on any day, at any height, as anybody ever knew; without these themselves. */
export async function findAncestorIds(reader: Reader, units: readonly UnitId[]): Promise<readonly UnitId[]> {
  return follow(units, (some) => findRelated(reader, some, 'unit_parent', 'unit_id', 'parent_id'))
}

/** Units that lie directly in these on any day, as anybody ever knew. */
export async function findChildIds(reader: Reader, units: readonly UnitId[]): Promise<readonly UnitId[]> {
  return findRelated(reader, units, 'unit_parent', 'parent_id', 'unit_id')
}

/** Units that these became, and those they came from, at any distance; each way by itself. */
export async function findLineageIds(reader: Reader, units: readonly UnitId[]): Promise<readonly UnitId[]> {
  const later = await follow(units, (some) =>
    findRelated(reader, some, 'unit_change_part', 'old_id', 'new_id'),
  )
  const earlier = await follow(units, (some) =>
    findRelated(reader, some, 'unit_change_part', 'new_id', 'old_id'),
  )
  return [...new Set([...later, ...earlier])]
}

/** Step by step, so that each step is a look-up by key; there are few steps between any two units. */
async function follow(
  units: readonly UnitId[],
  next: (units: readonly UnitId[]) => Promise<readonly UnitId[]>,
): Promise<readonly UnitId[]> {
  const seen = new Set(units)
  const found: UnitId[] = []
  for (let edge = units; edge.length > 0;) {
    edge = (await next(edge)).filter((unit) => !seen.has(unit))
    for (const unit of edge) seen.add(unit)
    found.push(...edge)
  }
  return found
}

async function findRelated(
  { tx, provinceId }: Reader,
  units: readonly UnitId[],
  table: string,
  from: string,
  to: string,
): Promise<readonly UnitId[]> {
  if (units.length === 0) return []
  const { rows } = await sql<{ id: UnitId }>`
    select distinct found.id
    from unnest(${units}::text[]) as asked (id)
    cross join lateral (
      select ${sql.ref(to)} as id
      from ${sql.table(table)}
      where province_id = ${provinceId}
        and ${sql.ref(from)} = asked.id collate "C"
        and ${sql.ref(to)} is not null
      offset 0
    ) as found
    order by found.id`.execute(tx)
  return rows.map((row) => row.id)
}

/** Units that have one of these codes on any day, as anybody ever knew. */
export async function findCodeOwnerIds(reader: Reader, codes: readonly string[]): Promise<readonly UnitId[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<{ id: UnitId }>`
    select distinct found.id
    from unnest(${codes}::text[]) as asked (code)
    cross join lateral (
      select unit_id as id
      from unit_code
      where province_id = ${reader.provinceId}
        and code = asked.code collate "C"
      offset 0
    ) as found
    order by found.id`.execute(reader.tx)
  return rows.map((row) => row.id)
}

function dated(row: {
  readonly rowId: string
  readonly unit: UnitId
  readonly from: IsoDate
  readonly until: IsoDate | undefined
}): Row {
  return { row_id: row.rowId, unit_id: row.unit, from: row.from, until: row.until ?? null }
}

/** Parts keep their order: their row ids sort as they stand in the change. */
function partRows({ id, parts }: ChangeRow): readonly Row[] {
  return parts.map((part, nth) => ({
    row_id: `${id}-${String(nth + 1).padStart(5, '0')}`,
    change_id: id,
    old_id: part.old ?? null,
    new_id: part.new ?? null,
    measure: part.measure,
    num: part.num,
    den: part.den,
  }))
}

/** What people call documents that facts about units name: the number, else the title. */
export async function findDocumentNames(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, coalesce(number, title) as name
    from document
    where province_id = ${reader.provinceId}
      and id = any(${ids})
    order by id`.execute(reader.tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}
