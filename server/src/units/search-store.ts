import { sql } from 'kysely'

import type { UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'

/** Above every letter: keys from `x` on and below `x` followed by it are those that begin with `x`. */
const afterAll = '\u{10FFFF}'

/** Levels and whether the key begins inside the name: the leading columns of the index, named for it to be used. */
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
    select distinct asked.key
    from unnest(${keys}::text[]) as asked (key)
    where exists (
      select
      from ${everywhere}
      join unit_search_key k
        on k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key = asked.key collate "C"
    )`.execute(tx)
  return new Set(rows.map((row) => row.key))
}

/** Units with the name `key` that lie, as known now, in one whose name `place` begins or is begun by. */
export async function findByNameInPlace(
  { tx, provinceId }: Reader,
  { key, place, most }: { readonly key: string; readonly place: string; readonly most: number },
): Promise<readonly UnitId[]> {
  const beginnings = Array.from({ length: place.length - 1 }, (_, nth) => place.slice(0, nth + 2))
  const { rows } = await sql<{ unit_id: UnitId }>`
    with place as materialized (
      select k.unit_id
      from ${areas}
      join unit_search_key k
        on k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key = any(${beginnings}::text[])
      union
      select k.unit_id
      from ${areas}
      join unit_search_key k
        on k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key >= ${place}
        and k.key < ${place + afterAll}
    ), named as materialized (
      select k.level, k.unit_id
      from ${everywhere}
      join unit_search_key k
        on k.province_id = ${provinceId}
        and k.level = part.level
        and k.inside = part.inside
        and k.key = ${key}
    )
    select n.unit_id
    from place p
    join unit_within w
      on w.province_id = ${provinceId}
      and w.hierarchy = 'administrative'
      and w.ancestor_id = p.unit_id
    join named n on n.unit_id = w.unit_id
    group by n.level, n.unit_id
    order by n.level, n.unit_id
    limit ${most}`.execute(tx)
  return rows.map((row) => row.unit_id)
}

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
