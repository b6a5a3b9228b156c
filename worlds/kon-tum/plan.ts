import { castCommunes, type Cast } from './cast.ts'
import { chanceOf, type Chance } from './chance.ts'
import { planCounts } from './counts.ts'
import type { Disagreement } from './types.ts'
import type { PublishedFacts } from './read-facts.ts'
import { plantDisagreements, povertyPlant } from './planted.ts'
import { planPoverty, type Poverty } from './poverty.ts'
import { planUnmet, type UnmetOnDay } from './unmet.ts'
import { makeVillages, type Village } from './villages.ts'

/** What the world is made to hold; claims, figures and decisions only write it down. */
export type Plan = {
  readonly cast: Cast
  readonly days: readonly UnmetOnDay[]
  readonly villages: readonly Village[]
  readonly poverty: Poverty
  readonly disagreements: readonly Disagreement[]
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
  const days = stations && planUnmet(cast, stations, chanceFor('unmet'))
  const villages = makeVillages(facts, cast.difficult, chanceFor('villages'))
  if (!days || !villages) return undefined
  const disagreements = plantDisagreements(cast, days, chanceFor('disagreements'))
  const poverty = planPoverty(facts, cast, days, povertyPlant(disagreements), chanceFor('poverty'))
  return poverty && { cast, days, villages, poverty, disagreements, chanceFor }
}
