import { applicationOn } from '@ancu/core/criteria'
import type { EndpointAnswer, IsoDate } from '@ancu/core/kernel'
import type { overview } from '@ancu/core/standing'

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
  const counts = new Map<string, number>()
  for (const [unitAndSet, byKey] of image.claims) {
    const set = unitAndSet.slice(unitAndSet.indexOf(' ') + 1)
    for (const [key, claims] of byKey) {
      if (!key.startsWith('criterion:')) continue
      for (const claim of claims) {
        if (claim.seq > moment.knownSeq || claim.asOf > moment.on) continue
        const day = `${set} ${claim.asOf}`
        counts.set(day, (counts.get(day) ?? 0) + 1)
      }
    }
  }
  const days = [...counts].flatMap(([day, count]): IsoDate[] => {
    const [set, on] = splitAtSpace(day)
    const applied = applicationOn(image.applications, on, moment.knownSeq)?.set
    return count >= synthesis && applied === set ? [on] : []
  })
  return days.toSorted()
}

function splitAtSpace(text: string): [set: string, on: IsoDate] {
  const at = text.indexOf(' ')
  return [text.slice(0, at), text.slice(at + 1) as IsoDate]
}
