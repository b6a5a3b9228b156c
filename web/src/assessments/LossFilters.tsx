import { FilterForm } from '../ui/FilterForm.tsx'
import { FilterText } from '../ui/FilterText.tsx'
import { useLanguage } from '../ui/language.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useCauseWords } from './causes.ts'
import { ownerKey, type LossFilter, type Regressions } from './regressions.ts'
import { useRegressionsText } from './regressions-texts.ts'
import '../standing/list/list.css'

export type LossFiltersProps = {
  readonly regressions: Regressions
  readonly filter: LossFilter
  /** Losses left. */
  readonly found: number
  readonly onFilter: (changes: Partial<LossFilter>) => void
}

/** Sifts the losses; what is chosen stands in the address. */
export function LossFilters({ regressions, filter, found, onFilter }: LossFiltersProps) {
  const t = useRegressionsText()
  const { language } = useLanguage()
  const causeWords = useCauseWords()
  const { causes, departments, lost } = regressions
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterForm
      found={t('filter.found', { n: found, all: lost })}
      onClear={
        isFiltered ? () => onFilter({ text: undefined, cause: undefined, owner: undefined }) : undefined
      }
    >
      <FilterText
        label={t('filter.text')}
        value={filter.text ?? ''}
        onText={(text) => onFilter({ text: text === '' ? undefined : text })}
      />
      <SelectField
        label={t('cause')}
        any={t('filter.any')}
        value={filter.cause}
        options={causes.map(({ cause }) => ({ value: cause, label: causeWords(cause) }))}
        onChoose={(cause) => onFilter({ cause })}
      />
      <SelectField
        label={t('owner')}
        any={t('filter.any')}
        value={filter.owner}
        options={departments.map(({ owner }) => ({
          value: ownerKey(owner),
          label: owner?.[language] ?? t('owner.nobody'),
        }))}
        onChoose={(owner) => onFilter({ owner })}
      />
    </FilterForm>
  )
}
