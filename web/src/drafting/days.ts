import { dayInVietNam } from '@ancu/core/kernel'

import { readDay } from '../ui/day-entry.ts'

/** The day in Viet Nam of an instant. */
export function dayIn(instant: string): string {
  return dayInVietNam(Date.parse(instant))
}

/** A day as it was typed; null where the field is empty, undefined where it is no day. */
export function typedDay(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const entry = readDay(text, '1990-01-01', '2099-12-31')
  return entry.ok ? entry.day : undefined
}
