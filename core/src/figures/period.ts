import { z } from 'zod'

import { day, parseDay, type Brand, type IsoDate } from '../kernel/index.ts'

/** What a figure tells of, as text: `2023-12-31`, `2023`, `2023-H1`, or a school year `2023-2024`. */
export type PeriodText = Brand<string, 'PeriodText'>

export type DescribedPeriod = {
  readonly kind: 'instant' | 'year' | 'halfYear' | 'schoolYear'
  /** The year whose level judges it: of the day, the year, or the year in which a school year begins. */
  readonly year: number
  /** Its last day; from then on the figure counts. A school year ends on 31 May (Luật Giáo dục, khung năm học). */
  readonly lastDay: IsoDate
}

/** The period a text describes, or undefined where it describes none. */
export function parsePeriod(text: string): DescribedPeriod | undefined {
  const year = /^(\d{4})(?:-H([12])|-(\d{4}))?$/.exec(text)
  if (year) {
    const first = Number(year[1])
    if (first < 1900 || first > 2200) return undefined
    if (year[2] === '1') return { kind: 'halfYear', year: first, lastDay: day(`${first}-06-30`) }
    if (year[2] === '2') return { kind: 'halfYear', year: first, lastDay: day(`${first}-12-31`) }
    if (year[3] === undefined) return { kind: 'year', year: first, lastDay: day(`${first}-12-31`) }
    if (Number(year[3]) !== first + 1) return undefined
    return { kind: 'schoolYear', year: first, lastDay: day(`${first + 1}-05-31`) }
  }
  const instant = parseDay(text)
  return instant && { kind: 'instant', year: Number(text.slice(0, 4)), lastDay: instant }
}

export const periodText = z.string().transform((text, context) => {
  if (parsePeriod(text)) return text as PeriodText
  context.addIssue({ code: 'custom', message: 'notAPeriod', input: text })
  return z.NEVER
})
