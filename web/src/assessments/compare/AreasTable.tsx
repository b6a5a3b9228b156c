import { screenPaths } from '@ancu/core/kernel'

import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { useNaming } from '../../units/names.ts'
import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'
import { useTotalsColumns } from './totals-columns.tsx'

type AreaRow = Comparison['areas'][number]

/** District by district; each leads to the same comparison of itself. */
export function AreasTable({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const { href } = useMoment()
  const { title } = useNaming()
  const totals = useTotalsColumns(comparison)
  const { areas, oldSide, newSide } = comparison
  const columns: readonly Column<AreaRow>[] = [
    {
      key: 'area',
      head: t('table.area'),
      render: ({ unit }) => (
        <Go href={href(screenPaths.compare, { old: oldSide.set, new: newSide.set, unit: unit.id })}>
          {title(unit)}
        </Go>
      ),
      sortBy: ({ unit }) => unit.name,
    },
    ...totals,
  ]
  return (
    <div className="ac-compare-areas">
      <ReadTable
        caption={t('areas.caption')}
        isWide
        columns={columns}
        rows={areas}
        rowKey={({ unit }) => unit.id}
        sorted={{ by: 'lost', descending: true }}
      />
    </div>
  )
}
