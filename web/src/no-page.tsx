import type { ErrorComponentProps } from '@tanstack/react-router'

import { Page } from './ui/AppShell.tsx'
import { FigureSentence } from './ui/FigureSentence.tsx'
import { Go } from './ui/Go.tsx'
import { useUiText } from './ui/language.tsx'
import { EmptyState, ErrorNote } from './ui/states.tsx'

/** An address that is no screen. */
export function NotFound() {
  const t = useUiText()
  return (
    <Page title={t('notFound.title')}>
      <FigureSentence size="work">{t('notFound.title')}</FigureSentence>
      <EmptyState
        what={t('notFound.what')}
        why={t('notFound.todo')}
        action={<Go href="/">{t('notFound.home')}</Go>}
      />
    </Page>
  )
}

/** A screen that broke while it was drawn. */
export function Failed({ error }: ErrorComponentProps) {
  const t = useUiText()
  return (
    <Page title={t('failed.title')}>
      <FigureSentence size="work">{t('failed.title')}</FigureSentence>
      <ErrorNote
        what={t('failed.what')}
        safe={t('failed.safe')}
        todo={t('failed.todo')}
        action={
          <button type="button" className="ac-act" onClick={() => window.location.reload()}>
            {t('failed.again')}
          </button>
        }
        reference={error instanceof Error ? error.message : String(error)}
      />
    </Page>
  )
}
