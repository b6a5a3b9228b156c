import { addDays } from '@ancu/core/kernel'
import type { EndpointAnswer } from '@ancu/core/kernel'
import type { overview } from '@ancu/core/standing'
import { placesOn, type UnitOnDay } from '@ancu/core/units'

import { editionFor } from '../figures/province.ts'
import { ranksList } from './answers.ts'
import { foldStandings, isFor, judgeAt, judgementOf } from './fold.ts'
import type { Question } from './moment.ts'
import { ranksOf } from './totals.ts'

type Inherited = EndpointAnswer<typeof overview>['rows'][number]['inherits'][number]

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
          ? foldStandings(judgeAt(then, edition, then.moment), [before], basis).get(before.id)
          : undefined
      const ranks = ranksOf(then, before.id)
      const latest = [...ranks.values()].toSorted((one, other) => (one.day < other.day ? 1 : -1))[0]
      return [
        {
          unit: {
            id: before.id,
            code: before.code ?? null,
            name: before.name,
            place: placesOn(picture, before, lastDay),
            kind: before.kind,
          },
          on: lastDay,
          ...judgementOf(edition, before, standing),
          ranks: ranksList(ranks),
          recognised: latest ? { day: latest.day, dayAssumed: latest.dayAssumed } : null,
        },
      ]
    })
}
