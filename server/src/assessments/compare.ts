import type { ComparedPair, compareSets } from '@ancu/core/assessments'
import {
  accepted,
  type EndpointAnswer,
  type EndpointInput,
  type IsoDate,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { read, type Officer, type Program } from '../commands/index.ts'
import { labelOf, ranksList } from '../standing/answers.ts'
import { isIllustrative } from '../standing/illustrative.ts'
import { ranksOf } from '../standing/totals.ts'
import {
  compareText,
  districtOf,
  isChanged,
  ownerOf,
  shownChange,
  shownSide,
  shownTotals,
} from './answers.ts'
import { documentsOf } from './documents.ts'
import { sideAsked, sidesFor } from './settle.ts'
import { compareSides, type AskedSide, type ComparedUnit } from './sides.ts'

type Answer = EndpointAnswer<typeof compareSets>

/** The same figures and conclusions under two sets on one day: what is kept, gained and lost, and why. */
export async function comparisonOf(
  program: Program,
  officer: Officer,
  { old, new: current, ...asked }: EndpointInput<typeof compareSets>,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const former = await sideAsked(reader, program, { ...asked, set: old })
    if (!former.ok) return former
    const fresh = await sideAsked(reader, program, { ...asked, set: current })
    if (!fresh.ok) return fresh
    const fit = sidesFor(former.value.question.edition.set, fresh.value.question.edition.set)
    if (!fit.ok) return fit
    return accepted(await comparisonBetween(former.value, fresh.value))
  })
}

/** Two sides held against each other, of which the later one says where units are and who answers. */
export async function comparisonBetween(old: AskedSide, current: AskedSide): Promise<Answer> {
  const { question, area } = current
  const { units, notCompared } = compareSides(old, current)
  const pairs = units.flatMap((unit) => unit.pairs)
  const { documents, nameOf } = await documentsOf([old.question, question], pairs)
  return {
    ...shownTotals(pairs),
    known: question.known ?? null,
    knownSeq: question.moment.knownSeq,
    basis: question.basis,
    unit: { ...labelOf(question, area.unit), place: area.place },
    oldSide: shownSide(old),
    newSide: shownSide(current),
    meeting: meetingOf(units, current),
    criteria: byCriterion(pairs, question.moment.on),
    departments: byDepartment(pairs, question.moment.on),
    areas: byDistrict(units, current),
    units: units.map((unit) => shownUnit(unit, current, nameOf)),
    notCompared: notCompared.map((one) => labelOf(one.question, one.unit)),
    documents,
    illustrative: units.some(
      ({ unit }) => isIllustrative(question, unit) || isIllustrative(old.question, unit),
    ),
  }
}

function meetingOf(units: readonly ComparedUnit[], { question }: AskedSide): Answer['meeting'] {
  const noLonger = units.filter((one) => one.oldWhole === 'met' && one.newWhole !== 'met')
  const recognised = noLonger.filter(({ unit }) => ranksOf(question, unit.id).size > 0)
  const isUnknown = ({ newWhole }: ComparedUnit): boolean => newWhole === 'unknown'
  return {
    old: units.filter((one) => one.oldWhole === 'met').length,
    new: units.filter((one) => one.newWhole === 'met').length,
    noLonger: noLonger.length,
    noLongerUnknown: noLonger.filter(isUnknown).length,
    newly: units.filter((one) => one.oldWhole !== 'met' && one.newWhole === 'met').length,
    recognisedNoLonger: recognised.length,
    recognisedNoLongerUnknown: recognised.filter(isUnknown).length,
  }
}

function byCriterion(pairs: readonly ComparedPair[], on: IsoDate): Answer['criteria'] {
  const codeOf = (one: ComparedPair['old']): string | null => one?.criterion.code ?? null
  const groups = Map.groupBy(pairs, (pair) => `${codeOf(pair.old) ?? ''}>${codeOf(pair.new) ?? ''}`)
  return [...groups.values()].flatMap((together) => {
    const [first] = together
    const named = (first?.new ?? first?.old)?.criterion
    if (first === undefined || named === undefined) return []
    const totals = shownTotals(together)
    return [
      {
        ...totals,
        old: { ...totals.old, code: codeOf(first.old) },
        new: { ...totals.new, code: codeOf(first.new) },
        name: { vi: named.name.vi, en: named.name.en },
        owner: ownerOf(first, on),
      },
    ]
  })
}

/** Those who lost most first. */
function byDepartment(pairs: readonly ComparedPair[], on: IsoDate): Answer['departments'] {
  const groups = Map.groupBy(pairs, (pair) => ownerOf(pair, on)?.vi)
  return [...groups.values()]
    .map((together) => {
      const [first] = together
      return { owner: first ? ownerOf(first, on) : null, ...shownTotals(together) }
    })
    .toSorted((one, other) => other.lost - one.lost || compareText(one.owner?.vi, other.owner?.vi))
}

function byDistrict(units: readonly ComparedUnit[], { question }: AskedSide): Answer['areas'] {
  const groups = Map.groupBy(units, ({ unit }) => districtOf(unit, question))
  return [...groups].flatMap(([district, together]) => {
    const unit = district && question.picture.unitOn(district, question.moment.on)
    if (!unit) return []
    return [{ unit: labelOf(question, unit), ...shownTotals(together.flatMap((one) => one.pairs)) }]
  })
}

function shownUnit(
  { unit, oldWhole, newWhole, pairs }: ComparedUnit,
  { question }: AskedSide,
  nameOf: (document: string) => string,
): Answer['units'][number] {
  const { old, new: current, gained, lost } = shownTotals(pairs)
  return {
    ...labelOf(question, unit),
    district: districtOf(unit, question) ?? null,
    ranks: ranksList(ranksOf(question, unit.id)),
    old: { ...old, whole: oldWhole },
    new: { ...current, whole: newWhole },
    gained,
    lost,
    changes: pairs.filter(isChanged).map((pair) => shownChange(pair, question.moment.on, nameOf)),
  }
}
