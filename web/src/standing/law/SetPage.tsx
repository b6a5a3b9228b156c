import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'

import { screenPaths } from '@ancu/core/kernel'
import { listSets, readSet } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { FaultPage } from '../../api/FaultPage.tsx'
import { useChange, useExtra, useMoment } from '../../api/Moment.tsx'
import { Page } from '../../ui/AppShell.tsx'
import { FigureSentence } from '../../ui/FigureSentence.tsx'
import { Go } from '../../ui/Go.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { EmptyState, Loading } from '../../ui/states.tsx'
import { AboutSet } from './AboutSet.tsx'
import type { Reading } from './answers.ts'
import { ApplySet } from './apply/ApplySet.tsx'
import { countIndicators, filterReading } from './reading-filter.ts'
import { SetFilters } from './SetFilters.tsx'
import { SetLead } from './SetLead.tsx'
import { SetTable } from './SetTable.tsx'
import { comingPath, couldTakeOver } from './taking-over.ts'
import { useLawText } from './texts.ts'
import './law.css'

/** One set, read the way its decision is. */
export function SetPage() {
  const { setId = '' } = useParams({ strict: false })
  return <ReadSet key={setId} set={setId} />
}

function ReadSet({ set }: { readonly set: string }) {
  const t = useLawText()
  const { askedWhen } = useMoment()
  const query = useAnswer(readSet, { ...askedWhen, set })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={query.data?.name.short ?? t('sets.title')}>
      {query.data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Annex reading={query.data} />
        </div>
      )}
    </Page>
  )
}

function Annex({ reading }: { readonly reading: Reading }) {
  const t = useLawText()
  const { language } = useLanguage()
  const { href, askedWhen } = useMoment()
  const sets = useAnswer(listSets, askedWhen)
  const change = useChange()
  const { declaredIndicators } = reading
  const [text, only, owner] = [useExtra('text'), useExtra('only'), useExtra('owner')]
  const criteria = useMemo(() => filterReading(reading, { text, only, owner }), [reading, text, only, owner])
  return (
    <>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href('/bo-tieu-chi')}>{t('set.back')}</Go>
        {' · '}
        <Go href={href(screenPaths.compare, { [sideOf(reading)]: reading.set })}>{t('set.compare')}</Go>
        {sets.data !== undefined && couldTakeOver(reading, sets.data) && (
          <>
            {' · '}
            <Go href={href(comingPath(reading.set))}>{t('set.coming')}</Go>
          </>
        )}
      </p>
      <FigureSentence size="work">
        {declaredIndicators === 'unknown'
          ? t('set.sentenceUnknown', { name: reading.name[language], criteria: reading.criteria.length })
          : t('set.sentence', {
              name: reading.name[language],
              criteria: reading.criteria.length,
              indicators: declaredIndicators ?? countIndicators(reading.criteria),
            })}
      </FigureSentence>
      <SetLead reading={reading} />
      <ApplySet reading={reading} />
      <SetFilters
        reading={reading}
        filter={{ text, only, owner }}
        found={countIndicators(criteria)}
        onFilter={(changes) => change(changes, { replace: true })}
      />
      {criteria.length === 0 ? (
        <EmptyState what={t('filter.nothing')} why={t('filter.nothingWhy')} />
      ) : (
        <SetTable reading={reading} criteria={criteria} />
      )}
      <AboutSet reading={reading} />
    </>
  )
}

/** On which side of a comparison the set stands: as the older one where it is over and follows none. */
function sideOf({ replaces, time }: Reading): 'old' | 'new' {
  return replaces === null && time === 'ended' ? 'old' : 'new'
}
