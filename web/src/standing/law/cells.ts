import { everyColumn, type LegalSource, type Reading, type ReadLevel, type ReadTerm } from './answers.ts'

/** What stands in one place of the table: a level, words for all columns, or that it does not apply there. */
export type Cell = { readonly columns: readonly string[] } & (
  | { readonly kind: 'level'; readonly level: ReadLevel }
  | { readonly kind: 'plain' }
  | { readonly kind: 'notApplicable' }
)

/** Ids of the columns that are drawn; one for all where the set has none. */
export function columnIds({ columns }: Pick<Reading, 'columns'>): readonly string[] {
  return columns.length === 0 ? [everyColumn] : columns.map(({ id }) => id)
}

/** The places of one line from left to right; columns side by side that say the same are one place. */
export function cellsOf(
  term: ReadTerm,
  { notApplicableIn }: { readonly notApplicableIn: readonly string[] },
  columns: readonly string[],
): readonly Cell[] {
  const cells: Cell[] = []
  for (const column of columns) {
    const cell = cellIn(term, notApplicableIn, column)
    const last = cells.at(-1)
    if (last !== undefined && isSame(last, cell)) {
      cells[cells.length - 1] = { ...last, columns: [...last.columns, column] }
    } else cells.push(cell)
  }
  return cells
}

function cellIn(term: ReadTerm, notApplicableIn: readonly string[], column: string): Cell {
  const columns = [column]
  if (notApplicableIn.includes(column)) return { columns, kind: 'notApplicable' }
  const level = term.levels.find((each) => each.columns.includes(column))
  return level === undefined ? { columns, kind: 'plain' } : { columns, kind: 'level', level }
}

function isSame(one: Cell, other: Cell): boolean {
  if (one.kind !== other.kind) return false
  return one.kind !== 'level' || other.kind !== 'level' || one.level === other.level
}

/** The source of what stands in a place. */
export function sourceOf(term: ReadTerm, cell: Cell): LegalSource | null {
  return cell.kind === 'level' ? cell.level.source : term.source
}

/** Columns that judge units of the province come first in the choice of one; the busiest is shown at first. */
export function busiestColumn({ columns }: Pick<Reading, 'columns'>): string {
  const [first] = columns.toSorted((one, other) => other.units - one.units)
  return first?.id ?? everyColumn
}
