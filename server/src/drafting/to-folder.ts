import { checkDraft } from '@ancu/core/criteria'
import { accepted, type Result } from '@ancu/core/kernel'
import type { Language, Refusal } from '@ancu/core/text'

import { sharedMeasures } from '../criteria/index.ts'
import { beginFrom } from './begin.ts'
import { packFiles, type SharedPlace, type TextFile } from './files.ts'

/** A draft as the files of a pack, for writing them to a folder. */
export type DraftedPack = {
  readonly set: string
  readonly criteria: number
  readonly indicators: number
  readonly doubts: number
  readonly unused: number
  readonly parts: number
  readonly filesFor: (place: SharedPlace, language: Language) => readonly TextFile[]
}

/** Drafts a pack from the bytes of an annex: Word, Excel, or text as it would be pasted. No data are needed for it. */
export async function draftPack(
  packsFolder: string,
  { bytes, part }: { readonly bytes: Uint8Array; readonly part: number },
): Promise<Result<DraftedPack, Refusal>> {
  const shared = await sharedMeasures(packsFolder)
  const begun = await beginFrom({ ...annexOf(bytes), part }, shared)
  if (!begun.ok) return begun
  const { draft, parts } = begun.value
  const { files } = checkDraft(draft, new Set(), shared)
  return accepted({
    set: draft.head.set,
    criteria: draft.criteria.length,
    indicators: draft.indicators.length,
    doubts: draft.doubts.length,
    unused: draft.unused.length,
    parts,
    filesFor: (place, language) => packFiles(draft, files, shared, language, place),
  })
}

/** Word and Excel files are archives or, of old, compounds; what is neither but reads as text was pasted. */
function annexOf(bytes: Uint8Array): { readonly file: Uint8Array | undefined; readonly pasted: string } {
  const isOffice = [
    [0x50, 0x4b],
    [0xd0, 0xcf],
  ].some((sign) => sign.every((byte, at) => bytes[at] === byte))
  const text = isOffice ? undefined : decode(bytes)
  return text === undefined ? { file: bytes, pasted: '' } : { file: undefined, pasted: text }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
