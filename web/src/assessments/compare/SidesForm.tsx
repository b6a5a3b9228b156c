import type { ReactNode } from 'react'

import { useChange } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Comparison } from './answers.ts'
import { PlaceField } from './PlaceField.tsx'
import { areComparable, type ChosenSides } from './sides.ts'
import { useCompareText } from './texts.ts'
import '../../standing/list/list.css'

export type SidesFormProps = {
  readonly sets: readonly SetRow[]
  readonly sides: ChosenSides
  /** Named where it is none of the places offered. */
  readonly place: Comparison['unit'] | undefined
  /** Where else the two sets lead. */
  readonly foot: ReactNode
}

/** Which two sets, and where; what is chosen stands in the address. */
export function SidesForm({ sets, sides, place, foot }: SidesFormProps) {
  const t = useCompareText()
  const change = useChange()
  const old = sets.find(({ set }) => set === sides.old)
  const fitting = old === undefined ? sets : sets.filter((each) => areComparable(old, each))
  return (
    <form className="ac-filters ac-compare-form ac-noprint" onSubmit={(event) => event.preventDefault()}>
      <SetField
        label={t('form.old')}
        sets={sets}
        chosen={sides.old}
        onChoose={(chosen) => {
          const next = sets.find(({ set }) => set === chosen)
          const other = sets.find(({ set }) => set === sides.new)
          const fits = next !== undefined && other !== undefined && areComparable(next, other)
          change({ old: chosen, new: fits ? sides.new : undefined, open: undefined })
        }}
      />
      <SetField
        label={t('form.new')}
        sets={fitting}
        chosen={sides.new}
        onChoose={(chosen) => change({ old: sides.old, new: chosen, open: undefined })}
      />
      <PlaceField place={place} />
      {sides.old !== undefined && sides.new !== undefined && (
        <p className="ac-filters-foot ac-small">{foot}</p>
      )}
    </form>
  )
}

type SetFieldProps = {
  readonly label: string
  readonly sets: readonly SetRow[]
  readonly chosen: string | undefined
  readonly onChoose: (set: string | undefined) => void
}

/** A set that nobody knows stays named, so that what is refused can be seen. */
function SetField({ label, sets, chosen, onChoose }: SetFieldProps) {
  const t = useCompareText()
  const isUnheard = chosen !== undefined && sets.every(({ set }) => set !== chosen)
  return (
    <SelectField
      label={label}
      any={chosen === undefined ? t('form.choose') : undefined}
      value={chosen}
      options={[
        ...(isUnheard ? [{ value: chosen, label: chosen }] : []),
        ...sets.map(({ set, name }) => ({ value: set, label: name.short })),
      ]}
      onChoose={onChoose}
    />
  )
}
