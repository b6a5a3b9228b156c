/** What an allocation fills: whole numbers between `least` and `most`, drawn towards `weight`. */
export type Share = { readonly least: number; readonly most: number; readonly weight: number }

/**
 * Whole numbers within their bounds that add up to the total, as near to proportional to the weights as the
 * bounds allow; undefined where no such numbers exist.
 */
export function allocate(total: number, shares: readonly Share[]): number[] | undefined {
  if (shares.some((share) => share.least > share.most)) return undefined
  const least = sumOf(shares.map((share) => share.least))
  const most = sumOf(shares.map((share) => share.most))
  if (total < least || total > most) return undefined
  let [low, high] = [0, 1]
  while (sumOf(filled(shares, high)) < total) high *= 2
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2
    if (sumOf(filled(shares, middle)) < total) low = middle
    else high = middle
  }
  const numbers = filled(shares, low)
  let missing = total - sumOf(numbers)
  for (let at = 0; missing > 0; at = (at + 1) % numbers.length) {
    const [number, share] = [numbers[at], shares[at]]
    if (number === undefined || share === undefined || number >= share.most) continue
    numbers[at] = number + 1
    missing -= 1
  }
  return numbers
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function filled(shares: readonly Share[], factor: number): number[] {
  return shares.map(({ least, most, weight }) =>
    Math.min(most, Math.max(least, Math.floor(Math.max(weight, 1e-6) * factor))),
  )
}
