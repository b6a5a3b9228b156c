import { useParams } from '@tanstack/react-router'

import { comingSet } from '@ancu/core/assessments'

import { useAnswer } from '../api/answers.ts'
import { useMoment } from '../api/Moment.tsx'
import { Page } from '../ui/AppShell.tsx'
import { Go } from '../ui/Go.tsx'
import { ComingScreen, useComingAsked } from './coming/ComingScreen.tsx'
import { useComingText } from './coming/texts.ts'

/** What a set would change on the day it takes over, and what each unit should do first. */
export function ComingPage() {
  const t = useComingText()
  const { setId = '' } = useParams({ strict: false })
  const { href } = useMoment()
  const query = useAnswer(comingSet, { ...useComingAsked(), set: setId })
  return (
    <Page title={t('title')}>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href(`/bo-tieu-chi/${setId}`)}>{t('back')}</Go>
      </p>
      <ComingScreen title={t('title')} query={query} todo={t('refusedTodo')} />
    </Page>
  )
}
