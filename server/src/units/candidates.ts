import { kindWords, unitKinds, type UnitId } from '@ancu/core/units'
import { fold, searchKey, wordsOf } from '@ancu/core/text'

import type { Reader } from '../commands/index.ts'
import { findByBeginning, findByCode, findByNameIn, findExistingKeys, findPlaces } from './search-store.ts'

/** Of one name on one level this many are looked at; a name that more units have asks for place words. */
const mostOfOneName = 40
/** More than any place of this country has. */
const mostLetters = 80

/**
 * Units that a query may mean, read from the indexes: enough for core to rank, never the whole country. It
 * finds a name from its beginning or from one of its words on, perhaps not typed out, with or without its
 * kind; a whole name followed or preceded by the name of what it lies in; and a code or its beginning. Places
 * are those known now.
 */
export async function findCandidates(
  reader: Reader,
  query: string,
  limit: number,
): Promise<readonly UnitId[]> {
  const asked = lettersOf(query)
  if (asked.key === '') return []
  const most = Math.max(mostOfOneName, limit)
  const found = new Set<UnitId>()
  const add = (units: readonly UnitId[]): void => units.forEach((unit) => found.add(unit))

  const code = fold(query)
  if (/^\d{2,8}$/.test(code)) add(await findByCode(reader, code, most))
  for (const name of withoutKind(asked, 0)) add(await findByBeginning(reader, asked.key.slice(name), most))

  const splits = splitsOf(asked)
  const existing = await findExistingKeys(reader, [...new Set(splits.map(({ key }) => key))])
  for (const { key, place } of splits.filter((split) => existing.has(split.key))) {
    const places = await findPlaces(reader, place, most)
    add(await findByNameIn(reader, { key, places, most }))
  }
  return [...found]
}

type Letters = { readonly key: string; readonly starts: readonly number[] }
type Split = { readonly key: string; readonly place: string }

function lettersOf(query: string): Letters {
  const words = wordsOf(query)
  const starts = words.map((_, nth) => words.slice(0, nth).join('').length)
  return { key: searchKey(query).slice(0, mostLetters), starts }
}

const kinds: readonly string[] = [...new Set(unitKinds.flatMap(kindWords))]

/** Where a name may begin from `at` on: there, or after a word for its kind. */
function withoutKind({ key, starts }: Letters, at: number): readonly number[] {
  const after = kinds
    .filter((kind) => key.startsWith(kind, at) && starts.includes(at + kind.length))
    .map((kind) => at + kind.length)
  return [at, ...new Set(after)]
}

/** The ways to read a query as a name and a place: the name first, at any letter, or last, at a word. */
function splitsOf(asked: Letters): readonly Split[] {
  const { key, starts } = asked
  const splits = new Map<string, Split>()
  const add = (name: string, place: string): void => {
    if (name !== '' && place.length >= 2) splits.set(`${name} ${place}`, { key: name, place })
  }
  for (const from of withoutKind(asked, 0)) {
    for (let end = from + 1; end <= key.length - 2; end += 1) {
      for (const place of withoutKind(asked, end)) add(key.slice(from, end), key.slice(place))
    }
  }
  for (const start of starts.filter((one) => one >= 2 && one < key.length)) {
    for (const from of withoutKind(asked, start)) {
      for (const place of withoutKind(asked, 0)) add(key.slice(from), key.slice(place, start))
    }
  }
  return [...splits.values()]
}
