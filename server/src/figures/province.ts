import { applicationOn, type Edition, type Measure } from '@ancu/core/criteria'
import type { KnownDecision } from '@ancu/core/decisions'
import {
  newestNote,
  type FactBundle,
  type KnownClaim,
  type KnownFigure,
  type KnownLaw,
  type KnownProvince,
  type KnownReconciliation,
} from '@ancu/core/figures'
import type { IsoDate } from '@ancu/core/kernel'
import type { UnitsPicture } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'
import { findKnownDocuments } from '../decisions/store.ts'
import type { KnownEdition, ProvinceImage } from './image.ts'
import { findReconciliations } from './reconciliation-store.ts'
import { loadPicture } from '../units/index.ts'
import { findTakenIds } from './taken-store.ts'

/** Everything the checks of a command ask of the province, as known now. */
export async function knownProvince(
  reader: Reader,
  image: ProvinceImage,
  picture: UnitsPicture,
  facts: FactBundle,
  published: readonly Edition[],
): Promise<KnownProvince> {
  const knownDocuments = await findKnownDocuments(reader, documentsNamed(facts))
  const taken = await findTakenIds(reader, facts)
  const figures = lazily(() =>
    byId<KnownFigure>([...image.figures.values()].flatMap((lists) => [...lists.values()].flat())),
  )
  const claims = lazily(() =>
    byId<KnownClaim>([...image.claims.values()].flatMap((lists) => [...lists.values()].flat())),
  )
  const notes = await notesKnown(reader, facts)
  const whole = facts.reconciliations.length > 0 ? await loadPicture(reader, reader.knownSeq) : picture
  const decisions = lazily(() => byId<KnownDecision>([...image.decisions.values()].flat()))
  return {
    ...withPublished(knownLaw(image, reader.knownSeq), published),
    today: reader.today,
    hasUnit: (unit) => picture.has(unit),
    kindOn: (unit, on) => picture.unitOn(unit, on)?.kind,
    findFigure: (id) => figures().get(id),
    findClaim: (id) => claims().get(id),
    findDecision: (id) => decisions().get(id),
    findLevel: (id) => image.levels.find((level) => level.id === id),
    liesIn: (unit, area) => unit === area || whole.scopeOf(area).has(unit),
    isNoted: (unit, subject) =>
      newestNote(notes.filter((note) => note.unit === unit && note.subject === subject))?.withdrawn === false,
    hasApplication: (id) => image.applications.some((application) => application.id === id),
    hasDocument: (id) => knownDocuments.has(id),
    isTaken: (section, id) => taken.get(section)?.has(id) === true,
  }
}

/** The notes on the units that a command has notes about. */
async function notesKnown(
  reader: Reader,
  { reconciliations }: FactBundle,
): Promise<readonly KnownReconciliation[]> {
  if (reconciliations.length === 0) return []
  const units = [...new Set(reconciliations.map(({ unit }) => unit))]
  return findReconciliations(reader, { knownSeq: reader.knownSeq, units })
}

/** The law as known at a ledger number. */
export function knownLaw(image: ProvinceImage, knownSeq: number): KnownLaw {
  const measures = measuresKnown(image, knownSeq)
  return {
    findMeasure: (measure) => measures.get(measure),
    findSet: (set) => findEdition(image, set, knownSeq)?.set,
  }
}

/** The law with the editions that a command publishes; of two editions of a set the newer holds. */
function withPublished(law: KnownLaw, published: readonly Edition[]): KnownLaw {
  if (published.length === 0) return law
  const measures = new Map(published.flatMap((edition) => edition.measures.map((one) => [one.id, one])))
  return {
    findMeasure: (measure) => measures.get(measure) ?? law.findMeasure(measure),
    findSet: (id) =>
      [law.findSet(id), ...published.map(({ set }) => set)]
        .filter((set) => set?.id === id)
        .toSorted((one, other) => (other?.edition ?? 0) - (one?.edition ?? 0))[0],
  }
}

/** Measures of the newest editions known; they outlive the sets that first named them. */
function measuresKnown(image: ProvinceImage, knownSeq: number): ReadonlyMap<string, Measure> {
  const measures = new Map<string, Measure>()
  for (const edition of image.editions) {
    if (edition.seq > knownSeq) continue
    for (const measure of edition.measures) measures.set(measure.id, measure)
  }
  return measures
}

/** The newest edition of a set known at the moment. */
export function findEdition(image: ProvinceImage, set: string, knownSeq: number): KnownEdition | undefined {
  return image.editions
    .filter((edition) => edition.set.id === set && edition.seq <= knownSeq)
    .toSorted((one, other) => other.no - one.no)[0]
}

/** The edition the province judged by on a day, or the newest of the set asked for. */
export function editionFor(
  image: ProvinceImage,
  asked: string | undefined,
  on: IsoDate,
  knownSeq: number,
): KnownEdition | undefined {
  const set = asked ?? applicationOn(image.applications, on, knownSeq)?.set
  return set === undefined ? undefined : findEdition(image, set, knownSeq)
}

function documentsNamed(facts: FactBundle): readonly string[] {
  const rows: readonly { readonly document?: string | undefined }[] = [
    ...facts.figures,
    ...facts.verdicts,
    ...facts.decisions,
    ...facts.levels,
    ...facts.setApplications,
    ...facts.reconciliations,
  ]
  return [...new Set(rows.flatMap((row) => row.document ?? []))]
}

function byId<Fact extends { readonly id: string }>(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.id, fact]))
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}
