import type { comingDraft, comingSet } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'

export type ComingDraft = EndpointAnswer<typeof comingDraft>
export type Coming = EndpointAnswer<typeof comingSet> & Partial<Pick<ComingDraft, 'draft'>>
export type ComingUnit = Coming['units'][number]
export type Near = ComingUnit['nearest'][number]

/** More than half of what the set that comes asks is unknown, so that counts of it say little. */
export function isMostlyUntold({ new: { unknown, of } }: Pick<Coming, 'new'>): boolean {
  return unknown * 2 > of
}

/** Criteria that a unit meets under either set. */
export function keptBy({ old, lost }: Pick<ComingUnit, 'old' | 'lost'>): number {
  return old.met - lost
}

/** What stands after the word "bộ": a draft often has no shorter name than the title of its annex. */
export function afterBo(name: string): string {
  return name.replace(/^bộ tiêu chí (?:về )?/iu, '')
}
