import {
  claimedOtherwise,
  sumOtherwise,
  verdictDisagreements,
  type Disagreement,
} from '@ancu/core/assessments'
import type { Measure } from '@ancu/core/criteria'
import { countingFigure } from '@ancu/core/figures'
import { explainUnit } from '@ancu/core/standing'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import { claimsIn, type KnownEdition } from '../figures/image.ts'
import { evidenceOf } from '../standing/evidence.ts'
import { isFor, judgeAt } from '../standing/fold.ts'
import type { Area, Question } from '../standing/moment.ts'

/** What finding contradictions needs of a question; without a set only figures are looked at. */
export type AskedContradictions = Pick<Question, 'image' | 'picture' | 'moment' | 'edition'>

/** Something that is known of a unit and contradicts something else that is known of it. */
export type Found = { readonly unit: UnitOnDay; readonly disagreement: Disagreement }

/** All contradictions in what is known of the units of an area. */
export function contradictionsIn(asked: AskedContradictions, area: Area): readonly Found[] {
  const units = uniqueUnits([area.unit, ...area.districts, ...area.communes, ...area.villages])
  const measures = measuresKnown(asked)
  const { edition } = asked
  return [
    ...(edition ? ofVerdicts(asked, edition, units) : []),
    ...units.flatMap((unit) => ofFigures(asked, unit, measures)),
  ]
}

function ofVerdicts(
  asked: AskedContradictions,
  edition: KnownEdition,
  units: readonly UnitOnDay[],
): readonly Found[] {
  const judge = judgeAt(asked, edition, asked.moment)
  return units
    .filter((unit) => isFor(edition, unit) && asked.image.claims.has(claimsIn(unit.id, edition.set.id)))
    .flatMap((unit) => {
      const evidence = evidenceOf(asked, judge, unit)
      const explained = explainUnit(judge.compiledFor(unit), evidence, 'official', asked.moment.on)
      return verdictDisagreements(explained).map((disagreement) => ({ unit, disagreement }))
    })
}

function ofFigures(
  { image, picture, moment }: AskedContradictions,
  unit: UnitOnDay,
  measures: ReadonlyMap<string, Measure>,
): readonly Found[] {
  const own = image.figures.get(unit.id)
  if (own === undefined) return []
  const villages = picture.membersOn(unit.id, moment.on, 'village').map(({ id }) => image.figures.get(id))
  return [...own].flatMap(([measure, figures]) => {
    const found = claimedOtherwise(figures, moment)
    const counting = countingFigure(figures, moment)?.fact
    const known = measures.get(measure)
    const told = villages.map((village) => village?.get(measure) ?? [])
    const sum =
      known && told.some((list) => list.length > 0) ? sumOtherwise(known, counting, told, moment) : undefined
    return [found, sum]
      .filter((disagreement) => disagreement !== undefined)
      .map((disagreement) => ({ unit, disagreement }))
  })
}

/** Measures of every edition known; they outlive the sets that first named them. */
export function measuresKnown({
  image,
  moment,
}: Pick<Question, 'image' | 'moment'>): ReadonlyMap<string, Measure> {
  const editions = image.editions.filter((edition) => edition.seq <= moment.knownSeq)
  return new Map(editions.flatMap((edition) => edition.measures.map((measure) => [measure.id, measure])))
}

function uniqueUnits(units: readonly UnitOnDay[]): readonly UnitOnDay[] {
  return [...new Map<UnitId, UnitOnDay>(units.map((unit) => [unit.id, unit])).values()]
}
