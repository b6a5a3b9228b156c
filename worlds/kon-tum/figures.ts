import type { Chance } from './chance.ts'
import type { Value } from './figure-values.ts'
import type { Plan } from './plan.ts'
import type { PublishedFacts } from './read-facts.ts'
import { heirOf } from './reform.ts'
import type { Conflict, Day, FigureRow, Row, ToldOtherwise, VillageSum } from './types.ts'
import { unitOf } from './units.ts'
import { villageFigures } from './village-figures.ts'

/** A figure and the day on which it became known. */
export type KnownFigure = { readonly known: Day; readonly figure: FigureRow }

export type Figures = {
  readonly rows: readonly KnownFigure[]
  readonly conflicts: readonly Conflict[]
  /** Figures that a commune told otherwise than they were found to be. */
  readonly claimed: readonly ToldOtherwise[]
  readonly sums: readonly VillageSum[]
  readonly documents: readonly Row[]
}

/** Measures that only the set of 2021-2025 names can be recorded once that set is published. */
const newSetKnown: Day = '2022-04-15'
/** A second correction of one figure, told long after the first. */
const disputedKnown: Day = '2023-10-05'
const povertyKnown2022: Day = '2022-03-21'
const onlyNew = new Set(['m-schools-total', 'm-schools-minimum', 'm-schools-level-1'])

/** The figures as reported: most in February, some late, some wrong at first, one put right twice. */
export function reportedFigures(facts: PublishedFacts, plan: Plan, values: readonly Value[]): Figures {
  const chance = plan.chanceFor('reports')
  const rows: KnownFigure[] = []
  const conflicts: Conflict[] = []
  const claimed: ToldOtherwise[] = []
  const add = (known: Day, figure: Omit<FigureRow, 'id' | 'illustrative'>): string => {
    const id = `f-${rows.length + 1}`
    rows.push({ known, figure: { id, ...figure, illustrative: true } })
    return id
  }
  const corrected = new Set(chance.drawn(values.filter(mayBeWrong), 15, () => 1))
  const disputed = [...corrected].find((value) => value.year < 2022)
  for (const value of values) {
    const base = {
      unit: unitOf(value.code),
      measure: value.measure,
      period: value.period,
      stage: 'verified' as const,
      document: figuresDocument(value.year),
    }
    const known = knownOn(value, chance)
    if (corrected.has(value)) {
      const replaces = add(known, { ...base, ...quantityOf({ ...value, num: misread(value) }) })
      const right = add(correctedOn(value), { ...base, ...quantityOf(value), replaces })
      if (value === disputed) {
        const other = add(disputedKnown, {
          ...base,
          ...quantityOf({ ...value, num: misread(value) }),
          replaces,
        })
        conflicts.push({
          unit: base.unit,
          measure: base.measure,
          period: base.period,
          replaced: replaces,
          by: [right, other],
        })
      }
      continue
    }
    if (chance.happens(0.004)) {
      const num = misread(value)
      add(known, { ...base, ...quantityOf({ ...value, num }), stage: 'claimed' })
      if (num !== value.num) claimed.push({ unit: base.unit, what: value.measure, of: value.period })
    }
    const nature = value.year === 2024 && chance.happens(0.02) ? { nature: 'estimate' as const } : {}
    add(known, { ...base, ...quantityOf(value), ...nature })
  }
  addPoverty(facts, plan, add)
  const villages = villageFigures(plan, values, figuresDocument(2023))
  for (const figure of villages.rows) add(villages.known, figure)
  const years = [...new Set(rows.map((row) => row.figure.document ?? ''))]
  return { rows, conflicts, claimed, sums: villages.sums, documents: years.flatMap(documentRow) }
}

function mayBeWrong(value: Value): boolean {
  return (
    value.year <= 2022 &&
    value.den !== undefined &&
    value.den > 100 &&
    !onlyNew.has(value.measure) &&
    value.year !== 2021
  )
}

/** A number misread by a few units, still a share of its whole. */
function misread(value: Value): number {
  const step = Math.max(2, Math.round((value.den ?? 100) * 0.02))
  return value.num >= step ? value.num - step : Math.min(value.num + step, value.den ?? value.num + step)
}

function quantityOf(value: Value): { num: number; den: number } | { scaled: number } {
  return value.den === undefined ? { scaled: value.num } : { num: value.num, den: value.den }
}

/** February of the next year, or August for a school year; now and then half a year later. */
function knownOn(value: Value, chance: Chance): Day {
  if (value.year === 2021 && onlyNew.has(value.measure)) return newSetKnown
  const isLate = value.year !== 2023 && chance.happens(0.03)
  if (!value.lastDay.endsWith('12-31')) return isLate ? `${value.year + 2}-02-20` : `${value.year + 1}-08-20`
  return `${value.year + 1}-${isLate ? '08-20' : '02-20'}`
}

function correctedOn(value: Value): Day {
  return `${value.year + (value.lastDay.endsWith('12-31') ? 1 : 2)}-08-20`
}

type Add = (known: Day, figure: Omit<FigureRow, 'id' | 'illustrative'>) => string

/** Poverty of all 102 units by year, and of the units they became at the end of 2025. */
function addPoverty(facts: PublishedFacts, plan: Plan, add: Add): void {
  const { households, poor, poorNearPoor } = plan.poverty
  const put = (measure: string, year: number, unit: string, num: number, den: number, known: Day): void => {
    const document = year === 2021 ? 'doc-poverty-2022' : figuresDocument(year)
    add(known, { unit, measure, period: `${year}-12-31`, stage: 'appraised', num, den, document })
  }
  for (const [measure, byYear] of [
    ['m-poor', poor],
    ['m-poor-near-poor', poorNearPoor],
  ] as const) {
    for (const [year, numbers] of byYear) {
      const known = year === 2021 ? povertyKnown2022 : `${year + 1}-02-20`
      for (const [code, num] of numbers)
        put(measure, year, unitOf(code), num, households.get(year)?.get(code) ?? 0, known)
    }
  }
  const last = poorNearPoor.get(2024)
  const heirs = Map.groupBy(facts.communes, (commune) => heirOf(facts, commune.code))
  for (const [unit, parts] of heirs) {
    const sum = (numbers: ReadonlyMap<string, number> | undefined): number =>
      parts.reduce((total, part) => total + (numbers?.get(part.code) ?? 0), 0)
    put('m-poor-near-poor', 2025, unit, Math.round(0.85 * sum(last)), sum(households.get(2024)), '2026-01-20')
  }
}

function figuresDocument(year: number): string {
  return `doc-figures-${year}`
}

function documentRow(id: string): readonly Row[] {
  const year = /^doc-figures-(\d{4})$/.exec(id)?.[1]
  if (year === undefined) return []
  return [
    {
      id,
      title: `Số liệu nông thôn mới năm ${year} của các xã (minh hoạ)`,
      illustrative: true,
      note: 'Do bộ dữ liệu minh hoạ sinh ra; tổng số hộ nghèo, cận nghèo của tỉnh theo số đã công bố',
    },
  ]
}
