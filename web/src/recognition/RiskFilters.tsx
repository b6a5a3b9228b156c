import { FilterForm } from '../ui/FilterForm.tsx'
import { FilterText } from '../ui/FilterText.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { rowStates, type AtRisk, type RiskFilter } from './risk.ts'
import { useStateWords } from './state-words.ts'
import { useRiskText } from './texts.ts'
import '../standing/list/list.css'

export type RiskFiltersProps = {
  readonly risk: AtRisk
  readonly filter: RiskFilter
  /** Rows left. */
  readonly found: number
  readonly onFilter: (changes: Partial<RiskFilter>) => void
}

/** Sifts the recognitions; what is chosen stands in the address. */
export function RiskFilters({ risk: { counts, rows }, filter, found, onFilter }: RiskFiltersProps) {
  const t = useRiskText()
  const stateWords = useStateWords()
  const isFiltered = filter.text !== undefined || filter.status !== undefined
  return (
    <FilterForm
      className="ac-risk-filters"
      found={t('filter.found', { n: found, all: rows.length })}
      onClear={isFiltered ? () => onFilter({ text: undefined, status: undefined }) : undefined}
    >
      <FilterText
        label={t('filter.text')}
        value={filter.text ?? ''}
        onText={(text) => onFilter({ text: text === '' ? undefined : text })}
      />
      <SelectField
        label={t('status')}
        any={t('filter.any')}
        value={filter.status}
        options={rowStates
          .filter((state) => counts[state] > 0)
          .map((state) => ({
            value: state,
            label: t('filter.counted', { state: stateWords(state), n: counts[state] }),
          }))}
        onChoose={(status) => onFilter({ status })}
      />
    </FilterForm>
  )
}
