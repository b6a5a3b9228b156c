import { covers, type IsoDate } from '../kernel/index.ts'
import type { Indicator, Provision } from './criteria.ts'

/** The provision in force on the day; on a day before the set the first one, after it the last one. */
export function provisionOn(indicator: Indicator, on: IsoDate): Provision {
  const [first] = indicator.provisions
  const inForce = indicator.provisions.find((provision) => covers(provision, on))
  const chosen = inForce ?? (first && on < first.from ? first : indicator.provisions.at(-1))
  if (!chosen) throw new Error(`broken promise: indicator ${indicator.code} has a provision`)
  return chosen
}
