import { FilterForm, PrintThis } from '../../ui/FilterForm.tsx'
import { FilterText } from '../../ui/FilterText.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Reading } from './answers.ts'
import { countIndicators, onlyWhat, ownersIn, type ReadingFilter } from './reading-filter.ts'
import { useLawText } from './texts.ts'
import '../list/list.css'

export type SetFiltersProps = {
  readonly reading: Reading
  readonly filter: ReadingFilter
  /** Indicators left. */
  readonly found: number
  readonly onFilter: (changes: Readonly<Record<string, string | undefined>>) => void
}

/** Sifts the annex; what is chosen stands in the address. */
export function SetFilters({ reading, filter, found, onFilter }: SetFiltersProps) {
  const t = useLawText()
  const { language } = useLanguage()
  const owners = ownersIn(reading)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const set = (name: keyof ReadingFilter) => (value: string | undefined) =>
    onFilter({ [name]: value === '' ? undefined : value })
  return (
    <FilterForm
      found={t('filter.found', { n: found, all: countIndicators(reading.criteria) })}
      onClear={
        isFiltered ? () => onFilter({ text: undefined, only: undefined, owner: undefined }) : undefined
      }
      also={<PrintThis>{t('filter.print')}</PrintThis>}
    >
      <FilterText label={t('filter.text')} value={filter.text ?? ''} onText={set('text')} />
      <SelectField
        label={t('filter.only')}
        any={t('filter.any')}
        value={filter.only}
        options={onlyWhat.map((only) => ({ value: only, label: t(`filter.only.${only}`) }))}
        onChoose={set('only')}
      />
      {owners.length > 1 && (
        <SelectField
          label={t('filter.owner')}
          any={t('filter.any')}
          value={filter.owner}
          options={owners.map((owner) => ({ value: owner.vi, label: owner[language] }))}
          onChoose={set('owner')}
        />
      )}
    </FilterForm>
  )
}
