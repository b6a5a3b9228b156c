import { sql } from 'kysely'

import { nameKeys } from '@ancu/core/units'
import type { Reader } from '../commands/index.ts'

/** Steps from the deepest unit to the highest are three; more means that something lies in itself. */
const deepest = 8

/**
 * Rewrites what lies in what and whose facts concern which area, as known now, from the ledger's rows.
 * The same as core's `withinOf` and `scopeOf`, set-based.
 */
export async function rebuildClosures(reader: Reader): Promise<void> {
  await rebuildWithin(reader)
  await rebuildScope(reader)
}

async function rebuildWithin({ tx, provinceId }: Reader): Promise<void> {
  await sql`delete from unit_within where province_id = ${provinceId}`.execute(tx)
  await sql`
    insert into unit_within (province_id, ancestor_id, unit_id, hierarchy, "from", until)
    with recursive link as materialized (
      select parent_id, unit_id, hierarchy, "from", until
      from unit_parent
      where province_id = ${provinceId}
        and superseded_seq is null
    ), within as (
      select parent_id as ancestor_id, unit_id, hierarchy, "from", until, 1 as steps
      from link
      union all
      select l.parent_id, w.unit_id, w.hierarchy, greatest(w."from", l."from"), least(w.until, l.until), w.steps + 1
      from within w
      join link l on l.unit_id = w.ancestor_id and l.hierarchy = w.hierarchy
      where (w.until is null or l."from" < w.until)
        and (l.until is null or w."from" < l.until)
        and w.steps < ${deepest}
    )
    select ${provinceId}, ancestor_id, unit_id, hierarchy, "from", until
    from within`.execute(tx)
}

async function rebuildScope({ tx, provinceId }: Reader): Promise<void> {
  await sql`delete from unit_scope where province_id = ${provinceId}`.execute(tx)
  await sql`
    insert into unit_scope (province_id, area_id, unit_id)
    with recursive part as materialized (
      select distinct ancestor_id as area_id, unit_id
      from unit_within
      where province_id = ${provinceId}
    ), step as materialized (
      select distinct old_id, new_id
      from unit_change_part
      where province_id = ${provinceId}
        and old_id <> new_id
    ), level as materialized (
      select unit_id, min(case
        when kind in ('province', 'municipality') then 0
        when kind in ('ruralDistrict', 'provincialCity', 'districtTown', 'urbanDistrict') then 1
        when kind in ('commune', 'ward', 'township', 'specialZone') then 2
        else 3
      end) as rank
      from unit_kind
      where province_id = ${provinceId}
        and superseded_seq is null
        and unit_id in (select old_id from step union select new_id from step)
      group by unit_id
    ), downward as materialized (
      -- what stands above its own origin is no part of an area that the origin lay in
      select s.old_id, s.new_id
      from step s
      left join level o on o.unit_id = s.old_id
      left join level n on n.unit_id = s.new_id
      where coalesce(n.rank, 3) >= coalesce(o.rank, 3)
    ), became as (
      select old_id, new_id
      from downward
      union
      select b.old_id, d.new_id
      from became b
      join downward d on d.old_id = b.new_id
    ), came_from as (
      select new_id, old_id
      from step
      union
      select c.new_id, s.old_id
      from came_from c
      join step s on s.new_id = c.old_id
    ), reached as materialized (
      select p.area_id, b.new_id as unit_id
      from part p
      join became b on b.old_id = p.unit_id
      union
      select p.area_id, c.old_id
      from part p
      join came_from c on c.new_id = p.unit_id
      union
      select new_id, old_id
      from came_from
    )
    select ${provinceId}, area_id, unit_id
    from (
      select id as area_id, id as unit_id
      from unit
      where province_id = ${provinceId}
      union
      select area_id, unit_id
      from part
      union
      select area_id, unit_id
      from reached
      union
      select r.area_id, p.unit_id
      from reached r
      join part p on p.area_id = r.unit_id
    ) as scope`.execute(tx)
}

