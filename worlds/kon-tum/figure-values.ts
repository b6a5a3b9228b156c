import { chanceOf, type Chance } from './chance.ts'
import { mustFail, watched } from './changes.ts'
import type { Disagreement } from './types.ts'
import { columnsOf, type KnownLevel } from './levels.ts'
import { measureSpecs, periodOf, type MeasureSpec, type Whole } from './measures.ts'
import type { Plan } from './plan.ts'
import type { UnmetOnDay } from './counts.ts'
import { decidedByFigures } from './unmet.ts'
import { unitOf } from './units.ts'

/** The right value of one figure; `num` of `den` for a share, `num` alone for a count or an amount. */
export type Value = {
  readonly code: string
  readonly measure: string
  readonly period: string
  readonly lastDay: string
  readonly year: number
  readonly num: number
  readonly den: number | undefined
}

/** Days on which one figure counts and a verdict is told of its criterion. */
type Judgement = { readonly level: KnownLevel; readonly isMet: boolean; readonly day: UnmetOnDay }

/** Years without a planned day between their figure and the next; a figure of another year is always there. */
const idleYears = new Set([2017, 2019, 2022])
const mangDenLastYear = 2018

/**
 * Figures of every commune and measure, each on the side of its known levels that the attested verdicts of its
 * days ask for, but for the planted disagreements. Where a criterion also rests on indicators without figures,
 * an unmet verdict need not show in figures.
 */
export function communeValues(
  plan: Plan,
  levels: readonly KnownLevel[],
  planted: readonly Disagreement[],
): readonly Value[] {
  const members = new Set(plan.days.at(-1)?.unmet.keys())
  return plan.cast.communes.flatMap(({ code }) => {
    const sizes = sizesOf(plan, code)
    const last = members.has(code) ? Infinity : mangDenLastYear
    return measureSpecs.flatMap((spec) => valuesOf({ plan, levels, planted, code, sizes, last }, spec))
  })
}

type Given = {
  readonly plan: Plan
  readonly levels: readonly KnownLevel[]
  readonly planted: readonly Disagreement[]
  readonly code: string
  readonly sizes: Sizes
  /** Last year that the commune takes part in. */
  readonly last: number
}

/** One measure of one commune, year by year. */
function valuesOf(given: Given, spec: MeasureSpec): readonly Value[] {
  const { plan, levels, planted, code, sizes, last } = given
  const chance = plan.chanceFor(`figures ${code} ${spec.id}`)
  const change = watched(plan, code, spec.id)
  const isPlanted =
    change.isWatched || planted.some((one) => one.unit === unitOf(code) && one.measures.includes(spec.id))
  const years = yearsOf(spec, levels, isPlanted, chance).filter(
    (year) => year <= Math.min(last, change.lastYear),
  )
  const values: Value[] = []
  for (const [at, year] of years.entries()) {
    const { text, lastDay } = periodOf(spec.time, year)
    const next = years[at + 1]
    const until = next === undefined ? '9999-12-31' : periodOf(spec.time, next).lastDay
    const judgements = judgementsOf(plan, levels, code, spec.id, lastDay, until)
    const den = spec.whole === 'none' ? undefined : sizes(spec.whole, year, spec.id)
    const schools = sizes('schools', year, '')
    const sides = limitsOf(plan, code, spec.id, year, den, schools, judgements, planted, chance)
    const limits = intersection([sides, change.limits(year, values)])
    const wished = spec.id === 'm-schools-total' ? schools : wish(plan, code, spec, year, den, chance)
    const num = within(wished, limits, den, chance)
    values.push({ code, measure: spec.id, period: text, lastDay, year, num, den })
  }
  return values
}

/** Years with a figure: a few are missing, and a few series stop in 2020 and go stale. */
function yearsOf(
  spec: MeasureSpec,
  levels: readonly KnownLevel[],
  isPlanted: boolean,
  chance: Chance,
): readonly number[] {
  const [first, last] = spec.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  if (isPlanted) return years
  const isDecisive = levels.some(
    (level) => level.measure === spec.id && decidedByFigures[level.set].has(level.criterion),
  )
  if (!isDecisive && first === 2017 && last === 2024 && chance.happens(0.012))
    return years.filter((year) => year <= 2020)
  return years.filter(
    (year) => (isDecisive && !idleYears.has(year)) || year === 2023 || !chance.happens(0.03),
  )
}

function judgementsOf(
  plan: Plan,
  levels: readonly KnownLevel[],
  code: string,
  measure: string,
  from: string,
  until: string,
): readonly Judgement[] {
  return plan.days.flatMap((day) => {
    const unmet = day.unmet.get(code)
    if (!unmet || day.station.day < from || day.station.day >= until) return []
    return levels
      .filter((level) => level.measure === measure && level.set === day.station.set)
      .map((level) => ({ level, isMet: !unmet.has(level.criterion), day }))
  })
}

type Sizes = (whole: Whole, year: number, measure: string) => number
type Limits = { readonly least: number; readonly most: number }

