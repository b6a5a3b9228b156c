import { carryGrounds, type listCarriable } from '@ancu/core/assessments'
import { addMonths, yearOf, type EndpointAnswer, type IsoDate } from '@ancu/core/kernel'
import { searchKey } from '@ancu/core/text'

export type CarryAnswer = EndpointAnswer<typeof listCarriable>
export type CarryRow = CarryAnswer['rows'][number]
export type Ground = NonNullable<CarryRow['ground']>
export type Obstacle = NonNullable<CarryRow['obstacle']>

/** One that may be carried over: the new set has a place for it. */
export type CarriableRow = CarryRow & {
  readonly ground: Ground
  readonly new: NonNullable<CarryRow['new']>
}

export function isCarriable(row: CarryRow): row is CarriableRow {
  return row.ground !== null && row.new !== null
}

export type CarryFilter = {
  readonly text: string | undefined
  readonly ground: string | undefined
  readonly code: string | undefined
}

/** Rows whose unit fits, accents forgiven, for the reason and the criterion of the old set that are asked for. */
export function filterRows<Row extends CarryRow>(
  rows: readonly Row[],
  { text, ground, code }: CarryFilter,
): readonly Row[] {
  const wanted = searchKey(text ?? '')
  return rows.filter(
    (row) =>
      searchKey(row.unit.name).includes(wanted) &&
      (ground === undefined || row.ground === ground) &&
      (code === undefined || row.old.code === code),
  )
}

export type UnitRows<Row extends CarryRow = CarriableRow> = {
  readonly unit: CarryRow['unit']
  readonly rows: readonly Row[]
}

/** By unit, in the order in which the units come. */
export function byUnit<Row extends CarryRow>(rows: readonly Row[]): readonly UnitRows<Row>[] {
  const groups = Map.groupBy(rows, ({ unit }) => unit.id)
  return [...groups.values()].flatMap((ofUnit) => {
    const [first] = ofUnit
    return first === undefined ? [] : [{ unit: first.unit, rows: ofUnit }]
  })
}

/** How many rest on each ground, the surest first; those that none rests on are left out. */
export function countGrounds(
  rows: readonly CarriableRow[],
): readonly { readonly ground: Ground; readonly count: number }[] {
  return carryGrounds
    .map((ground) => ({ ground, count: rows.filter((row) => row.ground === ground).length }))
    .filter(({ count }) => count > 0)
}

/** Years after which a conclusion that is carried over should be looked at again. */
export const yearsUntilOld = 2

/** Whole years since a conclusion, where they are so many that it should be said; undefined while it is fresh. */
export function yearsOld(asOf: IsoDate, on: IsoDate): number | undefined {
  if (addMonths(asOf, yearsUntilOld * 12) >= on) return undefined
  return yearOf(on) - yearOf(asOf) - (asOf.slice(5) > on.slice(5) ? 1 : 0)
}
