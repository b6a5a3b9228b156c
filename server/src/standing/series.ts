import { applicationOn } from '@ancu/core/criteria'
import type { KnownClaim } from '@ancu/core/figures'
import type { EndpointAnswer, IsoDate } from '@ancu/core/kernel'
import type { overview } from '@ancu/core/standing'

import type { ProvinceImage } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { areaOf, type Question } from './moment.ts'
import { judgeCommunes } from './totals.ts'

type Series = EndpointAnswer<typeof overview>['series']

/** A day is one of a synthesis when conclusions on at least so many criteria are of that day. */
const synthesis = 20

/** Most points of the small chart; the latest are kept. */
const mostPoints = 16

/**
 * Totals at the days of which the province drew a synthesis, up to the day asked, as known then and there.
 * Each point is judged by the set applied on its day: where the set changes the line breaks.
 */
export function seriesOf(question: Question, reference: string | undefined): Series {
  return daysOfSynthesis(question)
    .slice(-mostPoints)
    .flatMap((on) => {
      const set = applicationOn(question.image.applications, on, question.moment.knownSeq)?.set
      const edition = editionFor(question.image, set, on, question.moment.knownSeq)
      if (edition === undefined) return []
      const then: Question = { ...question, edition, moment: { on, knownSeq: question.moment.knownSeq } }
      const area = areaOf(then, reference)
      if (!area.ok) return []
      const { total, meeting, recognised, averageCriteria } = judgeCommunes(then, area.value).totals
      return [{ on, set: edition.set.id, total, meeting, recognised, averageCriteria }]
    })
}

function daysOfSynthesis(question: Question): readonly IsoDate[] {
  const { image, moment } = question
  const counts = new Map<IsoDate, Map<string, number>>()
  for (const claim of criterionClaims(image)) {
    if (claim.seq > moment.knownSeq || claim.asOf > moment.on) continue
    const ofDay = counts.get(claim.asOf) ?? new Map<string, number>()
    counts.set(claim.asOf, ofDay.set(claim.set, (ofDay.get(claim.set) ?? 0) + 1))
  }
  return [...counts.keys()]
    .filter((on) => {
      const applied = applicationOn(image.applications, on, moment.knownSeq)?.set
      return applied !== undefined && (counts.get(on)?.get(applied) ?? 0) >= synthesis
    })
    .toSorted()
}

function criterionClaims(image: ProvinceImage): readonly KnownClaim[] {
  return [...image.claims.values()].flatMap((byKey) =>
    [...byKey].flatMap(([key, claims]) => (key.startsWith('criterion:') ? claims : [])),
  )
}
