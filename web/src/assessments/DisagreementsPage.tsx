import { listDisagreements } from '@ancu/core/assessments'

import { useAnswer } from '../api/answers.ts'
import { FaultPage } from '../api/FaultPage.tsx'
import { useMoment } from '../api/Moment.tsx'
import { Page } from '../ui/AppShell.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { EmptyState, Loading } from '../ui/states.tsx'
import { useNaming } from '../units/names.ts'
import { ChangesNav } from './ChangesNav.tsx'
import { DisagreementsWork } from './DisagreementsWork.tsx'
import type { Disagreements } from './disagreements-filter.ts'
import { useDisagreementsText } from './disagreements-texts.ts'
import './disagreements.css'

/** Where what is known contradicts itself, who answers for it, and the note that settles it. */
export function DisagreementsPage() {
  const t = useDisagreementsText()
  const { asked, area } = useMoment()
  const { basis: _basis, ...when } = asked
  const sent = { ...when, ...(area === undefined ? {} : { unit: area }) }
  const query = useAnswer(listDisagreements, sent)
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('title')}>
      <ChangesNav current="disagreements" />
      {query.data === undefined ? (
        <Loading />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <Lead answer={query.data} />
          {query.data.rows.length === 0 ? (
            <EmptyState what={t('none.what')} why={t('none.why')} />
          ) : (
            <DisagreementsWork answer={query.data} sent={sent} />
          )}
        </div>
      )}
    </Page>
  )
}

function Lead({ answer }: { readonly answer: Disagreements }) {
  const t = useDisagreementsText()
  const format = useFormats()
  const { language } = useLanguage()
  const { title } = useNaming()
  const { world } = useMoment()
  const { counts, rows, unit, on } = answer
  const units = new Set(rows.flatMap((row) => (row.state === 'open' ? [row.unit.id] : []))).size
  const name = world.sets.find(({ id }) => id === answer.set)?.name
  const where = { place: title(unit), day: format.day(on), reconciled: counts.reconciled }
  return (
    <>
      <FigureSentence size="work">
        {counts.open > 0
          ? t('sentence.open', { n: counts.open, units })
          : t(counts.reconciled > 0 ? 'sentence.settled' : 'sentence.none')}
      </FigureSentence>
      <p className="ac-lead">
        {name === undefined
          ? t('lead.noSet', where)
          : t('lead', { ...where, set: language === 'vi' ? name.short : name.en })}{' '}
        {rows.length > 0 && t('lead.what')}
      </p>
    </>
  )
}
