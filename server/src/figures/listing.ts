import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Page } from './store.ts'

export type Listed<Row> = { knownSeq: number; rows: Row[]; next: string | null }

/** One page of facts held in memory, by id: the same conditions as the pages that the database gives. */
export function listPage<Fact extends { readonly id: string; readonly seq: number }>(
  facts: readonly Fact[],
  page: Page,
  dayOf: (fact: Fact) => IsoDate,
  unitOf: (fact: Fact) => UnitId | undefined,
): readonly Fact[] {
  const units = page.units && new Set(page.units)
  return facts
    .filter((fact) => {
      const unit = unitOf(fact)
      return (
        fact.seq <= page.knownSeq &&
        fact.id > page.after &&
        (page.on === undefined || dayOf(fact) <= page.on) &&
        (units === undefined || (unit !== undefined && units.has(unit)))
      )
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, page.limit)
}
