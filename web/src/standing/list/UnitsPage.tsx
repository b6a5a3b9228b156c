import { useLocation } from '@tanstack/react-router'
import { useMemo } from 'react'

import { overview } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { FaultPage } from '../../api/FaultPage.tsx'
import { useChange, useExtra, useMoment } from '../../api/Moment.tsx'
import { Page } from '../../ui/AppShell.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { useFormats } from '../../ui/language.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { useNaming } from '../../units/names.ts'
import type { Overview } from '../answers.ts'
import { filterRows, readFilter } from '../filter.ts'
import { useStandingText } from '../texts.ts'
import { CommuneTable } from './CommuneTable.tsx'
import { Filters } from './Filters.tsx'
import { UnitTree } from './UnitTree.tsx'
import './list.css'

const views = ['list', 'tree'] as const

/** Every unit of the area: as a list to sort and sift, or as the tree it is. */
export function UnitsPage() {
  const t = useStandingText()
  const { asked, area } = useMoment()
  const query = useAnswer(overview, { ...asked, ...(area === undefined ? {} : { unit: area }) })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('list.title')}>
      {query.data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Units overview={query.data} />
        </div>
      )}
    </Page>
  )
}

function Units({ overview }: { readonly overview: Overview }) {
  const t = useStandingText()
  const format = useFormats()
  const { title } = useNaming()
  const change = useChange()
  const asked = useExtra('view')
  const view = views.find((each) => each === asked) ?? 'list'
  const { total } = overview.communes
  const n = overview.rows.length
  return (
    <>
      <FigureSentence size="work">
        {t('list.sentence', {
          n,
          place: title(overview.unit),
          units: format.number(n),
          counted: format.number(total),
          villages: format.number(overview.villages.total),
        })}
      </FigureSentence>
      <div className="ac-view">
        <Choice
          legend={t('list.view')}
          isLegendHidden
          value={view}
          options={views.map((value) => ({ value, label: t(`list.view.${value}`) }))}
          onChoose={(chosen) => change({ view: chosen === 'list' ? undefined : chosen }, { replace: true })}
        />
      </div>
      {view === 'tree' ? <UnitTree overview={overview} /> : <List overview={overview} />}
    </>
  )
}

function List({ overview }: { readonly overview: Overview }) {
  const t = useStandingText()
  const search = useLocation({ select: (location) => location.searchStr })
  const filter = useMemo(() => readFilter(search), [search])
  const rows = useMemo(() => filterRows(overview, filter), [overview, filter])
  return (
    <>
      <Filters overview={overview} filter={filter} rows={rows} />
      {rows.length === 0 ? (
        <EmptyState what={t('list.nothing')} why={t('list.nothingWhy')} />
      ) : (
        <CommuneTable overview={overview} rows={rows} />
      )}
    </>
  )
}
