import { useState } from 'react'

import { fold } from '@ancu/core/text'

import { TextField } from '../ui/TextField.tsx'
import type { Head } from './draft.ts'
import { unitsIn, useGroupName, useUnitWords, type Groups } from './groups.ts'
import { useDraftingText } from './texts.ts'

export type GroupsFieldProps = {
  /** Of the column that is filled in. */
  readonly name: string
  readonly chosen: readonly string[]
  readonly groups: Groups
  readonly head: Head
  readonly onChosen: (groups: readonly string[]) => void
}

const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

/** The groups of a column: ticked in a list that is sifted without accents, or added by a code that no list has. */
export function GroupsField({ name, chosen, groups, head, onChosen }: GroupsFieldProps) {
  const t = useDraftingText()
  const nameOf = useGroupName(groups)
  const words = useUnitWords()
  const [wanted, setWanted] = useState('')
  const listed = groups.groups.map(({ id }) => id)
  const [added, setAdded] = useState(() => chosen.filter((id) => !listed.includes(id)))
  const all = [...listed, ...added.filter((id) => !listed.includes(id))]
  const shown = all.filter(
    (id) => chosen.includes(id) || fold(`${nameOf(id)} ${id}`).includes(fold(wanted.trim())),
  )
  const tick = (id: string, isTicked: boolean): void =>
    onChosen(isTicked ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <fieldset className="draft-groups">
      <legend>{t('head.columnGroups', { name })}</legend>
      <TextField label={t('group.find')} value={wanted} onValue={setWanted} letters={32} />
      <ul>
        {shown.map((id) => {
          const group = groups.groups.find((one) => one.id === id)
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
                />
                <span>
                  {nameOf(id)} · {words(unitsIn(group, head), head)}
                  {group === undefined && <span className="draft-wrong"> {t('group.unlisted')}</span>}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      {shown.length === 0 && <p className="ac-small">{t('group.nothing', { text: wanted })}</p>}
      <AddCode
        known={all}
        onAdd={(id) => {
          setAdded([...added, id])
          if (!chosen.includes(id)) onChosen([...chosen, id])
        }}
      />
    </fieldset>
  )
}

type AddCodeProps = { readonly known: readonly string[]; readonly onAdd: (id: string) => void }

function AddCode({ known, onAdd }: AddCodeProps) {
  const t = useDraftingText()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const id = text.trim()
  const isNew = code.test(id) && !known.includes(id)
  return (
    <details>
      <summary>{t('group.other')}</summary>
      <TextField
        label={t('group.code')}
        hint={t('group.codeHint')}
        value={text}
        onValue={(next) => {
          setText(next)
          setWrong(false)
        }}
        letters={24}
        error={isWrong ? t('group.codeWrong') : undefined}
      />
      {isNew && <p className="draft-wrong">{t('group.codeWarning', { code: id })}</p>}
      <button
        type="button"
        className="ac-act"
        onClick={() => {
          if (!code.test(id)) return setWrong(true)
          onAdd(id)
          setText('')
        }}
      >
        {t('group.add')}
      </button>
    </details>
  )
}
