import { createHash } from 'node:crypto'

import { sealEdition, type Edition } from '@ancu/core/criteria'
import { accepted, canonicalJson, refused, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import type { Decision, Reader } from '../commands/index.ts'
import { findEditionsBetween, insertEditions } from './store.ts'

/** An edition in the form in which it is sealed, and the SHA-256 in hexadecimal of its canonical JSON. */
export function sealOf(edition: Edition): { readonly content: Plain; readonly digest: string } {
  const content = sealEdition(edition)
  return { content, digest: createHash('sha256').update(canonicalJson(content)).digest('hex') }
}

export type Published = { readonly set: string; readonly edition: number; readonly digest: string }

/** Editions of one set are transcriptions of one decision: they are for the same units. */
function isForSame({ set: one }: Edition, { set: other }: Edition): boolean {
  return one.forKinds.toSorted().join() === other.forKinds.toSorted().join()
}

/** Publishes an edition, from wherever it comes; one that is published stays as it is. */
export async function decideEdition(
  reader: Reader,
  content: Edition,
): Promise<Result<Decision<Published>, Refusal>> {
  const { id: set, edition } = content.set
  const published = await findEditionsBetween(reader, 0, reader.knownSeq)
  if (published.some((one) => one.set === set && one.no === edition)) {
    return refused({ code: 'editionPublished', set, edition })
  }
  if (published.some((one) => one.set === set && !isForSame(one.content, content)))
    return refused({ code: 'editionForOthers', set })
  const { digest } = sealOf(content)
  return accepted({
    value: { set, edition, digest },
    write: (writer) => insertEditions(writer, [{ set, no: edition, digest, content }]),
  })
}
