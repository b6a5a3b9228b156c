import { useEffect, useRef } from 'react'

import { faultOf } from '../api/fault.ts'
import { useScreenText } from '../api/texts.ts'
import { useLanguage } from '../ui/language.tsx'
import { ErrorNote } from '../ui/states.tsx'
import { useNaming } from '../units/names.ts'
import { useAboutWords } from './disagreements-about.ts'
import type { Disagreement } from './disagreements-filter.ts'
import type { Settled } from './disagreements-note.ts'
import { useDisagreementsText } from './disagreements-texts.ts'

/** What was written last, as long as the page is open. */
export type Done =
  | {
      readonly kind: 'recorded'
      readonly seq: number
      readonly row: Disagreement
      readonly note: Settled['note']
    }
  | { readonly kind: 'withdrawn'; readonly seq: number; readonly row: Disagreement }

export type DisagreementsDoneProps = {
  readonly done: Done | undefined
  /** Why the last note could not be taken back. */
  readonly failed: unknown
  readonly isUndoing: boolean
  readonly onUndo: (row: Disagreement, note: Settled['note']) => void
}

/** Says what was written and where in the ledger, and takes it back by an entry more. */
export function DisagreementsDone({ done, failed, isUndoing, onUndo }: DisagreementsDoneProps) {
  const t = useDisagreementsText()
  const screen = useScreenText()
  const { language } = useLanguage()
  const { named } = useNaming()
  const aboutWords = useAboutWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done !== undefined) place.current?.focus()
  }, [done])
  const fault = failed === null ? undefined : faultOf(failed)
  return (
    <>
      {done !== undefined && (
        <div ref={place} tabIndex={-1} role="status" className="ac-differ-done">
          <p>
            {t(`done.${done.kind}`, {
              seq: String(done.seq),
              unit: named(done.row.unit),
              about: aboutWords(done.row),
            })}{' '}
            {done.kind === 'recorded' && (
              <button
                type="button"
                className="ac-act"
                disabled={isUndoing}
                onClick={() => onUndo(done.row, done.note)}
              >
                {t('done.undo')}
              </button>
            )}
          </p>
        </div>
      )}
      {fault !== undefined && (
        <ErrorNote
          what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
          todo={t('refused.withdraw')}
        />
      )}
    </>
  )
}
