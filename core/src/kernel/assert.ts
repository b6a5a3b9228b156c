/** Throws when the programmer's promise does not hold; never for what a user can get wrong. */
export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`)
}

/** Makes a `switch` over a closed union complete: a new case does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`)
}
