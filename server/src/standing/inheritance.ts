import type { Verdict } from '@ancu/core/criteria'
import type { Rank } from '@ancu/core/decisions'
import { addDays } from '@ancu/core/kernel'
import type { EndpointAnswer } from '@ancu/core/kernel'
import type { status } from '@ancu/core/standing'
import type { UnitOnDay } from '@ancu/core/units'

import { editionFor } from '../figures/province.ts'
import { ranksList } from './answers.ts'
import { foldStandings, isFor, judgeAt } from './fold.ts'
import type { Question } from './moment.ts'
import { ranksOf } from './totals.ts'

export type Inherited = {
  readonly label: EndpointAnswer<typeof status>['unit']
  readonly whole: Verdict
  readonly least: number
  readonly most: number
  readonly ranks: Rank[]
}

/**
 * What a unit made of others has from each of them: where they stood on their last day, under the set the
 * province applied then. It is told beside the new unit and is never its verdict.
 */
export function inheritance(question: Question, unit: UnitOnDay): readonly Inherited[] {
  const { picture, moment, image, basis } = question
  return picture
    .predecessors(unit.id)
    .filter((step) => step.change.day <= moment.on)
    .flatMap((step): Inherited[] => {
      const lastDay = addDays(step.change.day, -1)
      const before = picture.unitOn(step.old, lastDay)
      if (before === undefined) return []
      const then = { ...question, moment: { on: lastDay, knownSeq: moment.knownSeq } }
      const edition = editionFor(image, undefined, lastDay, moment.knownSeq)
      const standing =
        edition && isFor(edition, before)
          ? foldStandings(image, judgeAt(image, edition, then.moment), [before], basis).get(before.id)
          : undefined
      return [
        {
          label: {
            id: before.id,
            code: before.code ?? null,
            name: before.name,
            place: picture.placeOn(before.id, lastDay) ?? before.name,
            kind: before.kind,
          },
          whole: standing?.whole ?? (before.inProgramme ? 'unknown' : 'notApplicable'),
          least: standing?.least ?? 0,
          most: standing?.most ?? 0,
          ranks: ranksList(ranksOf(then, before.id)),
        },
      ]
    })
}
