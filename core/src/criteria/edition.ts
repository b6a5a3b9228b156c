import type { IsoDate } from '../kernel/index.ts'
import type { CriteriaSet, Measure } from './criteria.ts'

/** A document that a pack cites; shaped as a fact of the register of documents. */
export type PackDocument = {
  readonly id: string
  readonly title: string
  readonly number: string | undefined
  readonly day: IsoDate | undefined
  readonly issuer: string | undefined
  readonly url: string | undefined
  /** True until the transcription has been held against the document's own text. */
  readonly unchecked: boolean
  readonly note: string | undefined
}

/** One edition of a set, whole: what is sealed by a digest, published, and judged by. */
export type Edition = {
  readonly set: CriteriaSet
  /** The measures the set's rules name, by id. */
  readonly measures: readonly Measure[]
  /** The documents the set cites. */
  readonly documents: readonly PackDocument[]
}
