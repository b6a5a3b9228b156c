import { readFileSync } from 'node:fs'

import { parsePeriod } from '@ancu/core/figures'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { readLevels, type Column } from './levels.ts'
import { readFacts } from './read-facts.ts'
import { onDay, standingFigures, told } from './testing/told.ts'
import type { FigureRow } from './types.ts'
import { makeWorld, type World } from './world.ts'

const facts = readFacts()
const levels = readLevels()
const world = makeWorld()

/** The figure of the latest period ended by the day, by unit and measure. */
function figuresOn(from: World, on: string): Map<string, FigureRow & { year: number }> {
  const latest = new Map<string, FigureRow & { year: number; lastDay: string }>()
  for (const figure of standingFigures(from).filter((row) => row.stage !== 'claimed')) {
    const period = parsePeriod(figure.period)
    const key = `${figure.unit} ${figure.measure}`
    if (!period || period.lastDay > on || (latest.get(key)?.lastDay ?? '') > period.lastDay) continue
    latest.set(key, { ...figure, year: period.year, lastDay: period.lastDay })
  }
  return latest
}

/** Criteria that figures settle against the attested verdict, as "unit criterion attested". */
function contradictions(from: World, on: string, set: string): string[] {
  const figures = figuresOn(from, on)
  const groups = onDay(from, 'group', on)
  const members = onDay(from, 'programme', on)
  const claims = told(from, 'verdicts')
    .filter((row) => members.has(row.unit) && row.set === set && row.scope === 'criterion' && row.asOf <= on)
    .toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))
  const latest = new Map(claims.map((row) => [`${row.unit} ${row.code}`, row]))
  return [...latest.values()].flatMap(({ unit, code, verdict }) => {
    const difficult = groups.get(unit)?.some((row) => row['group'] === 'especially-difficult') ?? false
    const columns: Column[] = set === 'commune-2016-2020' ? ['TN', 'TDMNPB'] : [difficult ? 'TDMNPB' : 'TN']
    const schools = figures.get(`${unit} m-schools-total`)?.scaled ?? 0
    const sides = levels
      .filter((level) => level.set === set && String(level.criterion) === code)
      .flatMap((level) => {
        const figure = figures.get(`${unit} ${level.measure}`)
        return columns.map((column) => {
          const known = figure && level.level(column, figure.year, schools)
          if (!figure || known === undefined) return undefined
          const scale = level.measure === 'm-makeshift-houses' ? 1 : 10
          const number =
            figure.scaled === undefined
              ? ((figure.num ?? 0) * 100) / (figure.den ?? 1)
              : figure.scaled / scale
          return level.kind === 'atLeast' ? number >= known - 1e-9 : number <= known + 1e-9
        })
      })
    const decided = ['9', '10', '11', ...(set === 'commune-2021-2025' ? ['5'] : ['5', '12', '16'])].includes(
      code,
    )
    if (verdict === 'met') return sides.includes(false) ? [`${unit} ${code} met`] : []
    return decided && sides.length > 0 && sides.every(Boolean) ? [`${unit} ${code} unmet`] : []
  })
}

function total(figures: readonly FigureRow[], field: 'num' | 'den'): number {
  return figures.reduce((sum, figure) => sum + (figure[field] ?? 0), 0)
}

function ofPeriod(measure: string, period: string, units?: ReadonlySet<string>): FigureRow[] {
  return standingFigures(world).filter(
    (row) => row.measure === measure && row.period === period && (units?.has(row.unit) ?? true),
  )
}

