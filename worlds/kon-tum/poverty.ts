import { allocate, sumOf, type Share } from './allocate.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { PublishedFacts } from './read-facts.ts'
import type { UnmetOnDay } from './counts.ts'

/** Households and poor ones of all 102 units, by year, as on 31 December. */
export type Poverty = {
  readonly households: ReadonlyMap<number, Numbers>
  /** Poor households: standard of 2016-2020 until 2020, of 2022-2025 in 2021. */
  readonly poor: ReadonlyMap<number, Numbers>
  /** Poor and near-poor households by the standard of 2022-2025, from 2021 on. */
  readonly poorNearPoor: ReadonlyMap<number, Numbers>
}

export type Numbers = ReadonlyMap<string, number>

/** Households of the province; 2019 to 2023 follow from published numbers and rates, the others are assumed. */
const householdTotals: Readonly<Record<number, number>> = {
  2017: 131_000,
  2018: 134_800,
  2019: 138_600,
  2020: 141_895,
  2021: 143_561,
  2022: 146_805,
  2023: 149_450,
  2024: 151_900,
}
/** Published for 2019 ("gần 18.870") and 2020; 2017 and 2018 are assumed. */
const poorTotals: Readonly<Record<number, number>> = {
  2017: 23_900,
  2018: 21_400,
  2019: 18_868,
  2020: 14_601,
}
/** Published: 21.989 + 9.091 early in 2022, 15.943 + 8.857 and 10.220 + 6.568 at the end of the next years. */
const nearTotals = { 2021: 31_080, 2022: 24_800, 2023: 16_788 } as const
/** Assumed for 2024, where no number was found. */
const wished2024 = 12_900

/** A criterion on poverty told one way and counted the other, on purpose. */
export type PovertyPlant = ReadonlyMap<string, 'met' | 'unmet'>

