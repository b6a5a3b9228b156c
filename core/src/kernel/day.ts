import { z } from 'zod'

import type { Brand } from './brand.ts'

/** A day of the calendar in Viet Nam, `YYYY-MM-DD`; it has no time zone and sorts as text. */
export type IsoDate = Brand<string, 'IsoDate'>

/** A period whose end is not part of it; `undefined` means "still in force". */
export type Period = { readonly from: IsoDate; readonly until: IsoDate | undefined }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day a text names, or undefined when the calendar has no such day (`2023-02-29`, `2024-1-5`). */
export function parseDay(text: string): IsoDate | undefined {
  const match = dayPattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return undefined
  return day >= 1 && day <= daysInMonth(year, month) ? (text as IsoDate) : undefined
}

/** As `parseDay`, for days written by the programmer: an impossible day is a broken promise. */
export function day(text: string): IsoDate {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`not a day of the calendar: ${text}`)
  return parsed
}

/** Schema of a day at an edge: `YYYY-MM-DD`, years 1900 to 2200. */
export const isoDate = z.string().transform((text, context) => {
  const parsed = parseDay(text)
  if (parsed !== undefined) return parsed
  context.addIssue({ code: 'custom', message: 'notADay', input: text })
  return z.NEVER
})

export function covers(period: Period, on: IsoDate): boolean {
  return period.from <= on && (period.until === undefined || on < period.until)
}

/** Viet Nam keeps UTC+7 all year, with no summer time since 1975; the machine's own zone plays no part. */
export function dayInVietNam(instantMs: number): IsoDate {
  return fromDayNumber(Math.floor((instantMs + 7 * 3_600_000) / 86_400_000))
}

/** The day `days` later, or earlier when negative. */
export function addDays(from: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(from) + days)
}

/** The same day of the month `months` later; a day the month lacks becomes its last day. */
export function addMonths(from: IsoDate, months: number): IsoDate {
  const [year, month, dayOfMonth] = partsOf(from)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return format(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)))
}

export function yearOf(on: IsoDate): number {
  return partsOf(on)[0]
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

function partsOf(on: IsoDate): [year: number, month: number, dayOfMonth: number] {
  return [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))]
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's civil-days counting). */
function toDayNumber(on: IsoDate): number {
  const [year, month, dayOfMonth] = partsOf(on)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromDayNumber(days: number): IsoDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return format(year, month, dayOfMonth)
}

function format(year: number, month: number, dayOfMonth: number): IsoDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return text as IsoDate
}
