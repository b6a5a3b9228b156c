import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { judgesCommunes } from '@ancu/core/criteria'
import { addApplications } from '@ancu/core/figures'
import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../../api/answers.ts'
import { faultOf } from '../../../api/fault.ts'
import { useMoment } from '../../../api/Moment.tsx'
import { send } from '../../../api/send.ts'
import { useScreenText } from '../../../api/texts.ts'
import { useFormats, useLanguage } from '../../../ui/language.tsx'
import { ErrorNote, Note } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { Reading } from '../answers.ts'
import { useLawText } from '../texts.ts'
import {
  checkApply,
  emptyApply,
  neighboursOf,
  typedDay,
  type ApplyCommand,
  type ApplyDraft,
  type ApplyFault,
} from './command.ts'
import './apply.css'

/** The way to record from which day the province judges its communes by a set of which the day is not known. */
export function ApplySet({ reading }: { readonly reading: Reading }) {
  const t = useLawText()
  const format = useFormats()
  const queries = useQueryClient()
  const { askedWhen } = useMoment()
  const [isOpen, setOpen] = useState(false)
  // Sent twice as it is, it is written once.
  const [id] = useState(() => crypto.randomUUID())
  const writing = useMutation({
    networkMode: 'always',
    mutationFn: ({ documents, applications }: ApplyCommand) =>
      send(addApplications, {
        commandId: `apply-${id}`,
        documents: [...documents],
        applications: [...applications],
      }),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (writing.data !== undefined) {
    const day = format.day(writing.variables.applications[0]?.from ?? '')
    return (
      <p ref={takeFocus} tabIndex={-1} className="ac-apply-done">
        <b>{t('apply.done', { set: reading.name.short, day, seq: String(writing.data.seq) })}</b>
      </p>
    )
  }
  if (reading.applied !== null || !judgesCommunes(reading) || askedWhen.known !== undefined) return null
  return (
    <div className="ac-apply-place ac-noprint">
      <button
        type="button"
        className="ac-act ac-apply-open"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('apply.open')}
      </button>
      {isOpen && (
        <ApplyForm
          reading={reading}
          id={id}
          error={writing.error}
          isWriting={writing.isPending}
          onWrite={(command) => writing.mutate(command)}
        />
      )}
    </div>
  )
}

/** What was written is read out; the form that wrote it is gone. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

/** As the form opens. */
function takeFocusInside(form: HTMLElement | null): void {
  form?.querySelector('input')?.focus()
}

type ApplyFormProps = {
  readonly reading: Reading
  readonly id: string
  readonly error: unknown
  readonly isWriting: boolean
  readonly onWrite: (command: ApplyCommand) => void
}

function ApplyForm({ reading, id, error, isWriting, onWrite }: ApplyFormProps) {
  const t = useLawText()
  const [draft, setDraft] = useState<ApplyDraft>(emptyApply)
  const [faults, setFaults] = useState<readonly ApplyFault[]>([])
  const isTaken = useNeighbours(reading.set, typedDay(draft.from))?.sameDay !== undefined
  const field = (name: keyof ApplyDraft) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: `ap-dung-${name}`,
      label: t(`fill.${name}`),
      value: draft[name],
      error: fault && t(`fault.${fault.code}`, { text: fault.text }),
      onValue: (value: string) => {
        setDraft({ ...draft, [name]: value })
        setFaults([])
      },
    }
  }
  return (
    <form
      ref={takeFocusInside}
      className="ac-apply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const titleOf = t('apply.titleDefault', { set: reading.name.vi })
        const checked = checkApply(draft, { set: reading.set, id, titleOf })
        setFaults(checked.ok ? [] : checked.faults)
        if (checked.ok && !isTaken && !isWriting) onWrite(checked.command)
        if (!checked.ok) document.getElementById(`ap-dung-${checked.faults[0]?.field}`)?.focus()
      }}
    >
      <TextField {...field('from')} hint={t('fill.dayHint')} letters={12} />
      <fieldset>
        <legend>{t('apply.decision')}</legend>
        <TextField {...field('number')} hint={t('fill.numberHint')} letters={24} isOptional />
        <TextField {...field('name')} letters={60} isOptional />
        <TextField {...field('day')} hint={t('fill.dayHint')} letters={12} isOptional />
        <TextField {...field('issuer')} hint={t('fill.issuerHint')} letters={32} isOptional />
      </fieldset>
      <div role="status">
        <WhatItMeans reading={reading} day={typedDay(draft.from)} />
      </div>
      <Refused error={error} />
      <p>
        <Button type="submit" loading={isWriting}>
          {t('apply.write')}
        </Button>
      </p>
    </form>
  )
}

/** What is on record around the day; undefined until it is known. */
function useNeighbours(set: string, day: string | undefined) {
  const sets = useAnswer(listSets, day === undefined ? {} : { on: day }, { enabled: day !== undefined })
  if (day === undefined || sets.data === undefined || sets.isPlaceholderData) return undefined
  return neighboursOf(set, day, sets.data)
}

function WhatItMeans({ reading, day }: { readonly reading: Reading; readonly day: string | undefined }) {
  const t = useLawText()
  const format = useFormats()
  const around = useNeighbours(reading.set, day)
  if (day === undefined) return null
  const said = format.day(day)
  if (around?.sameDay !== undefined)
    return <Note tone="care">{t('apply.sameDay', { day: said, set: around.sameDay })}</Note>
  const { from, until } = reading.inForce
  const isOutside = day < from || (until !== null && day >= until)
  return (
    <>
      <p>
        <b>
          {around?.before === undefined
            ? t('apply.means', { day: said, set: reading.name.short })
            : t('apply.meansInstead', { day: said, set: reading.name.short, old: around.before })}
        </b>{' '}
        {around?.next !== undefined && t('apply.next', { day: around.next.day, set: around.next.name })}{' '}
        {t('apply.noBack')}
      </p>
      {isOutside && <Note tone="care">{t('apply.outside')}</Note>}
    </>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useLawText()
  const screen = useScreenText()
  const { language } = useLanguage()
  if (error === null) return null
  const fault = faultOf(error)
  return (
    <ErrorNote
      what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
      todo={t('apply.refused')}
      {...(fault.kind === 'notUnderstood' ? { reference: fault.reference } : {})}
    />
  )
}
