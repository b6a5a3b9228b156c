import type { UnitOnDay } from '@ancu/core/units'

import { claimsIn } from '../figures/image.ts'
import type { Area, Question } from './moment.ts'

/** Whether anything known of the unit is generated: figures, verdicts, decisions, groups; the screen says so. */
export function isIllustrative(question: Question, unit: UnitOnDay): boolean {
  const { image, edition, moment } = question
  const known = (fact: { readonly illustrative: boolean; readonly seq: number }): boolean =>
    fact.illustrative && fact.seq <= moment.knownSeq
  const claims = edition ? [...(image.claims.get(claimsIn(unit.id, edition.set.id))?.values() ?? [])] : []
  return (
    unit.groups.some((each) => each.illustrative) ||
    (image.decisions.get(unit.id) ?? []).some(known) ||
    claims.some((list) => list.some(known)) ||
    [...(image.figures.get(unit.id)?.values() ?? [])].some((list) => list.some(known))
  )
}

/** As `isIllustrative`, for all that an area's totals are counted from, levels filled by decision included. */
export function isAreaIllustrative(question: Question, area: Area, communes: readonly UnitOnDay[]): boolean {
  const { image, edition, moment } = question
  return (
    [...communes, ...area.villages].some((unit) => isIllustrative(question, unit)) ||
    image.levels.some(
      (level) => level.illustrative && level.set === edition?.set.id && level.seq <= moment.knownSeq,
    )
  )
}
