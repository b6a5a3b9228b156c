import { useState } from 'react'

import { listUnits, showUnit } from '@ancu/core/units'

import { useAnswer } from '../../api/answers.ts'
import { useChange, useMoment } from '../../api/Moment.tsx'
import { SearchDialog } from '../../ui/SearchDialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { capitalised, useNaming } from '../../units/names.ts'
import { useFindUnits } from '../../units/search.ts'
import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'

/** Before the id of a unit: all that was, or became by lineage, part of it. */
const former = 'former:'

export type PlaceFieldProps = {
  /** Named where it is none of the places offered. */
  readonly place: Comparison['unit'] | undefined
}

/** Where: the province, a district, or any commune, which is searched for; it stands in the address. */
export function PlaceField({ place }: PlaceFieldProps) {
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
  const choose = (chosen: string | undefined) => change({ unit: chosen, open: undefined })
  const isElsewhere = area !== undefined && places.every(({ id }) => id !== area)
  return (
    <div>
      <SelectField
        label={t('form.place')}
        any={t('form.whole')}
        value={area}
        options={[
          ...(isElsewhere ? [{ value: area, label: place === undefined ? area : title(place) }] : []),
          ...places.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={choose}
      />
      <CommuneSearch onPick={choose} />
    </div>
  )
}

/** Where communes may be looked for; a village is judged by no set of communes. */
const searched = ['commune', 'district'] as const

function CommuneSearch({ onPick }: { readonly onPick: (id: string) => void }) {
  const t = useCompareText()
  const find = useFindUnits(searched)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="ac-act ac-small" onClick={() => setOpen(true)}>
        {t('form.findPlace')}
      </button>
      <SearchDialog
        label={t('form.findLabel')}
        hint={t('form.findHint')}
        find={find}
        onPick={({ id }) => onPick(id)}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
