import type { Criterion, Indicator } from '../criteria/index.ts'
import type { IsoDate } from '../kernel/index.ts'

export type OwnerName = { readonly vi: string; readonly en: string }

/** All bodies that answer for a criterion, or for one of its indicators, on a day; undefined where none is named. */
export function ownerOn(criterion: Criterion, on: IsoDate, indicator?: Indicator): OwnerName | undefined {
  const own = indicator?.owners ?? []
  const inOffice = (own.length > 0 ? own : criterion.owners).filter(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
  )
  if (inOffice.length === 0) return undefined
  const named = (language: 'vi' | 'en'): string => inOffice.map(({ name }) => name[language]).join('; ')
  return { vi: named('vi'), en: named('en') }
}