/** Numbers on the side of each level that the verdicts ask for, adding up to what was published; else undefined. */
export function planPoverty(
  facts: PublishedFacts,
  cast: Cast,
  days: readonly UnmetOnDay[],
  planted: PovertyPlant,
  chance: Chance,
): Poverty | undefined {
  const units = facts.communes.map((one) => one.code)
  const households = planHouseholds(facts, cast, chance)
  if (!households) return undefined
  const of = (year: number, code: string): number => households.get(year)?.get(code) ?? 0
  const need = new Map(
    units.map((code) => [
      code,
      (1.15 - (cast.strength.get(code) ?? 0.85)) ** 2 * (0.8 + 0.4 * chance.next()),
    ]),
  )
  const verdictOn = (station: string, code: string): 'met' | 'unmet' | undefined => {
    const unmet = days.find((day) => day.station.id === station)?.unmet.get(code)
    return unmet && (unmet.has(11) ? 'unmet' : 'met')
  }
  const fill = (total: number, share: (code: string) => Share, chosen = units): Numbers | undefined => {
    const numbers = allocate(total, chosen.map(share))
    return numbers && new Map(chosen.map((code, at) => [code, numbers[at] ?? 0]))
  }

  const poor = new Map<number, Numbers>()
  const lastOfYear: Readonly<Record<number, string>> = { 2018: 'o3', 2020: 'o5' }
  for (const [key, total] of Object.entries(poorTotals)) {
    const year = Number(key)
    const numbers = fill(total, (code) => {
      const count = of(year, code)
      // Đắk Long of Kon Plông left the programme between the two days that the figures of 2018 speak for.
      const verdict =
        verdictOn(lastOfYear[year] ?? '', code) ?? (year === 2018 ? verdictOn('o2', code) : undefined)
      const [least, most] =
        verdict === undefined ? [0.004, 0.8] : verdict === 'met' ? [0.004, 0.07] : [0.12, 0.85]
      return { ...bounds(count, least, most), weight: count * (need.get(code) ?? 0) }
    })
    if (!numbers) return undefined
    poor.set(year, numbers)
  }

  // Early 2022: the old set by poor households, and from September the new one by poor and near-poor ones.
  const poor2021 = new Map<string, number>()
  const easedLevel = (code: string): number => (cast.difficult.has(code) ? 0.13 : 0.07)
  for (const district of facts.districts) {
    const members = facts.communes.filter((one) => one.district === district.code).map((one) => one.code)
    const numbers = fill(
      district.poorHouseholds,
      (code) => {
        const count = of(2021, code)
        const old = verdictOn('o8', code)
        const [least, most] = old === undefined ? [0.002, 0.35] : old === 'met' ? [0.002, 0.07] : [0.12, 0.85]
        const room = verdictOn('n2', code) === 'met' ? 0.8 * easedLevel(code) : 1
        return { ...bounds(count, least, Math.min(most, room)), weight: count * (need.get(code) ?? 0) }
      },
      members,
    )
    if (!numbers) return undefined
    for (const [code, number] of numbers) poor2021.set(code, number)
  }
  poor.set(2021, poor2021)

  const near = new Map<number, Numbers>()
  const nearOf = (year: number, total: number, share: (code: string) => Share): boolean => {
    const numbers = fill(total, share)
    if (numbers) near.set(year, numbers)
    return numbers !== undefined
  }
  const judged = (year: number, code: string, station: string, weight: number): Share => {
    const count = of(year, code)
    const verdict = (year === 2023 ? planted.get(code) : undefined) ?? verdictOn(station, code)
    const level = easedLevel(code)
    if (verdict === undefined) return { ...bounds(count, 0.004, 0.4), weight }
    return { ...(verdict === 'met' ? bounds(count, 0.004, level) : bounds(count, level, 0.9)), weight }
  }
  const of2021 = nearOf(2021, nearTotals[2021], (code) => {
    const held = poor2021.get(code) ?? 0
    const share = judged(2021, code, 'n2', held + 0.06 * of(2021, code))
    return { ...share, least: Math.max(share.least, held) }
  })
  const of2022 =
    of2021 &&
    nearOf(2022, nearTotals[2022], (code) => ({
      ...bounds(of(2022, code), 0.003, 0.85),
      weight: near.get(2021)?.get(code) ?? 0,
    }))
  const of2023 =
    of2022 &&
    nearOf(2023, nearTotals[2023], (code) => judged(2023, code, 'n3', near.get(2022)?.get(code) ?? 0))
  if (!of2023) return undefined
  const shares = units.map((code) => judged(2024, code, 'n4', near.get(2023)?.get(code) ?? 0))
  const least = sumOf(shares.map((share) => share.least))
  const most = sumOf(shares.map((share) => share.most))
  const total = Math.min(most, Math.max(least, wished2024))
  if (!nearOf(2024, total, (code) => judged(2024, code, 'n4', near.get(2023)?.get(code) ?? 0)))
    return undefined
  return { households, poor, poorNearPoor: near }
}

/** Published by district early in 2022; by unit and in the other years illustrative. */
function planHouseholds(
  facts: PublishedFacts,
  cast: Cast,
  chance: Chance,
): ReadonlyMap<number, Numbers> | undefined {
  const units = facts.communes
  const counted = new Map<string, number>()
  for (const district of facts.districts) {
    const members = units.filter((one) => one.district === district.code)
    const numbers = allocate(
      district.households,
      members.map((one) => {
        const size = one.kind === 'commune' ? 1 : 1.8
        const isSmaller =
          one.district === '613' && (cast.joining.includes(one.code) || cast.following.includes(one.code))
        return { least: 200, most: 9000, weight: size * (isSmaller ? 0.7 : 1) * (0.75 + 0.5 * chance.next()) }
      }),
    )
    if (!numbers) return undefined
    for (const [at, one] of members.entries()) counted.set(one.code, numbers[at] ?? 0)
  }
  const byYear = new Map<number, Numbers>()
  for (const [year, total] of Object.entries(householdTotals)) {
    const numbers = allocate(
      total,
      units.map((one) => ({ least: 1, most: total, weight: counted.get(one.code) ?? 0 })),
    )
    if (!numbers) return undefined
    byYear.set(
      Number(year),
      year === '2021' ? counted : new Map(units.map((one, at) => [one.code, numbers[at] ?? 0])),
    )
  }
  return byYear
}

/** Whole numbers above `low` of the count, and up to `high` of it. */
function bounds(count: number, low: number, high: number): { least: number; most: number } {
  return { least: Math.floor(count * low) + 1, most: Math.floor(count * high + 1e-9) }
}