describe('figures', () => {
  test.each([undefined, 3, 11, 19])(
    'of seed %s agree with the verdicts, but for the planted ones',
    (seed) => {
      const made = seed === undefined ? world : makeWorld(seed)
      const found = made.expected.days.map(({ on, set }) => contradictions(made, on, set).toSorted())
      const planted = made.expected.disagreements.map((one) => `${one.unit} ${one.criterion} ${one.attested}`)
      const expected = made.expected.days.map(({ on }) => (on === '2024-03-31' ? planted.toSorted() : []))
      expect(found).toEqual(expected)
      expect(planted.length).toBeGreaterThanOrEqual(6)
      expect(planted.length).toBeLessThanOrEqual(10)
    },
  )

  test('on poverty early in 2022 add up to the published numbers of every district', () => {
    const sums = facts.districts.map((district) => {
      const members = facts.communes.filter((one) => one.district === district.code)
      const rows = ofPeriod('m-poor', '2021-12-31', new Set(members.map((one) => `kt-${one.code}`)))
      return [district.code, total(rows, 'den'), total(rows, 'num')]
    })
    expect(sums).toEqual(facts.districts.map((one) => [one.code, one.households, one.poorHouseholds]))
    const all = ofPeriod('m-poor', '2021-12-31')
    expect([total(all, 'num'), total(all, 'den')]).toEqual([21_989, 143_561])
  })

  test('on poverty add up to the published numbers of the province', () => {
    const poor2020 = ofPeriod('m-poor', '2020-12-31')
    expect(total(poor2020, 'num')).toBe(14_601)
    expect(total(poor2020, 'num') / total(poor2020, 'den')).toBeCloseTo(0.1029, 4)
    expect(total(ofPeriod('m-poor-near-poor', '2021-12-31'), 'num')).toBe(21_989 + 9_091)
    expect(total(ofPeriod('m-poor-near-poor', '2022-12-31'), 'num')).toBe(15_943 + 8_857)
    const near2023 = ofPeriod('m-poor-near-poor', '2023-12-31')
    expect(total(near2023, 'num')).toBe(16_788)
    expect(total(near2023, 'num') / total(near2023, 'den')).toBeCloseTo(0.1123, 4)
  })

  test('use measures of the packs, told of the periods that they are told of', () => {
    const text = readFileSync(new URL('../../packs/measures.yaml', import.meta.url), 'utf8')
    const measures = new Map(
      (parse(text) as { id: string; kind: string; time?: string }[]).map((one) => [one.id, one]),
    )
    const wrong = told(world, 'figures').filter((row) => {
      const measure = measures.get(row.measure)
      const isShare = row.num !== undefined && row.den !== undefined && row.num <= row.den
      return (
        parsePeriod(row.period)?.kind !== (measure?.time ?? 'instant') ||
        isShare !== (measure?.kind === 'share')
      )
    })
    expect(wrong).toEqual([])
    expect(new Set(told(world, 'figures').map((row) => row.measure)).size).toBeGreaterThan(18)
  })

  test('were corrected, once by two at a time, and some came late', () => {
    const figures = told(world, 'figures')
    const byId = new Map(figures.map((row) => [row.id, row]))
    const corrections = figures.filter((row) => row.replaces !== undefined)
    const question = (row: FigureRow | undefined) => [row?.unit, row?.measure, row?.period]
    expect(corrections.map(question)).toEqual(
      corrections.map((row) => question(byId.get(row.replaces ?? ''))),
    )
    const twice = [...Map.groupBy(corrections, (row) => row.replaces).values()].filter(
      (group) => group.length > 1,
    )
    expect(twice.map((group) => group.map((row) => row.id))).toEqual(
      world.expected.conflicts.map((one) => one.by),
    )
    expect(twice).toHaveLength(1)
    const late = world.entries
      .filter((entry) => entry.day.endsWith('08-20'))
      .flatMap((entry) => entry.facts.figures ?? [])
      .filter((row) => row.period.endsWith('-12-31'))
    expect(late.length).toBeGreaterThan(50)
  })

  test('of the 40 new units never mix with those of the old ones', () => {
    const heirs = ofPeriod('m-poor-near-poor', '2025-12-31')
    expect(heirs).toHaveLength(40)
    const before = standingFigures(world).filter(
      (row) => row.unit.startsWith('qn-') && row.period < '2025-07-01',
    )
    expect(before).toEqual([])
  })
})

describe('verdicts on single indicators', () => {
  const indicators = told(world, 'verdicts').filter((row) => row.scope === 'indicator')

  test('never speak against the verdict on their criterion', () => {
    const appraised = indicators.filter((row) => row.stage === 'appraised' && row.verdict !== 'notApplicable')
    const groups = Map.groupBy(appraised, (row) => `${row.unit} ${row.code.split('.')[0]} ${row.asOf}`)
    const criteria = new Map(
      told(world, 'verdicts')
        .filter((row) => row.scope === 'criterion')
        .map((row) => [`${row.unit} ${row.code} ${row.asOf}`, row.verdict]),
    )
    const against = [...groups].filter(([key, rows]) => {
      const allMet = rows.every((row) => row.verdict === 'met')
      return criteria.get(key) !== (allMet ? 'met' : 'unmet')
    })
    expect(against.map(([key]) => key)).toEqual([])
    expect(groups.size).toBeGreaterThan(100)
  })

  test('go through three stages that now and then differ, and give reasons where nothing applies', () => {
    const stages = new Set(indicators.map((row) => row.stage))
    expect(stages).toEqual(new Set(['selfAssessed', 'verified', 'appraised']))
    const reviewed = indicators.filter((row) => row.asOf < '2024-04-01' && row.verdict !== 'notApplicable')
    const differing = [...Map.groupBy(reviewed, (row) => `${row.unit} ${row.code}`).values()].filter(
      (rows) => new Set(rows.map((row) => row.verdict)).size > 1,
    )
    expect(differing.length).toBeGreaterThan(5)
    expect(indicators.some((row) => row.verdict === 'basicallyMet')).toBe(true)
    const without = indicators.filter((row) => row.verdict === 'notApplicable')
    expect(without.length).toBeGreaterThan(50)
    expect(without.filter((row) => row.reason === undefined)).toEqual([])
  })

  test('are corrected as of the same day', () => {
    const claims = new Map(told(world, 'verdicts').map((row) => [row.id, row]))
    const corrections = [...claims.values()].filter((row) => row.replaces !== undefined)
    const question = (row: (typeof corrections)[number] | undefined) => [
      row?.unit,
      row?.set,
      row?.code,
      row?.asOf,
    ]
    expect(corrections.map(question)).toEqual(
      corrections.map((row) => question(claims.get(row.replaces ?? ''))),
    )
    expect(corrections).toHaveLength(world.expected.corrections.length)
  })
})
