import { Button } from '@mantine/core'
import { useState } from 'react'

import { parseDay } from '@ancu/core/kernel'

import { Choice } from '../ui/Choice.tsx'
import { useFormats } from '../ui/language.tsx'
import { TextField } from '../ui/TextField.tsx'
import { typedDay } from './days.ts'
import { draftedKinds, useAct, type DraftInHand, type Head } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { PassRuleFields } from './PassRuleFields.tsx'
import { useWords } from './words.ts'

/** What the table itself does not say: the decision, since when, for whom, when the whole is met. */
export function HeadPart({ draft }: { readonly draft: DraftInHand }) {
  const { t, doubt: wordsOf } = useWords()
  const format = useFormats()
  const { head: kept, doubts } = draft.shown.work.draft
  const [head, setHead] = useState(kept)
  const dayText = (day: string | undefined): string => (day === undefined ? '' : format.day(day))
  const [days, setDays] = useState({
    day: dayText(kept.document.day),
    from: dayText(kept.from),
    until: dayText(kept.until),
  })
  const { error, isBusy, act } = useAct()
  const notesOf = (field: string) => {
    const isHere = (one: { readonly target: string; readonly field: string }): boolean =>
      one.target === 'head' && one.field === field
    return (
      <FieldNotes
        notes={doubts.filter(isHere).map((doubt) => ({ id: doubt.id, text: wordsOf(doubt) }))}
        issues={draft.shown.issues.filter(isHere)}
      />
    )
  }
  const setDocument = (part: Partial<Head['document']>): void =>
    setHead({ ...head, document: { ...head.document, ...part } })
  const dayField = (name: keyof typeof days, label: string) => (
    <TextField
      label={label}
      hint={t('head.dayHint')}
      value={days[name]}
      letters={12}
      isOptional={name === 'until'}
      error={typedDay(days[name]) === undefined ? t('head.dayWrong', { text: days[name] }) : undefined}
      onValue={(text) => setDays({ ...days, [name]: text })}
    />
  )
  function save() {
    const typed = { day: typedDay(days.day), from: typedDay(days.from), until: typedDay(days.until) }
    if (typed.day === undefined || typed.from === undefined || typed.until === undefined) return
    const { day: _before, ...document } = head.document
    const signed = typed.day === null ? undefined : parseDay(typed.day)
    const patch = {
      ...head,
      document: { ...document, ...(signed === undefined ? {} : { day: signed }) },
      from: dayOrNull(typed.from),
      until: dayOrNull(typed.until),
    }
    act(() => draft.write([{ kind: 'head', patch }]))
  }
  return (
    <form
      className="draft-head"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="draft-wide">
        <TextField
          label={t('head.name')}
          value={head.name}
          letters={70}
          onValue={(name) => setHead({ ...head, name })}
        />
        {notesOf('name')}
      </div>
      <div>
        <TextField
          label={t('head.set')}
          value={head.set}
          letters={32}
          onValue={(set) => setHead({ ...head, set })}
        />
        {notesOf('set')}
      </div>
      <div>
        <TextField
          label={t('head.number')}
          value={head.document.number}
          letters={20}
          onValue={(number) => setDocument({ number })}
        />
        {notesOf('document.number')}
      </div>
      <div>
        {dayField('day', t('head.day'))}
        {notesOf('document.day')}
      </div>
      <div>
        <TextField
          label={t('head.issuer')}
          value={head.document.issuer}
          letters={40}
          onValue={(issuer) => setDocument({ issuer })}
        />
        {notesOf('document.issuer')}
      </div>
      <div>
        <TextField
          label={t('head.documentTitle')}
          value={head.document.title}
          letters={70}
          isOptional
          onValue={(title) => setDocument({ title })}
        />
        {notesOf('document.title')}
      </div>
      <div>
        <TextField
          label={t('head.article')}
          value={head.article}
          letters={20}
          isOptional
          onValue={(article) => setHead({ ...head, article })}
        />
      </div>
      <div>
        {dayField('from', t('head.from'))}
        {notesOf('from')}
      </div>
      <div>
        {dayField('until', t('head.until'))}
        {notesOf('until')}
      </div>
      <div>
        <Choice
          legend={t('head.kinds')}
          layout="list"
          options={draftedKinds.map((kind) => ({ value: kind, label: t(`head.${kind}`) }))}
          value={draftedKinds.find((kind) => head.forKinds.includes(kind)) ?? 'commune'}
          onChoose={(kind) => setHead({ ...head, forKinds: [kind], programmeOnly: kind === 'commune' })}
        />
        {notesOf('forKinds')}
      </div>
      <div>
        <PassRuleFields passRule={head.passRule} onPassRule={(passRule) => setHead({ ...head, passRule })} />
        {notesOf('passRule')}
      </div>
      <div className="draft-wide">
        <FaultNote error={error} todo={t('write.todo')} />
      </div>
      <div className="draft-buttons draft-wide">
        <Button type="submit" disabled={isBusy}>
          {t('head.save')}
        </Button>
      </div>
    </form>
  )
}

function dayOrNull(day: string | null) {
  return day === null ? null : (parseDay(day) ?? null)
}
