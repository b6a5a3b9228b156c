/** Who acts. Every transaction names one; the database shows nothing to a transaction without. */
export type Officer = { readonly id: string; readonly name: string }

/** Until sign-in exists, the one person at the machine. */
export const localOperator: Officer = { id: 'local', name: 'Người vận hành' }

/** The way a command came in. */
export type Via = 'web' | 'cli' | 'api' | 'file' | 'field' | 'world' | 'program'
