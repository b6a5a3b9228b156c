import { FilterForm, PrintThis } from '../ui/FilterForm.tsx'
import { FilterText } from '../ui/FilterText.tsx'
import { useLanguage } from '../ui/language.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import {
  everyState,
  noOwner,
  ownersOf,
  type Disagreements,
  type DisagreementsFilter,
} from './disagreements-filter.ts'
import { useDisagreementsText } from './disagreements-texts.ts'
import '../standing/list/list.css'

export type DisagreementsFiltersProps = {
  readonly answer: Disagreements
  readonly filter: DisagreementsFilter
  /** Disagreements left. */
  readonly found: number
  readonly onFilter: (changes: Readonly<Record<string, string | undefined>>) => void
}

/** Sifts the list; what is chosen stands in the address. */
export function DisagreementsFilters({ answer, filter, found, onFilter }: DisagreementsFiltersProps) {
  const t = useDisagreementsText()
  const { language } = useLanguage()
  const { counts, rows } = answer
  const owners = ownersOf(rows)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const set = (name: keyof DisagreementsFilter) => (value: string | undefined) =>
    onFilter({ [name]: value === '' ? undefined : value })
  const kinds = counts.kinds
    .map(({ kind, open, reconciled }) => ({ kind, n: open + reconciled }))
    .filter(({ n }) => n > 0)
  const counted = (state: 'open' | 'reconciled'): string =>
    t('filter.counted', { name: t(`state.${state}`), n: counts[state] })
  return (
    <FilterForm
      found={t('filter.found', { n: found, all: rows.length })}
      onClear={
        isFiltered
          ? () => onFilter({ text: undefined, kind: undefined, owner: undefined, state: undefined })
          : undefined
      }
      also={<PrintThis>{t('filter.print')}</PrintThis>}
    >
      <FilterText label={t('filter.text')} value={filter.text ?? ''} onText={set('text')} />
      <SelectField
        label={t('filter.kind')}
        any={t('filter.any')}
        value={filter.kind}
        options={kinds.map(({ kind, n }) => ({
          value: kind,
          label: t('filter.counted', { name: t(`kind.${kind}`), n }),
        }))}
        onChoose={set('kind')}
      />
      <SelectField
        label={t('filter.owner')}
        any={t('filter.any')}
        value={filter.owner}
        options={[
          ...owners.map((owner) => ({
            value: owner.vi,
            label: t('filter.counted', {
              name: owner[language],
              n: rows.filter((row) => row.owner?.vi === owner.vi).length,
            }),
          })),
          ...(rows.some(({ owner }) => owner === null)
            ? [{ value: noOwner, label: t('filter.noOwner') }]
            : []),
        ]}
        onChoose={set('owner')}
      />
      <SelectField
        label={t('filter.state')}
        any={counted('open')}
        value={filter.state}
        options={[
          { value: 'reconciled', label: counted('reconciled') },
          { value: everyState, label: t('filter.counted', { name: t('filter.any'), n: rows.length }) },
        ]}
        onChoose={set('state')}
      />
    </FilterForm>
  )
}