function limitsOf(
  plan: Plan,
  code: string,
  measure: string,
  year: number,
  den: number | undefined,
  schools: number,
  judgements: readonly Judgement[],
  planted: readonly Disagreement[],
  chance: Chance,
): Limits {
  const plant = planted.find((one) => one.unit === unitOf(code) && one.measures.includes(measure))
  const sides = judgements.flatMap(({ level, isMet, day }) =>
    columnsOf(level.set, plan.cast.difficult.has(code)).flatMap((column) => {
      const known = level.level(column, year, schools)
      if (known === undefined) return []
      const isPlanted =
        plant !== undefined && day.station.day === plant.on && String(level.criterion) === plant.criterion
      const good = isPlanted ? plant.computed === 'met' : isMet
      const fails =
        isPlanted || isCause(plan, code, level, day) || mustFail(plan, code, level, day.station.id)
      return [{ good, mustFail: !good && fails, limits: sideOf(level, known, den, good) }]
    }),
  )
  const all: Limits = { least: 0, most: den ?? 100_000 }
  const meeting = sides.filter((side) => side.good).map((side) => side.limits)
  const failing = sides.filter((side) => side.mustFail).map((side) => side.limits)
  const needed = intersection([all, ...meeting, ...failing])
  if (needed.least > needed.most)
    throw new Error(`${code} ${measure} ${year}: no value agrees with its verdicts`)
  const open = sides.filter((side) => !side.good && !side.mustFail)
  if (open.length === 0 || plant !== undefined || !chance.happens(0.5)) return needed
  const wider = intersection([needed, ...open.map((side) => side.limits)])
  return wider.least <= wider.most ? wider : needed
}

/** Whether this measure is what a criterion decided by figures fails on. */
function isCause(plan: Plan, code: string, level: KnownLevel, day: UnmetOnDay): boolean {
  if (!decidedByFigures[level.set].has(level.criterion)) return false
  const pairs: Readonly<Record<number, readonly [string, string]>> = {
    9: ['m-makeshift-houses', 'm-solid-houses'],
    5: ['m-schools-minimum', 'm-schools-level-1'],
  }
  const pair = pairs[level.criterion]
  if (!pair?.includes(level.measure)) return true
  const which = plan
    .chanceFor(`cause ${code} ${level.criterion} ${day.station.id.startsWith('n') ? 'n' : 'o'}`)
    .next()
  const housing = level.criterion === 9 ? plan.chanceFor(`cause ${code} 9`).next() : which
  if (housing < 0.35) return true
  return level.measure === (housing < 0.75 ? pair[0] : pair[1])
}

/** The whole numbers on one side of a level. */
function sideOf(level: KnownLevel, known: number, den: number | undefined, good: boolean): Limits {
  const exact =
    den === undefined ? known * (level.measure === 'm-makeshift-houses' ? 1 : 10) : (known * den) / 100
  const lowest = Math.ceil(exact - 1e-9)
  const highest = Math.floor(exact + 1e-9)
  const isAbove = (level.kind === 'atLeast') === good
  if (level.kind === 'atLeast')
    return isAbove ? { least: lowest, most: Infinity } : { least: 0, most: lowest - 1 }
  return isAbove ? { least: highest + 1, most: Infinity } : { least: 0, most: highest }
}

function intersection(limits: readonly Limits[]): Limits {
  return {
    least: Math.max(...limits.map((one) => one.least)),
    most: Math.min(...limits.map((one) => one.most)),
  }
}

/** Where the commune would stand by its strength and the year, before any verdict is looked at. */
function wish(
  plan: Plan,
  code: string,
  spec: MeasureSpec,
  year: number,
  den: number | undefined,
  chance: Chance,
): number {
  const strength = plan.cast.strength.get(code) ?? 0.5
  const spread = spec.strong - spec.weak
  const rate =
    spec.weak +
    spread * strength +
    spec.yearly * (year - 2020) +
    0.12 * Math.abs(spread) * (chance.next() - 0.5)
  return den === undefined
    ? Math.max(0, Math.round(rate))
    : Math.round((den * Math.min(100, Math.max(0, rate))) / 100)
}

/** The wished number, or one a little inside the limit it oversteps. */
function within(wished: number, { least, most }: Limits, den: number | undefined, chance: Chance): number {
  const margin = Math.min(most - least, Math.max(1, Math.round(0.03 * (den ?? 400))))
  if (wished < least) return Math.min(most, least + chance.whole(0, margin))
  if (wished > most) return Math.max(least, most - chance.whole(0, margin))
  return wished
}

/** How many there are of what a share counts; the same commune keeps its land, roads and schools. */
function sizesOf(plan: Plan, code: string): Sizes {
  const chance = plan.chanceFor(`sizes ${code}`)
  const villages = plan.villages.filter((village) => village.commune === code).length
  const perHousehold = 3.9 + 0.5 * chance.next()
  const schools = chance.whole(2, 6)
  const land = chance.whole(300, 1400)
  const premises = chance.whole(20, 120)
  const tonnes = chance.whole(300, 1500)
  return (whole, year, measure) => {
    const households = plan.poverty.households.get(Math.min(2024, year))?.get(code) ?? 1000
    const people = Math.round(households * perHousehold)
    switch (whole) {
      case 'households':
        return households
      case 'population':
        return people
      case 'workers':
        return Math.round(people * 0.55)
      case 'children':
        return Math.round(people * 0.09)
      case 'leavers':
        return Math.round(people * 0.016)
      case 'villages':
        return villages
      case 'schools':
        return schools
      case 'land':
        return land
      case 'roads':
        return chanceOf(`${code} ${measure}`).whole(12, 70)
      case 'premises':
        return premises
      case 'tonnes':
        return tonnes
      case 'kilograms':
        return tonnes * 2
      case 'organisations':
        return 5
    }
  }
}
