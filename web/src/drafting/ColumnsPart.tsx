import { Button } from '@mantine/core'
import { useState } from 'react'

import { Facts } from '../ui/Facts.tsx'
import { useFormats } from '../ui/language.tsx'
import { Sign } from '../ui/Sign.tsx'
import { Loading } from '../ui/states.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useAct, type Column, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { unitsIn, useGroupName, useGroups, useUnitWords, type Groups } from './groups.ts'
import { GroupsField } from './GroupsField.tsx'
import { useDraftingText } from './texts.ts'
import { useWords } from './words.ts'

/** Which units each column of levels judges. */
export function ColumnsPart({ draft }: { readonly draft: DraftInHand }) {
  const t = useDraftingText()
  const groups = useGroups()
  const { columns } = draft.shown.work.draft
  return (
    <>
      <p className="ac-lead">
        {t('head.columnOrder', { names: columns.map(({ name }) => name).join(' → ') })}
      </p>
      {groups === undefined ? (
        <Loading />
      ) : (
        <ul className="draft-columns">
          {columns.map((column, at) => (
            <li key={column.id}>
              <ColumnForm column={column} nth={at + 1} groups={groups} draft={draft} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The same of a draft that cannot be changed any more. */
export function ColumnFacts({ draft }: { readonly draft: DraftInHand }) {
  const nameOf = useGroupName(useGroups())
  const { columns } = draft.shown.work.draft
  return (
    <Facts
      facts={columns.map(({ name, groups }) => ({ label: name, value: groups.map(nameOf).join(', ') }))}
    />
  )
}

type ColumnFormProps = {
  readonly column: Column
  readonly nth: number
  readonly groups: Groups
  readonly draft: DraftInHand
}

function ColumnForm({ column, nth, groups, draft }: ColumnFormProps) {
  const { t, doubt: wordsOf } = useWords()
  const [name, setName] = useState(column.name)
  const [chosen, setChosen] = useState<readonly string[]>(column.groups)
  const { error, isBusy, act } = useAct()
  const { work, issues } = draft.shown
  const isHere = (one: { readonly target: string; readonly field: string }): boolean =>
    one.target === 'columns' && one.field === column.id
  const notes = work.draft.doubts.filter(isHere).map((doubt) => ({ id: doubt.id, text: wordsOf(doubt) }))
  const isChanged = name !== column.name || chosen.join(' ') !== column.groups.join(' ')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const patch = { name: name.trim(), groups: [...chosen] }
        act(() => draft.write([{ kind: 'column', id: column.id, patch }]))
      }}
    >
      <TextField label={t('head.columnName', { nth })} value={name} onValue={setName} letters={32} />
      <GroupsField name={name} chosen={chosen} groups={groups} head={work.draft.head} onChosen={setChosen} />
      <UnitsInColumn chosen={chosen} groups={groups} draft={draft} />
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

type UnitsInColumnProps = Pick<ColumnFormProps, 'groups' | 'draft'> & { readonly chosen: readonly string[] }

/** A unit that is in two of the groups is in both counts, so that more than one group gives no more than a bound. */
function UnitsInColumn({ chosen, groups, draft }: UnitsInColumnProps) {
  const t = useDraftingText()
  const format = useFormats()
  const words = useUnitWords()
  const { head } = draft.shown.work.draft
  const counts = chosen.map((id) =>
    unitsIn(
      groups.groups.find((one) => one.id === id),
      head,
    ),
  )
  const sum = counts.reduce((all, one) => all + one, 0)
  const isSure = counts.filter((count) => count > 0).length < 2
  return (
    <p className="draft-in-column" role="status">
      <Sign kind={sum === 0 ? 'unmet' : 'met'} />
      <span className={sum === 0 ? 'draft-wrong' : undefined}>
        {t(chosen.length === 0 ? 'column.noGroup' : isSure ? 'column.units' : 'column.unitsAtMost', {
          day: format.day(groups.on),
          units: words(sum, head),
        })}
      </span>
    </p>
  )
}
