import { allocate } from './allocate.ts'
import type { Value } from './figure-values.ts'
import type { Plan } from './plan.ts'
import type { Day, FigureRow, VillageSum } from './types.ts'
import { unitOf } from './units.ts'

const measure = 'm-solid-houses'
const year = 2023
const known: Day = '2024-02-20'
/** Communes whose villages report; those of the first half do not add up. */
const communes = 4

export type VillageFigures = {
  readonly rows: readonly Omit<FigureRow, 'id' | 'illustrative'>[]
  readonly known: Day
  /** Where the villages' figures do not add up to their commune's. */
  readonly sums: readonly VillageSum[]
}

/** Houses of standard by village in four communes, for 2023; in two of them one village counts a few houses less. */
export function villageFigures(plan: Plan, values: readonly Value[], document: string): VillageFigures {
  const chance = plan.chanceFor('village figures')
  const able = values.filter(
    (value) =>
      value.measure === measure &&
      value.year === year &&
      plan.villages.filter((one) => one.commune === value.code).length >= 3,
  )
  const rows: Omit<FigureRow, 'id' | 'illustrative'>[] = []
  const sums: VillageSum[] = []
  for (const [at, value] of chance.drawn(able, communes, () => 1).entries()) {
    const villages = plan.villages.filter((one) => one.commune === value.code)
    const houses = shares(
      value.den ?? 0,
      villages.map(() => 0.5 + chance.next()),
    )
    const solid = shares(value.num, houses)
    const missed = at < communes / 2 ? chance.whole(2, 5) : 0
    const largest = solid.indexOf(Math.max(...solid))
    for (const [place, village] of villages.entries()) {
      const num = (solid[place] ?? 0) - (place === largest ? missed : 0)
      const quantity = { num, den: houses[place] ?? 0 }
      rows.push({ unit: village.id, measure, period: value.period, stage: 'claimed', document, ...quantity })
    }
    if (missed > 0) {
      const sum = { num: value.num - missed, den: value.den ?? 0 }
      const told = { num: value.num, den: value.den ?? 0 }
      sums.push({ unit: unitOf(value.code), measure, period: value.period, sum, told })
    }
  }
  return { rows, known, sums }
}

/** A total in whole parts by weight; no part is more than its weight where the weights are whole. */
function shares(total: number, weights: readonly number[]): readonly number[] {
  const most = weights.every(Number.isInteger) ? weights : weights.map(() => total)
  const parts = allocate(
    total,
    weights.map((weight, at) => ({ least: 1, most: most[at] ?? total, weight })),
  )
  if (!parts) throw new Error('villages cannot share their commune’s houses')
  return parts
}
