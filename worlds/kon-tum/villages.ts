import { allocate } from './allocate.ts'
import type { Chance } from './chance.ts'
import type { Commune, PublishedFacts } from './read-facts.ts'
import type { Day, UnitSections } from './types.ts'
import { emptySections, mangDen, unitOf } from './units.ts'

export type Village = {
  readonly id: string
  readonly commune: string
  readonly district: string
  readonly name: string
  readonly kind: 'village' | 'urbanGroup'
  readonly illustrative: boolean
  readonly minority: boolean
  readonly difficult: boolean
  readonly pilot: boolean
}

/** Published numbers of villages; what is not here is generated within the total. */
const published = {
  total: 869,
  districts: { '615': 84, '613': 76 },
  communes: { '23521': 9, '23485': 8, '23410': 6, '23311': 9 },
  minority: 498,
  minorityOfDakHa: 51,
  difficult: 371,
  difficultInDifficultCommunes: 330,
  pilots: 84,
} as const

/** Day of QĐ 612/QĐ-UBDT as remembered, to be looked up. */
const difficultVillagesDay: Day = '2021-09-16'
/** Assumed: the day of the village set, QĐ 147/QĐ-UBND. */
const pilotDay: Day = '2022-03-28'

/** 869 villages and urban groups, real names only where the facts hold them; undefined where the numbers clash. */
export function makeVillages(
  facts: PublishedFacts,
  difficultCommunes: ReadonlySet<string>,
  chance: Chance,
): readonly Village[] | undefined {
  const counts = countVillages(facts, chance)
  if (!counts) return undefined
  const named = facts.communes.flatMap((commune) =>
    nameVillages(facts, commune, counts.get(commune.code) ?? 0),
  )
  const minority = chooseMinority(facts, named, chance)
  const difficult = chooseDifficult(named, minority, difficultCommunes, chance)
  if (!difficult) return undefined
  const rural = named.filter((village) => minority.has(village.id) && village.kind === 'village')
  const pilots = new Set(chance.drawn(rural, published.pilots, () => 1).map((village) => village.id))
  return named.map((village) => ({
    ...village,
    minority: minority.has(village.id),
    difficult: difficult.has(village.id),
    pilot: pilots.has(village.id),
  }))
}

export function villageUnits(facts: PublishedFacts, villages: readonly Village[]): UnitSections {
  const sections = emptySections()
  const since = new Map(facts.communes.map((commune) => [commune.code, commune.since]))
  for (const village of villages) {
    const unit = village.id
    const from = since.get(village.commune)
    sections.units.push({ id: unit })
    const sign = village.illustrative ? { illustrative: true } : {}
    sections.names.push({ unit, name: village.name, spelling: 'statistics', ...sign, from })
    sections.kinds.push({ unit, kind: village.kind, from })
    sections.parents.push({ unit, hierarchy: 'administrative', parent: unitOf(village.commune), from })
    if (village.minority) {
      const document = 'doc-villages-minority'
      sections.groups.push({ unit, group: 'ethnic-minority', from, document, illustrative: true })
    }
  }
  return sections
}

/** Entries of their own day: the especially difficult villages, and the pilots. */
export function villageGroups(villages: readonly Village[]): readonly { day: Day; units: UnitSections }[] {
  const rowsOf = (chosen: readonly Village[], group: string, from: Day, document: string): UnitSections => ({
    ...emptySections(),
    groups: chosen.map((village) => ({ unit: village.id, group, from, document, illustrative: true })),
  })
  return [
    {
      day: difficultVillagesDay,
      units: rowsOf(
        villages.filter((village) => village.difficult),
        'especially-difficult-village',
        difficultVillagesDay,
        'doc-villages-difficult',
      ),
    },
    {
      day: pilotDay,
      units: rowsOf(
        villages.filter((village) => village.pilot),
        'village-pilot',
        pilotDay,
        'doc-villages-pilot',
      ),
    },
  ]
}

