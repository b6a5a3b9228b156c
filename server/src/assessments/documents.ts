import type { ComparedPair, compareSets, Seen } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'

import { findDocuments } from '../decisions/store.ts'
import { shownDocument } from '../standing/sources.ts'
import type { NameOf } from './answers.ts'
import type { JudgedQuestion } from './sides.ts'

type Documents = EndpointAnswer<typeof compareSets>['documents']

/** Documents that what was gained or lost names, and what people call them. */
export async function documentsOf(
  questions: readonly JudgedQuestion[],
  pairs: readonly ComparedPair[],
): Promise<{ readonly documents: Documents; readonly nameOf: NameOf }> {
  const ids = new Set(pairs.flatMap(documentsIn))
  const documents: Documents = {}
  for (const { reader, moment, edition } of questions) {
    for (const document of await findDocuments(reader, [...ids], moment.knownSeq)) {
      documents[document.id] = shownDocument(document)
    }
    // A sealed edition speaks for its own documents: nothing recorded later changes what it cites.
    for (const document of edition.documents) {
      if (ids.has(document.id)) documents[document.id] = shownDocument({ ...document, illustrative: false })
    }
  }
  return { documents, nameOf: (id) => documents[id]?.number ?? documents[id]?.title ?? id }
}

function documentsIn({ claims, reasons }: ComparedPair): readonly string[] {
  const concluded = [claims.old, claims.new].flatMap((claim) => claim?.document ?? [])
  return [...concluded, ...reasons.flatMap((reason) => [reason.old, reason.new].flatMap(documentsSeen))]
}

function documentsSeen(seen: Seen | undefined): readonly string[] {
  if (seen === undefined) return []
  const { leaf, indicator } = seen
  const figure = indicator.figures.find(({ fact }) => fact.id === leaf?.figure?.id)?.fact.document
  const level = leaf?.level?.kind === 'decision' ? leaf.level.document : leaf?.level?.source?.document
  return [figure, level].filter((id) => id !== undefined)
}
