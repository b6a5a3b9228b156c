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
  type UnitHead,
} from './store.ts'

/** Up to so many units the whole picture is at hand; beyond, no more is read than is asked about. */
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
  return head === undefined ? emptyPicture : pictureAt(reader, head)
}

async function pictureAt(reader: Reader, head: UnitHead): Promise<UnitsPicture> {
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

/**
 * A picture in which these units, what they came from and became, and all that those lie in are as in the
 * whole: the whole where it is at hand, and in a country no more than that.
 */
export async function loadPictureOf(
  reader: Reader,
  knownSeq: number,
  units: readonly UnitId[],
): Promise<UnitsPicture> {
  return (await wholeAtHand(reader, knownSeq)) ?? loadPart(reader, knownSeq, units)
}

/** As `loadPictureOf`, with all that `checkUnitFacts` asks of facts about units. */
export async function loadPictureFor(reader: Reader, facts: Touching): Promise<UnitsPicture> {
  return (await wholeAtHand(reader, reader.knownSeq)) ?? loadPartFor(reader, facts)
}

/** Facts that are about to be written: those about units, and the units that others are about. */
export type Touching = { readonly about: readonly UnitId[]; readonly units: UnitFacts | undefined }

/** The part alone that facts touch, whatever the size of the country. */
export async function loadPartFor(reader: Reader, { about, units }: Touching): Promise<UnitsPicture> {
  if (units === undefined) return loadPart(reader, reader.knownSeq, about)
  const reshaped = [...units.endings, ...units.kinds].map(({ unit }) => unit)
  const codes = units.codes.map(({ code }) => code)
  return loadPart(reader, reader.knownSeq, [
    ...about,
    ...unitsNamed(units),
    ...(await findCodeOwnerIds(reader, codes)),
    ...(await findChildIds(reader, reshaped)),
  ])
}

/** The whole picture, unless it is that of a country. */
async function wholeAtHand(reader: Reader, knownSeq: number): Promise<UnitsPicture | undefined> {
  const head = await findUnitHead(reader, knownSeq)
  if (head === undefined) return emptyPicture
  return head.units <= mostInPicture ? pictureAt(reader, head) : undefined
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

/** What a search finds, best first, in a picture that tells where each lies. */
export type UnitsFound = { readonly hits: readonly UnitHit[]; readonly picture: UnitsPicture }

/** Units by name, place words or code on a day, best first: one ranking, whatever the size of the country. */
export async function findUnits(reader: Reader, search: UnitSearch): Promise<UnitsFound> {
  const { query, on, limit, knownSeq = reader.knownSeq } = search
  const picture = await wholeAtHand(reader, knownSeq)
  return picture === undefined
    ? findUnitsInDatabase(reader, search)
    : { hits: searchUnits(picture, query, on, limit), picture }
}

/** As `findUnits`, through the indexes, with rows read of nothing but what is found and what it lies in. */
export async function findUnitsInDatabase(
  reader: Reader,
  { query, on, limit, knownSeq = reader.knownSeq }: UnitSearch,
): Promise<UnitsFound> {
  const candidates = await findCandidates(reader, query, limit)
  const picture = await loadPart(reader, knownSeq, candidates)
  return { hits: searchUnits(picture, query, on, limit), picture }
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
