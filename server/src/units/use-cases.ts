import type { IsoDate } from '@ancu/core/kernel'
import {
  noUnits,
  planUnitFacts,
  searchUnits,
  unitsPicture,
  type UnitFacts,
  type UnitHit,
  type UnitId,
  type UnitsPicture,
} from '@ancu/core/units'

import type { Reader, Writer } from '../commands/index.ts'
import { findCandidates } from './candidates.ts'
import { findOpenRows, findUnitRows } from './rows-store.ts'
import {
  findAncestorIds,
  findChildIds,
  findCodeOwnerIds,
  findLineageIds,
  findUnitHead,
  saveUnitWrite,
} from './store.ts'

/** Up to so many units a search looks through the picture, which is at hand; beyond, through the indexes. */
const mostInPicture = 20_000

/** Pictures are kept while together they hold at most so many units. */
const mostKept = 100_000

type Kept = { readonly units: number; readonly picture: Promise<UnitsPicture> }

/** By province and hash of the last entry about units: the chain makes the same hash mean the same units. */
const kept = new Map<string, Kept>()

const emptyPicture = unitsPicture(noUnits)

/** All units of the province as known at a ledger number. */
export async function loadPicture(reader: Reader, knownSeq: number): Promise<UnitsPicture> {
  const head = await findUnitHead(reader, knownSeq)
  if (head === undefined) return emptyPicture
  const load = async () => unitsPicture(await findUnitRows(reader, head.seq, 'all'))
  if (head.hash === undefined) return load()
  const key = `${reader.provinceId} ${head.hash}`
  const known = kept.get(key)
  if (known !== undefined) {
    kept.delete(key)
    kept.set(key, known)
    // Loaded in a transaction of somebody else's, which may have failed.
    return known.picture.catch(load)
  }
  const picture = load()
  keep(key, { units: head.units, picture })
  picture.catch(() => kept.delete(key))
  return picture
}

/** The least recently used go first; the newest stays whatever its size. */
function keep(key: string, made: Kept): void {
  kept.set(key, made)
  let units = [...kept.values()].reduce((sum, one) => sum + one.units, 0)
  for (const [oldest, { units: fewer }] of kept) {
    if (units <= mostKept || oldest === key) break
    kept.delete(oldest)
    units -= fewer
  }
}

/** As much of the picture as the facts touch, for `checkUnitFacts`: in a country far less than the whole. */
export async function loadPictureFor(reader: Reader, facts: UnitFacts): Promise<UnitsPicture> {
  const named = unitsNamed(facts)
  const reshaped = [...facts.endings, ...facts.kinds].map(({ unit }) => unit)
  const near = [
    ...named,
    ...(await findCodeOwnerIds(
      reader,
      facts.codes.map(({ code }) => code),
    )),
    ...(await findChildIds(reader, reshaped)),
  ]
  return loadPart(reader, reader.knownSeq, near)
}

/** Writes facts that `checkUnitFacts` has accepted. */
export async function insertUnitFacts(writer: Writer, facts: UnitFacts): Promise<void> {
  const open = await findOpenRows(writer, [...new Set(facts.endings.map(({ unit }) => unit))])
  await saveUnitWrite(writer, planUnitFacts(open, facts, writer.seq))
}

export type UnitSearch = {
  readonly query: string
  readonly on: IsoDate
  readonly limit: number
  /** What was known then; by default all that the reader knows. */
  readonly knownSeq?: number
}

/** Units by name, place words or code on a day, best first: one ranking, whatever the size of the country. */
export async function findUnits(reader: Reader, search: UnitSearch): Promise<readonly UnitHit[]> {
  const { query, on, limit, knownSeq = reader.knownSeq } = search
  const head = await findUnitHead(reader, knownSeq)
  if (head === undefined) return []
  if (head.units <= mostInPicture) return searchUnits(await loadPicture(reader, knownSeq), query, on, limit)
  return findUnitsInDatabase(reader, search)
}

/** As `findUnits`, through the indexes, with rows read of nothing but what is found and what it lies in. */
export async function findUnitsInDatabase(
  reader: Reader,
  { query, on, limit, knownSeq = reader.knownSeq }: UnitSearch,
): Promise<readonly UnitHit[]> {
  const candidates = await findCandidates(reader, query, limit)
  const picture = await loadPart(reader, knownSeq, candidates)
  return searchUnits(picture, query, on, limit)
}

/** Some units, what they came from and became, and all that those lie in. */
async function loadPart(reader: Reader, knownSeq: number, units: readonly UnitId[]): Promise<UnitsPicture> {
  const own = [...new Set(units)]
  const related = [...new Set([...own, ...(await findLineageIds(reader, own))])]
  const ids = [...related, ...(await findAncestorIds(reader, related))]
  return unitsPicture(await findUnitRows(reader, knownSeq, ids))
}

function unitsNamed(facts: UnitFacts): readonly UnitId[] {
  const { units, endings, names, kinds, codes, parents, groups, programme, points, changes } = facts
  return [
    ...units.map(({ id }) => id),
    ...[endings, names, kinds, codes, groups, programme, points].flatMap((rows) =>
      rows.map(({ unit }) => unit),
    ),
    ...parents.flatMap(({ unit, parent }) => [unit, parent]),
    ...changes.flatMap(({ parts }) =>
      parts.flatMap((part) => [part.old, part.new].filter((id) => id !== undefined)),
    ),
  ]
}
