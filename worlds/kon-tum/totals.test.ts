import { describe, expect, test } from 'vitest'

import { isRow, readFacts, readYaml } from './read-facts.ts'
import { holds, aspectRows, told } from './testing/told.ts'
import type { ClaimRow, DecisionRow, Row } from './types.ts'
import { makeWorld, type World } from './world.ts'

const published = readYaml('totals.yaml')
const criteria = Array.from({ length: 19 }, (_, at) => String(at + 1))

const facts = readFacts()
const counts = new WeakMap<World, Map<string, Map<string, number | undefined>>>()

/** Criteria met by commune: the latest verdict as of the day that no other replaces. Undefined: some unknown. */
function countMet(world: World, on: string, set: string): Map<string, number | undefined> {
  const held = counts.get(world) ?? new Map<string, Map<string, number | undefined>>()
  counts.set(world, held)
  const counted = held.get(`${on} ${set}`) ?? countMetAnew(world, on, set)
  held.set(`${on} ${set}`, counted)
  return counted
}

function countMetAnew(world: World, on: string, set: string): Map<string, number | undefined> {
  const claims = told(world, 'verdicts').filter((row) => row.scope === 'criterion' && row.set === set)
  const replaced = new Set(claims.map((row) => row.replaces))
  const latest = new Map<string, ClaimRow>()
  for (const claim of claims) {
    const key = `${claim.unit} ${claim.code}`
    const held = latest.get(key)
    if (claim.asOf > on || replaced.has(claim.id) || (held && held.asOf > claim.asOf)) continue
    latest.set(key, claim)
  }
  const members = aspectRows(world, 'programme').filter((row) => holds(row, on))
  return new Map(
    members.map(({ unit }) => {
      const verdicts = criteria.map((code) => latest.get(`${unit} ${code}`)?.verdict)
      return [unit, verdicts.includes(undefined) ? undefined : verdicts.filter((one) => one === 'met').length]
    }),
  )
}

function holders(world: World, on: string, rank?: DecisionRow['rank']): Set<string> {
  const rows = told(world, 'decisions').filter(
    (row) => row.day <= on && (rank === undefined || row.rank === rank),
  )
  return new Set(rows.map((row) => row.unit))
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, one) => total + (one ?? Number.NaN), 0)
}

/** Totals of all planned days counted from claims and decisions alone. */
function counted(world: World): unknown[] {
  return world.expected.days.map(({ on, set }) => {
    const met = countMet(world, on, set)
    const numbers = [...met.values()]
    const recognised = holders(world, on)
    const meeting = [...met].filter(([, count]) => count === 19).map(([unit]) => unit)
    const inBand = (from: number, to: number) =>
      numbers.filter((count) => count !== undefined && from <= count && count <= to).length
    return {
      total: met.size,
      meeting: meeting.length,
      recognised: [...met.keys()].filter((unit) => recognised.has(unit)).length,
      recognisedNotMeeting: [...met.keys()].filter((unit) => recognised.has(unit) && !meeting.includes(unit))
        .length,
      meetingNotRecognised: meeting.filter((unit) => !recognised.has(unit)).length,
      criteriaMet: sum(numbers),
      bands: [inBand(19, 19), inBand(15, 18), inBand(10, 14), inBand(5, 9), inBand(0, 4)],
      advanced: holders(world, on, 'advanced').size,
      model: holders(world, on, 'model').size,
      villages: holders(world, on, 'villageNtm').size,
      villagesModel: holders(world, on, 'villageModel').size,
    }
  })
}

function recorded(world: World): unknown[] {
  return world.expected.days.map(({ communes, villages }) => ({
    total: communes.total,
    meeting: communes.meeting,
    recognised: communes.recognised,
    recognisedNotMeeting: communes.recognisedNotMeeting,
    meetingNotRecognised: communes.meetingNotRecognised,
    criteriaMet: communes.criteriaMet,
    bands: communes.bands.map((band) => band.communes),
    advanced: communes.advanced,
    model: communes.model,
    villages: villages.recognised,
    villagesModel: villages.model,
  }))
}

/** What differs from the published row of a day; an average agrees when rounded or cut to its digits. */
function differences(world: World, row: Row): string[] {
  const day = world.expected.days.find((one) => one.on === row['day'] && one.set === row['set'])
  if (!day) return [`${String(row['day'])} is missing`]
  const { communes, villages } = day
  const held: Row = { ...communes, villagesRecognised: villages.recognised, villagesModel: villages.model }
  const counts = [
    'total',
    'meeting',
    'recognised',
    'advanced',
    'model',
    'villagesRecognised',
    'villagesModel',
  ]
  const bands = new Map(communes.bands.map(({ from, to, communes: count }) => [`${from}-${to}`, count]))
  const average = typeof row['average'] === 'string' ? row['average'] : undefined
  const scale = 10 ** (average?.split('.')[1]?.length ?? 0)
  const exact = (communes.criteriaMet / communes.total) * scale
  return [
    ...counts.filter((key) => row[key] !== undefined && row[key] !== held[key]),
    ...Object.entries(isRow(row['bands']) ? row['bands'] : {})
      .filter(([band, count]) => bands.get(band) !== count)
      .map(([band]) => band),
    ...(average === undefined ||
    [Math.round(exact), Math.floor(exact)].includes(Math.round(Number(average) * scale))
      ? []
      : ['average']),
  ].map((what) => `${day.on} ${what}`)
}

