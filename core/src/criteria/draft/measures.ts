import type { Measure } from '../criteria.ts'
import { wordsOf } from '../../text/index.ts'
import { slug } from './text.ts'

/** A measure that fits a name, and how well: 1 is the same words in the same order. */
export type Guess = { readonly measure: string; readonly score: number }

/** Below this two names tell of different things. */
const leastScore = 0.6

/** Words that nearly every name has, and that tell nothing apart. */
const weak = new Set(
  wordsOf(
    'tỷ lệ tỉ lệ số được có và các của theo quy định đạt trên địa bàn xã thôn hoặc đảm bảo bảo đảm trong với từ cho ở',
  ),
)

/** A name as it is compared: its words in order, and how much each word and pair of words tells. */
type Bag = { readonly words: string; readonly weights: ReadonlyMap<string, number>; readonly total: number }

function bagOf(name: string): Bag {
  const words = wordsOf(name)
  const weights = weighted(words)
  return { words: words.join(' '), weights, total: [...weights.values()].reduce((sum, one) => sum + one, 0) }
}

/**
 * How well the name of a measure fits that of an indicator, 0 to 1; accents, case and signs aside. The law says the same
 * at greater length, so what the measure's name has in common with it counts as much as what both have.
 */
function likeness(indicator: Bag, measure: Bag): number {
  if (indicator.words === measure.words) return indicator.words === '' ? 0 : 1
  let shared = 0
  for (const [key, weight] of measure.weights) shared += Math.min(weight, indicator.weights.get(key) ?? 0)
  const both = (2 * shared) / (indicator.total + measure.total || 1)
  return Math.min(0.99, (both + shared / (measure.total || 1)) / 2)
}

/** A name without what it adds in brackets, and without its years. */
function bare(name: string): string {
  return name.replaceAll(/\([^()]*\)/gu, ' ').replaceAll(/giai đoạn\s+\d{4}\s*[-–]\s*\d{4}/giu, ' ')
}

function weighted(words: readonly string[]): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  const add = (key: string, weight: number): void => {
    bag.set(key, (bag.get(key) ?? 0) + weight)
  }
  for (const [at, word] of words.entries()) {
    const isWeak = weak.has(word)
    add(word, isWeak ? 0.15 : 1)
    const next = words[at + 1]
    if (next !== undefined) add(`${word} ${next}`, isWeak || weak.has(next) ? 0.3 : 1.5)
  }
  return bag
}

/** Looks for the measures that fit a name; made once for many names. */
export function measureGuesser(
  measures: readonly Measure[],
): (name: string, kinds: readonly Measure['kind'][]) => readonly Guess[] {
  const bags = measures.map(({ id, kind, name }) => ({ id, kind, bag: bagOf(name.vi) }))
  return (name, kinds) => {
    const [wanted, short] = [bagOf(name), bagOf(bare(name))]
    return bags
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, bag }) => ({ measure: id, score: Math.max(likeness(wanted, bag), likeness(short, bag)) }))
      .filter(({ score }) => score >= leastScore)
      .toSorted((one, other) => other.score - one.score || (one.measure < other.measure ? -1 : 1))
  }
}

/** An identity for a measure that no set has yet. */
export function newMeasureId(name: string, taken: ReadonlySet<string>): string {
  const words = slug(name.replace(/^\s*(?:tỷ|tỉ) lệ\s+/iu, ''), 7)
  const base = `m-${words === '' ? 'moi' : words}`
  let id = base
  for (let nth = 2; taken.has(id); nth += 1) id = `${base}-${nth}`
  return id
}

const counted: readonly (readonly [RegExp, string])[] = [
  [/^ho\b/, 'hộ'],
  [/^(?:km |so km |chieu dai )?(?:duong|kenh)\b/, 'km'],
  [/^(?:dien tich|dat)\b/, 'ha'],
  [/^(?:thon|lang|ban|ap|to dan pho|khu dan cu)\b/, 'thôn'],
  [/^truong\b/, 'trường'],
  [/^(?:lao dong|nguoi|dan so|tre em|hoc sinh|can bo|phu nu|thanh nien)\b/, 'người'],
  [/^co so\b/, 'cơ sở'],
  [/^nha\b/, 'nhà'],
]

/** What a share counts, by the first noun of its name: "Tỷ lệ hộ …" counts households. */
export function countedThing(name: string): string | undefined {
  const plain = wordsOf(name)
    .join(' ')
    .replace(/^(?:ty|ti) le (?:so )?|^so (?:luong )?/, '')
  return counted.find(([pattern]) => pattern.test(plain))?.[1]
}
