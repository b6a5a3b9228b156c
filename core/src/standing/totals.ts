import type { Rank } from '../decisions/index.ts'
import type { UnitStanding } from './standing.ts'

export type Band = { readonly from: number; readonly to: number; readonly communes: number }

/** Totals of the communes of an area; meeting + notMeeting + undetermined = total. */
export type CommuneTotals = {
  readonly total: number
  readonly meeting: number
  readonly notMeeting: number
  readonly undetermined: number
  /** Distinct units that hold at least one recognition in force, of any rank. */
  readonly recognised: number
  readonly recognisedNotMeeting: number
  readonly meetingNotRecognised: number
  readonly advanced: number
  readonly model: number
  readonly modern: number
  /** Exact average of criteria met, four decimals; null while a criterion of any commune is unknown. */
  readonly averageCriteria: number | null
  /** The average while some are unknown: none of them met, all of them met; null without a commune or a set. */
  readonly averageBounds: { readonly least: number; readonly most: number } | null
  readonly criteriaMet: number
  readonly criteriaUnknown: number
  readonly bands: readonly Band[]
  /** Communes whose band the unknown criteria leave open. */
  readonly bandUndetermined: number
}

/** Without a standing where no set is known to judge by. */
export type CommuneOnDay = { readonly standing: UnitStanding | undefined; readonly ranks: ReadonlySet<Rank> }

/** Counts communes; nothing is stored, so no total can be wrong while its rows are right. */
export function communeTotals(
  communes: readonly CommuneOnDay[],
  bands: readonly { readonly from: number; readonly to: number }[],
): CommuneTotals {
  const total = communes.length
  const isRecognised = (commune: CommuneOnDay): boolean => commune.ranks.size > 0
  const meeting = communes.filter((commune) => commune.standing?.whole === 'met')
  const notMeeting = communes.filter((commune) => commune.standing?.whole === 'unmet')
  const judged = communes.flatMap(({ standing }) => standing ?? [])
  const least = sum(judged.map((standing) => standing.least))
  const most = sum(judged.map((standing) => standing.most))
  const isWhole = total > 0 && judged.length === total
  const counted = bands.map(({ from, to }) => ({
    from,
    to,
    communes: judged.filter((standing) => from <= standing.least && standing.most <= to).length,
  }))
  const holding = (rank: Rank): number => communes.filter((commune) => commune.ranks.has(rank)).length
  return {
    total,
    meeting: meeting.length,
    notMeeting: notMeeting.length,
    undetermined: total - meeting.length - notMeeting.length,
    recognised: communes.filter(isRecognised).length,
    recognisedNotMeeting: notMeeting.filter(isRecognised).length,
    meetingNotRecognised: meeting.filter((commune) => !isRecognised(commune)).length,
    advanced: holding('advanced'),
    model: holding('model'),
    modern: holding('modern'),
    averageCriteria: isWhole && least === most ? fourDecimals(least / total) : null,
    averageBounds: isWhole ? { least: fourDecimals(least / total), most: fourDecimals(most / total) } : null,
    criteriaMet: least,
    criteriaUnknown: most - least,
    bands: counted,
    bandUndetermined: total - sum(counted.map((band) => band.communes)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function fourDecimals(number: number): number {
  return Math.round(number * 10_000) / 10_000
}
