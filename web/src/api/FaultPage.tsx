import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { Page } from '../ui/AppShell.tsx'
import { Go } from '../ui/Go.tsx'
import { useFormats, useLanguage } from '../ui/language.tsx'
import { EmptyState, ErrorNote, Loading } from '../ui/states.tsx'
import { faultOf, type Fault } from './fault.ts'
import { changedHref, todayWord } from './moment.ts'
import { useScreenText } from './texts.ts'

export type FaultNoteProps = {
  readonly error: unknown
  readonly onAgain: () => void
  /** What to do about a refusal, where the screen knows better than "choose another day or unit". */
  readonly todo?: ReactNode
}

/** What was not answered, what is safe, what to do now. */
function FaultNote({ error, onAgain, todo }: FaultNoteProps) {
  const t = useScreenText()
  const { language } = useLanguage()
  const fault = faultOf(error)
  const again = (
    <button type="button" className="ac-act" onClick={onAgain}>
      {t('fault.again')}
    </button>
  )
  switch (fault.kind) {
    case 'refused':
      return (
        <ErrorNote
          what={fault.says[language]}
          todo={todo ?? t('fault.refusedTodo')}
          action={<WayOut fault={fault} />}
        />
      )
    case 'unreachable':
      return (
        <ErrorNote
          what={t('fault.unreachable')}
          safe={t('fault.safe')}
          todo={t('fault.unreachableTodo')}
          action={again}
        />
      )
    case 'notUnderstood':
      return (
        <ErrorNote
          what={t('fault.notUnderstood')}
          safe={t('fault.safe')}
          todo={t('fault.notUnderstoodTodo')}
          action={again}
          reference={fault.reference}
        />
      )
  }
}

/** The nearest day that has an answer where the day was wrong, else the first page. */
function WayOut({ fault }: { readonly fault: Extract<Fault, { readonly kind: 'refused' }> }) {
  const t = useScreenText()
  const format = useFormats()
  const { pathname, searchStr } = useLocation()
  const { from } = fault.facts
  if (fault.code === 'dayBeforeProvince' && typeof from === 'string') {
    return (
      <Go href={changedHref(pathname, searchStr, { on: from })}>
        {t('fault.firstDay', { day: format.day(from) })}
      </Go>
    )
  }
  if (fault.code === 'provinceMissing' && new URLSearchParams(searchStr).has('known')) {
    return <Go href={changedHref(pathname, searchStr, { known: undefined })}>{t('fault.knownToday')}</Go>
  }
  if (fault.code === 'futureDay') {
    return (
      <Go href={changedHref(pathname, searchStr, { on: todayWord, known: undefined })}>
        {t('fault.toToday')}
      </Go>
    )
  }
  return <Go href="/">{t('fault.home')}</Go>
}

/** A page that has nothing but the fault. */
export function FaultPage(props: FaultNoteProps) {
  const t = useScreenText()
  return (
    <Page title={t('fault.title')}>
      <h1 className="ac-sr">{t('fault.title')}</h1>
      <FaultNote {...props} />
    </Page>
  )
}

/** No province yet: what this is, and how to get one. */
export function EmptyWorld() {
  const t = useScreenText()
  return (
    <Page title={t('empty.title')}>
      <h1 className="ac-sentence">{t('empty.title')}</h1>
      <EmptyState what={t('empty.what')} why={t('empty.why')} />
      <ol className="ac-steps">
        <li>{t('empty.demo')}</li>
        <li>{t('empty.restore')}</li>
        <li>{t('empty.enter')}</li>
      </ol>
    </Page>
  )
}

/** An answer on its way, an answer that did not come, or the answer. */
export function Answered<Answer>({
  query,
  children,
  todo,
}: {
  readonly query: {
    readonly data: Answer | undefined
    readonly error: unknown
    readonly isError: boolean
    readonly refetch: () => unknown
  }
  readonly children: (answer: Answer) => ReactNode
  readonly todo?: ReactNode
}) {
  if (query.data !== undefined && !query.isError) return children(query.data)
  if (query.isError) return <FaultNote error={query.error} onAgain={() => query.refetch()} todo={todo} />
  return <Loading />
}
