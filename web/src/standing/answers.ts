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

/** Whether a commune is counted: the set judges it, or, where none is known, it takes part in the programme. */
export function isCounted({ set }: Pick<Overview, 'set'>, row: CommuneRow): boolean {
  return set === null ? row.inProgramme : row.verdicts !== ''
}
