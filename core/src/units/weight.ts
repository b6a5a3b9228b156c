/** A share of a unit, `num/den` in lowest terms, from 0 to 1. */
export type Weight = { readonly num: number; readonly den: number }

export const wholeWeight: Weight = { num: 1, den: 1 }
export const noWeight: Weight = { num: 0, den: 1 }

export function timesWeight(one: Weight, other: Weight): Weight {
  return reduced(BigInt(one.num) * BigInt(other.num), BigInt(one.den) * BigInt(other.den))
}

export function plusWeight(one: Weight, other: Weight): Weight {
  return reduced(
    BigInt(one.num) * BigInt(other.den) + BigInt(other.num) * BigInt(one.den),
    BigInt(one.den) * BigInt(other.den),
  )
}

/** Whether shares make up one whole, exactly. */
export function sumsToOne(weights: readonly Weight[]): boolean {
  let [num, den] = [0n, 1n]
  for (const weight of weights) {
    num = num * BigInt(weight.den) + BigInt(weight.num) * den
    den *= BigInt(weight.den)
    const divisor = greatestCommonDivisor(num, den)
    num /= divisor
    den /= divisor
  }
  return num === den
}

/** Exact while both parts are safe integers; beyond that the nearest fraction of 10^12 parts. */
function reduced(num: bigint, den: bigint): Weight {
  const divisor = greatestCommonDivisor(num, den)
  const [top, bottom] = [num / divisor, den / divisor]
  if (bottom <= safe) return { num: Number(top), den: Number(bottom) }
  return reduced((2n * top * parts + bottom) / (2n * bottom), parts)
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)
const parts = 1_000_000_000_000n

function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one, other]
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
