import { useMemo, useState, type ReactNode } from 'react'

import { useUiText } from './language.tsx'
import { useIsBlocks } from './screen.ts'
import { sortRows, type SortValue } from './sorting.ts'
import { foldRows, type TableFolds } from './table-folds.ts'
import { TableFold } from './TableFold.tsx'
import './read-table.css'

export type Column<Row> = {
  readonly key: string
  readonly head: string
  readonly render: (row: Row) => ReactNode
  /** Makes the column sortable; undefined stands for unknown and comes last. */
  readonly sortBy?: (row: Row) => SortValue
  /** Numbers stand at the right, in figures of one width. */
  readonly isNumber?: boolean
  /** The cell of the totals row. */
  readonly total?: ReactNode
  /** On a phone a row is a block: its title, what stands beside the title, or a line with its label. */
  readonly onPhone?: 'title' | 'beside' | 'line' | 'hidden'
  /** Says what rows that lie folded together have in common, which stands above them then. */
  readonly isFoldName?: boolean
}

export type ReadTableProps<Row> = {
  readonly caption: string
  readonly isCaptionHidden?: boolean
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sorted?: { readonly by: string; readonly descending?: boolean }
  /** The reason, on a line of its own, why a row needs attention; undefined where it does not. */
  readonly renderReason?: (row: Row) => ReactNode
  /** The totals row says when it does not add up everything. */
  readonly total?: { readonly label: string; readonly incomplete?: ReactNode }
  /** Unfolds beneath its row. */
  readonly opened?: { readonly key: string; readonly content: ReactNode }
  /** How a long list lies folded where rows are blocks. */
  readonly folds?: TableFolds<Row>
  /** Has so many columns that rows are blocks on a tablet too. */
  readonly isWide?: boolean
}

/** A table for reading: hairlines, sort marks only where sorted, totals that say when they are incomplete. */
export function ReadTable<Row>(props: ReadTableProps<Row>) {
  const { columns, rows, rowKey, sorted, opened, folds, isWide = false } = props
  const t = useUiText()
  const isBlocks = useIsBlocks(isWide)
  const [sort, setSort] = useState(sorted)
  const inOrder = useMemo(() => {
    const column = columns.find(({ key }) => key === sort?.by)
    return column?.sortBy === undefined ? rows : sortRows(rows, column.sortBy, sort?.descending ?? false)
  }, [columns, rows, sort])

  const { shown, folded } = useMemo(
    () => (isBlocks && folds !== undefined ? foldRows(inOrder, folds) : { shown: inOrder, folded: [] }),
    [isBlocks, folds, inOrder],
  )
  const table = { ...props, sort, onSort: setSort }
  const { total, ...withoutTotal } = table
  return (
    <div className="ac-table-place" data-form={isBlocks ? 'blocks' : undefined}>
      <PhoneSort columns={columns} sort={sort} onSort={setSort} />
      {shown.length > 0 && <Table {...(folded.length > 0 ? withoutTotal : table)} rows={shown} />}
      {folded.map((fold) => {
        const name = fold.isRest ? t('table.rest') : (fold.name ?? t('table.elsewhere'))
        return (
          <TableFold
            key={fold.id}
            name={name}
            says={fold.says}
            isOpened={fold.rows.some((row) => rowKey(row) === opened?.key)}
          >
            <Table {...withoutTotal} caption={`${props.caption}: ${name}`} isCaptionHidden rows={fold.rows} />
          </TableFold>
        )
      })}
      {folded.length > 0 && total !== undefined && <Table {...table} isCaptionHidden rows={[]} />}
    </div>
  )
}

