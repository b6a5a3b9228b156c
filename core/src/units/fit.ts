import { fold, searchKey, wordsOf } from '../text/index.ts'
import { kindWords } from './place.ts'
import type { UnitKind } from './unit.ts'

/** A query in search letters, with the offsets at which its words begin. */
export type FittedQuery = {
  readonly key: string
  readonly folded: string
  readonly typed: string
  readonly starts: readonly number[]
}

/** A name in search letters, with the offsets at which its words begin. */
export type FittedName = {
  readonly kind: UnitKind
  readonly key: string
  readonly folded: string
  readonly typed: string
  readonly starts: readonly number[]
}

export type Fit = { readonly score: number; readonly usesPlace: boolean }

/** More than any place of this country has; what follows is not read. */
const mostLetters = 80

export function queryToFit(query: string): FittedQuery {
  const { key, folded, typed, starts } = lettersOf(query)
  return { key: key.slice(0, mostLetters), folded: folded.slice(0, mostLetters), typed, starts }
}

export function nameToFit(name: string): Omit<FittedName, 'kind'> {
  return lettersOf(name)
}

/**
 * How well a query fits a unit: it is the name (or its end from one of its words on), the last of it perhaps
 * not typed out, and before or after it names of what the unit lies in, each perhaps with its kind:
 * "dak ha tu mo rong", "h. Tu Mơ Rông, xã Đắk Hà".
 */
export function fits(
  query: FittedQuery,
  name: FittedName,
  above: readonly (readonly FittedName[])[],
): Fit | undefined {
  let best: Fit | undefined
  const read = (at: number, score: number | undefined, rest: readonly (readonly FittedName[])[]): void => {
    if (at === query.key.length) {
      const fit = score === undefined ? undefined : { score, usesPlace: rest.length < above.length }
      if (fit !== undefined && (best === undefined || best.score < fit.score)) best = fit
      return
    }
    if (score === undefined) {
      for (const part of readings(query, at, name)) read(part.end, part.score, rest)
    }
    for (const [nth, names] of rest.entries()) {
      for (const one of names) {
        for (const part of readings(query, at, one)) read(part.end, score, rest.toSpliced(nth, 1))
      }
    }
  }
  read(0, undefined, above)
  return best
}

const scores = { whole: 100, begun: 80, ending: 70, endingBegun: 55 } as const

type Reading = { readonly end: number; readonly score: number }

/** The ways in which the query, from `at` on, reads as this name. */
function readings(query: FittedQuery, at: number, name: FittedName): readonly Reading[] {
  const froms = [
    at,
    ...kindWords(name.kind)
      .filter((word) => query.key.startsWith(word, at) && query.starts.includes(at + word.length))
      .map((word) => at + word.length),
  ]
  return froms.flatMap((from) => name.starts.flatMap((start) => readingFrom(query, from, name, start)))
}

function readingFrom(query: FittedQuery, from: number, name: FittedName, start: number): readonly Reading[] {
  const key = name.key.slice(start)
  const rest = query.key.slice(from)
  if (rest === '') return []
  const exactness = bonus(query, from, name, start)
  if (rest.startsWith(key)) {
    return [{ end: from + key.length, score: (start === 0 ? scores.whole : scores.ending) + exactness }]
  }
  if (!key.startsWith(rest)) return []
  return [{ end: query.key.length, score: (start === 0 ? scores.begun : scores.endingBegun) + exactness }]
}

/** Typed with its very accents is best; with a spelling of the other list is a little less than without. */
function bonus(query: FittedQuery, from: number, name: FittedName, start: number): number {
  if (start === 0 && query.typed.includes(name.typed)) return 1
  const length = Math.min(query.folded.length - from, name.folded.length - start)
  return query.folded.slice(from, from + length) === name.folded.slice(start, start + length) ? 0 : -2
}

function lettersOf(text: string): Omit<FittedName, 'kind'> {
  const starts: number[] = []
  let length = 0
  for (const word of wordsOf(text)) {
    starts.push(length)
    length += word.length
  }
  return { key: searchKey(text), folded: fold(text), typed: text.normalize('NFC').toLowerCase(), starts }
}
