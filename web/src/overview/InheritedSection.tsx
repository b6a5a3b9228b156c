import { useState, type ReactNode } from 'react'

import { useMoment } from '../api/Moment.tsx'
import type { CommuneRow, Overview } from '../standing/answers.ts'
import { inherited } from '../standing/filter.ts'
import { OldUnits } from '../standing/OldUnits.tsx'
import { Go } from '../ui/Go.tsx'
import { ReadTable, type Column } from '../ui/ReadTable.tsx'
import { Section } from '../ui/Section.tsx'
import { useNaming } from '../units/names.ts'
import { UnitsDrawn } from './DiagramSection.tsx'
import { oldCommunes } from './inheritance.ts'
import { useOverviewText } from './texts.ts'

/** Units made of others: what they stand on until they are judged themselves. A verdict is never added up. */
export function InheritedSection({
  overview,
  children,
}: {
  readonly overview: Overview
  /** Stands beside the diagram, under its words. */
  readonly children: ReactNode
}) {
  const t = useOverviewText()
  const [isTable, setTable] = useState(false)
  const heirs = overview.rows.filter((row) => row.inherits.length > 0)
  const old = oldCommunes(overview)
  return (
    <Section heading={t('inherited.heading', { ...old, heirs: heirs.length })}>
      <div className="ac-two">
        <div className="ac-overview-diagram">
          <UnitsDrawn overview={overview} />
        </div>
        <div className="ac-inherited-says">
          <p>{t('inherited.why')}</p>
          <p>{t('inherited.recognised', { ...old, n: old.recognised })}</p>
          <p>
            <button
              type="button"
              className="ac-act ac-noprint"
              aria-expanded={isTable}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? t('inherited.hide') : t('inherited.show', { n: heirs.length })}
            </button>
          </p>
          {children}
        </div>
      </div>
      {isTable && <HeirsTable heirs={heirs} />}
    </Section>
  )
}

function HeirsTable({ heirs }: { readonly heirs: readonly CommuneRow[] }) {
  const t = useOverviewText()
  const { href } = useMoment()
  const { title } = useNaming()
  const share = (row: CommuneRow) => {
    const old = inherited(row)
    return old === undefined ? undefined : old.met / old.of
  }
  const columns: readonly Column<CommuneRow>[] = [
    {
      key: 'unit',
      head: t('inherited.unit'),
      render: (row) => <Go href={href(`/don-vi/${row.id}`)}>{title(row)}</Go>,
      sortBy: ({ name }) => name,
    },
    {
      key: 'share',
      head: t('inherited.share'),
      render: (row) => {
        const old = inherited(row)
        return old === undefined ? undefined : `${old.met}/${old.of}`
      },
      sortBy: share,
      isNumber: true,
      onPhone: 'beside',
    },
    {
      key: 'old',
      head: t('inherited.old'),
      render: (row) => <OldUnits units={row.inherits} />,
    },
  ]
  return (
    <ReadTable
      caption={t('inherited.caption')}
      isCaptionHidden
      columns={columns}
      rows={heirs}
      rowKey={({ id }) => id}
      sorted={{ by: 'share', descending: true }}
    />
  )
}
