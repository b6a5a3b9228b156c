import { useChange } from '../../api/Moment.tsx'
import { FilterForm } from '../../ui/FilterForm.tsx'
import { FilterText } from '../../ui/FilterText.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'
import { onlyUnits, type UnitFilter } from './unit-filter.ts'
import '../../standing/list/list.css'

export type UnitFiltersProps = {
  readonly comparison: Comparison
  readonly filter: UnitFilter
  /** Units left. */
  readonly found: number
}

/** Sifts the units; what is chosen stands in the address. */
export function UnitFilters({ comparison, filter, found }: UnitFiltersProps) {
  const t = useCompareText()
  const change = useChange()
  const set = (name: keyof UnitFilter) => (value: string | undefined) =>
    change({ [name]: value === '' ? undefined : value }, { replace: true })
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterForm
      className="ac-compare-filters"
      found={t('filter.found', { n: found, all: comparison.units.length })}
      onClear={isFiltered ? () => change({ text: undefined, only: undefined }, { replace: true }) : undefined}
    >
      <FilterText label={t('filter.text')} value={filter.text ?? ''} onText={set('text')} />
      <SelectField
        label={t('filter.only')}
        any={t('filter.any')}
        value={filter.only}
        options={onlyUnits.map((only) => ({ value: only, label: t(`filter.only.${only}`) }))}
        onChoose={set('only')}
      />
    </FilterForm>
  )
}
