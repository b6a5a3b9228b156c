import { judgesCommunes } from '@ancu/core/criteria'
import { accepted, addDays, refused, type IsoDate, type Result } from '@ancu/core/kernel'
import type { Moment } from '@ancu/core/figures'
import type { Basis } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'
import {
  missingOn,
  placesOn,
  resolveArea,
  resolveReference,
  type UnitId,
  type UnitOnDay,
  type UnitsPicture,
} from '@ancu/core/units'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { imagesOf, type KnownEdition, type ProvinceImage } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { loadPicture, settleMoment, type AskedWhen } from '../units/index.ts'

export type AskedMoment = AskedWhen & {
  readonly set?: string | undefined
  readonly basis?: Basis | undefined
  readonly unit?: string | undefined
}

/** A question with everything settled: day, knowledge, units, facts, set, basis. */
export type Question = {
  readonly reader: Reader
  readonly moment: Moment
  readonly known: IsoDate | undefined
  readonly picture: UnitsPicture
  readonly image: ProvinceImage
  /** Undefined where no set that the program holds was applied that day. */
  readonly edition: KnownEdition | undefined
  readonly setInForce: boolean
  readonly basis: Basis
}

/** Refuses a set that judges no commune where communes are to be counted; villages are asked for one by one. */
export function forCommunes(question: Question): Result<Question, Refusal> {
  const { edition } = question
  const judges = edition === undefined || judgesCommunes(edition.set)
  return judges ? accepted(question) : refused({ code: 'setNotForCommunes', set: edition.set.id })
}

/** Settles all that a question leaves open: day, knowledge, set, basis. */
export async function settle(
  reader: Reader,
  program: Program,
  asked: AskedMoment,
): Promise<Result<Question, Refusal>> {
  const settled = await settleMoment(reader, asked)
  if (!settled.ok) return settled
  const { on, known, knownSeq } = settled.value
  const picture = await loadPicture(reader, knownSeq)
  const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
  const edition = editionFor(image, asked.set, on, knownSeq)
  if (asked.set !== undefined && edition === undefined) {
    return unknownSet(asked.set, knownThen(image, knownSeq))
  }
  return accepted({
    reader,
    moment: { on, knownSeq },
    known,
    picture,
    image,
    edition,
    setInForce: edition !== undefined && setIsInForce(edition, on),
    basis: asked.basis ?? 'official',
  })
}

/** Editions that were published by then. */
export function knownThen({ editions }: ProvinceImage, knownSeq: number): readonly KnownEdition[] {
  return editions.filter(({ seq }) => seq <= knownSeq)
}

/** Refuses a set that is not among those known, and names them. */
export function unknownSet(set: string, known: readonly Pick<KnownEdition, 'set'>[]): Result<never, Refusal> {
  const sets = [...new Set(known.map((edition) => edition.set.id))]
  return refused({ code: 'setUnknown', set, ...(sets.length > 0 ? { sets } : {}) })
}

/** Whether the day lies in the set's own period in force. */
export function setIsInForce({ set: { inForce } }: KnownEdition, on: IsoDate): boolean {
  return inForce.from <= on && (inForce.until === undefined || on < inForce.until)
}

/** An area as asked for: one unit on the day, or all that is, was or became part of a former one. */
export type Area = {
  readonly unit: UnitOnDay
  /** Its place in words; for a former unit on a day it no longer exists, as it was on its last day. */
  readonly place: { vi: string; en: string }
  /** What names it on every day; undefined for the province in force, whichever that is then. */
  readonly lasting: string | undefined
  readonly communes: readonly UnitOnDay[]
  readonly villages: readonly UnitOnDay[]
  readonly districts: readonly UnitOnDay[]
}

/** What says where a unit lies: the units as known, and the day. */
type Placed = Pick<Question, 'picture' | 'moment'>

/** The area a reference names on the day; without one, the province in force that continues the world's. */
export function areaOf(question: Placed, reference: string | undefined): Result<Area, Refusal> {
  const { picture, moment } = question
  const meant = resolveArea(picture, reference, moment.on)
  if (!meant.ok) return meant
  const { unit: id, former } = meant.value
  const shownOn = former ? lastDayOf(picture, id, moment.on) : moment.on
  const unit = picture.unitOn(id, shownOn)
  if (unit === undefined) {
    const { on } = moment
    return refused(missingOn(picture, on, { code: 'unitNotThen', unit: reference ?? id, on }))
  }
  const lasting = reference === undefined ? undefined : `${former ? 'former:' : ''}${id}`
  return accepted(areaFrom(question, unit, placesOn(picture, unit, shownOn), lasting))
}

/** Answers a question about an area, all of it read at one moment. */
export async function aboutArea<Answer>(
  program: Program,
  officer: Officer,
  asked: AskedMoment,
  answer: (question: Question, area: Area) => Promise<Result<Answer, Refusal>> | Result<Answer, Refusal>,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const question = await settle(reader, program, asked)
    if (!question.ok) return question
    const area = areaOf(question.value, asked.unit)
    return area.ok ? answer(question.value, area.value) : area
  })
}

/** The one unit that an id, a code on the day or a name on the day means. */
export function unitNamed({ picture, moment }: Question, reference: string): Result<UnitId, Refusal> {
  const meant = resolveReference(picture, reference, moment.on)
  return meant.ok ? accepted(meant.value.unit) : meant
}

/** The day itself, or before it the last on which a unit that is gone was there. */
function lastDayOf(picture: UnitsPicture, id: UnitId, on: IsoDate): IsoDate {
  const until = picture.lifeOf(id)?.until
  return until === undefined || on < until ? on : addDays(until, -1)
}

function areaFrom(
  { picture, moment }: Placed,
  unit: UnitOnDay,
  place: Area['place'],
  lasting: string | undefined,
): Area {
  return {
    unit,
    place,
    lasting,
    communes: picture.communesOf(unit.id, moment.on),
    villages: picture.villagesOf(unit.id, moment.on),
    districts: picture.membersOn(unit.id, moment.on, 'district'),
  }
}