function Table<Row>(props: ReadTableProps<Row> & Omit<SortProps<Row>, 'column'>) {
  const { caption, isCaptionHidden = false, columns, rows, rowKey, sort, onSort, total } = props
  const t = useUiText()
  return (
    <table className="ac-table" role="table">
      <caption className={isCaptionHidden ? 'ac-sr' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <Head key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <BodyRow key={rowKey(row)} {...props} row={row} />
        ))}
      </tbody>
      {total !== undefined && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} role="rowheader" scope="row" data-phone="title">
                  {total.label}
                  {total.incomplete !== undefined && (
                    <span className="ac-table-incomplete">
                      {t('table.incomplete')}: {total.incomplete}
                    </span>
                  )}
                </th>
              ) : (
                <Cell key={column.key} column={column}>
                  {column.total}
                </Cell>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

type Sort = { readonly by: string; readonly descending?: boolean } | undefined

type SortProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

function Head<Row>({ column, sort, onSort }: SortProps<Row>) {
  const isSorted = sort?.by === column.key
  const descending = isSorted && sort.descending === true
  const className = column.isNumber === true ? 'ac-table-number' : undefined
  if (column.sortBy === undefined) {
    return (
      <th role="columnheader" scope="col" className={className}>
        {column.head}
      </th>
    )
  }
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className="ac-table-sort"
        onClick={() => onSort({ by: column.key, descending: isSorted && !descending })}
      >
        {column.head}
      </button>
    </th>
  )
}

/** The heads are gone on a phone; sorting is not. */
function PhoneSort<Row>({
  columns,
  sort,
  onSort,
}: Omit<SortProps<Row>, 'column'> & Pick<ReadTableProps<Row>, 'columns'>) {
  const t = useUiText()
  const sortable = columns.filter(({ sortBy }) => sortBy !== undefined)
  if (sortable.length < 2) return null
  const value = sort === undefined ? '' : `${sort.by} ${sort.descending === true ? 'down' : 'up'}`
  return (
    <label className="ac-table-phone-sort">
      <span>{t('table.sortBy')}</span>
      <select
        value={value}
        onChange={(event) => {
          const [by, direction] = event.currentTarget.value.split(' ')
          onSort(by === undefined || by === '' ? undefined : { by, descending: direction === 'down' })
        }}
      >
        {sort === undefined && <option value="">{t('table.asGiven')}</option>}
        {sortable.flatMap((column) => [
          <option key={`${column.key}up`} value={`${column.key} up`}>
            {t('table.rising', { column: column.head })}
          </option>,
          <option key={`${column.key}down`} value={`${column.key} down`}>
            {t('table.falling', { column: column.head })}
          </option>,
        ])}
      </select>
    </label>
  )
}

function BodyRow<Row>({
  columns,
  row,
  rowKey,
  renderReason,
  opened,
}: ReadTableProps<Row> & { readonly row: Row }) {
  const reason = renderReason?.(row)
  const needsAttention = reason === undefined ? undefined : true
  const isOpen = opened?.key === rowKey(row)
  return (
    <>
      <tr role="row" data-attention={needsAttention} data-open={isOpen ? true : undefined}>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} role="rowheader" scope="row" data-phone={column.onPhone ?? 'title'}>
              {column.render(row)}
            </th>
          ) : (
            <Cell key={column.key} column={column}>
              {column.render(row)}
            </Cell>
          ),
        )}
      </tr>
      {reason !== undefined && (
        <tr role="row" className="ac-table-reason" data-attention>
          <td role="cell" colSpan={columns.length}>
            {reason}
          </td>
        </tr>
      )}
      {isOpen && (
        <tr role="row" className="ac-table-opened">
          <td role="cell" colSpan={columns.length}>
            {opened.content}
          </td>
        </tr>
      )}
    </>
  )
}

function Cell<Row>({ column, children }: { readonly column: Column<Row>; readonly children: ReactNode }) {
  return (
    <td
      role="cell"
      className={column.isNumber === true ? 'ac-table-number ac-so' : undefined}
      data-phone={column.onPhone ?? 'line'}
      data-label={column.head}
      data-fold-name={column.isFoldName === true ? true : undefined}
      data-empty={children === undefined ? true : undefined}
    >
      {children}
    </td>
  )
}
