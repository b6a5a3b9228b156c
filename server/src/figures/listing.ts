import { levelScale, type Measure } from '@ancu/core/criteria'
import {
  measureOfLevel,
  type KnownFigure,
  type KnownLaw,
  type listFigures,
  type listLevels,
} from '@ancu/core/figures'
import type { EndpointAnswer, IsoDate } from '@ancu/core/kernel'
import { fromScale } from '@ancu/core/text'
import type { UnitId } from '@ancu/core/units'

import type { DecidedLevel } from '../criteria/store.ts'
import type { Page } from './store.ts'

type FigureRow = EndpointAnswer<typeof listFigures>['rows'][number]
type LevelRow = EndpointAnswer<typeof listLevels>['rows'][number]
type MeasuresShown = EndpointAnswer<typeof listFigures>['measures']

export type Listed<Row> = { knownSeq: number; rows: Row[]; next: string | null }

/** One page of facts held in memory, by id: the same conditions as the pages that the database gives. */
export function listPage<Fact extends { readonly id: string; readonly seq: number }>(
  facts: readonly Fact[],
  page: Page,
  dayOf: (fact: Fact) => IsoDate,
  unitOf: (fact: Fact) => UnitId | undefined,
): readonly Fact[] {
  const units = page.units && new Set(page.units)
  return facts
    .filter((fact) => {
      const unit = unitOf(fact)
      return (
        fact.seq <= page.knownSeq &&
        fact.id > page.after &&
        (page.on === undefined || dayOf(fact) <= page.on) &&
        (units === undefined || (unit !== undefined && units.has(unit)))
      )
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .slice(0, page.limit)
}

/** A figure as it was entered, with its number as people read it. */
export function figureRow(figure: KnownFigure, law: KnownLaw): FigureRow {
  const { scaled, measure: id } = figure
  const measure = law.findMeasure(id)
  return {
    id: figure.id,
    unit: figure.unit,
    measure: id,
    period: figure.period,
    stage: figure.stage,
    nature: figure.nature,
    num: figure.num ?? null,
    den: figure.den ?? null,
    value: measure === undefined || scaled === undefined ? null : fromScale(scaled, measure.scale),
    scaled: scaled ?? null,
    notApplicableReason: figure.notApplicableReason ?? null,
    document: figure.document ?? null,
    evidence: figure.evidence ?? null,
    replaces: figure.replaces ?? null,
    batch: figure.batch ?? null,
    illustrative: figure.illustrative,
    seq: figure.seq,
  }
}

/** A level as it was decided, in percent or in the unit of its measure beside the whole number that is kept. */
export function levelRow(level: DecidedLevel, law: KnownLaw): LevelRow {
  const measure = measureFor(level, law)
  return {
    id: level.id,
    set: level.set,
    key: level.key,
    column: level.column,
    year: level.year ?? null,
    measure: measure?.id ?? null,
    value: measure === undefined ? null : fromScale(level.scaled, levelScale(measure)),
    scaled: level.scaled,
    document: level.document,
    article: level.article ?? null,
    from: level.from,
    until: level.until ?? null,
    replaces: level.replaces ?? null,
    withdrawn: level.withdrawn === true,
    illustrative: level.illustrative,
    seq: level.seq,
  }
}

/** What rows are measured in, by the id of the measure; `scaleOf` says how many decimals their values keep. */
export function measuresShown(
  rows: readonly { readonly measure: string | null }[],
  law: KnownLaw,
  scaleOf: (measure: Measure) => number,
): MeasuresShown {
  const ids = [...new Set(rows.flatMap(({ measure }) => measure ?? []))].toSorted()
  return Object.fromEntries(
    ids.flatMap((id) => {
      const measure = law.findMeasure(id)
      if (measure === undefined) return []
      const { name, kind, quantity } = measure
      return [[id, { name, kind, quantity, decimals: scaleOf(measure) }]]
    }),
  )
}

function measureFor(level: DecidedLevel, law: KnownLaw): Measure | undefined {
  const set = law.findSet(level.set)
  return set && measureOfLevel(set, level, (id) => law.findMeasure(id))
}
