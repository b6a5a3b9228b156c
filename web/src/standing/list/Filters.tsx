import type { ReactNode } from 'react'

import { unitMessages } from '@ancu/core/units'

import { useChange } from '../../api/Moment.tsx'
import { FilterForm } from '../../ui/FilterForm.tsx'
import { FilterText } from '../../ui/FilterText.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { capitalised, useNaming } from '../../units/names.ts'
import type { CommuneRow, Overview } from '../answers.ts'
import { drawnBands } from '../bands.ts'
import { DownloadRows } from '../DownloadRows.tsx'
import { filterNames, type RowFilter } from '../filter.ts'
import { useStandingText } from '../texts.ts'

export type FiltersProps = {
  readonly overview: Overview
  readonly filter: RowFilter
  readonly rows: readonly CommuneRow[]
}

/** Sifts the list; what is chosen stands in the address, so that it can be sent to somebody. */
export function Filters({ overview, filter, rows }: FiltersProps) {
  const t = useStandingText()
  const { language } = useLanguage()
  const { title } = useNaming()
  const change = useChange()
  const set = (name: keyof RowFilter) => (value: string | undefined) =>
    change({ [name]: value === '' ? undefined : value }, { replace: true })
  const kinds = [...new Set(overview.rows.map(({ kind }) => kind))]
  const isFiltered = filterNames.some((name) => filter[name] !== undefined)
  return (
    <FilterForm
      found={t('filter.found', { n: rows.length, all: overview.rows.length })}
      onClear={
        isFiltered
          ? () => change(Object.fromEntries(filterNames.map((name) => [name, undefined])), { replace: true })
          : undefined
      }
      also={
        <>
          <OtherFilters overview={overview} filter={filter} />
          <DownloadRows overview={overview} rows={rows} />
        </>
      }
    >
      <FilterText label={t('filter.text')} value={filter.text ?? ''} onText={set('text')} />
      {kinds.length > 1 && (
        <SelectField
          label={t('filter.kind')}
          any={t('filter.any')}
          value={filter.kind}
          options={kinds.map((kind) => ({
            value: kind,
            label: capitalised(unitMessages(language).say(`kind.${kind}`)),
          }))}
          onChoose={set('kind')}
        />
      )}
      {overview.districts.length > 1 && (
        <SelectField
          label={t('filter.district')}
          any={t('filter.any')}
          value={filter.district}
          options={overview.districts.map((district) => ({ value: district.id, label: title(district) }))}
          onChoose={set('district')}
        />
      )}
      <SelectField
        label={t('filter.band')}
        any={t('filter.any')}
        value={filter.band}
        options={[
          ...drawnBands(overview.communes.bands).map(({ key, from, to }) => ({
            value: key,
            label: from === to ? t('filter.bandOne', { from }) : t('filter.bandRange', { from, to }),
          })),
          { value: 'unknown', label: t('filter.bandUnknown') },
        ]}
        onChoose={set('band')}
      />
      <SelectField
        label={t('filter.meets')}
        any={t('filter.any')}
        value={filter.meets}
        options={(['met', 'unmet', 'unknown'] as const).map((verdict) => ({
          value: verdict,
          label: t(`filter.meets.${verdict}`),
        }))}
        onChoose={set('meets')}
      />
      <SelectField
        label={t('filter.recognised')}
        any={t('filter.any')}
        value={filter.recognised}
        options={(['yes', 'no', 'advanced', 'model', 'modern'] as const).map((value) => ({
          value,
          label: t(`filter.recognised.${value}`),
        }))}
        onChoose={set('recognised')}
      />
    </FilterForm>
  )
}

/** Parts of the filter that came with a link and have no field. */
function OtherFilters({ overview, filter }: Omit<FiltersProps, 'rows'>): ReactNode {
  const t = useStandingText()
  const { language } = useLanguage()
  const criterion = overview.criteria.find(({ code }) => code === filter.criterion)
  const verdict = (['met', 'unmet', 'unknown', 'notApplicable'] as const).find(
    (each) => each === filter.verdict,
  )
  const share = (['all', 'some', 'none'] as const).find((each) => each === filter.inherits)
  const says = [
    criterion !== undefined && verdict !== undefined
      ? t(`filter.criterion.${verdict}`, { code: criterion.code, name: criterion.name[language] })
      : undefined,
    filter.counted === 'yes' ? t('filter.counted') : undefined,
    filter.counted === 'no' ? t('filter.notCounted') : undefined,
    filter.unknown === 'yes' ? t('filter.unknown') : undefined,
    filter.settled === 'yes' ? t('filter.settled') : undefined,
    filter.settled === 'possible' ? t('filter.possible') : undefined,
    share === undefined ? undefined : t(`filter.inherits.${share}`),
  ].filter((each) => each !== undefined)
  return says.length === 0 ? null : <span>{says.join('; ')}</span>
}
