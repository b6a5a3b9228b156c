import type { Finding } from './verify.ts'

export type FileRefusal =
  | { readonly code: 'fileNotFound'; readonly file: string }
  | { readonly code: 'fileExists'; readonly file: string }
  | { readonly code: 'fileNotWritable'; readonly file: string; readonly detail: string }
  | { readonly code: 'fileNotReadable'; readonly file: string; readonly detail: string }
  | { readonly code: 'diskFull'; readonly file: string }

/** What is wrong with an archive; the first thing found. */
export type ArchiveRefusal =
  /** Not a gzipped tar as this program writes it. */
  | { readonly code: 'notAnArchive'; readonly detail: string }
  | { readonly code: 'archiveTruncated' }
  /** Unpacked it is larger than `limit` bytes, or says that it is. */
  | { readonly code: 'archiveTooLarge'; readonly limit: number }
  /** Written by a later program. */
  | { readonly code: 'newerFormat'; readonly have: number; readonly know: number }
  | { readonly code: 'unknownTable'; readonly table: string }
  /** A part under a name, or at a place, where none is expected. */
  | { readonly code: 'partUnexpected'; readonly part: string }
  /** The manifest tells of a part, or of a number of rows, that is not there. */
  | { readonly code: 'partMissing'; readonly part: string }
  /** A part is not the one the manifest tells of. */
  | { readonly code: 'partDamaged'; readonly part: string }
  | { readonly code: 'manifestInvalid'; readonly detail: string }
  | { readonly code: 'rowInvalid'; readonly part: string; readonly line: number; readonly detail: string }

export type BackupRefusal =
  | FileRefusal
  | { readonly code: 'archiveTooLarge'; readonly limit: number }
  /** The ledger is not as it was written: `seq` is the first entry concerned, `finding` a fault of the chain. */
  | {
      readonly code: 'ledgerBroken'
      readonly seq: number
      readonly finding: string
      readonly table: string | null
      readonly found: number
    }

export type RestoreRefusal =
  | FileRefusal
  | ArchiveRefusal
  /** The file is of another province than the one asked for. */
  | { readonly code: 'otherProvince'; readonly have: string; readonly want: string }
  /** Something of this province is there already: an archive never mixes with it. */
  | { readonly code: 'ledgerNotEmpty'; readonly province: string; readonly seq: number }
  /** Rows contradict one another: the database's own conditions do not hold. */
  | { readonly code: 'rowsContradict'; readonly table: string; readonly constraint: string }
  /** The hashes of the chain are not those of the rows. */
  | { readonly code: 'chainBroken'; readonly findings: readonly Finding[]; readonly found: number }
