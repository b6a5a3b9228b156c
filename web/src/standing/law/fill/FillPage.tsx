import { useParams } from '@tanstack/react-router'

import { readSet } from '@ancu/core/standing'

import { useAnswer } from '../../../api/answers.ts'
import { FaultPage } from '../../../api/FaultPage.tsx'
import { useExtra, useMoment } from '../../../api/Moment.tsx'
import { Page } from '../../../ui/AppShell.tsx'
import { Loading } from '../../../ui/states.tsx'
import { useLawText } from '../texts.ts'
import { FillForm } from './FillForm.tsx'
import '../law.css'
import './fill.css'

/** Writes down what the province decided on levels of a set, after showing what it changes. */
export function FillPage() {
  const { setId = '' } = useParams({ strict: false })
  const t = useLawText()
  const { askedWhen } = useMoment()
  const [key, column, replaces] = [useExtra('key'), useExtra('column'), useExtra('replaces')]
  const query = useAnswer(readSet, { ...askedWhen, set: setId })
  if (query.isError) return <FaultPage error={query.error} onAgain={() => void query.refetch()} />
  return (
    <Page title={t('fill.title')}>
      {query.data === undefined || query.isPlaceholderData ? (
        <Loading />
      ) : (
        <FillForm key={`${setId} ${key} ${replaces}`} given={query.data} asked={{ key, column, replaces }} />
      )}
    </Page>
  )
}
