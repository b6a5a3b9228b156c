import { applicationOn } from '@ancu/core/criteria'
import type { KnownClaim } from '@ancu/core/figures'
import type { EndpointAnswer, IsoDate } from '@ancu/core/kernel'
import type { overview } from '@ancu/core/standing'

import type { ProvinceImage } from '../figures/image.ts'
import { editionFor } from '../figures/province.ts'
import { areaOf, type Question } from './moment.ts'
import { judgeCommunes } from './totals.ts'

type Series = EndpointAnswer<typeof overview>['series']
type Point = Series[number]

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
    .flatMap((on) => pointOn(question, reference, on) ?? [])
}

/** Most points that are kept of one province. */
const mostKept = 2_000

const kept = new WeakMap<ProvinceImage, Map<string, Point | undefined>>()

/** A point depends on nothing but what it is kept by: facts known at a number do not change. */
function pointOn(question: Question, reference: string | undefined, on: IsoDate): Point | undefined {
  const { image, basis, moment } = question
  const points = kept.get(image) ?? new Map<string, Point | undefined>()
  kept.set(image, points)
  const key = JSON.stringify([moment.knownSeq, basis, reference, on])
  if (points.has(key)) return points.get(key)
  if (points.size >= mostKept) points.clear()
  const point = judgePoint(question, reference, on)
  points.set(key, point)
  return point
}

function judgePoint(question: Question, reference: string | undefined, on: IsoDate): Point | undefined {
  const { image, moment } = question
  const set = applicationOn(image.applications, on, moment.knownSeq)?.set
  const edition = editionFor(image, set, on, moment.knownSeq)
  if (edition === undefined) return undefined
  const then: Question = { ...question, edition, moment: { on, knownSeq: moment.knownSeq } }
  const area = areaOf(then, reference)
  if (!area.ok) return undefined
  const { total, meeting, recognised, averageCriteria } = judgeCommunes(then, area.value).totals
  return { on, set: edition.set.id, total, meeting, recognised, averageCriteria }
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