export type NamedUnit = { readonly unit: string; readonly name: string }

/** Names per statement: some 100,000 keys. */
const namesAtOnce = 20_000
/** A longer name is found by its beginning, and from its first words on. */
const longestKey = 80
const mostKeys = 12

/** Makes names findable; those already findable stay as they are. */
export async function saveSearchKeys({ tx, provinceId }: Reader, names: readonly NamedUnit[]): Promise<void> {
  for (let start = 0; start < names.length; start += namesAtOnce) {
    const keys = names.slice(start, start + namesAtOnce).flatMap(({ unit, name }) =>
      nameKeys(name)
        .slice(0, mostKeys)
        .map(({ key, isWhole }) => ({ unit_id: unit, key: key.slice(0, longestKey), inside: !isWhole })),
    )
    await sql`
      insert into unit_search_key (province_id, level, inside, key, unit_id)
      select ${provinceId}, coalesce(k.level, 3), g.inside, g.key, g.unit_id
      from json_to_recordset(${JSON.stringify(keys)}::json) as g (unit_id text, key text, inside boolean)
      left join lateral (
        select case
          when kind in ('province', 'municipality') then 0
          when kind in ('ruralDistrict', 'provincialCity', 'districtTown', 'urbanDistrict') then 1
          when kind in ('commune', 'ward', 'township', 'specialZone') then 2
          else 3
        end as level
        from unit_kind
        where province_id = ${provinceId}
          and unit_id = g.unit_id collate "C"
        limit 1
      ) k on true
      on conflict do nothing`.execute(tx)
  }
}

/** Names of all units in the order of their rows, some at a time. */
export async function findNamesAfter(
  { tx, provinceId }: Reader,
  rowId: string,
): Promise<readonly (NamedUnit & { readonly rowId: string })[]> {
  const { rows } = await sql<{ row_id: string; unit_id: string; name: string }>`
    select row_id, unit_id, name
    from unit_name
    where province_id = ${provinceId}
      and row_id > ${rowId}
    order by row_id
    limit ${namesAtOnce}`.execute(tx)
  return rows.map((row) => ({ rowId: row.row_id, unit: row.unit_id, name: row.name }))
}

export async function deleteSearchKeys({ tx, provinceId }: Reader): Promise<void> {
  await sql`delete from unit_search_key where province_id = ${provinceId}`.execute(tx)
}

/** Notes that an entry said something about units, and how many there are after it. */
export async function saveUnitEntry(
  { tx, provinceId }: Reader,
  seq: number,
  newUnits: number,
): Promise<void> {
  await sql`
    insert into unit_entry (province_id, seq, units)
    select ${provinceId}, ${seq}, coalesce(max(units), 0) + ${newUnits}
    from unit_entry
    where province_id = ${provinceId}`.execute(tx)
}

/** Notes all entries that said something about units, from the ledger's rows. */
export async function rebuildUnitEntries({ tx, provinceId }: Reader): Promise<void> {
  await sql`delete from unit_entry where province_id = ${provinceId}`.execute(tx)
  const aspects = ['unit_name', 'unit_kind', 'unit_code', 'unit_parent', 'unit_group', 'unit_programme']
  const others = ['unit', 'unit_point', 'unit_change']
  const entries = [
    ...[...aspects, ...others].map(
      (table) => sql`select entry_seq as seq from ${sql.table(table)} where province_id = ${provinceId}`,
    ),
    ...aspects.map(
      (table) =>
        sql`select superseded_seq from ${sql.table(table)} where province_id = ${provinceId} and superseded_seq is not null`,
    ),
  ]
  await sql`
    insert into unit_entry (province_id, seq, units)
    select ${provinceId}, e.seq, (
      select count(*)
      from unit u
      where u.province_id = ${provinceId}
        and u.entry_seq <= e.seq
    )
    from (${sql.join(entries, sql` union `)}) as e`.execute(tx)
}
