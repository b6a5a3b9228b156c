import type { CommuneTotals } from './answers.ts'

/** What can truly be said of how many communes meet the whole set. */
export type MeetingClause =
  | { readonly kind: 'noCommunes' }
  /** No set is known to judge by on the day. */
  | { readonly kind: 'noSet'; readonly total: number }
  | { readonly kind: 'allUnknown'; readonly total: number }
  /** More is unknown than known: what is known comes first. */
  | {
      readonly kind: 'mostlyUnknown'
      readonly known: number
      readonly meeting: number
      readonly total: number
    }
  | { readonly kind: 'between'; readonly least: number; readonly most: number; readonly total: number }
  | { readonly kind: 'none'; readonly total: number }
  | { readonly kind: 'some'; readonly meeting: number; readonly total: number }
  | { readonly kind: 'all'; readonly total: number }

export type AverageClause =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'exact'; readonly average: number }
  | { readonly kind: 'between'; readonly least: number; readonly most: number }

export type Headline = {
  readonly meeting: MeetingClause
  /** Undefined where there is no commune to recognise. */
  readonly recognised: number | undefined
  readonly average: AverageClause
}

/** The sentence of an area, as clauses; unknown communes make it an interval and never a lower number. */
export function headlineOf(totals: CommuneTotals, hasSet: boolean): Headline {
  const meeting = meetingOf(totals, hasSet)
  return {
    meeting,
    recognised: totals.total === 0 ? undefined : totals.recognised,
    average: averageOf(totals, meeting),
  }
}

function meetingOf({ total, meeting, undetermined }: CommuneTotals, hasSet: boolean): MeetingClause {
  if (total === 0) return { kind: 'noCommunes' }
  if (!hasSet) return { kind: 'noSet', total }
  if (undetermined === total) return { kind: 'allUnknown', total }
  if (undetermined * 2 > total) return { kind: 'mostlyUnknown', known: total - undetermined, meeting, total }
  if (undetermined > 0) return { kind: 'between', least: meeting, most: meeting + undetermined, total }
  if (meeting === 0) return { kind: 'none', total }
  return meeting === total ? { kind: 'all', total } : { kind: 'some', meeting, total }
}

function averageOf(
  { averageCriteria, averageBounds }: CommuneTotals,
  { kind }: MeetingClause,
): AverageClause {
  if (kind === 'noCommunes' || kind === 'noSet' || kind === 'allUnknown' || kind === 'mostlyUnknown') {
    return { kind: 'nothing' }
  }
  if (averageCriteria !== null) return { kind: 'exact', average: averageCriteria }
  return averageBounds === null ? { kind: 'nothing' } : { kind: 'between', ...averageBounds }
}

/** Averages are told with one decimal, as the province does; rounding never reaches a whole that was not reached. */
export function oneDecimal(value: number): number {
  const rounded = Math.round(value * 10) / 10
  return Number.isInteger(rounded) && rounded > value ? Math.floor(value * 10) / 10 : rounded
}
