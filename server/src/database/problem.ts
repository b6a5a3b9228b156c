/** Why storage cannot be opened: facts for a sentence to the operator, never the sentence itself. */
export type StorageProblem =
  | { readonly code: 'folderNotWritable'; readonly folder: string }
  /** Another process holds the folder. Its number is unknown if it runs as another user; its server may have told an address. */
  | {
      readonly code: 'folderHeld'
      readonly folder: string
      readonly pid: number | undefined
      readonly address?: string
    }
  /** The folder exists, but what lies in it is not a database of this program, or is broken. */
  | { readonly code: 'folderUnreadable'; readonly folder: string; readonly detail: string }
  | { readonly code: 'diskFull'; readonly place: string }
  | { readonly code: 'databaseUrlInvalid' }
  | { readonly code: 'databaseUnreachable'; readonly place: string; readonly detail: string }
  /** Wrong password, no such user or database, or too few rights to create what the program needs. */
  | { readonly code: 'databaseForbidden'; readonly place: string; readonly detail: string }
  | { readonly code: 'databaseTooOld'; readonly place: string; readonly have: string; readonly need: string }
  /** The data was written by a later program: its last migration, and the last one known here. */
  | { readonly code: 'newerVersion'; readonly place: string; readonly have: number; readonly know: number }
  /** A migration that this database has had is not the file of that number any more. */
  | { readonly code: 'migrationChanged'; readonly place: string; readonly name: string }
  /** Loading the demo province of one seed was cut off, and that of another is asked for. */
  | { readonly code: 'demoOfAnotherSeed'; readonly begun: number; readonly given: number }

/** Thrown by `openStorage`; nothing has been changed when it is. */
export class StorageError extends Error {
  readonly problem: StorageProblem

  constructor(problem: StorageProblem, options?: ErrorOptions) {
    super(`storage: ${JSON.stringify(problem)}`, options)
    this.name = 'StorageError'
    this.problem = problem
  }
}
