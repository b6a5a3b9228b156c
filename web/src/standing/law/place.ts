import type { Reading, ReadTerm } from './answers.ts'
import type { Cell } from './cells.ts'

/** Where in the annex something stands. */
export type LevelPlace = {
  readonly reading: Reading
  /** The indicator, or the prerequisite. */
  readonly subject: {
    readonly code: string
    readonly name: { readonly vi: string; readonly en: string }
    readonly notApplicableIn: readonly string[]
  }
  readonly term: ReadTerm
  readonly cell: Cell
}
