import type { EndpointAnswer } from '@ancu/core/kernel'
import type { overview, unitStanding } from '@ancu/core/standing'

export type Overview = EndpointAnswer<typeof overview>
export type CommuneRow = Overview['rows'][number]
export type CommuneTotals = Overview['communes']
export type Standing = EndpointAnswer<typeof unitStanding>
export type Criterion = Standing['criteria'][number]
export type Indicator = Criterion['indicators'][number]
export type Conclusion = Criterion['conclusions'][number]
export type Figure = Indicator['figures'][number]
export type Verdict = Criterion['verdict']

type Judgement = Pick<CommuneRow, 'applicable' | 'whole' | 'least' | 'most'>

/** An answer about a unit that a set judges: its verdict and bounds are there. */
export type Judged<Answer extends Judgement> = Answer & {
  readonly whole: Verdict
  readonly least: number
  readonly most: number
}

export function isJudged<Answer extends Judgement>(one: Answer): one is Judged<Answer> {
  return one.whole !== null
}

/** As a word or a sign: a unit outside the set, and one that no set judges, which is unknown. */
export function wholeOf({ applicable, whole }: Pick<Judgement, 'applicable' | 'whole'>): Verdict {
  return applicable ? (whole ?? 'unknown') : 'notApplicable'
}

/** A unit's own answer where a set judges it. */
export type JudgedStanding = Judged<Standing> & { readonly counts: NonNullable<Standing['counts']> }

export function isJudgedStanding(standing: Standing): standing is JudgedStanding {
  return isJudged(standing) && standing.counts !== null
}