const seeds = [undefined, ...Array.from({ length: 30 }, (_, at) => at + 1)]

describe('totals', () => {
  test.each(seeds)('of seed %s are those published, and those of its claims and decisions', (seed) => {
    const world = makeWorld(seed)
    expect(counted(world)).toEqual(recorded(world))
    expect(published).toHaveLength(world.expected.days.length)
    expect(published.flatMap((row) => differences(world, row))).toEqual([])
    expectLinesUnderTheTable(world)
  })
})

function expectLinesUnderTheTable(world: World): void {
  const { communes } = world.expected.days.find((day) => day.on === '2024-03-31') ?? {}
  expect(communes).toMatchObject({ recognisedNotMeeting: 4, meetingNotRecognised: 10 })
  const met = countMet(world, '2024-03-31', 'commune-2021-2025')
  const lapsed = [...met].filter(([unit, count]) => count !== 19 && holders(world, '2024-03-31').has(unit))
  expect(lapsed.map(([unit]) => unit).toSorted()).toEqual(['kt-23485', 'kt-23488', 'kt-23494', 'kt-23497'])
  const byDistrict = (district: string, units: Iterable<string>): string[] => {
    const members = new Set(
      facts.communes.filter((one) => one.district === district).map((one) => `kt-${one.code}`),
    )
    return [...units].filter((unit) => members.has(unit))
  }
  expect(byDistrict('615', holders(world, '2024-03-31', 'standard'))).toHaveLength(9)
  expect(byDistrict('615', holders(world, '2024-03-31', 'advanced'))).toHaveLength(2)
  expect(byDistrict('615', holders(world, '2023-04-30', 'standard'))).toHaveLength(7)
  expect(byDistrict('613', holders(world, '2024-03-31', 'standard'))).toHaveLength(4)
  const advanced = holders(world, '2024-03-31', 'advanced')
  for (const unit of ['kt-23521', 'kt-23512', 'kt-23497']) expect(advanced).toContain(unit)
  for (const unit of holders(world, '2025-06-30', 'model'))
    expect(holders(world, '2025-06-30', 'advanced')).toContain(unit)

  const konRay = ['23482', '23485', '23488', '23491', '23494', '23497'].map((code) => `kt-${code}`)
  const ofKonRay = (set: string) => sum(konRay.map((unit) => countMet(world, '2022-09-30', set).get(unit)))
  expect([ofKonRay('commune-2016-2020'), ofKonRay('commune-2021-2025')]).toEqual([105, 72])
  expect(world.expected.areas.map((area) => area.communes.criteriaMet)).toEqual([105, 72])

  const tuMoRong = byDistrict('617', countMet(world, '2017-11-14', 'commune-2016-2020').keys())
  const in2017 = countMet(world, '2017-11-14', 'commune-2016-2020')
  expect(tuMoRong.map((unit) => in2017.get(unit) ?? 0).toSorted((one, other) => other - one)).toEqual([
    7, 6, 6, 6, 6, 5, 5, 5, 5, 4, 4,
  ])
  const least = (on: string) =>
    Math.min(...[...countMet(world, on, 'commune-2016-2020').values()].map(Number))
  expect(least('2022-06-30')).toBe(8)
  expect(Math.min(least('2020-12-31'), least('2021-09-30'))).toBeGreaterThanOrEqual(8)

  const planning = told(world, 'verdicts').filter(
    (row) => row.set === 'commune-2021-2025' && row.asOf === '2022-06-30' && row.code === '1',
  )
  expect([planning.length, ...new Set(planning.map((row) => row.verdict))]).toEqual([85, 'unmet'])

  const villages = holders(world, '2024-03-31', 'villageNtm')
  expect([...holders(world, '2024-03-31', 'villageModel')].filter((unit) => villages.has(unit))).toEqual([])
  expect(holders(world, '2021-12-31', 'villageNtm').size).toBe(19)
  const groupOf = (group: string) =>
    new Set(
      aspectRows(world, 'group')
        .filter((row) => row['group'] === group)
        .map((row) => row.unit),
    )
  const [minority, pilots] = [groupOf('ethnic-minority'), groupOf('village-pilot')]
  const in2025 = [...holders(world, '2025-03-25', 'villageNtm')].filter((unit) => minority.has(unit))
  expect(in2025.length).toBeGreaterThanOrEqual(105)
  expect(in2025.length).toBeLessThanOrEqual(109)
  const ofPilots = in2025.filter((unit) => pilots.has(unit)).length
  expect(ofPilots).toBeGreaterThanOrEqual(61)
  expect(ofPilots).toBeLessThanOrEqual(69)

  for (const row of facts.recognised.filter((one) => one.rank === 'standard')) {
    const by = row.day !== '' ? row.day : row.group === 'of-ten' ? '2019-05-31' : '2022-09-30'
    expect(holders(world, by, 'standard'), `${row.code} by ${by}`).toContain(`kt-${row.code}`)
  }
  expect(holders(world, '2019-05-31', 'standard').size).toBe(17)
}
