import type { ReactNode } from 'react'

import { carryGrounds } from '@ancu/core/assessments'

import type { useChange } from '../../api/Moment.tsx'
import { FilterForm } from '../../ui/FilterForm.tsx'
import { FilterText } from '../../ui/FilterText.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { sortRows } from '../../ui/sorting.ts'
import type { CarryFilter, CarryRow } from './rows.ts'
import { useCarryText } from './texts.ts'

export type CarryFiltersProps = {
  readonly rows: readonly CarryRow[]
  readonly found: number
  readonly filter: CarryFilter
  readonly onFilter: ReturnType<typeof useChange>
  readonly children?: ReactNode
}

/** By name of the unit, by criterion of the old set and, of those that may be carried over, by why. */
export function CarryFilters({ rows, found, filter, onFilter, children }: CarryFiltersProps) {
  const t = useCarryText()
  const { language } = useLanguage()
  const { text, ground, code } = filter
  const parts = new Map(rows.map(({ old }) => [old.code, old.name[language]]))
  const grounds = carryGrounds
    .map((name) => ({ name, n: rows.filter((row) => row.ground === name).length }))
    .filter(({ n }) => n > 0)
  const set = (changes: Partial<Record<keyof CarryFilter, string | undefined>>) =>
    onFilter(changes, { replace: true })
  const isFiltered = [text, ground, code].some((each) => each !== undefined)
  return (
    <div className="ac-carry-filters">
      <FilterForm
        found={t('filter.found', { n: found, all: rows.length })}
        onClear={isFiltered ? () => set({ text: undefined, ground: undefined, code: undefined }) : undefined}
        also={children}
      >
        <FilterText
          label={t('filter.text')}
          value={text ?? ''}
          onText={(typed) => set({ text: typed === '' ? undefined : typed })}
        />
        <SelectField
          label={t('filter.code')}
          any={t('filter.any')}
          value={code}
          options={sortRows([...parts], ([code]) => code, false).map(([value, name]) => ({
            value,
            label: `${value} ${name}`,
          }))}
          onChoose={(chosen) => set({ code: chosen })}
        />
        {grounds.length > 0 && (
          <SelectField
            label={t('filter.ground')}
            any={t('filter.any')}
            value={ground}
            options={grounds.map(({ name, n }) => ({
              value: name,
              label: t('filter.counted', { name: t(`ground.${name}`), n }),
            }))}
            onChoose={(chosen) => set({ ground: chosen })}
          />
        )}
      </FilterForm>
    </div>
  )
}
