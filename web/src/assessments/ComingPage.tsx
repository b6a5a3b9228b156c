import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { comingSet } from '@ancu/core/assessments'
import { parseDay, screenPaths } from '@ancu/core/kernel'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../api/answers.ts'
import { Answered } from '../api/FaultPage.tsx'
import { useExtra, useMoment } from '../api/Moment.tsx'
import { Page } from '../ui/AppShell.tsx'
import { FigureSentence } from '../ui/FigureSentence.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats } from '../ui/language.tsx'
import { EmptyState } from '../ui/states.tsx'
import type { Coming } from './coming/answers.ts'
import { ComingLead } from './coming/ComingLead.tsx'
import { ComingUnits } from './coming/ComingUnits.tsx'
import { SwitchDay } from './coming/SwitchDay.tsx'
import { useComingText } from './coming/texts.ts'
import { ByCriterion, ByDepartment } from './compare/ByPart.tsx'
import { CausesSection } from './compare/CausesSection.tsx'
import { NotCompared } from './compare/NotCompared.tsx'
import '../standing/law/law.css'
import './compare/compare.css'
import './regressions.css'
import './coming/coming.css'

/** What a set would change on the day it takes over, and what each unit should do first. */
export function ComingPage() {
  const t = useComingText()
  const { setId = '' } = useParams({ strict: false })
  const { asked, area, day, href } = useMoment()
  const from = useExtra('from')
  const { set: _set, ...when } = asked
  const query = useAnswer(comingSet, {
    ...when,
    set: setId,
    ...(from === undefined ? {} : { from }),
    ...(area === undefined ? {} : { unit: area }),
  })
  const coming = query.isError ? undefined : query.data
  const chosen = coming?.newSide.on ?? parseDay(from ?? '') ?? day
  const form = <SwitchDay key={chosen} chosen={chosen} isOwn={from !== undefined} />
  return (
    <Page title={t('title')}>
      <p className="ac-small ac-back ac-noprint">
        <Go href={href(`/bo-tieu-chi/${setId}`)}>{t('back')}</Go>
      </p>
      <div aria-busy={query.isPlaceholderData}>
        {coming === undefined && <FigureSentence size="work">{t('title')}</FigureSentence>}
        <Answered query={query} todo={t('refusedTodo')}>
          {(answer) => <Shown coming={answer}>{form}</Shown>}
        </Answered>
        {query.isError && form}
      </div>
    </Page>
  )
}

type ShownProps = {
  readonly coming: Coming
  /** The choice of the day, under the sentence. */
  readonly children: ReactNode
}

function Shown({ coming, children }: ShownProps) {
  const t = useComingText()
  const format = useFormats()
  const { oldSide, newSide } = coming
  const set = newSide.name.short
  if (oldSide.set === newSide.set) {
    return <Nothing what={t('same.what', { set, day: format.day(oldSide.on) })} why={t('same.why')} />
  }
  if (coming.units.length === 0) {
    return (
      <>
        <Nothing what={t('none.what')} why={t('none.why', { set })} />
        <Rest coming={coming} />
      </>
    )
  }
  return (
    <>
      <ComingLead coming={coming} />
      {children}
      <ComingUnits coming={coming} />
      <CausesSection comparison={coming} />
      <ByCriterion comparison={coming} />
      <ByDepartment comparison={coming} />
      <Rest coming={coming} />
    </>
  )
}

/** Nothing would change here: why, and where other sets are. */
function Nothing({ what, why }: { readonly what: string; readonly why: string }) {
  const t = useComingText()
  const { href } = useMoment()
  return (
    <>
      <FigureSentence size="work">{t('title')}</FigureSentence>
      <EmptyState what={what} why={why} action={<Go href={href(screenPaths.sets)}>{t('none.sets')}</Go>} />
    </>
  )
}

function Rest({ coming }: { readonly coming: Coming }) {
  const { askedWhen } = useMoment()
  const sets = useAnswer(listSets, askedWhen)
  return sets.data === undefined ? null : <NotCompared comparison={coming} sets={sets.data.sets} />
}
