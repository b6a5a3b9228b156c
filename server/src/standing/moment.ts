import { accepted, addDays, refused, type IsoDate, type Result } from '@ancu/core/kernel'
import type { Moment } from '@ancu/core/figures'
import type { Basis } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'
import {
  levelOfKind,
  ownProvinceGroup,
  resolveFormerUnit,
  resolveUnit,
  type UnitId,
  type UnitOnDay,
  type UnitsPicture,
} from '@ancu/core/units'

import { knownSeqOn, type Program, type Reader } from '../commands/index.ts'
import { imagesOf, type KnownEdition, type ProvinceImage } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { loadPicture } from '../units/index.ts'

export type AskedMoment = {
  readonly on?: IsoDate | undefined
  readonly known?: IsoDate | undefined
  readonly knownSeq?: number | undefined
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
  const judges = edition === undefined || edition.set.forKinds.some((kind) => levelOfKind[kind] === 'commune')
  return judges ? accepted(question) : refused({ code: 'setNotForCommunes', set: edition.set.id })
}

/** Settles from where a question is asked; days are Viet Nam's, and no answer is given about the future. */
export async function settle(
  reader: Reader,
  program: Program,
  asked: AskedMoment,
): Promise<Result<Question, Refusal>> {
  const on = asked.on ?? reader.today
  if (on > reader.today) return refused({ code: 'futureDay', on, today: reader.today })
  if (asked.known !== undefined && asked.known > reader.today) {
    return refused({ code: 'futureDay', on: asked.known, today: reader.today })
  }
  if (asked.knownSeq !== undefined && asked.knownSeq > reader.knownSeq) {
    return refused({ code: 'knownSeqAhead', knownSeq: asked.knownSeq, head: reader.knownSeq })
  }
  const ofDay = asked.known === undefined ? reader.knownSeq : await knownSeqOn(reader, asked.known)
  const knownSeq = Math.min(asked.knownSeq ?? reader.knownSeq, ofDay)
  const picture = await loadPicture(reader, knownSeq)
  const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
  const edition = editionFor(image, asked.set, on, knownSeq)
  if (asked.set !== undefined && edition === undefined) {
    const sets = [
      ...new Set(image.editions.filter((each) => each.seq <= knownSeq).map((each) => each.set.id)),
    ]
    return refused({ code: 'setUnknown', set: asked.set, sets })
  }
  const inForce = edition?.set.inForce
  return accepted({
    reader,
    moment: { on, knownSeq },
    known: asked.known,
    picture,
    image,
    edition,
    setInForce:
      inForce !== undefined && inForce.from <= on && (inForce.until === undefined || on < inForce.until),
    basis: asked.basis ?? 'official',
  })
}

/** An area as asked for: one unit on the day, or all that is, was or became part of a former one. */
export type Area = {
  readonly unit: UnitOnDay
  /** Its place in words; for a former unit on a day it no longer exists, as it was on its last day. */
  readonly place: string
  readonly communes: readonly UnitOnDay[]
  readonly villages: readonly UnitOnDay[]
  readonly districts: readonly UnitOnDay[]
}

const formerly = /^(?:former:|former |cũ:)(.+)$|^(.+) cũ$/iu

/** Whether a reference means the same on every day: none at all, or a former unit. A code or a name does not. */
export function isLasting(reference: string | undefined): boolean {
  return reference === undefined || formerly.test(reference.normalize('NFC').trim())
}

/** The area a reference names on the day; without one, the province in force that continues the world's. */
export function areaOf(question: Question, reference: string | undefined): Result<Area, Refusal> {
  const province = provinceOn(question)
  if (!province.ok) return province
  if (reference === undefined) return accepted(areaInForce(question, province.value))
  const former = formerly.exec(reference.normalize('NFC').trim())
  if (former) return formerArea(question, (former[1] ?? former[2] ?? '').trim())
  const named = unitNamed(question, reference)
  if (!named.ok) return named
  const unit = question.picture.unitOn(named.value, question.moment.on)
  if (unit === undefined) return refused({ code: 'unitNotThen', unit: reference, on: question.moment.on })
  return accepted(areaInForce(question, unit))
}

/** The one unit that an id, a code on the day or a name on the day means. */
export function unitNamed(question: Question, reference: string): Result<UnitId, Refusal> {
  const province = provinceOn(question)
  return province.ok ? resolveUnit(question.picture, reference, question.moment.on) : province
}

function provinceOn({ picture, moment }: Question): Result<UnitOnDay, Refusal> {
  const root = picture.rows.groups.find((row) => row.group === ownProvinceGroup)?.unit
  if (root === undefined) return refused({ code: 'provinceMissing' })
  const province = picture.provinceInForce(root, moment.on)
  if (province !== undefined) return accepted(province)
  const from = picture.lifeOf(root)?.from
  return refused({ code: 'dayBeforeProvince', on: moment.on, ...(from === undefined ? {} : { from }) })
}

function areaInForce(question: Question, unit: UnitOnDay): Area {
  const { picture, moment } = question
  return areaFrom(question, unit, picture.placeOn(unit.id, moment.on) ?? unit.name)
}

/** All that is on the day of what was, or became by lineage, part of a unit that may be gone. */
function formerArea(question: Question, reference: string): Result<Area, Refusal> {
  const { picture, moment } = question
  const id = resolveFormerUnit(picture, reference)
  if (!id.ok) return id
  const life = picture.lifeOf(id.value)
  const lastDay = life?.until === undefined || moment.on < life.until ? moment.on : addDays(life.until, -1)
  const unit = picture.unitOn(id.value, lastDay)
  if (unit === undefined) return refused({ code: 'unitNotThen', unit: reference, on: moment.on })
  return accepted(areaFrom(question, unit, picture.placeOn(unit.id, lastDay) ?? unit.name))
}

function areaFrom(question: Question, unit: UnitOnDay, place: string): Area {
  const { picture, moment } = question
  return {
    unit,
    place,
    communes: picture.communesOf(unit.id, moment.on),
    villages: picture.villagesOf(unit.id, moment.on),
    districts: picture.membersOn(unit.id, moment.on, 'district'),
  }
}
