import { useMoment } from '../../api/Moment.tsx'
import { Go } from '../../ui/Go.tsx'
import { Note } from '../../ui/states.tsx'
import type { Criterion, Standing } from '../answers.ts'
import { useStandingText } from '../texts.ts'
import { DocumentName } from './sources.tsx'

export type IncompleteNoteProps = { readonly standing: Standing; readonly criterion: Criterion }

/** The published text that is held does not tell all of a criterion: what is known, and what would tell the rest. */
export function IncompleteNote({ standing, criterion }: IncompleteNoteProps) {
  const t = useStandingText()
  const { href } = useMoment()
  const { indicators, wanted } = criterion
  return (
    <Note tone="care">
      <p>{indicators.length === 0 ? t('incomplete.none') : t('incomplete.some', { n: indicators.length })}</p>
      {wanted !== null && (
        <p>
          {t('incomplete.wanted')}{' '}
          <DocumentName standing={standing} id={wanted.document} article={wanted.article ?? undefined} />.
        </p>
      )}
      <p>
        <Go href={href('/van-ban-con-thieu', { set: standing.set ?? undefined })}>{t('incomplete.see')}</Go>
      </p>
    </Note>
  )
}