type NamedVillage = Omit<Village, 'minority' | 'difficult' | 'pilot'>

function countVillages(facts: PublishedFacts, chance: Chance): ReadonlyMap<string, number> | undefined {
  const fixed = new Map<string, number>(Object.entries(published.communes))
  const totals = new Map<string, number>(Object.entries(published.districts))
  const counts = new Map<string, number>()
  const fill = (communes: readonly Commune[], total: number): boolean => {
    const numbers = allocate(
      total,
      communes.map((commune) => {
        const known = fixed.get(commune.code)
        const real = facts.villages.filter((village) => village.commune === commune.code).length
        const weight = (commune.kind === 'commune' ? 8 : 10) * (0.7 + 0.6 * chance.next())
        return known === undefined
          ? { least: Math.max(4, real), most: 15, weight }
          : { least: known, most: known, weight }
      }),
    )
    for (const [at, commune] of communes.entries()) counts.set(commune.code, numbers?.[at] ?? 0)
    return numbers !== undefined
  }
  let rest = published.total
  for (const [district, total] of totals) {
    if (
      !fill(
        facts.communes.filter((commune) => commune.district === district),
        total,
      )
    )
      return undefined
    rest -= total
  }
  const others = facts.communes.filter((commune) => !totals.has(commune.district))
  return fill(others, rest) ? counts : undefined
}

function nameVillages(facts: PublishedFacts, commune: Commune, count: number): readonly NamedVillage[] {
  const real = facts.villages.filter((village) => village.commune === commune.code)
  const isUrban = commune.kind !== 'commune' && commune.code !== mangDen
  return Array.from({ length: count }, (_, at): NamedVillage => {
    const number = at + 1
    const known = real[at]
    const base = {
      id: `${unitOf(commune.code)}-t${String(number).padStart(2, '0')}`,
      commune: commune.code,
      district: commune.district,
    }
    if (known) return { ...base, name: known.name, kind: 'village', illustrative: false }
    const name = `${isUrban ? 'Tổ dân phố' : 'Thôn'} số ${number} (minh hoạ)`
    return { ...base, name, kind: isUrban ? 'urbanGroup' : 'village', illustrative: true }
  })
}

/** Likelier where the district has more minority households, and in communes than in wards and towns. */
function chooseMinority(
  facts: PublishedFacts,
  villages: readonly NamedVillage[],
  chance: Chance,
): ReadonlySet<string> {
  const shares = new Map(facts.districts.map((one) => [one.code, one.minorityHouseholds / one.households]))
  const odds = (village: NamedVillage): number => {
    const share = shares.get(village.district) ?? 0
    return (share / (1 - share)) * (village.kind === 'village' ? 1 : 0.1)
  }
  const isDakHa = (village: NamedVillage): boolean => village.district === '615'
  const ofDakHa = chance.drawn(villages.filter(isDakHa), published.minorityOfDakHa, odds)
  const others = chance.drawn(
    villages.filter((village) => !isDakHa(village)),
    published.minority - published.minorityOfDakHa,
    odds,
  )
  return new Set([...ofDakHa, ...others].map((village) => village.id))
}

function chooseDifficult(
  villages: readonly NamedVillage[],
  minority: ReadonlySet<string>,
  communes: ReadonlySet<string>,
  chance: Chance,
): ReadonlySet<string> | undefined {
  const rural = villages.filter((village) => village.kind === 'village')
  const inside = rural.filter((village) => communes.has(village.commune))
  const outside = rural.filter((village) => !communes.has(village.commune))
  const wanted = published.difficultInDifficultCommunes
  if (inside.length < wanted) return undefined
  const weightOf = (village: NamedVillage): number => (minority.has(village.id) ? 6 : 1)
  const chosen = [
    ...chance.drawn(inside, wanted, weightOf),
    ...chance.drawn(outside, published.difficult - wanted, weightOf),
  ]
  return new Set(chosen.map((village) => village.id))
}
