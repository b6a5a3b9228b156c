import type { Facts, FigureRow, Row } from '../types.ts'
import type { World } from '../world.ts'

type Told = Required<Pick<Facts, 'figures' | 'verdicts' | 'decisions' | 'documents'>>

/** Rows of a section of all entries, in the order in which they became known. */
export function told<Section extends keyof Told>(world: World, section: Section): Told[Section][number][] {
  return world.entries.flatMap((entry): Told[Section][number][] => entry.facts[section] ?? [])
}

export type AspectRow = {
  readonly unit: string
  readonly from: string
  readonly until?: string
  readonly [field: string]: unknown
}

const aspects = {
  name: 'names',
  kind: 'kinds',
  code: 'codes',
  parent: 'parents',
  group: 'groups',
  programme: 'programme',
} as const

/** Rows of one aspect as known at the end: endings cut what was open on their day. */
export function aspectRows(world: World, aspect: keyof typeof aspects): AspectRow[] {
  let rows: AspectRow[] = []
  for (const { facts } of world.entries) {
    for (const ending of facts.units?.endings ?? []) {
      const until = String(ending['until'])
      if (!(ending['aspects'] as string[]).includes(aspect)) continue
      rows = rows.map((row) => (row.unit === ending['unit'] && holds(row, until) ? { ...row, until } : row))
    }
    rows.push(...((facts.units?.[aspects[aspect]] ?? []) as AspectRow[]))
  }
  return rows
}

export function holds(row: { readonly from: string; readonly until?: string }, day: string): boolean {
  return row.from <= day && (row.until === undefined || day < row.until)
}

/** By unit, what one aspect says on a day. */
export function onDay(world: World, aspect: keyof typeof aspects, day: string): Map<string, AspectRow[]> {
  return Map.groupBy(
    aspectRows(world, aspect).filter((row) => holds(row, day)),
    (row) => row.unit,
  )
}

/** Figures that nothing else replaces, each once; of two that replace the same one, the first. */
export function standingFigures(world: World): FigureRow[] {
  const figures = told(world, 'figures')
  const replaced = new Map<string, FigureRow>()
  for (const figure of figures) {
    if (figure.replaces !== undefined && !replaced.has(figure.replaces)) replaced.set(figure.replaces, figure)
  }
  return figures
    .filter((figure) => figure.replaces === undefined)
    .map((figure) => replaced.get(figure.id) ?? figure)
}

/** Units, changes and the like of all entries. */
export function unitRows(world: World, section: 'units' | 'changes' | 'points'): Row[] {
  return world.entries.flatMap((entry) => entry.facts.units?.[section] ?? [])
}
