import type { Kysely } from 'kysely'

export type Engine = 'pglite' | 'postgres'

/**
 * Tables are not known to the query builder: SQL is written as `sql` templates, each typed by its row,
 * so that it looks like SQL and no table type has to be composed across the slices.
 */
export type Database = unknown

/** An open database; on PGlite also the hold on its folder. */
export type Storage = {
  readonly engine: Engine
  /** Where it is, for messages: the path of the folder, or the database URL without its password. */
  readonly place: string
  /** The pool itself. Slices never see it: they are handed transactions. On PGlite it has one session. */
  readonly db: Kysely<Database>
  /** How often the engine has forced data to disk since opening; undefined on PostgreSQL. */
  fsyncs(): Promise<number | undefined>
  /** Tells other processes of this user where this one can be asked; no effect on PostgreSQL. */
  announce(address: string, key: string): void
  /** Lets running transactions end, writes a checkpoint, lets the folder go. Idempotent. */
  close(): Promise<void>
}

export type Place = { readonly folder: string } | { readonly databaseUrl: string }

export type OpenOptions = {
  /** Told each step that may take long, as a word to translate and what it concerns. */
  readonly onProgress?: ((step: OpenStep) => void) | undefined
  /** Address of this process's server, for the message to a second process. */
  readonly address?: string
  /** Folder of the numbered `.sql` files; the program's own unless a test says otherwise. */
  readonly migrations?: string
  /** Milliseconds after which an unanswered statement is ended with the engine (PGlite only); two minutes. */
  readonly statementLimit?: number
}

export type OpenStep =
  | { readonly kind: 'creating' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'migrating'; readonly name: string; readonly nth: number; readonly of: number }
