import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import { RefusedNote } from '../api/RefusedNote.tsx'
import { useMoment } from '../api/Moment.tsx'
import { useFormats } from '../ui/language.tsx'
import { Note } from '../ui/states.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useNaming } from '../units/names.ts'
import { useAboutWords } from './disagreements-about.ts'
import type { Disagreement, Disagreements } from './disagreements-filter.ts'
import {
  checkNote,
  mostLetters,
  type Command,
  type NoteDraft,
  type NoteFault,
  type NoteField,
} from './disagreements-note.ts'
import { useDisagreementsText } from './disagreements-texts.ts'

export type DisagreementsFormProps = {
  /** As it was when the writing began, or when it was last seen to have changed. */
  readonly row: Disagreement
  readonly documents: Disagreements['documents']
  readonly draft: NoteDraft
  readonly onDraft: (draft: NoteDraft) => void
  readonly onClose: () => void
  readonly onRecord: (command: Command) => void
  readonly recording: {
    readonly isPending: boolean
    readonly error: unknown
    readonly data: { readonly kind: 'changed' | 'recorded' } | undefined
  }
}

const letters = { note: 64, number: 24, day: 12, name: 48 } as const satisfies Record<NoteField, number>

/** One sentence on why the two differ, and the document of it if there is one. */
export function DisagreementsForm(props: DisagreementsFormProps) {
  const { row, documents, draft, onDraft, onClose, onRecord, recording } = props
  const t = useDisagreementsText()
  const format = useFormats()
  const { named } = useNaming()
  const { world } = useMoment()
  const aboutWords = useAboutWords()
  const [faults, setFaults] = useState<readonly NoteFault[]>([])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const errorAt = (field: NoteField): string | undefined => {
    const fault = faults.find((each) => each.field === field)
    const facts = { most: mostLetters, text: draft[field].trim(), last: format.day(world.today) }
    return fault && t(`fault.${fault.code}`, facts)
  }
  const field = (name: NoteField) => ({
    label: t(`form.${name}`),
    hint: t(`form.${name}Hint`),
    value: draft[name],
    error: errorAt(name),
    letters: letters[name],
    onValue: (value: string) => {
      setFaults([])
      onDraft({ ...draft, [name]: value })
    },
  })
  return (
    <form
      ref={form}
      className="ac-differ-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const checked = checkNote(draft, {
          row,
          documents,
          today: world.today,
          newDocument: `${draft.id}-document`,
          titleOf: (number) => t('form.nameDefault', { number }),
        })
        setFaults(checked.ok ? [] : checked.faults)
        if (checked.ok && !recording.isPending) onRecord(checked.command)
      }}
    >
      <h3>{t('form.heading', { unit: named(row.unit), about: aboutWords(row) })}</h3>
      <TextField {...field('note')} />
      <fieldset>
        <legend>{t('form.document')}</legend>
        <TextField {...field('number')} isOptional />
        <TextField {...field('day')} isOptional />
        <TextField {...field('name')} isOptional />
      </fieldset>
      {recording.data?.kind === 'changed' && (
        <Note tone="care">
          <p role="alert">
            <b>{t('changed.what')}</b> {t('changed.todo')}
          </p>
        </Note>
      )}
      <RefusedNote error={recording.error} todo={t('refused.todo')} later={t('refused.later')} />
      <p className="ac-differ-acts">
        <Button type="submit" loading={recording.isPending}>
          {t('form.submit')}
        </Button>
        <button type="button" className="ac-act" onClick={onClose}>
          {t('act.close')}
        </button>
      </p>
    </form>
  )
}
