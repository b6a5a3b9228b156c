import type { Chance } from './chance.ts'
import type { Commune, PublishedFacts } from './read-facts.ts'
import { mangDen } from './units.ts'

/** Which commune reaches the standard when: named ones as published, the rest by strength and chance. */
export type Cast = {
  readonly communes: readonly Commune[]
  /** Thirteen recognised by 14/11/2017; eight of them drawn from the ten with no day of their own. */
  readonly first: readonly string[]
  /** The two of the ten recognised after 14/11/2017, then Kon Đào and Bờ Y of 13/5/2019. */
  readonly second: readonly string[]
  /** Nineteen recognised from mid 2019 to 11/2022, in their order. */
  readonly joining: readonly string[]
  /** Six more recognised by 31/3/2024; the first two on 12/4/2023. */
  readonly following: readonly string[]
  /** Ten that meet all criteria on 31/3/2024 and are not recognised; the first four met them on 30/11/2022. */
  readonly waiting: readonly string[]
  /** Two that meet all criteria on 30/6/2025 for the first time. */
  readonly late: readonly string[]
  /** All 86 by the day they reach the standard, then by strength. */
  readonly order: readonly string[]
  /** Judged by the column of the northern mountains from 4/6/2021. */
  readonly difficult: ReadonlySet<string>
  /** From 0, weakest, to 1. */
  readonly strength: ReadonlyMap<string, number>
  /** Four on 31/3/2024, ten on 30/6/2025, in their order; all but Tân Lập meet the standard. */
  readonly advanced: readonly string[]
  /** One on 31/3/2024, four on 30/6/2025. */
  readonly model: readonly string[]
  /** Meets on 31/3/2024 and no longer on 30/6/2025. */
  readonly falling: string
}

export const konRay = {
  /** Recognised, and not meeting the set of 2021-2025 in 9/2022. */
  recognised: ['23488', '23497', '23485', '23494'],
  others: ['23482', '23491'],
} as const

export const tuMoRong2017: Readonly<Record<string, number>> = {
  '23416': 7,
  '23449': 6,
  '23410': 6,
  '23422': 6,
  '23404': 6,
  '23417': 5,
  '23425': 5,
  '23419': 5,
  '23407': 5,
  '23413': 4,
  '23446': 4,
}

const haMon = '23521'
const dakMar = '23512'
const tanLap = '23497'
/** Dossiers of the city for 2022; not among the recognised named by 3/2024. */
const cityDossiers2022 = ['23317', '23335', '23323']

/** How far the communes of a district have come, by our judgement of the published figures. */
const districtStrength: Readonly<Record<string, number>> = {
  '608': 0.85,
  '611': 0.75,
  '615': 0.72,
  '612': 0.68,
  '616': 0.55,
  '614': 0.5,
  '610': 0.4,
  '613': 0.36,
  '618': 0.34,
  '617': 0.12,
}

