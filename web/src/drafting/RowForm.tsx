import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import type { DraftChange } from '@ancu/core/criteria'

import { TextField } from '../ui/TextField.tsx'
import { ChangeButton } from './AddRow.tsx'
import { useAct, type DraftInHand } from './draft.ts'
import { FaultNote } from './FaultNote.tsx'
import { focusFirst } from './focus.ts'
import { useDraftingText } from './texts.ts'

type Names = { readonly code: string; readonly name: string; readonly nameEn: string }

export type RowFormProps = {
  /** What the row is called as long as nothing is typed. */
  readonly row: Names
  /** Letters that the fields of code and names have room for. */
  readonly room: { readonly code: number; readonly name: number }
  readonly draft: DraftInHand
  /** The change of what was typed; undefined while something typed is wrong. */
  readonly changeOf: (names: Names) => DraftChange | undefined
  readonly removal: DraftChange
  readonly onDone: () => void
  /** Fields after the names, told the name as it is typed. */
  readonly children?: (name: string) => ReactNode
}

/** Changes a row of the draft; nothing is written before the button, and what was typed stays where it is refused. */
export function RowForm({ row, room, draft, changeOf, removal, onDone, children }: RowFormProps) {
  const t = useDraftingText()
  const [code, setCode] = useState(row.code)
  const [name, setName] = useState(row.name)
  const [nameEn, setNameEn] = useState(row.nameEn)
  const { error, isBusy, act } = useAct()
  function save() {
    const change = changeOf({ code: code.trim(), name: name.trim(), nameEn: nameEn.trim() })
    if (change !== undefined) act(() => draft.write([change]).then(onDone))
  }
  return (
    <form
      ref={focusFirst}
      className="draft-form draft-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField label={t('field.code')} value={code} onValue={setCode} letters={room.code} />
      <TextField label={t('field.name')} value={name} onValue={setName} letters={room.name} />
      <TextField
        label={t('field.nameEn')}
        value={nameEn}
        onValue={setNameEn}
        letters={room.name}
        isOptional
      />
      {children?.(name)}
      <FaultNote error={error} todo={t('write.todo')} />
      <div className="draft-buttons">
        <Button type="submit" disabled={isBusy}>
          {t('field.save')}
        </Button>
        <Button variant="outline" onClick={onDone}>
          {t('field.cancel')}
        </Button>
        <ChangeButton draft={draft} changes={[removal]}>
          {t('read.remove')}
        </ChangeButton>
      </div>
    </form>
  )
}
