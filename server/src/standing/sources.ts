import type { z } from 'zod'

import type { IsoDate } from '@ancu/core/kernel'
import type { criterionStanding, documentShown, entryShown } from '@ancu/core/standing'

import { findDocuments } from '../decisions/store.ts'
import type { KnownEdition } from '../figures/image.ts'
import type { Question } from './moment.ts'
import { getEntry, type Entry as LedgerEntry } from '../ledger/entries.ts'

type Shown = z.output<typeof criterionStanding>
type Document = z.output<typeof documentShown>
type Entry = z.output<typeof entryShown>

/** Every document and ledger entry that the verdicts name, so that no chain of reasons ends in a bare number. */
export async function namedSources(
  { reader, moment }: Pick<Question, 'reader' | 'moment'>,
  edition: KnownEdition,
  criteria: readonly Shown[],
): Promise<{ readonly documents: Record<string, Document>; readonly entries: Record<string, Entry> }> {
  const facts = criteria.flatMap((criterion) => [
    ...criterion.conclusions,
    ...criterion.indicators.flatMap((indicator) => [...indicator.conclusions, ...indicator.figures]),
  ])
  const levels = criteria.flatMap((criterion) =>
    criterion.indicators.flatMap((indicator) => documentsIn(indicator.explanation)),
  )
  const ids = [...new Set([...facts.flatMap((fact) => fact.document ?? []), ...levels])]
  const documents: Record<string, Document> = {}
  for (const document of await findDocuments(reader, ids, moment.knownSeq)) {
    documents[document.id] = shown(document)
  }
  // A sealed edition speaks for its own documents: nothing recorded later changes what it cites.
  for (const document of edition.documents) {
    if (ids.includes(document.id)) documents[document.id] = shown({ ...document, illustrative: false })
  }
  const entries: Record<string, Entry> = {}
  for (const seq of new Set([edition.seq, ...facts.flatMap(entriesOf)])) {
    const entry = await getEntry(reader, seq)
    if (entry) entries[String(seq)] = shownEntry(entry)
  }
  return { documents, entries }
}

/** Entries that a fact and those that contend with it were written by. */
function entriesOf(
  fact: Shown['conclusions'][number] | Shown['indicators'][number]['figures'][number],
): readonly number[] {
  const contending = fact.contenders.flatMap((other) => (typeof other === 'string' ? [] : [other.entrySeq]))
  return [fact.entrySeq, ...contending]
}

function shownEntry(entry: LedgerEntry): Entry {
  return {
    seq: entry.seq,
    at: entry.at,
    knownOn: entry.knownOn,
    officer: entry.officerId,
    via: entry.via,
    kind: entry.kind,
    reason: entry.reason ?? null,
    hash: entry.hash,
    replayed: entry.replayed,
  }
}

/** Ids of documents anywhere in an explanation: sources of levels, and level decisions. */
function documentsIn(explanation: unknown): readonly string[] {
  if (Array.isArray(explanation)) return explanation.flatMap(documentsIn)
  if (explanation === null || typeof explanation !== 'object') return []
  return Object.entries(explanation).flatMap(([name, value]) =>
    name === 'document' && typeof value === 'string' ? [value] : documentsIn(value),
  )
}

function shown(document: {
  readonly id: string
  readonly title: string
  readonly number?: string | undefined
  readonly day?: IsoDate | undefined
  readonly issuer?: string | undefined
  readonly url?: string | undefined
  readonly unchecked: boolean
  readonly illustrative: boolean
  readonly note?: string | undefined
}): Document {
  return {
    id: document.id,
    title: document.title,
    number: document.number ?? null,
    day: document.day ?? null,
    issuer: document.issuer ?? null,
    url: document.url ?? null,
    unchecked: document.unchecked,
    illustrative: document.illustrative,
    note: document.note ?? null,
  }
}
