import { day } from '../kernel/index.ts'
import { compileSet, type CompiledSet } from './compile.ts'
import { verdictCodes } from './criteria.ts'
import type { Edition } from './edition.ts'
import type { FigureColumns } from './rules/judge.ts'

/** Communes of the country before 1/7/2025. */
const communesOfCountry = 10_598

export type JudgingTimes = {
  readonly units: number
  readonly indicators: number
  /** Best of the rounds, in milliseconds. */
  readonly compiledMs: number
  readonly byHandMs: number
  readonly ratio: number
  /** Whether both gave the same verdict for every unit and indicator. */
  readonly agree: boolean
}

/**
 * Judges a generated country by the compiled set and by a loop written by hand over the same integers, for
 * `commune-2021-2025`, column Tây Nguyên. `now` is a clock in milliseconds; the figures are the same each time.
 */
export function compareJudging(
  edition: Edition,
  now: () => number,
  units: number = communesOfCountry,
  rounds = 7,
): JudgingTimes {
  const measures = new Map(edition.measures.map((measure) => [measure.id, measure]))
  const compiled = compileSet(edition.set, measures, 'TN', { on: day('2024-03-31'), decisions: [] })
  const figures = makeFigures(compiled, units)
  const indicators = compiled.indicators.length
  const byHand = handWritten(compiled)
  const outCompiled = new Uint8Array(units * indicators)
  const outByHand = new Uint8Array(units * indicators)
  let [compiledMs, byHandMs] = [Infinity, Infinity]
  for (let round = 0; round < rounds; round += 1) {
    const begun = now()
    for (let unit = 0; unit < units; unit += 1) compiled.judge(figures, unit, outCompiled, unit * indicators)
    const between = now()
    byHand(figures, units, outByHand)
    const ended = now()
    compiledMs = Math.min(compiledMs, between - begun)
    byHandMs = Math.min(byHandMs, ended - between)
  }
  const agree = outCompiled.every((code, at) => code === outByHand[at])
  return { units, indicators, compiledMs, byHandMs, ratio: compiledMs / byHandMs, agree }
}

/** Figures of a country from a fixed seed: a tenth absent, one in fifty not applicable, the rest near their levels. */
function makeFigures(compiled: CompiledSet, units: number): FigureColumns {
  const width = compiled.slots.length
  const size = width * units
  const figures = {
    num: new Float64Array(size),
    den: new Float64Array(size).fill(1),
    state: new Uint8Array(size),
    year: new Int16Array(size),
    width,
  }
  const kinds = compiled.slots.map((id) => compiled.measures.get(id)?.kind)
  let seed = 318
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 0x1_0000_0000) * below)
  }
  for (let at = 0; at < size; at += 1) {
    const kind = kinds[at % width]
    const chance = next(100)
    figures.state[at] = chance < 10 ? 0 : chance < 12 ? 2 : 1
    figures.year[at] = 2020 + next(6)
    if (kind === 'share') {
      const den = 1 + next(5_000)
      figures.den[at] = den
      figures.num[at] = next(4) === 0 ? den : next(den + 1)
    } else figures.num[at] = kind === 'count' ? next(6) : next(600)
  }
  return figures
}

const { unknown, met, unmet, notApplicable } = verdictCodes

/** Shares of QĐ 318, Phụ lục I, held against one level of Tây Nguyên, in percent times 100. */
const leastShares = [
  ['3.1', 'm-irrigated-land', 8_000],
  ['4.2', 'm-power-households', 9_800],
  ['6.3', 'm-villages-culture-house', 10_000],
  ['9.2', 'm-solid-houses', 7_500],
  ['15.1', 'm-health-insurance', 9_000],
  ['17.7', 'm-pesticide-packaging', 10_000],
  ['17.10', 'm-food-safety', 10_000],
  ['17.11', 'm-waste-sorting', 3_000],
  ['18.3', 'm-political-organisations', 10_000],
] as const

const mostShares = [
  ['11', 'm-poor-near-poor', 700],
  ['15.3', 'm-stunting', 2_650],
] as const

/** Indicators with a figure and no level: unknown, or not applicable. */
const openShares = [
  ['2.1', 'm-road-commune-sealed'],
  ['2.2', 'm-road-village-hard'],
  ['2.3', 'm-road-lane-clean'],
  ['2.4', 'm-road-field'],
  ['12.1', 'm-trained-labour'],
  ['12.2', 'm-certified-labour'],
  ['14.2', 'm-upper-secondary'],
  ['15.4', 'm-e-health-book'],
  ['17.2', 'm-env-businesses'],
  ['17.6', 'm-solid-waste'],
  ['17.8', 'm-hygienic-toilet'],
  ['17.9', 'm-livestock-farms'],
  ['17.12', 'm-plastic-waste'],
] as const

