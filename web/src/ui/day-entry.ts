/** Why what was typed is not a day that can be looked at. */
export type DayFault = 'notADay' | 'tooEarly' | 'tooLate'

export type DayEntry =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly fault: DayFault }

const written = /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4})$/
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** Reads `31/3/2024`, `31-03-2024`, `31.3.2024` or `2024-03-31`; days are `YYYY-MM-DD`, both limits included. */
export function readDay(text: string, first: string, last: string): DayEntry {
  const day = parse(text.trim())
  if (day === undefined) return { ok: false, fault: 'notADay' }
  if (day < first) return { ok: false, fault: 'tooEarly' }
  if (day > last) return { ok: false, fault: 'tooLate' }
  return { ok: true, day }
}

function parse(text: string): string | undefined {
  const [, date, month, year] = written.exec(text) ?? []
  if (date !== undefined && month !== undefined && year !== undefined) return dayOf(year, month, date)
  const [, isoYear, isoMonth, isoDate] = iso.exec(text) ?? []
  if (isoYear === undefined || isoMonth === undefined || isoDate === undefined) return undefined
  return dayOf(isoYear, isoMonth, isoDate)
}

function dayOf(year: string, month: string, date: string): string | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const instant = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day ? undefined : day
}
