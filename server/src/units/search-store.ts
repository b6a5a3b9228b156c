import { sql } from 'kysely'

import type { UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'

/** Above every letter: keys from `x` on and below `x` followed by it are those that begin with `x`. */
const afterAll = '\u{10FFFF}'

/**
 * The leading columns of the index of keys, one pair at a time: below, each is looked up by itself, in
 * `lateral` with a limit, which the planner cannot turn into a scan. PGlite never gathers statistics.
 */
const everywhere = sql`
  (values (0, false), (0, true), (1, false), (1, true), (2, false), (2, true), (3, false), (3, true)) as part (level, inside)`
/** As above, without villages: nothing lies in them. */
const areas = sql`(values (0, false), (0, true), (1, false), (1, true), (2, false), (2, true)) as part (level, inside)`

/** Units with a name that begins so, from one of its words on: the first of each level, whole names apart. */
export async function findByBeginning(
  { tx, provinceId }: Reader,
  beginning: string,
  most: number,
): Promise<readonly UnitId[]> {
  const { rows } = await sql<{ unit_id: UnitId }>`
    select found.unit_id
    from ${everywhere}
    cross join lateral (
      select k.unit_id
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key >= ${beginning}
        and k.key < ${beginning + afterAll}
      order by k.key, k.unit_id
      limit ${most}
    ) as found`.execute(tx)
  return rows.map((row) => row.unit_id)
}

/** Which of these are the whole name of a unit. */
export async function findExistingNames(
  { tx, provinceId }: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select found.key
    from unnest(${keys}::text[]) as asked (key)
    cross join (values (0), (1), (2), (3)) as part (level)
    cross join lateral (
      select k.key
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and not k.inside
        and k.key = asked.key collate "C"
      limit 1
    ) as found`.execute(tx)
  return new Set(rows.map((row) => row.key))
}

export type Place = { readonly unit: UnitId; readonly isCommune: boolean }

/** Units but villages with a name that begins so, from one of its words on. */
export async function findPlaces(
  reader: Reader,
  beginnings: readonly string[],
  most: number,
): Promise<readonly Place[]> {
  const ends = beginnings.map((beginning) => beginning + afterAll)
  return findPlacesBetween(reader, beginnings, ends, most)
}

/** Units but villages with one of these names, whole or from one of its words on. */
export async function findPlacesNamed(
  reader: Reader,
  names: readonly string[],
  most: number,
): Promise<readonly Place[]> {
  return findPlacesBetween(reader, names, names, most)
}

async function findPlacesBetween(
  { tx, provinceId }: Reader,
  from: readonly string[],
  to: readonly string[],
  most: number,
): Promise<readonly Place[]> {
  const { rows } = await sql<{ unit_id: UnitId; level: number }>`
    select distinct found.unit_id, part.level
    from unnest(${from}::text[], ${to}::text[]) as asked (first, last)
    cross join ${areas}
    cross join lateral (
      select k.unit_id
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key >= asked.first collate "C"
        and k.key <= asked.last collate "C"
      order by k.key, k.unit_id
      limit ${most}
    ) as found
    order by part.level, found.unit_id`.execute(tx)
  return rows.map((row) => ({ unit: row.unit_id, isCommune: row.level === 2 }))
}

/** Units with one of these whole names that lie, as known now, in one of these areas: all namesakes are looked at. */
export async function findByNameIn(
  { tx, provinceId }: Reader,
  asked: { readonly keys: readonly string[]; readonly areas: readonly UnitId[]; readonly most: number },
): Promise<readonly UnitId[]> {
  if (asked.areas.length === 0) return []
  const { rows } = await sql<{ unit_id: UnitId }>`
    select distinct named.level, named.unit_id
    from unnest(${asked.keys}::text[]) as name (key)
    cross join (values (0), (1), (2), (3)) as part (level)
    cross join lateral (
      select k.level, k.unit_id
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and not k.inside
        and k.key = name.key collate "C"
      order by k.unit_id
      limit ${mostNamesakes}
    ) as named
    cross join lateral (
      select
      from (
        -- apart, so that the few areas of one unit are read and not each place looked for
        select ancestor_id
        from unit_within
        where province_id = ${provinceId}
          and unit_id = named.unit_id
        offset 0
      ) as area
      where area.ancestor_id = any(${asked.areas}::text[])
      limit 1
    ) as lying
    order by named.level, named.unit_id
    limit ${asked.most}`.execute(tx)
  return rows.map((row) => row.unit_id)
}

/** Villages with one of these whole names that lie, as known now, in one of these communes: all of theirs are looked at. */
export async function findVillagesIn(
  { tx, provinceId }: Reader,
  asked: { readonly keys: readonly string[]; readonly communes: readonly UnitId[]; readonly most: number },
): Promise<readonly UnitId[]> {
  if (asked.communes.length === 0) return []
  const { rows } = await sql<{ unit_id: UnitId }>`
    select distinct lying.unit_id
    from unnest(${asked.communes}::text[]) as commune (id)
    cross join lateral (
      select unit_id
      from unit_within
      where province_id = ${provinceId}
        and ancestor_id = commune.id collate "C"
      offset 0
    ) as lying
    cross join unnest(${asked.keys}::text[]) as name (key)
    cross join lateral (
      select
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = 3
        and not k.inside
        and k.key = name.key collate "C"
        and k.unit_id = lying.unit_id
      limit 1
    ) as named
    order by lying.unit_id
    limit ${asked.most}`.execute(tx)
  return rows.map((row) => row.unit_id)
}

/** More units than have one name on one level in this country. */
const mostNamesakes = 20_000

/** Units that have, had or will have a code that begins so; whole codes first. */
export async function findByCode(
  { tx, provinceId }: Reader,
  code: string,
  most: number,
): Promise<readonly UnitId[]> {
  const { rows } = await sql<{ unit_id: UnitId }>`
    select unit_id
    from unit_code
    where province_id = ${provinceId}
      and code >= ${code}
      and code < ${code + afterAll}
    order by code, unit_id
    limit ${most}`.execute(tx)
  return rows.map((row) => row.unit_id)
}
