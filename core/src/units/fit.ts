import { fold, searchKey, searchKeys, wordsOf } from '../text/index.ts'
import { kindWords } from './place.ts'
import { unitKinds, type UnitKind } from './unit.ts'

/** A text in search letters, with the offsets at which its words begin. */
type Letters = {
  readonly key: string
  readonly folded: string
  readonly typed: string
  readonly starts: readonly number[]
}

export type FittedQuery = Letters

export type FittedName = Letters & {
  /** Offsets from which on it is still the whole name: its beginning, and after a "Thôn" or "Làng" in it. */
  readonly wholeFrom: readonly number[]
}

export type FittedUnit = FittedName & { readonly kind: UnitKind }

export type Fit = { readonly score: number; readonly usesPlace: boolean }

/** More than any place of this country has; what follows is not read. */
const mostLetters = 80

export function queryToFit(query: string): FittedQuery {
  const { key, folded, typed, starts } = lettersOf(query)
  return { key: key.slice(0, mostLetters), folded: folded.slice(0, mostLetters), typed, starts }
}

export function nameToFit(name: string): FittedName {
  const letters = lettersOf(name)
  const ownKind = afterWords(letters, 0, settlementKeys).filter((offset) => offset < letters.key.length)
  return { ...letters, wholeFrom: [0, ...ownKind] }
}

/** Where in the query a name may begin from `at` on: there, or after a word for a kind of unit. */
export function namesFrom(query: FittedQuery, at: number): readonly number[] {
  return [at, ...new Set(afterWords(query, at, kindKeys))]
}

/** Whether the whole query is, without any place, the whole of this name. */
export function isWholeName(query: FittedQuery, name: FittedName): boolean {
  return namesFrom(query, 0).some((from) =>
    name.wholeFrom.some(
      (start) => query.key.length > from && name.key.slice(start) === query.key.slice(from),
    ),
  )
}

/** The keys by which an index finds a name: from each of its words on, and whether that is the whole name. */
export function nameKeys(name: string): readonly { readonly key: string; readonly isWhole: boolean }[] {
  const { starts, wholeFrom } = nameToFit(name)
  return searchKeys(name).map((key, nth) => ({ key, isWhole: wholeFrom.includes(starts[nth] ?? 0) }))
}

/**
 * How well a query fits a unit: it is the name, or its end from one of its words on, the last of it perhaps
 * not typed out. Before or after a whole name may stand names of what the unit lies in. Each may have its
 * kind with it: "dak ha tu mo rong", "h. Tu Mơ Rông, xã Đắk Hà".
 */
export function fits(
  query: FittedQuery,
  name: FittedUnit,
  above: readonly (readonly FittedUnit[])[],
): Fit | undefined {
  let best: Fit | undefined
  const read = (
    at: number,
    named: Reading | undefined,
    rest: readonly (readonly FittedUnit[])[],
    place?: Reading,
  ): void => {
    const usesPlace = rest.length < above.length
    if (usesPlace && named?.isWhole === false) return
    if (at === query.key.length) {
      const score =
        (named?.score ?? 0) -
        (place === undefined || (place.isWhole && !place.isBegun) ? 0 : costOfLoosePlace)
      if (named !== undefined && (best === undefined || best.score < score)) best = { score, usesPlace }
      return
    }
    if (named === undefined) {
      for (const part of readings(query, at, name)) read(part.end, part, rest)
    }
    for (const [nth, names] of rest.entries()) {
      for (const one of names) {
        for (const part of readings(query, at, one)) read(part.end, named, rest.toSpliced(nth, 1), part)
      }
    }
  }
  read(0, undefined, above)
  return best
}

const scores = { whole: 100, begun: 80, ending: 70, endingBegun: 55 } as const

/** Of a place told by a part of its name, the last one read. */
const costOfLoosePlace = 5

type Reading = {
  readonly end: number
  readonly score: number
  readonly isWhole: boolean
  readonly isBegun: boolean
}

/** The ways in which the query, from `at` on, reads as this name. */
function readings(query: FittedQuery, at: number, name: FittedUnit): readonly Reading[] {
  const froms = [at, ...afterWords(query, at, kindWords(name.kind))]
  return froms.flatMap((from) => name.starts.flatMap((start) => readingFrom(query, from, name, start)))
}

function readingFrom(query: FittedQuery, from: number, name: FittedName, start: number): readonly Reading[] {
  const key = name.key.slice(start)
  const rest = query.key.slice(from)
  if (rest === '') return []
  const isWhole = name.wholeFrom.includes(start)
  const exactness = bonus(query, from, name, start)
  if (rest.startsWith(key)) {
    const score = (isWhole ? scores.whole : scores.ending) + exactness
    return [{ end: from + key.length, score, isWhole, isBegun: false }]
  }
  if (!key.startsWith(rest)) return []
  const score = (isWhole ? scores.begun : scores.endingBegun) + exactness
  return [{ end: query.key.length, score, isWhole, isBegun: true }]
}

/** Typed with its very accents is best; with a spelling of the other list is a little less than without. */
function bonus(query: FittedQuery, from: number, name: FittedName, start: number): number {
  if (start === 0 && query.typed.includes(name.typed)) return 1
  const length = Math.min(query.folded.length - from, name.folded.length - start)
  return query.folded.slice(from, from + length) === name.folded.slice(start, start + length) ? 0 : -2
}

/** Offsets after one of these words, where another word begins. */
function afterWords({ key, starts }: Letters, at: number, words: readonly string[]): readonly number[] {
  return words
    .filter((word) => key.startsWith(word, at) && starts.includes(at + word.length))
    .map((word) => at + word.length)
}

const kindKeys: readonly string[] = [...new Set(unitKinds.flatMap(kindWords))]
const settlementKeys: readonly string[] = [...kindWords('village'), ...kindWords('urbanGroup')]

function lettersOf(text: string): Letters {
  const starts: number[] = []
  let length = 0
  for (const word of wordsOf(text)) {
    starts.push(length)
    length += word.length
  }
  return { key: searchKey(text), folded: fold(text), typed: text.normalize('NFC').toLowerCase(), starts }
}
