import { eachOf, explainUnit, type Ask, type AskedAt, type Trial } from './explain-all.ts'

/** A figure or a conclusion as the world recorded it: what it is of, the day it is true of, the day it was known. */
export type WorldRow = {
  readonly id: string
  readonly unit: string
  /** The set that a conclusion is of. */
  readonly set?: string
  /** What it contends about: a measure and period, or a set, scope, code and day. */
  readonly about: string
  /** Its stage; of two rows about the same the higher counts. */
  readonly stage: string
  readonly isEstimate: boolean
  readonly on: string
  readonly known: string
}

type Entry = {
  readonly day: string
  readonly facts: {
    readonly figures?: readonly {
      readonly id: string
      readonly unit: string
      readonly measure: string
      readonly period: string
      readonly stage: string
      readonly nature?: string
    }[]
    readonly verdicts?: readonly {
      readonly id: string
      readonly unit: string
      readonly set: string
      readonly scope: string
      readonly code: string
      readonly asOf: string
      readonly stage: string
    }[]
  }
}

/** Every figure and every conclusion of a world. */
export function rowsOf(entries: readonly Entry[]): readonly WorldRow[] {
  return entries.flatMap(({ day: known, facts }) => [
    ...(facts.figures ?? []).map(({ id, unit, measure, period, stage, nature }) => ({
      id,
      unit,
      stage,
      known,
      about: `${measure} ${period}`,
      isEstimate: nature === 'estimate',
      on: lastDayOf(period),
    })),
    ...(facts.verdicts ?? []).map(({ id, unit, set, scope, code, asOf, stage }) => ({
      id,
      unit,
      stage,
      known,
      set,
      about: `${set} ${scope} ${code} ${asOf}`,
      isEstimate: false,
      on: asOf,
    })),
  ])
}

function lastDayOf(period: string): string {
  if (/^\d{4}$/.test(period)) return `${period}-12-31`
  return /^\d{4}-\d{4}$/.test(period) ? `${period.slice(5)}-05-31` : period
}

/** Why no explanation names a row, although it was written. */
export type Unnamed = 'unitNotJudged' | 'neverCounted' | 'unexplained'

/**
 * Explains the unit of each row that nothing has named yet on the row's own day: as all is known, as it was known
 * first, under the set applied and under each of `sets`. Gives the rows that are still not named, and why.
 */
export async function explainRows(
  ask: Ask,
  rows: readonly WorldRow[],
  sets: readonly string[],
  trial: Trial,
): Promise<ReadonlyMap<WorldRow, Unnamed>> {
  const alike = Map.groupBy(rows, (row) => `${row.unit} ${row.about}`)
  const unnamed = new Map<WorldRow, Unnamed>()
  const byUnit = Map.groupBy(rows, (row) => row.unit)
  await eachOf([...byUnit.values()], async (ofUnit) => {
    for (const row of ofUnit) {
      if (trial.named.has(row.id)) continue
      if (alike.get(`${row.unit} ${row.about}`)?.some((other) => beats(other, row)) === true)
        unnamed.set(row, 'neverCounted')
      else if (!(await explainRow(ask, row, sets, trial))) unnamed.set(row, 'unitNotJudged')
      else if (!trial.named.has(row.id)) unnamed.set(row, 'unexplained')
    }
  })
  return unnamed
}

const rising = ['selfAssessed', 'claimed', 'verified', 'appraised', 'statistical', 'decided']

/** Whether the other counted before the row from the day on that the row was known. */
function beats(other: WorldRow, row: WorldRow): boolean {
  const difference = rising.indexOf(other.stage) - rising.indexOf(row.stage)
  const isHigher = difference > 0 || (difference === 0 && row.isEstimate && !other.isEstimate)
  return isHigher && other.known <= row.known
}

/** Whether the unit is judged on the row's day; goes on from moment to moment until the row is named. */
async function explainRow(
  ask: Ask,
  { id, unit, on, known, set: own }: WorldRow,
  sets: readonly string[],
  trial: Trial,
): Promise<boolean> {
  const moments = [{ on }, { on: on < known ? known : on, known }]
  const asked = (own === undefined ? [undefined, ...sets] : [own]).flatMap((set) =>
    moments.map((moment): AskedAt => ({
      ...moment,
      basis: 'official',
      ...(set === undefined ? {} : { set }),
    })),
  )
  for (const at of asked) {
    if ((await explainUnit(ask, unit, at, trial)) === undefined) return false
    if (trial.named.has(id)) return true
  }
  return true
}
