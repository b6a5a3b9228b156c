import type { z } from 'zod'

import type { KnownClaim } from '@ancu/core/figures'
import type { IsoDate } from '@ancu/core/kernel'
import type {
  carriedShown,
  documentShown,
  entryShown,
  ExplainedStanding,
  levelShown,
} from '@ancu/core/standing'

import type { DecidedLevel } from '../criteria/store.ts'
import { findDocuments } from '../decisions/store.ts'
import { claimsIn, type KnownEdition, type ProvinceImage } from '../figures/image.ts'
import { findEdition } from '../figures/province.ts'
import type { Question } from './moment.ts'
import { getEntries, type Entry as LedgerEntry } from '../ledger/entries.ts'

type Document = z.output<typeof documentShown>
type Entry = z.output<typeof entryShown>
type Level = z.output<typeof levelShown>
type Carried = z.output<typeof carriedShown>

export type NamedSources = {
  /** By id of the decision. */
  readonly levels: Record<string, Level>
  readonly documents: Record<string, Document>
  /** By number. */
  readonly entries: Record<string, Entry>
  /** By id: conclusions under other sets from which those that speak were carried over. */
  readonly carried: Record<string, Carried>
  /** What people call a document: its number, else its title. */
  readonly nameOf: (document: string) => string
}

/**
 * Every level decision, document and ledger entry that the verdicts name, so that no chain of reasons ends in a
 * bare number.
 */
export async function namedSources(
  { reader, moment, image }: Pick<Question, 'reader' | 'moment' | 'image'>,
  edition: KnownEdition,
  {
    conclusions,
    prerequisites,
    criteria,
  }: Pick<ExplainedStanding, 'conclusions' | 'prerequisites' | 'criteria'>,
): Promise<NamedSources> {
  const parts = [...prerequisites, ...criteria.flatMap((criterion) => criterion.indicators)]
  const concluded = [
    ...conclusions,
    ...criteria.flatMap((criterion) => criterion.conclusions),
    ...parts.flatMap((part) => part.conclusions),
  ]
  const facts = [...concluded, ...parts.flatMap((part) => part.figures)]
  const origins = concluded.flatMap(({ fact }) => originOf(fact, image, moment.knownSeq) ?? [])
  const explanations = parts.map((part) => part.explanation)
  const decided = new Set(namedIn(explanations, 'decision'))
  const levels = image.levels.filter((level) => decided.has(level.id))
  const ids = new Set([
    ...facts.flatMap(({ fact }) => fact.document ?? []),
    ...namedIn(explanations, 'document'),
    ...criteria.flatMap(({ criterion }) => criterion.source?.document ?? []),
  ])
  const documents: Record<string, Document> = {}
  for (const document of await findDocuments(reader, [...ids], moment.knownSeq)) {
    documents[document.id] = shownDocument(document)
  }
  // A sealed edition speaks for its own documents: nothing recorded later changes what it cites.
  for (const document of edition.documents) {
    if (ids.has(document.id)) documents[document.id] = shownDocument({ ...document, illustrative: false })
  }
  const written = [
    edition,
    ...levels,
    ...origins.map(({ claim }) => claim),
    ...facts.flatMap(({ fact, contenders }) => [fact, ...contenders]),
  ].map(({ seq }) => seq)
  const entries = await getEntries(reader, [...new Set(written)])
  return {
    levels: Object.fromEntries(levels.map((level) => [level.id, shownLevel(level)])),
    documents,
    entries: Object.fromEntries(entries.map((entry) => [String(entry.seq), shownEntry(entry)])),
    carried: Object.fromEntries(origins.map((origin) => [origin.claim.id, shownOrigin(origin)])),
    nameOf: (id) => documents[id]?.number ?? documents[id]?.title ?? id,
  }
}

type Origin = {
  readonly claim: KnownClaim
  readonly edition: KnownEdition
  readonly state: Carried['state']
}

/** The conclusion that one was carried over from, and the set it was made under. */
function originOf(
  { unit, carriedFrom }: KnownClaim,
  image: ProvinceImage,
  knownSeq: number,
): Origin | undefined {
  if (carriedFrom === undefined) return undefined
  const sets = new Set(image.editions.map(({ set }) => set.id))
  for (const set of sets) {
    const ofUnit = [...(image.claims.get(claimsIn(unit, set))?.values() ?? [])].flat()
    const claim = ofUnit.find(({ id }) => id === carriedFrom)
    const edition = claim && findEdition(image, set, knownSeq)
    const later = ofUnit.find(({ replaces, seq }) => replaces === carriedFrom && seq <= knownSeq)
    const state = later === undefined ? 'stands' : later.withdrawn === true ? 'withdrawn' : 'replaced'
    if (edition) return { claim, edition, state }
  }
  return undefined
}

function shownOrigin({ claim: { scope, code, seq }, edition: { set }, state }: Origin): Carried {
  return { set: set.id, name: set.name, scope, code: code ?? null, entrySeq: seq, state }
}

/** A level decision as answers show it. */
export function shownLevel(level: DecidedLevel): Level {
  return {
    id: level.id,
    key: level.key,
    column: level.column,
    year: level.year ?? null,
    scaled: level.scaled,
    from: level.from,
    until: level.until ?? null,
    document: level.document,
    article: level.article ?? null,
    entrySeq: level.seq,
    illustrative: level.illustrative,
  }
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

/** What anything in explanations names under `member`: documents of levels and rules, level decisions. */
function namedIn(explanation: unknown, member: 'document' | 'decision'): readonly string[] {
  if (Array.isArray(explanation)) return explanation.flatMap((part) => namedIn(part, member))
  if (explanation === null || typeof explanation !== 'object') return []
  return Object.entries(explanation).flatMap(([name, value]) =>
    name === member && typeof value === 'string' ? [value] : namedIn(value, member),
  )
}

/** A document as answers show it. */
export function shownDocument(document: {
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
