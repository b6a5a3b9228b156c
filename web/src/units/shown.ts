import type { EndpointAnswer } from '@ancu/core/kernel'
import { noBreak, type Language } from '@ancu/core/text'
import type { showUnit } from '@ancu/core/units'

import { capitalised } from './names.ts'

export type ShownUnit = EndpointAnswer<typeof showUnit>
export type Related = ShownUnit['predecessors'][number]

export type Dated = { readonly from: string; readonly until: string | null }

/** When the unit existed, from its first kind to its last; `until` null while it does. */
export function lifeOf({ kinds }: Pick<ShownUnit, 'kinds'>): Dated | undefined {
  const ordered = kinds.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const [first, last] = [ordered[0], ordered.at(-1)]
  return first === undefined || last === undefined ? undefined : { from: first.from, until: last.until }
}

/** The day before, for a period whose end is not part of it; `day` is `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** "Xã Kon Braih": a related unit with its kind, which its place begins with. */
export function nameOf({ name, place }: Related, language: Language): string {
  const [first = name] = place[language].split(', ')
  return capitalised(noBreak(first))
}
