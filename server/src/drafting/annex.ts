import { measuresIn, mostIndicators, recognise, type RawFile } from '@ancu/core/criteria'
import { accepted, refused } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { readOffice, readPastedText } from '../office/index.ts'

/** An annex as it came: the bytes of a file, or what was pasted. */
export type Annex = {
  readonly file: Uint8Array | undefined
  readonly pasted: string
  /** Which of several sets of criteria in it, from 0. */
  readonly part: number
}

/** Reads an annex and makes a draft of it; nothing is kept. */
export function draftAnnex({ file, pasted, part }: Annex, shared: RawFile) {
  const source = file === undefined ? readPastedText(pasted) : readOffice(file)
  if (!source.ok) return source
  const { draft, parts, found } = recognise(source.value, measuresIn(shared), part)
  if (found === 0) return refused<Refusal>({ code: 'officeNoTable' })
  if (found > mostIndicators) return refused<Refusal>({ code: 'officeTooLong', most: mostIndicators })
  return accepted({ source: source.value, draft, parts })
}

export type Begun = Extract<ReturnType<typeof draftAnnex>, { readonly ok: true }>['value']
