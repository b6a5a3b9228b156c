import { useLanguage } from '../../ui/language.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { Unknown } from '../../ui/Verdict.tsx'
import type { Comparison } from './answers.ts'
import { Folded } from './Folded.tsx'
import { useCompareText } from './texts.ts'
import { useTotalsColumns } from './totals-columns.tsx'

type CriterionRow = Comparison['criteria'][number]
type DepartmentRow = Comparison['departments'][number]

/** What each criterion loses over all units, in the order of the newer set. */
export function ByCriterion({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const { language } = useLanguage()
  const totals = useTotalsColumns(comparison)
  const { criteria } = comparison
  const columns: readonly Column<CriterionRow>[] = [
    {
      key: 'criterion',
      head: t('table.criterion'),
      render: ({ old, new: current, name, owner }) => (
        <>
          <span className="ac-so">{current.code ?? old.code}</span> {name[language]}
          <span className="ac-small ac-under">
            {[codesSaid({ old, new: current }, t), owner?.[language]].filter(Boolean).join('. ')}
          </span>
        </>
      ),
    },
    ...totals,
  ]
  return (
    <Folded
      name="criteria"
      heading={t('byCriterion.heading', {
        n: criteria.filter(({ lost }) => lost > 0).length,
        all: criteria.length,
      })}
    >
      <ReadTable
        caption={t('byCriterion.caption')}
        isCaptionHidden
        isWide
        columns={columns}
        rows={criteria}
        rowKey={({ old, new: current }) => `${old.code} ${current.code}`}
      />
    </Folded>
  )
}

/** What became of the criterion's number, where it did not stay what it was. */
function codesSaid(
  { old, new: current }: Pick<CriterionRow, 'old' | 'new'>,
  t: ReturnType<typeof useCompareText>,
): string | undefined {
  if (old.code === null) return t('byCriterion.isNew')
  if (current.code === null) return t('byCriterion.isGone')
  return old.code === current.code ? undefined : t('byCriterion.before', { code: old.code })
}

/** What falls to each body that answers, the one with most to do first. */
export function ByDepartment({ comparison }: { readonly comparison: Comparison }) {
  const t = useCompareText()
  const { language } = useLanguage()
  const totals = useTotalsColumns(comparison)
  const { departments } = comparison
  const columns: readonly Column<DepartmentRow>[] = [
    {
      key: 'department',
      head: t('table.department'),
      render: ({ owner }) => (owner === null ? <Unknown>{t('change.nobody')}</Unknown> : owner[language]),
      sortBy: ({ owner }) => owner?.[language],
    },
    ...totals,
  ]
  return (
    <Folded
      name="departments"
      heading={t('byDepartment.heading', { n: departments.filter(({ lost }) => lost > 0).length })}
    >
      <ReadTable
        caption={t('byDepartment.caption')}
        isCaptionHidden
        isWide
        columns={columns}
        rows={departments}
        rowKey={({ owner }) => owner?.vi ?? ''}
      />
    </Folded>
  )
}
