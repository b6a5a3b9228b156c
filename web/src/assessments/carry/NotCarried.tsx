import { useMemo, useState } from 'react'

import { carryObstacles } from '@ancu/core/assessments'
import { screenPaths } from '@ancu/core/kernel'

import { useChange, useExtra, useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { ReadTable, type Column } from '../../ui/ReadTable.tsx'
import { useIsPrinted } from '../../ui/screen.ts'
import { Section } from '../../ui/Section.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { useNaming } from '../../units/names.ts'
import { CarryFilters } from './CarryFilters.tsx'
import { PartName, useConclusionColumns } from './columns.tsx'
import { filterRows, type CarryAnswer, type CarryRow, type Obstacle } from './rows.ts'
import { useCarryText } from './texts.ts'

type NotCarriedProps = { readonly answer: CarryAnswer }

/** What may not be carried over, by what stands in the way, with what would settle it. */
export function NotCarried({ answer }: NotCarriedProps) {
  const t = useCarryText()
  const change = useChange()
  const filter = { text: useExtra('text'), ground: undefined, code: useExtra('code') }
  const shown = filterRows(answer.rows, filter)
  if (answer.rows.length === 0) {
    return <EmptyState what={t('empty.noObstacle')} why={t('empty.noObstacleWhy')} />
  }
  const groups = carryObstacles
    .map((obstacle) => ({ obstacle, rows: shown.filter((row) => row.obstacle === obstacle) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <CarryFilters rows={answer.rows} found={shown.length} filter={filter} onFilter={change} />
      {shown.length === 0 && <EmptyState what={t('filter.nothing')} why={t('filter.nothingWhy')} />}
      {groups.map(({ obstacle, rows }) => (
        <ObstacleSection key={obstacle} obstacle={obstacle} rows={rows} answer={answer} />
      ))}
    </>
  )
}

/** Rows shown at first, and how many more each time. */
const [shownFirst, shownMore] = [5, 100]

function ObstacleSection({
  obstacle,
  rows,
  answer,
}: NotCarriedProps & { readonly obstacle: Obstacle; readonly rows: readonly CarryRow[] }) {
  const t = useCarryText()
  const [most, setMost] = useState(shownFirst)
  const columns = useColumns(answer)
  const left = useIsPrinted() ? 0 : rows.length - most
  return (
    <Section heading={t(`not.${obstacle}`, { n: rows.length })}>
      <p className="ac-lead ac-carry-settle">
        {t(`settle.${obstacle}`, { new: answer.newSide.name.short })}{' '}
        <WayOut obstacle={obstacle} answer={answer} />
      </p>
      <SourcePlace>
        <div className="ac-carry-not">
          <ReadTable
            caption={t(`not.${obstacle}`, { n: rows.length })}
            isCaptionHidden
            columns={columns}
            rows={left > 0 ? rows.slice(0, most) : rows}
            rowKey={({ claim }) => claim.id}
          />
        </div>
      </SourcePlace>
      {left > 0 && (
        <p className="ac-noprint ac-carry-more">
          <button type="button" className="ac-act" onClick={() => setMost(most + shownMore)}>
            {t('not.more', { n: Math.min(left, shownMore), left })}
          </button>
        </p>
      )}
    </Section>
  )
}

/** Where what is in the way can be looked at, or settled. */
function WayOut({ obstacle, answer }: NotCarriedProps & { readonly obstacle: Obstacle }) {
  const t = useCarryText()
  const { href } = useMoment()
  const { newSide } = answer
  switch (obstacle) {
    case 'levelUnknown':
      return <Go href={href(screenPaths.missing, { set: newSide.set })}>{t('settle.missing')}</Go>
    case 'notAsked':
    case 'partNew':
    case 'otherRule':
    case 'higher':
    case 'fellToLower':
      return <Go href={href(`/bo-tieu-chi/${newSide.set}`)}>{t('settle.readSet')}</Go>
    case 'concluded':
    case 'contested':
    case 'contradicted':
      return null
  }
}

function useColumns(answer: CarryAnswer): readonly Column<CarryRow>[] {
  const t = useCarryText()
  const { title } = useNaming()
  const { href } = useMoment()
  const conclusion = useConclusionColumns(answer)
  return useMemo(() => {
    const { oldSide, newSide } = answer
    /** Where conclusions contend they do so under the old set; anything else is read under the new one. */
    const seenAt = ({ obstacle, old, new: part, scope }: CarryRow) => {
      const isOld = obstacle === 'contested' || part === null
      const { code, criterion } = isOld ? old : part
      return {
        set: (isOld ? oldSide : newSide).set,
        criterion,
        indicator: scope === 'indicator' ? code : undefined,
      }
    }
    return [
      {
        key: 'unit',
        head: t('table.unit'),
        render: (row) => <Go href={href(`/don-vi/${row.unit.id}`, seenAt(row))}>{title(row.unit)}</Go>,
      },
      { key: 'old', head: t('table.old'), render: (row) => <PartName part={row.old} /> },
      {
        key: 'new',
        head: t('table.new'),
        render: (row) => (row.new === null ? t('table.nothing') : <PartName part={row.new} />),
      },
      ...conclusion,
    ]
  }, [t, title, href, answer, conclusion])
}
