import { nearestCriteria, type comingDraft, type comingSet, type Lacking } from '@ancu/core/assessments'
import { criteriaMessages, describe, type RawFile } from '@ancu/core/criteria'
import {
  accepted,
  refused,
  type EndpointAnswer,
  type EndpointInput,
  type IsoDate,
  type Result,
} from '@ancu/core/kernel'
import type { IndicatorStanding } from '@ancu/core/standing'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { readDrafted } from '../drafting/index.ts'
import type { KnownEdition } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { areaOf, knownThen, setIsInForce, unknownSet, type AskedMoment } from '../standing/moment.ts'
import { comparisonBetween } from './compare.ts'
import { sideAsked } from './settle.ts'
import { judgedSide, type AskedSide } from './sides.ts'

type Answer = EndpointAnswer<typeof comingSet>
type Near = Answer['units'][number]['nearest'][number]

/** How many criteria a unit is told to begin with. */
const mostNearest = 3

/** What a set would change on the day it takes over, by what is known now: figures only grow older until then. */
export async function comingOf(
  program: Program,
  officer: Officer,
  { set, from, ...asked }: EndpointInput<typeof comingSet>,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, (reader) =>
    takenOver(reader, program, asked, from, ({ question: { image, moment } }) => {
      const edition = editionFor(image, set, moment.on, moment.knownSeq)
      return edition ? accepted(edition) : unknownSet(set, knownThen(image, moment.knownSeq))
    }),
  )
}

/** The same of a draft, as it stands at this moment. */
export async function comingOfDraft(
  program: Program,
  officer: Officer,
  { draft: id, from, ...asked }: EndpointInput<typeof comingDraft>,
  shared: RawFile,
): Promise<Result<EndpointAnswer<typeof comingDraft>, Refusal>> {
  return read(program, officer, async (reader) => {
    const drafted = await readDrafted(reader, id, shared)
    if (!drafted.ok) return drafted
    const { edition, digest, ...draft } = drafted.value
    const found = await takenOver(reader, program, asked, from, () =>
      accepted({ ...edition, no: edition.set.edition, digest, seq: reader.knownSeq }),
    )
    return found.ok ? accepted({ ...found.value, draft }) : found
  })
}

type FindComing = (going: AskedSide) => Result<KnownEdition, Refusal>

async function takenOver(
  reader: Reader,
  program: Program,
  asked: AskedMoment,
  from: IsoDate | undefined,
  find: FindComing,
): Promise<Result<Answer, Refusal>> {
  const going = await sideAsked(reader, program, asked)
  if (!going.ok) return going
  const found = find(going.value)
  if (!found.ok) return found
  const coming = takingOver(going.value, found.value, from, asked)
  if (!coming.ok) return coming
  const compared = await comparisonBetween(going.value, coming.value)
  return accepted({
    ...compared,
    units: compared.units.map((unit) => ({ ...unit, ...aheadOf(coming.value, unit.id) })),
  })
}

/** The same area under the set that comes, on the day it does. */
function takingOver(
  { question }: AskedSide,
  edition: KnownEdition,
  from: IsoDate | undefined,
  { unit }: AskedMoment,
): Result<AskedSide, Refusal> {
  const { moment } = question
  const begins = edition.set.inForce.from
  const on = from ?? (begins > moment.on ? begins : moment.on)
  if (on < moment.on) {
    const sets = { old: question.edition.set.id, set: edition.set.id }
    return refused({ code: 'switchInPast', from: on, on: moment.on, ...sets })
  }
  const later = { ...question, edition, moment: { ...moment, on }, setInForce: setIsInForce(edition, on) }
  const area = areaOf(later, unit)
  return area.ok ? accepted(judgedSide(later, area.value)) : area
}

function aheadOf(coming: AskedSide, unit: string): Pick<Answer['units'][number], 'nearest' | 'waiting'> {
  const found = [...coming.units.keys()].find((id) => id === unit)
  const side = found && coming.sideOf(found)
  const lacking = side ? nearestCriteria(side.explained()) : []
  const own = lacking.filter(({ isInItsHands }) => isInItsHands)
  return { nearest: own.slice(0, mostNearest).map(shownNear), waiting: lacking.length - own.length }
}

function shownNear({ criterion: { criterion }, lacks }: Lacking): Near {
  return {
    code: criterion.code,
    name: { vi: criterion.name.vi, en: criterion.name.en },
    lacks: lacks.map(({ kind, indicator, share }) => ({
      kind,
      indicator: indicator?.code ?? null,
      name: indicator ? indicator.explanation.indicator.name : null,
      share: Math.round(share * 10_000) / 10_000,
      text: indicator && indicator.verdict === indicator.computed ? reasonOf(indicator) : null,
    })),
  }
}

function reasonOf({ explanation }: IndicatorStanding): { readonly vi: string; readonly en: string } {
  return {
    vi: describe(explanation, criteriaMessages('vi')).heading,
    en: describe(explanation, criteriaMessages('en')).heading,
  }
}
