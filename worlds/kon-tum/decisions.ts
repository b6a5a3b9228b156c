import { konRay } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Plan } from './plan.ts'
import type { PublishedFacts, Recognised } from './read-facts.ts'
import type { Day, DecisionRow } from './types.ts'
import { unitOf } from './units.ts'
import type { Village } from './villages.ts'

type Rank = DecisionRow['rank']
type Dated = { readonly code: string; readonly day: Day; readonly year: number }

const issuer = 'UBND tỉnh Kon Tum'
const unnumbered = 'Chưa có số (minh hoạ)'

/**
 * The register of recognitions. Published ones carry their number and day; of the rest the unit and the day
 * are chosen so that every published total holds, and none is given a number.
 */
export function recognitions(facts: PublishedFacts, plan: Plan): readonly DecisionRow[] {
  const chance = plan.chanceFor('decisions')
  const rows: DecisionRow[] = []
  const add = (row: Omit<DecisionRow, 'id' | 'act'>): void => {
    rows.push({ id: `d-${rows.length + 1}`, act: 'recognise', ...row })
  }
  for (const row of communeStandards(facts, plan, chance)) add(row)
  for (const row of communeRanks(facts, plan)) add(row)
  for (const row of villageDecisions(plan, chance)) add(row)
  return rows
}

type NewDecision = Omit<DecisionRow, 'id' | 'act'>

function communeStandards(facts: PublishedFacts, plan: Plan, chance: Chance): readonly NewDecision[] {
  const { cast } = plan
  const named = new Map(
    facts.recognised.filter((row) => row.rank === 'standard').map((row) => [row.code, row]),
  )
  const publishedFirst = cast.first.filter((code) => named.get(code)?.day !== '')
  const early = cast.first.filter((code) => !publishedFirst.includes(code))
  const earlyDays = ['2014-12-31', '2015-06-30', '2015-12-31', '2016-06-30']
  const [first = '', ...joining] = cast.joining
  const last = joining.at(-1) ?? ''
  const [fifth = '', sixth = '', ...following] = cast.following
  const dated: Dated[] = [
    ...[...publishedFirst, ...cast.second.slice(2), fifth, sixth].map((code) => ({ code, day: '', year: 0 })),
    ...early.map((code, at) => {
      const day = earlyDays[Math.floor(at / 2)] ?? ''
      return { code, day, year: Number(day.slice(0, 4)) }
    }),
    ...cast.second.slice(0, 2).map((code) => ({ code, day: '2018-06-15', year: 2017 })),
    { code: first, day: '2019-09-16', year: 2019 },
    ...joining
      .slice(0, 10)
      .map((code, at) => ({ code, day: at < 4 ? '2020-03-20' : '2020-12-25', year: at < 4 ? 2019 : 2020 })),
    ...joining.slice(10, 17).map((code) => ({ code, day: '2022-02-18', year: 2021 })),
    { code: last, day: '2022-10-20', year: 2022 },
    ...following.map((code, at) => ({ code, day: at % 2 === 0 ? '2023-07-25' : '2023-12-28', year: 2023 })),
    ...chance
      .shuffled(cast.waiting)
      .slice(0, 9)
      .map((code, at) => waitingDay(code, at)),
  ]
  return dated.map(({ code, day, year }) => {
    const row = named.get(code)
    return row
      ? namedDecision(row, 'standard', day, year)
      : illustrativeDecision(unitOf(code), 'standard', day, year)
  })
}

/** Eight of the ten are recognised during 2024, one more in 2025. */
function waitingDay(code: string, at: number): Dated {
  if (at === 8) return { code, day: '2025-04-22', year: 2024 }
  return { code, day: at < 5 ? '2024-07-30' : '2024-12-20', year: at < 5 ? 2023 : 2024 }
}

function communeRanks(facts: PublishedFacts, plan: Plan): readonly NewDecision[] {
  const { advanced, model } = plan.cast
  const named = new Map(
    facts.recognised.filter((row) => row.rank === 'advanced').map((row) => [row.code, row]),
  )
  const advancedDays = advanced.map((code, at): NewDecision => {
    const row = named.get(code)
    if (row) return namedDecision(row, 'advanced', '', 0)
    if (at === 3) return illustrativeDecision(unitOf(code), 'advanced', '2023-12-28', 2023)
    return illustrativeDecision(unitOf(code), 'advanced', at < 7 ? '2024-12-20' : '2025-05-28', 2024)
  })
  const modelDays = model.map((code, at) =>
    illustrativeDecision(
      unitOf(code),
      'model',
      at === 0 ? '2024-02-26' : '2025-06-10',
      at === 0 ? 2023 : 2024,
    ),
  )
  return [...advancedDays, ...modelDays]
}