export function castCommunes(facts: PublishedFacts, chance: Chance): Cast {
  const communes = facts.communes.filter((one) => one.kind === 'commune' || one.code === mangDen)
  const strength = new Map(
    communes.map((one) => {
      const base = districtStrength[one.district] ?? 0.5
      const spread = one.district === '617' ? 0.1 : 0.36
      return [one.code, Math.min(1, Math.max(0.01, base + spread * (chance.next() - 0.5)))]
    }),
  )
  const strengthOf = (code: string): number => strength.get(code) ?? 0
  const byStrength = (codes: readonly string[]): string[] =>
    codes.toSorted((one, other) => strengthOf(other) - strengthOf(one))

  const standard = facts.recognised.filter((row) => row.rank === 'standard')
  const named = new Set(standard.map((row) => row.code))
  const ten = chance.shuffled(standard.filter((row) => row.group === 'of-ten').map((row) => row.code))
  const fixed = standard.filter((row) => row.group === 'fixed')
  const first = [...fixed.filter((row) => row.day < '2017-11-14').map((row) => row.code), ...ten.slice(0, 8)]
  const second = [...ten.slice(8), ...fixed.filter((row) => row.day === '2019-05-13').map((row) => row.code)]

  const free = communes.map((one) => one.code).filter((code) => !named.has(code) && code !== mangDen)
  const inDistrict = (district: string): string[] =>
    free.filter((code) => communes.some((one) => one.code === code && one.district === district))
  const dakHa = chance.drawn(inDistrict('615'), 4, (code) => (code === '23506' || code === '23510' ? 12 : 1))
  const konPlong = chance.drawn(inDistrict('613'), 4, strengthOf)
  const most: Readonly<Record<string, number>> = { '608': 3, '611': 2, '612': 3, '616': 4, '610': 2 }
  const pool = Object.entries(most).flatMap(([district, count]) =>
    byStrength(inDistrict(district).filter((code) => !cityDossiers2022.includes(code))).slice(0, count),
  )
  const drawn = byStrength(pool).slice(0, 13)
  const byTurn = (codes: readonly string[]): string[] =>
    codes
      .map((code) => ({ code, key: strengthOf(code) + 0.25 * chance.next() }))
      .toSorted((one, other) => other.key - one.key)
      .map(({ code }) => code)
  const unnamed = byTurn([...drawn, ...dakHa.slice(0, 2), ...konPlong.slice(0, 2)])
  // Recognised "by September 2022", so never the last of the nineteen; at least one unnamed before them.
  const places = chance.drawn([3, 5, 7, 9, 11, 13, 15], 2, () => 1).toSorted((one, other) => one - other)
  const joining = [...unnamed]
  for (const [at, place] of places.entries()) joining.splice(place, 0, konRay.recognised[at + 2] ?? '')

  const following = ['23509', '23515', ...dakHa.slice(2), ...konPlong.slice(2)]
  const taken = new Set([...joining, ...following, ...cityDossiers2022, ...konRay.others])
  const rest = byStrength(free.filter((code) => !taken.has(code)))
  const districtOf = (code: string): string | undefined => communes.find((one) => one.code === code)?.district
  const eligible = rest.filter((code) => !['613', '615', '617'].includes(districtOf(code) ?? ''))
  const atMost: Readonly<Record<string, number>> = { '611': 1, '612': 1, '616': 2, '610': 2, '618': 1 }
  const next = Object.entries(atMost).flatMap(([district, count]) =>
    eligible.filter((code) => districtOf(code) === district).slice(0, count),
  )
  const waiting = [...cityDossiers2022, ...byStrength(next)]
  const late = eligible.filter((code) => !waiting.includes(code) && districtOf(code) !== '608').slice(0, 2)

  const early = [...following.slice(0, 2), ...waiting.slice(0, 4)]
  const reached = [...first, ...second, ...joining]
  const behind = [
    ...byStrength([...following.slice(2), ...waiting.slice(4)]),
    ...byStrength(rest.filter((code) => !waiting.includes(code))),
  ]
  const order = [...reached, ...early, ...behind]
  order.splice(55, 0, ...konRay.others)
  order.splice(21, 0, mangDen)

  const others = chance.shuffled(
    [...first, ...second].filter((code) => ![haMon, dakMar, ...konRay.recognised].includes(code)),
  )
  const outsideDakHa = others.filter((code) => districtOf(code) !== '615')
  const [fourth = '', ...further] = outsideDakHa
  const advanced = [haMon, dakMar, tanLap, fourth, ...further.slice(0, 6)]
  const candidates = chance.shuffled([haMon, dakMar, fourth])
  return {
    communes,
    first,
    second,
    joining,
    following,
    waiting,
    late,
    order,
    difficult: new Set(
      [...early, ...behind, ...konRay.others].filter((code) => !cityDossiers2022.includes(code)),
    ),
    strength,
    advanced,
    model: [...candidates, further[0] ?? ''],
    falling: further.at(-1) ?? '',
  }
}
