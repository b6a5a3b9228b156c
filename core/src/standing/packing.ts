import { asCode } from './standing.ts'

/** Verdict codes packed two bits each, part after part, first verdict in the lowest bits; for `standing.verdicts`. */
export function packVerdicts(...parts: readonly Uint8Array[]): Uint8Array {
  const codes = parts.flatMap((part) => [...part])
  const packed = new Uint8Array(Math.ceil(codes.length / 4))
  for (const [index, code] of codes.entries()) {
    const at = index >> 2
    packed[at] = (packed[at] ?? 0) | (asCode(code) << ((index & 3) * 2))
  }
  return packed
}

/** The `count` codes that were packed. */
export function unpackVerdicts(packed: Uint8Array, count: number): Uint8Array {
  if (packed.length !== Math.ceil(count / 4)) throw new Error('packed verdicts of another set')
  return Uint8Array.from(
    { length: count },
    (_, index) => ((packed[index >> 2] ?? 0) >> ((index & 3) * 2)) & 3,
  )
}
