import { Button } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'

import { faultOf } from '../../api/fault.ts'
import { useScreenText } from '../../api/texts.ts'
import { useFormats, useLanguage } from '../../ui/language.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useNaming } from '../../units/names.ts'
import { refusedRows, type CarryDraft } from './commands.ts'
import { byUnit, countGrounds, yearsOld, yearsUntilOld, type CarriableRow, type CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'

export type ConfirmDialogProps = {
  readonly draft: CarryDraft
  readonly answer: CarryAnswer
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** Takes the tick from what was refused. */
  readonly onLeaveOut: (rows: readonly CarriableRow[]) => void
  readonly recording: { readonly isPending: boolean; readonly error: unknown }
}

const mostLetters = 500

/** What will be recorded, in plain words, before anything is; the browser keeps the focus inside and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { draft, answer, onReason, onClose, onConfirm, onLeaveOut, recording } = props
  const t = useCarryText()
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('h2')?.focus()
  }, [])
  const isLong = draft.reason.trim().length > mostLetters
  return (
    <dialog
      ref={dialog}
      className="ac-dialog ac-carry-dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        if (recording.isPending) event.preventDefault()
      }}
      onClose={onClose}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!recording.isPending && !isLong) onConfirm()
        }}
      >
        <h2 id={heading} tabIndex={-1}>
          {t('confirm.heading', { n: draft.rows.length, set: answer.newSide.name.short })}
        </h2>
        <WhatIsRecorded draft={draft} answer={answer} />
        <TextField
          label={t('confirm.reason')}
          hint={t('confirm.reasonHint')}
          value={draft.reason}
          onValue={onReason}
          letters={64}
          isOptional
          error={isLong ? t('confirm.reasonLong', { most: mostLetters }) : undefined}
        />
        <NotRecorded
          draft={draft}
          error={recording.error}
          onLeaveOut={(rows) => {
            // Closing gives the focus back to where the dialog was opened from.
            dialog.current?.close()
            onLeaveOut(rows)
          }}
        />
        <p className="ac-carry-acts">
          <Button type="submit" loading={recording.isPending}>
            {t('confirm.submit', { n: draft.rows.length })}
          </Button>
          <button type="button" className="ac-act" onClick={() => dialog.current?.close()}>
            {t('confirm.close')}
          </button>
        </p>
      </form>
    </dialog>
  )
}

function WhatIsRecorded({ draft, answer }: Pick<ConfirmDialogProps, 'draft' | 'answer'>) {
  const t = useCarryText()
  const format = useFormats()
  const rows = draft.rows.map(({ row }) => row)
  const days = rows.map(({ claim }) => claim.asOf).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const toRead = countGrounds(rows).find(({ ground }) => ground === 'words')?.count ?? 0
  const old = rows.filter(({ claim }) => yearsOld(claim.asOf, answer.on) !== undefined).length
  return (
    <ul className="ac-carry-facts">
      <li>
        {t('confirm.rows', {
          n: rows.length,
          units: byUnit(rows).length,
          old: answer.oldSide.name.short,
          new: answer.newSide.name.short,
        })}
      </li>
      <li>
        {first === last
          ? t('confirm.sameDay', { day: format.day(first ?? answer.on) })
          : t('confirm.sameDays', { first: format.day(first ?? ''), last: format.day(last ?? '') })}
      </li>
      {toRead > 0 && (
        <li>
          <b>{t('confirm.toRead', { n: toRead })}</b>
        </li>
      )}
      {old > 0 && <li>{t('confirm.old', { n: old, years: yearsUntilOld })}</li>}
      <li>{t('confirm.back')}</li>
    </ul>
  )
}

/** Rows named at most; the rest are counted. */
const namedAtMost = 12

function NotRecorded({
  draft,
  error,
  onLeaveOut,
}: Pick<ConfirmDialogProps, 'draft' | 'onLeaveOut'> & { readonly error: unknown }) {
  const t = useCarryText()
  const screen = useScreenText()
  const { language } = useLanguage()
  const { title } = useNaming()
  if (error === null || error === undefined) return null
  const fault = faultOf(error)
  if (fault.kind !== 'refused') {
    return (
      <ErrorNote
        what={screen('fault.unreachable')}
        todo={t('refused.later')}
        {...(fault.kind === 'notUnderstood' ? { reference: fault.reference } : {})}
      />
    )
  }
  const refused = refusedRows(draft, fault.facts)
  if (refused.length === 0) return <ErrorNote what={fault.says[language]} todo={t('refused.todo')} />
  const more = refused.length - namedAtMost
  return (
    <ErrorNote
      what={t('refused.rows', { n: refused.length })}
      safe={t('refused.nothingWritten')}
      todo={
        <span className="ac-carry-refused">
          {refused.slice(0, namedAtMost).map(({ unit, old, claim }) => (
            <span key={claim.id}>
              {title(unit)}: <span className="ac-so">{old.code}</span> {old.name[language]}
            </span>
          ))}
          {more > 0 && <span>{t('refused.more', { n: more })}</span>}
        </span>
      }
      action={
        <button type="button" className="ac-act" onClick={() => onLeaveOut(refused)}>
          {t('refused.leaveOut', { n: refused.length })}
        </button>
      }
    />
  )
}
