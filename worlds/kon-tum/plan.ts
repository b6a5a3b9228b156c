import { castCommunes, type Cast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { planCounts, type UnmetOnDay } from './counts.ts'
import { konRayChanges, type PlannedLoss } from './changes.ts'
import type { Disagreement, PlannedChange } from './types.ts'
import type { PublishedFacts } from './read-facts.ts'
import { plantDisagreements, povertyPlant } from './planted.ts'
import { planPoverty, type Poverty } from './poverty.ts'
import { planUnmet } from './unmet.ts'
import { makeVillages, type Village } from './villages.ts'

/** What the world is made to hold; claims, figures and decisions only write it down. */
export type Plan = {
  readonly cast: Cast
  readonly days: readonly UnmetOnDay[]
  readonly villages: readonly Village[]
  readonly poverty: Poverty
  readonly disagreements: readonly Disagreement[]
  /** Criteria lost on purpose between two reports. */
  readonly losses: readonly PlannedLoss[]
  /** What Kon Rẫy loses and gains under the new set. */
  readonly konRay: readonly PlannedChange[]
  readonly chanceFor: (name: string) => Chance
}

const mostAttempts = 200

/** The first plan without contradiction; the same seed always finds the same one. */
export function makePlan(facts: PublishedFacts, seed: number): Plan {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const plan = tryPlan(facts, (name) => chanceOf(`kon-tum ${seed} ${attempt} ${name}`))
    if (plan) return plan
  }
  throw new Error(`seed ${seed}: no world without contradiction in ${mostAttempts} attempts`)
}

function tryPlan(facts: PublishedFacts, chanceFor: Plan['chanceFor']): Plan | undefined {
  const cast = castCommunes(facts, chanceFor('cast'))
  const stations = planCounts(cast, chanceFor('counts'))
  const unmet = stations && planUnmet(cast, stations, chanceFor('unmet'))
  const villages = makeVillages(facts, cast.difficult, chanceFor('villages'))
  if (!unmet || !villages) return undefined
  const { days, losses } = unmet
  const disagreements = plantDisagreements(cast, days, losses, chanceFor('disagreements'))
  const poverty = planPoverty(facts, cast, days, povertyPlant(disagreements), chanceFor('poverty'))
  if (!poverty) return undefined
  return { cast, days, villages, poverty, disagreements, losses, konRay: konRayChanges(days), chanceFor }
}
