import { checkDraft, type DraftWork, type Edition, type RawFile } from '@ancu/core/criteria'
import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import type { Reader } from '../commands/index.ts'
import { isPublished, sealOf } from '../criteria/index.ts'
import { findDraft } from './store.ts'

/** A draft as the edition that it would become, with what people have still to look at. */
export type Drafted = {
  readonly id: string
  readonly version: number
  /** Indicators that a second person has not held against the source. */
  readonly unconfirmed: number
  readonly doubts: number
  readonly discarded: boolean
  readonly edition: Edition
  readonly digest: string
}

/** Reads a draft that is right as it stands; it need be neither confirmed nor published. */
export async function readDrafted(
  reader: Reader,
  id: string,
  shared: RawFile,
): Promise<Result<Drafted, Refusal>> {
  const stored = await findDraft(reader, id)
  if (!stored) return refused({ code: 'draftUnknown', draft: id })
  const { draft, confirmed } = stored.work
  const { edition, issues } = checkDraft(draft, confirmedIn(stored.work), shared)
  if (!edition) return refused({ code: 'draftIncomplete', issues: issues.length })
  // Conclusions on what was published under its code would count for what they never spoke of.
  if (stored.published === undefined && (await isPublished(reader, edition.set))) {
    return refused({ code: 'editionPublished', set: edition.set.id, edition: edition.set.edition })
  }
  return accepted({
    id,
    version: stored.version,
    unconfirmed: draft.indicators.filter(({ key }) => confirmed[key] === undefined).length,
    doubts: draft.doubts.length,
    discarded: stored.work.discarded !== undefined,
    edition,
    digest: sealOf(edition).digest,
  })
}

/** The indicators that somebody has held against the source. */
export function confirmedIn({ confirmed }: DraftWork): ReadonlySet<string> {
  return new Set(Object.keys(confirmed))
}
