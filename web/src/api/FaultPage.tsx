import type { ReactNode } from 'react'

import { Page } from '../ui/AppShell.tsx'
import { Go } from '../ui/Go.tsx'
import { useLanguage } from '../ui/language.tsx'
import { EmptyState, ErrorNote, Loading } from '../ui/states.tsx'
import { faultOf } from './fault.ts'
import { useScreenText } from './texts.ts'

export type FaultNoteProps = {
  readonly error: unknown
  readonly onAgain: () => void
  /** What to do about a refusal, where the screen knows better than "choose another day or unit". */
  readonly todo?: ReactNode
}

/** What was not answered, what is safe, what to do now. */
export function FaultNote({ error, onAgain, todo }: FaultNoteProps) {
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
          action={<Go href="/">{t('fault.home')}</Go>}
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
