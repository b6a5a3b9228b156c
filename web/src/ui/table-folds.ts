import { sortRows } from './sorting.ts'

export type FoldGroup = {
  /** Tells groups of one name apart. */
  readonly id: string
  readonly name: string
}

/** How the rows of a long list lie folded on a narrow screen. */
export type TableFolds<Row> = {
  /** What a row lies in; undefined where it lies in nothing. */
  readonly groupOf: (row: Row) => FoldGroup | undefined
  /** What is said of a group beside its name: "6 xã, mất 35". */
  readonly says: (rows: readonly Row[]) => string
  /** A list of fewer rows is shown as it is; fewer where each row is tall. */
  readonly fewest?: number
}

export type Fold<Row> = {
  readonly id: string
  readonly rows: readonly Row[]
  readonly says: string
  readonly name: string | undefined
  /** What is left of a list that has no groups. */
  readonly isRest: boolean
}

type Folded<Row> = { readonly shown: readonly Row[]; readonly folded: readonly Fold<Row>[] }

/** Of a list without groups so many rows are shown at once. */
const shownOfRest = 20

/** The rows to be shown at once, then groups of rows in the order of their names; inside a group the order stays. */
export function foldRows<Row>(
  rows: readonly Row[],
  { groupOf, says, fewest = 13 }: TableFolds<Row>,
): Folded<Row> {
  if (rows.length < fewest) return { shown: rows, folded: [] }
  const groups = [...Map.groupBy(rows, (row) => groupOf(row)?.id ?? '')]
  if (groups.length > 1) {
    const folded = groups.map(([id, within]) => {
      const [first] = within
      const name = first && groupOf(first)?.name
      return { id, rows: within, says: says(within), name, isRest: false }
    })
    return { shown: [], folded: sortRows(folded, ({ name }) => name, false) }
  }
  const rest = rows.slice(shownOfRest)
  if (rest.length === 0) return { shown: rows, folded: [] }
  return {
    shown: rows.slice(0, shownOfRest),
    folded: [{ id: 'rest', rows: rest, says: says(rest), name: undefined, isRest: true }],
  }
}
