import { Button } from '@mantine/core'
import { useState } from 'react'

import { Facts } from '../ui/Facts.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAct, type Column, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { useWords } from './words.ts'

/** Which units each column of levels judges. */
export function ColumnsPart({ draft }: { readonly draft: DraftInHand }) {
  return (
    <ul className="draft-columns">
      {draft.shown.work.draft.columns.map((column) => (
        <li key={column.id}>
          <ColumnForm column={column} draft={draft} />
        </li>
      ))}
    </ul>
  )
}

/** The same of a draft that cannot be changed any more. */
export function ColumnFacts({ draft }: { readonly draft: DraftInHand }) {
  const { columns } = draft.shown.work.draft
  return <Facts facts={columns.map(({ name, groups }) => ({ label: name, value: groups.join(', ') }))} />
}

function ColumnForm({ column, draft }: { readonly column: Column; readonly draft: DraftInHand }) {
  const { t, doubt: wordsOf } = useWords()
  const [name, setName] = useState(column.name)
  const [groups, setGroups] = useState(column.groups.join(', '))
  const { error, isBusy, act } = useAct()
  const { work, issues } = draft.shown
  const isHere = (one: { readonly target: string; readonly field: string }): boolean =>
    one.target === 'columns' && one.field === column.id
  const notes = work.draft.doubts.filter(isHere).map((doubt) => ({ id: doubt.id, text: wordsOf(doubt) }))
  const isChanged = name !== column.name || groups !== column.groups.join(', ')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const named = groups.split(/[,;\s]+/).filter((group) => group !== '')
        act(() =>
          draft.write([{ kind: 'column', id: column.id, patch: { name: name.trim(), groups: named } }]),
        )
      }}
    >
      <TextField
        label={t('head.columnName', { id: column.id })}
        value={name}
        onValue={setName}
        letters={32}
      />
      <TextField
        label={t('head.columnGroups')}
        hint={t('head.columnHint')}
        value={groups}
        onValue={setGroups}
        letters={40}
      />
      <FieldNotes notes={notes} issues={issues.filter(isHere)} />
      <FaultNote error={error} todo={t('write.todo')} />
      {isChanged && (
        <Button type="submit" size="sm" disabled={isBusy}>
          {t('head.saveColumn')}
        </Button>
      )}
    </form>
  )
}
