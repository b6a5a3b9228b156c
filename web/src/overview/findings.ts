import { isJudged, type Overview } from '../standing/answers.ts'

type Criterion = Overview['criteria'][number]

/** The weakest criteria: those fewest communes are known to meet, three at most, each below the average. */
export function weakestOf(criteria: readonly Criterion[]): readonly Criterion[] {
  const wanting = criteria.filter(({ unmet }) => unmet > 0)
  const average = criteria.reduce((sum, { met }) => sum + met, 0) / Math.max(1, criteria.length)
  return wanting
    .filter(({ met }) => met < average)
    .toSorted((one, other) => one.met - other.met || other.unmet - one.unmet)
    .slice(0, 3)
}

/** What the cloth shows at once, as its heading says it. */
export type ClothFinding =
  | { readonly kind: 'allUnknown' }
  /** Too little is known to call anything weak. */
  | { readonly kind: 'mostlyUnknown'; readonly unknown: number; readonly of: number }
  | { readonly kind: 'whole' }
  | { readonly kind: 'weakest'; readonly criteria: readonly Criterion[] }
  /** Nothing is known to be unmet, but something is unknown. */
  | { readonly kind: 'unknownOnly'; readonly unknown: number }
  | { readonly kind: 'even' }

export function clothFinding({ criteria, communes }: Overview): ClothFinding {
  const unknown = criteria.reduce((sum, each) => sum + each.unknown, 0)
  const of = criteria.length * communes.total
  if (unknown === of) return { kind: 'allUnknown' }
  if (unknown * 2 > of) return { kind: 'mostlyUnknown', unknown, of }
  if (criteria.every(({ unmet }) => unmet === 0)) {
    return unknown === 0 ? { kind: 'whole' } : { kind: 'unknownOnly', unknown }
  }
  const weakest = weakestOf(criteria)
  return weakest.length === 0 ? { kind: 'even' } : { kind: 'weakest', criteria: weakest }
}

type District = Overview['districts'][number]

/**
 * Districts whose communes are the farthest from the whole set, three at most. None where there is one district
 * only, or where too little is known to compare them.
 */
export function farthestDistricts(overview: Overview): readonly District[] {
  const { communes, criteria, districts, rows } = overview
  const isComparable = communes.criteriaUnknown * 10 <= criteria.length * communes.total
  if (districts.length < 2 || !isComparable) return []
  return districts
    .flatMap((district) => {
      const inside = rows.filter(isJudged).filter((row) => row.district === district.id)
      if (inside.length === 0) return []
      return [{ district, met: inside.reduce((sum, row) => sum + row.least, 0) / inside.length }]
    })
    .filter(({ met }) => met < criteria.length)
    .toSorted((one, other) => one.met - other.met)
    .slice(0, 3)
    .map(({ district }) => district)
}

/** One unbroken line of the chart: days judged by one set. */
export type Stretch = { readonly set: string; readonly points: readonly Overview['series'][number][] }

/** A change of set is a gap: averages under two laws are never joined. */
export function stretchesOf(series: Overview['series']): readonly Stretch[] {
  const stretches: { set: string; points: Overview['series'][number][] }[] = []
  for (const point of series) {
    const last = stretches.at(-1)
    if (last !== undefined && last.set === point.set) last.points.push(point)
    else stretches.push({ set: point.set, points: [point] })
  }
  return stretches
}