const incomeFrom = 2021
const incomeLevels = [410, 440, 470, 500, 530]

/** The 57 indicators of the set as one would judge them without rules as data: numbers in a loop. */
function handWritten(
  compiled: CompiledSet,
): (figures: FigureColumns, units: number, out: Uint8Array) => void {
  const slot = (id: string): number => compiled.slots.indexOf(id)
  const place = (code: string): number =>
    compiled.indicators.findIndex(({ indicator }) => indicator.code === code)
  const least = leastShares.map(([code, id, level]) => ({ to: place(code), from: slot(id), level }))
  const most = mostShares.map(([code, id, level]) => ({ to: place(code), from: slot(id), level }))
  const open = openShares.map(([code, id]) => ({ to: place(code), from: slot(id) }))
  const [schools, huts, income, green, water] = ['5', '9.1', '10', '17.4', '17.1'].map(place)
  const [total, minimum, level1] = ['m-schools-total', 'm-schools-minimum', 'm-schools-level-1'].map(slot)
  const [hutSlot, incomeSlot, greenSlot] = ['m-makeshift-houses', 'm-income', 'm-green-space'].map(slot)
  const [clean, central] = ['m-clean-water', 'm-central-water'].map(slot)
  const width57 = compiled.indicators.length

  return ({ num, den, state, year, width }, units, out) => {
    const isAtLeast = (at: number, level: number): boolean =>
      (num[at] ?? 0) * 10_000 >= level * (den[at] ?? 1)
    const byState = (at: number): number => (state[at] === 2 ? notApplicable : unknown)
    for (let unit = 0; unit < units; unit += 1) {
      const base = unit * width
      const first = unit * width57
      for (const { to, from, level } of least) {
        const at = base + from
        out[first + to] = state[at] !== 1 ? byState(at) : isAtLeast(at, level) ? met : unmet
      }
      for (const { to, from, level } of most) {
        const at = base + from
        out[first + to] =
          state[at] !== 1 ? byState(at) : (num[at] ?? 0) * 10_000 <= level * (den[at] ?? 1) ? met : unmet
      }
      for (const { to, from } of open) out[first + to] = byState(base + from)
      out[first + (huts ?? 0)] = single(base + (hutSlot ?? 0), (at) => (num[at] ?? 0) === 0)
      out[first + (green ?? 0)] = single(base + (greenSlot ?? 0), (at) => (num[at] ?? 0) >= 20)
      out[first + (income ?? 0)] = incomeOf(base + (incomeSlot ?? 0))
      out[first + (schools ?? 0)] = schoolsOf(base)
      const isDry = state[base + (clean ?? 0)] === 2 && state[base + (central ?? 0)] === 2
      out[first + (water ?? 0)] = isDry ? notApplicable : unknown
    }

    function single(at: number, holds: (at: number) => boolean): number {
      return state[at] !== 1 ? byState(at) : holds(at) ? met : unmet
    }

    function incomeOf(at: number): number {
      const level = incomeLevels[(year[at] ?? 0) - incomeFrom]
      if (state[at] !== 1 || level === undefined) return byState(at)
      return (num[at] ?? 0) >= level ? met : unmet
    }

    function schoolsOf(base: number): number {
      const [all, good, few] = [base + (minimum ?? 0), base + (level1 ?? 0), base + (total ?? 0)]
      if (state[all] === 1 && !isAtLeast(all, 10_000)) return unmet
      const second = levelOneOf(good, few)
      if (second === unmet) return unmet
      if (state[all] === 0 || second === unknown) return unknown
      return state[all] === 2 ? second : met
    }

    function levelOneOf(good: number, few: number): number {
      if (state[good] === 1 && isAtLeast(good, 7_000)) return met
      const isHalf = state[good] === 1 && isAtLeast(good, 5_000)
      const isFew = state[few] === 1 && (num[few] ?? 0) <= 3
      if (state[good] === 1) {
        if (!isHalf) return unmet
        if (state[few] === 0) return unknown
        return state[few] === 2 || isFew ? met : unmet
      }
      if (state[good] === 0) return unknown
      if (state[few] === 0) return unknown
      if (state[few] === 2) return notApplicable
      return isFew ? met : unmet
    }
  }
}
