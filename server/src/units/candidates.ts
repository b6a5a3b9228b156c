import { fold } from '@ancu/core/text'
import { namesFrom, queryToFit, type FittedQuery, type UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'
import {
  findByBeginning,
  findByCode,
  findByNameIn,
  findExistingNames,
  findPlaces,
  findPlacesNamed,
  findVillagesIn,
  type Place,
} from './search-store.ts'

/** So many beginnings of a place are looked at, at least. */
const mostPlaces = 40

/**
 * Units that a query may mean, read from the indexes: enough for core to rank, never the whole country. It
 * finds a name from its beginning or from one of its words on, perhaps not typed out, with or without its
 * kind; a whole name followed or preceded by the name of what it lies in; and a code or its beginning. Of
 * each way and level it gives as many as may be shown. Places are those known now.
 */
export async function findCandidates(
  reader: Reader,
  query: string,
  most: number,
): Promise<readonly UnitId[]> {
  const asked = queryToFit(query)
  if (asked.key === '') return []
  const found = new Set<UnitId>()
  const add = (units: readonly UnitId[]): void => units.forEach((unit) => found.add(unit))

  const code = fold(query)
  if (/^\d{2,8}$/.test(code)) add(await findByCode(reader, code, most))
  const names = namesFrom(asked, 0).flatMap((from) =>
    from < asked.key.length ? [asked.key.slice(from)] : [],
  )
  for (const name of names) add(await findByBeginning(reader, name, most))

  const splits = splitsOf(asked)
  const existing = await findExistingNames(reader, [
    ...new Set([...names, ...splits.flatMap((one) => one.names)]),
  ])
  if (names.some((name) => existing.has(name))) return [...found]
  for (const split of splits) {
    const keys = split.names.filter((name) => existing.has(name))
    if (keys.length === 0) continue
    const places = await findPlacesOf(reader, split, Math.max(most, mostPlaces))
    const unitsOf = (isCommune: boolean) =>
      places.filter((one) => one.isCommune === isCommune).map(({ unit }) => unit)
    add(await findByNameIn(reader, { keys, areas: unitsOf(false), most: Math.max(most, mostPlaces) }))
    add(await findVillagesIn(reader, { keys, communes: unitsOf(true), most: Math.max(most, mostPlaces) }))
  }
  return [...found]
}

/** Places that go by all the words; only where there is none, those that go by the first of them. */
async function findPlacesOf(
  reader: Reader,
  { places, nearer }: Split,
  most: number,
): Promise<readonly Place[]> {
  const named = await findPlaces(reader, places, most)
  return named.length > 0 ? named : findPlacesNamed(reader, nearer, most)
}

/** A way to part a query in two: what the name may be, and what the place, each with its kind and without. */
type Split = {
  readonly names: readonly string[]
  readonly places: readonly string[]
  /** Where the place is told by several: "tu mo rong" of "tu mo rong kon tum". */
  readonly nearer: readonly string[]
}

/** The name first, at any letter, or last, at a word that does not merely follow its kind. */
function splitsOf(asked: FittedQuery): readonly Split[] {
  const { key, starts } = asked
  const between = (at: number, end: number, least: number) =>
    namesFrom(asked, at).flatMap((from) => (end - from >= least ? [key.slice(from, end)] : []))
  const nearer = (at: number, end: number) =>
    starts.filter((start) => start > at && start < end).flatMap((start) => between(at, start, 2))
  const ends = Array.from({ length: Math.max(0, key.length - 2) }, (_, nth) => nth + 1)
  const afterKind = new Set(starts.flatMap((start) => namesFrom(asked, start).slice(1)))
  return [
    ...ends.map((end) => {
      return {
        names: between(0, end, 1),
        places: between(end, key.length, 2),
        nearer: nearer(end, key.length),
      }
    }),
    ...starts
      .filter((start) => !afterKind.has(start))
      .map((start) => {
        return {
          names: between(start, key.length, 1),
          places: between(0, start, 2),
          nearer: nearer(0, start),
        }
      }),
  ].filter(({ names, places }) => names.length > 0 && places.length > 0)
}