function namedDecision(row: Recognised, rank: Rank, assumedDay: Day, assumedYear: number): NewDecision {
  const year = row.year ?? assumedYear
  const numbered = row.number === '' ? {} : { number: row.number }
  return {
    unit: unitOf(row.code),
    rank,
    day: row.day === '' ? assumedDay : row.day,
    ...(row.dayAssumed ? { dayAssumed: true } : {}),
    ...numbered,
    ...(row.document === 'doc-recognition-ha-mon-2013' ? {} : { issuer }),
    // A year that only follows from the assumed day is not published, so it is left out.
    ...(row.year === undefined ? {} : { yearOfStandard: year }),
    ...setOf(rank, year),
    document: row.document,
    ...(row.note === '' ? {} : { note: row.note }),
  }
}

function illustrativeDecision(unit: string, rank: Rank, day: Day, year: number, by = issuer): NewDecision {
  return {
    unit,
    rank,
    day,
    dayAssumed: true,
    issuer: by,
    yearOfStandard: year,
    ...setOf(rank, year),
    document: 'doc-decisions-illustrative',
    illustrative: true,
    note: unnumbered,
  }
}

/** The set a decision was judged by; most of these the program does not hold. */
function setOf(rank: Rank, year: number): { set?: string } {
  switch (rank) {
    case 'standard':
      return {
        set: year <= 2016 ? 'commune-2010-2015' : year <= 2021 ? 'commune-2016-2020' : 'commune-2021-2025',
      }
    case 'advanced':
      return { set: year <= 2021 ? 'commune-advanced-kontum-2018' : 'commune-advanced-2021-2025' }
    case 'model':
      return { set: 'commune-model-2021-2025' }
    case 'villageNtm':
      return { set: year <= 2021 ? 'village-kontum-2019-2020' : 'village-kontum-2022-2025' }
    case 'villageModel':
      return {}
  }
}

type VillageStep = {
  readonly day: Day
  readonly year: number
  readonly pilots: number
  readonly others: number
}

/** Villages of the ethnic-minority area: 5 by 2020, 19 by 2021, 27 by 31/3/2024, then close to 110. */
function villageSteps(chance: Chance): readonly VillageStep[] {
  const pilots = chance.whole(61, 69)
  const total = chance.whole(Math.max(105, pilots + 38), 109)
  const late = total - 27 - (pilots - 6)
  return [
    { day: '2020-11-30', year: 2020, pilots: 0, others: 5 },
    { day: '2021-12-20', year: 2021, pilots: 0, others: 14 },
    { day: '2023-07-25', year: 2022, pilots: 3, others: 1 },
    { day: '2024-02-26', year: 2023, pilots: 3, others: 1 },
    { day: '2024-08-15', year: 2023, pilots: 25, others: Math.floor(late / 2) },
    { day: '2025-01-24', year: 2024, pilots: pilots - 31, others: late - Math.floor(late / 2) },
  ]
}

function villageDecisions(plan: Plan, chance: Chance): readonly NewDecision[] {
  const rural = plan.villages.filter((village) => village.kind === 'village')
  const strengthOf = (village: Village): number => 0.2 + (plan.cast.strength.get(village.commune) ?? 0)
  const pilots = chance.drawn(
    rural.filter((one) => one.pilot),
    84,
    strengthOf,
  )
  const others = chance.drawn(
    rural.filter((one) => one.minority && !one.pilot),
    120,
    strengthOf,
  )
  const rows: NewDecision[] = []
  for (const step of villageSteps(chance)) {
    for (const village of [...pilots.splice(0, step.pilots), ...others.splice(0, step.others)]) {
      rows.push(illustrativeDecision(village.id, 'villageNtm', step.day, step.year, 'UBND cấp huyện'))
    }
  }
  return [...rows, ...modelVillages(plan, rural, chance)]
}

/** Model residential areas lie outside the ethnic-minority set: 2 by 2020, 6 by mid 2022, 21 by 31/3/2024. */
function modelVillages(plan: Plan, rural: readonly Village[], chance: Chance): readonly NewDecision[] {
  const reached = [...plan.cast.first, ...plan.cast.second, ...plan.cast.joining]
  const isKept = (village: Village): boolean =>
    reached.includes(village.commune) && !konRay.recognised.some((code) => code === village.commune)
  const able = rural.filter((village) => !village.minority && isKept(village))
  const others = chance.shuffled(able.filter((village) => village.district !== '615'))
  const ofDakHa = chance.shuffled(able.filter((village) => village.district === '615'))
  const steps = [
    { day: '2020-11-30', year: 2020, dakHa: 1, others: 1 },
    { day: '2022-05-25', year: 2021, dakHa: 1, others: 3 },
    { day: '2023-12-28', year: 2023, dakHa: 3, others: 12 },
  ]
  return steps.flatMap((step) =>
    [...ofDakHa.splice(0, step.dakHa), ...others.splice(0, step.others)].map((village) =>
      illustrativeDecision(village.id, 'villageModel', step.day, step.year, 'UBND cấp huyện'),
    ),
  )
}
