declare const brand: unique symbol

/** A primitive that has been checked once and cannot be confused with another. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
