/** Throws when the programmer's promise does not hold; never for what a user can get wrong. */
export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`)
}
