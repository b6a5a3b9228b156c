import type { z } from 'zod'

import {
  applicationOn,
  applicationsKnown,
  readingDay,
  type CriteriaSet,
  type KnownSetApplication,
  type LevelContext,
} from '@ancu/core/criteria'
import { covers, type Result } from '@ancu/core/kernel'
import type { documentShown, setHead } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { findDocuments } from '../decisions/store.ts'
import { imagesOf, type KnownEdition, type ProvinceImage } from '../figures/image.ts'
import { settleMoment, type AskedWhen, type SettledMoment } from '../units/index.ts'
import { contextAt } from './context.ts'
import { shownDocument } from './sources.ts'

export type SetHead = z.output<typeof setHead>
type Documents = Record<string, z.output<typeof documentShown>>

/** The law at a moment: every edition, application and level decision known. */
export type Law = {
  readonly reader: Reader
  readonly settled: SettledMoment
  readonly image: ProvinceImage
}

/** Answers a question about the law itself, for which no province need be there yet. */
export async function withLaw<Answer>(
  program: Program,
  officer: Officer,
  asked: AskedWhen,
  answer: (law: Law) => Promise<Result<Answer, Refusal>>,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const settled = await settleMoment(reader, asked)
    if (!settled.ok) return settled
    const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
    return answer({ reader, settled: settled.value, image })
  })
}

/** Editions known, by set in the order of the law, and of each set the newest first. */
export function editionsKnown({ image, settled }: Law): readonly KnownEdition[] {
  return image.editions
    .filter((edition) => edition.seq <= settled.knownSeq)
    .toSorted((one, other) => compare(placeOf(one.set), placeOf(other.set)) || other.no - one.no)
}

/** The day a set is read on, and the province's decisions on its levels that count. */
export function contextOf({ image, settled }: Law, edition: KnownEdition): LevelContext {
  const on = readingDay(edition.set, settled.on)
  return contextAt(image, edition, { on, knownSeq: settled.knownSeq })
}

/** Name and times of a set; `editions` are those of it known, the newest first. */
export function headOf(law: Law, set: CriteriaSet, editions: readonly KnownEdition[]): SetHead {
  const { on, knownSeq } = law.settled
  const { from, until } = set.inForce
  const applied = applicationOf(law, set.id)
  return {
    set: set.id,
    name: set.name,
    inForce: { from, until: until ?? null },
    time: covers({ from, until }, on) ? 'inForce' : on < from ? 'coming' : 'ended',
    applied: applied
      ? {
          from: applied.from,
          document: applied.document ?? null,
          assumed: applied.assumed,
          note: applied.note ?? null,
        }
      : null,
    judges: applicationOn(law.image.applications, on, knownSeq)?.set === set.id,
    forKinds: [...set.forKinds],
    replaces: set.replaces ?? null,
    editions: editions.map(({ no, digest, seq }) => ({ edition: no, digest, seq })),
  }
}

/** Documents of the register by id, as known. */
export async function documentsNamed({ reader, settled }: Law, ids: readonly string[]): Promise<Documents> {
  const found = await findDocuments(reader, [...new Set(ids)], settled.knownSeq)
  return Object.fromEntries(found.map((document) => [document.id, shownDocument(document)]))
}

/** By which the province applies the set on the day, or will from a later day on. */
function applicationOf({ image, settled }: Law, set: string): KnownSetApplication | undefined {
  const ofSet = applicationsKnown(image.applications, settled.knownSeq)
    .filter((application) => application.set === set)
    .toSorted((one, other) => compare(one.from, other.from))
  return ofSet.findLast((application) => application.from <= settled.on) ?? ofSet[0]
}

function placeOf({ inForce, id }: CriteriaSet): string {
  return `${inForce.from} ${id}`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
