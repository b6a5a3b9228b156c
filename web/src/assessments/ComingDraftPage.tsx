import { useParams } from '@tanstack/react-router'

import { comingDraft } from '@ancu/core/assessments'
import { screenPaths } from '@ancu/core/kernel'

import { useAnswer } from '../api/answers.ts'
import { draftPath, useDraft } from '../drafting/draft.ts'
import { Issues, type IssuesProps } from '../drafting/Issues.tsx'
import { Page } from '../ui/AppShell.tsx'
import { Go } from '../ui/Go.tsx'
import { Section } from '../ui/Section.tsx'
import { Note } from '../ui/states.tsx'
import type { ComingDraft } from './coming/answers.ts'
import { ComingScreen, useComingAsked } from './coming/ComingScreen.tsx'
import { useComingText } from './coming/texts.ts'

/** What a draft that nobody has published would change if it took over, by its rows as they are written now. */
export function ComingDraftPage() {
  const { draftId = '' } = useParams({ strict: false })
  return <OfDraft key={draftId} id={draftId} />
}

function OfDraft({ id }: { readonly id: string }) {
  const t = useComingText()
  const shown = useDraft(id).data
  const query = useAnswer(comingDraft, { ...useComingAsked(), draft: id })
  const own = draftPath(screenPaths.draft, id)
  const kinds = shown?.work.draft.head.forKinds
  const isIncomplete = query.isError && shown !== undefined && shown.issues.length > 0
  return (
    <Page title={t('draft.title')}>
      <p className="ac-small ac-back ac-noprint">
        <Go href={own}>{t('draft.back')}</Go>
      </p>
      {query.data !== undefined && !query.isError && <Mark draft={query.data.draft} shown={shown} />}
      <ComingScreen
        title={t('draft.title')}
        query={query}
        todo={t(isIncomplete ? 'draft.incompleteTodo' : 'draft.refusedTodo')}
        {...(kinds === undefined ? {} : { ownKinds: kinds })}
        {...(isIncomplete ? { refused: <Missing shown={shown} on={own} /> } : {})}
      />
    </Page>
  )
}

function Missing({ shown, on }: Required<IssuesProps>) {
  const t = useComingText()
  return (
    <Section heading={t('draft.missing')}>
      <Issues shown={shown} on={on} />
    </Section>
  )
}

type MarkProps = {
  readonly draft: ComingDraft['draft']
  /** Undefined while it is on its way. */
  readonly shown: ReturnType<typeof useDraft>['data']
}

/** That this is no law yet, and how far the draft has been looked over. */
function Mark({ draft: { unconfirmed, doubts, discarded }, shown }: MarkProps) {
  const t = useComingText()
  const isLookedOver = unconfirmed + doubts === 0
  const isAside = shown === undefined ? discarded : Boolean(shown.work.discarded)
  return (
    <div className="ac-coming-mark">
      <Note tone="care">
        {shown?.published == null ? (
          <p>
            <b>{t(isAside ? 'draft.markDiscarded' : 'draft.mark')}</b>{' '}
            {t(isLookedOver ? 'draft.lookedOver' : 'draft.notLookedOver', { unconfirmed, doubts })}
          </p>
        ) : (
          <p>{t('draft.markPublished')}</p>
        )}
      </Note>
    </div>
  )
}
