import { screenPaths } from '@ancu/core/kernel'
import { listUnits, showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { useChange, useMoment } from '../../api/Moment.tsx'
import type { SetRow } from '../../standing/law/answers.ts'
import { Go } from '../../ui/Go.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { capitalised, useNaming } from '../../units/names.ts'
import type { Comparison } from './answers.ts'
import { areComparable, type ChosenSides } from './sides.ts'
import { useCompareText } from './texts.ts'
import '../../standing/list/list.css'

export type SidesFormProps = {
  readonly sets: readonly SetRow[]
  readonly sides: ChosenSides
  /** Named where it is none of the places offered. */
  readonly place: Comparison['unit'] | undefined
}

/** Which two sets, and where; what is chosen stands in the address. */
export function SidesForm({ sets, sides, place }: SidesFormProps) {
  const t = useCompareText()
  const change = useChange()
  const { href } = useMoment()
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
      <PlaceSelect place={place} />
      {sides.old !== undefined && sides.new !== undefined && (
        <p className="ac-filters-foot ac-small">
          <Go href={href(screenPaths.compare, { old: sides.new, new: sides.old })}>{t('form.swap')}</Go>
        </p>
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

/** Before the id of a unit: all that was, or became by lineage, part of it. */
const former = 'former:'

function PlaceSelect({ place }: Pick<SidesFormProps, 'place'>) {
  const t = useCompareText()
  const change = useChange()
  const { askedWhen, area, world } = useMoment()
  const { title } = useNaming()
  const districts = useAnswer(listUnits, { ...askedWhen, level: 'district' })
  const province = useAnswer(
    showUnit,
    { unit: world.province?.id ?? '' },
    { enabled: world.province !== null },
  )
  const places = [
    ...(province.data?.predecessors ?? []).map(({ id, name }) => ({
      id: `${former}${id}`,
      name: t('form.former', { name: capitalised(name) }),
    })),
    ...(districts.data?.units ?? []).map((unit) => ({ id: unit.id, name: title(unit) })),
  ]
  const isElsewhere = area !== undefined && places.every(({ id }) => id !== area)
  return (
    <SelectField
      label={t('form.place')}
      any={t('form.whole')}
      value={area}
      options={[
        ...(isElsewhere ? [{ value: area, label: place === undefined ? area : title(place) }] : []),
        ...places.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(chosen) => change({ unit: chosen, open: undefined })}
    />
  )
}
