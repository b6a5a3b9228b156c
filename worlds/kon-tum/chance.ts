/** Chance from a seed: the same name gives the same sequence on every machine. */
export type Chance = {
  /** From 0 up to 1, 1 left out. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number
  readonly happens: (probability: number) => boolean
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** `count` different members, heavier ones more likely. */
  readonly drawn: <T>(list: readonly T[], count: number, weightOf: (one: T) => number) => T[]
}

/** The xmur3 hash feeds the sfc32 generator; both are public domain and need 32-bit arithmetic only. */
export function chanceOf(name: string): Chance {
  const seed = hashOf(name)
  let [a, b, c, counter] = [seed(), seed(), seed(), seed()]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4294967296
  }
  for (let turn = 0; turn < 15; turn += 1) next()
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const keyed = <T>(list: readonly T[], keyOf: (one: T) => number): T[] =>
    list
      .map((one) => ({ one, key: keyOf(one) }))
      .toSorted((left, right) => right.key - left.key)
      .map(({ one }) => one)
  return {
    next,
    whole,
    happens: (probability) => next() < probability,
    shuffled: (list) => keyed(list, () => next()),
    drawn: (list, count, weightOf) =>
      keyed(list, (one) => Math.pow(next(), 1 / Math.max(weightOf(one), 1e-6))).slice(0, count),
  }
}

function hashOf(name: string): () => number {
  let hash = 1779033703 ^ name.length
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
    return (hash ^= hash >>> 16) >>> 0
  }
}
