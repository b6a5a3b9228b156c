import { useUiText } from '../language.tsx'
import { Section } from '../Section.tsx'
import { EmptyState, ErrorNote, Loading, Note } from '../states.tsx'

/** What a screen says when there is nothing, when something failed, while it waits, and without a network. */
export function StatesPart() {
  const t = useUiText()
  return (
    <Section heading={t('catalogue.states')}>
      <div className="catalogue-states">
        <EmptyState
          what={t('catalogue.empty.what')}
          why={t('catalogue.empty.why')}
          action={
            <button type="button" className="ac-act">
              {t('catalogue.empty.action')}
            </button>
          }
        />
        <ErrorNote
          what={t('catalogue.error.what')}
          safe={t('catalogue.error.safe')}
          todo={t('catalogue.error.todo')}
          reference="7f3a-2209"
        />
        <Note tone="care">{t('catalogue.care')}</Note>
        <Note tone="offline">{t('catalogue.offline')}</Note>
        <Loading says={t('catalogue.loading')} />
      </div>
    </Section>
  )
}
