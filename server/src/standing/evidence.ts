import { countingOfStages } from '@ancu/core/figures'
import type { UnitEvidence } from '@ancu/core/standing'
import type { UnitOnDay } from '@ancu/core/units'

import { claimsIn } from '../figures/image.ts'
import type { Ground, Judge } from './fold.ts'

/** What counts of one unit, with the claim that counts of every stage for each key, highest stage first. */
export function evidenceOf({ image }: Ground, judge: Judge, unit: UnitOnDay): UnitEvidence {
  const claims = [...(image.claims.get(claimsIn(unit.id, judge.edition.set.id)) ?? [])]
  const stages = claims.map(([key, ofKey]) => [key, countingOfStages(ofKey, judge.moment)] as const)
  return { ...judge.factsOf(unit), stages: new Map(stages.filter(([, counting]) => counting.length > 0)) }
}
