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

/** Which of these are keys of a unit's name. */
export async function findExistingKeys(
  { tx, provinceId }: Reader,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select found.key
    from unnest(${keys}::text[]) as asked (key)
    cross join ${everywhere}
    cross join lateral (
      select k.key
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key = asked.key collate "C"
      limit 1
    ) as found`.execute(tx)
  return new Set(rows.map((row) => row.key))
}

/** Units that a place word may mean: `place` is their name or its beginning, or begins with it. */
export async function findPlaces(
  { tx, provinceId }: Reader,
  place: string,
  most: number,
): Promise<readonly UnitId[]> {
  const beginnings = Array.from({ length: place.length - 1 }, (_, nth) => place.slice(0, nth + 2))
  const { rows } = await sql<{ unit_id: UnitId }>`
    select found.unit_id
    from (
      select key, key as below from unnest(${beginnings}::text[]) as beginning (key)
      union all
      values (${place}, ${place + afterAll})
    ) as asked (key, below)
    cross join ${areas}
    cross join lateral (
      select k.unit_id
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key >= asked.key collate "C"
        and k.key <= asked.below collate "C"
      order by k.key, k.unit_id
      limit ${most}
    ) as found`.execute(tx)
  return [...new Set(rows.map((row) => row.unit_id))]
}

/** Units with the name `key` that lie, as known now, in one of these places. */
export async function findByNameIn(
  { tx, provinceId }: Reader,
  { key, places, most }: { readonly key: string; readonly places: readonly UnitId[]; readonly most: number },
): Promise<readonly UnitId[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ unit_id: UnitId }>`
    select named.unit_id
    from ${everywhere}
    cross join lateral (
      select k.level, k.unit_id
      from unit_search_key k
      where k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key = ${key}
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
      where area.ancestor_id = any(${places}::text[])
      limit 1
    ) as lying
    order by named.level, named.unit_id
    limit ${most}`.execute(tx)
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
