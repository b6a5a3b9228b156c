import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'

import { useFormats } from '../ui/language.tsx'
import type { DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { useDraftingText } from './texts.ts'

export type PublishDialogProps = {
  readonly draft: DraftInHand
  readonly isBusy: boolean
  readonly error: unknown
  readonly onPublish: () => void
  readonly onClose: () => void
}

/** What will be published, asked once more: it cannot be taken back. The browser keeps the focus inside. */
export function PublishDialog({ draft, isBusy, error, onPublish, onClose }: PublishDialogProps) {
  const t = useDraftingText()
  const format = useFormats()
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { head, criteria, indicators } = draft.shown.work.draft
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('h2')?.focus()
  }, [])
  const dayOr = (day: string | undefined): string => (day === undefined ? '' : format.day(day))
  return (
    <dialog
      ref={dialog}
      className="ac-dialog draft-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        if (isBusy) event.preventDefault()
      }}
      onClose={onClose}
    >
      <h2 id={heading} tabIndex={-1}>
        {t('publish.ask', { set: head.set, edition: head.edition })}
      </h2>
      <ul>
        <li>{head.name}</li>
        <li>{t('publish.askSize', { criteria: criteria.length, indicators: indicators.length })}</li>
        <li>
          {head.until === undefined
            ? t('publish.askFrom', { from: dayOr(head.from) })
            : t('publish.askBetween', { from: dayOr(head.from), until: format.day(head.until) })}
        </li>
        <li>
          <b>{t('publish.askNoBack')}</b>
        </li>
      </ul>
      <FaultNote error={error} />
      <p className="draft-buttons">
        <Button loading={isBusy} onClick={onPublish}>
          {t('publish.confirm')}
        </Button>
        <button type="button" className="ac-act" disabled={isBusy} onClick={() => dialog.current?.close()}>
          {t('publish.notYet')}
        </button>
      </p>
    </dialog>
  )
}
