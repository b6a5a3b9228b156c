import { useId, type ReactNode } from 'react'

import { unitMessages } from '@ancu/core/units'

import { useChange } from '../../api/Moment.tsx'
import { useLanguage } from '../../ui/language.tsx'
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
  const set = (name: keyof RowFilter) => (value: string) =>
    change({ [name]: value === '' ? undefined : value }, { replace: true })
  const kinds = [...new Set(overview.rows.map(({ kind }) => kind))]
  const isFiltered = filterNames.some((name) => filter[name] !== undefined)
  return (
    <form className="ac-filters ac-noprint" role="search" onSubmit={(event) => event.preventDefault()}>
      <TextFilter value={filter.text ?? ''} onText={set('text')} />
      {kinds.length > 1 && (
        <Select label={t('filter.kind')} value={filter.kind} onChoose={set('kind')}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {capitalised(unitMessages(language).say(`kind.${kind}`))}
            </option>
          ))}
        </Select>
      )}
      {overview.districts.length > 1 && (
        <Select label={t('filter.district')} value={filter.district} onChoose={set('district')}>
          {overview.districts.map((district) => (
            <option key={district.id} value={district.id}>
              {title(district)}
            </option>
          ))}
        </Select>
      )}
      <Select label={t('filter.band')} value={filter.band} onChoose={set('band')}>
        {drawnBands(overview.communes.bands).map(({ key, from, to }) => (
          <option key={key} value={key}>
            {from === to ? t('filter.bandOne', { from }) : t('filter.bandRange', { from, to })}
          </option>
        ))}
        <option value="unknown">{t('filter.bandUnknown')}</option>
      </Select>
      <Select label={t('filter.meets')} value={filter.meets} onChoose={set('meets')}>
        {(['met', 'unmet', 'unknown'] as const).map((verdict) => (
          <option key={verdict} value={verdict}>
            {t(`filter.meets.${verdict}`)}
          </option>
        ))}
      </Select>
      <Select label={t('filter.recognised')} value={filter.recognised} onChoose={set('recognised')}>
        {(['yes', 'no', 'advanced', 'model', 'modern'] as const).map((value) => (
          <option key={value} value={value}>
            {t(`filter.recognised.${value}`)}
          </option>
        ))}
      </Select>
      <p className="ac-filters-foot ac-small">
        <span role="status">{t('filter.found', { n: rows.length, all: overview.rows.length })}</span>
        <OtherFilters overview={overview} filter={filter} />
        <DownloadRows overview={overview} rows={rows} />
        {isFiltered && (
          <button
            type="button"
            className="ac-act"
            onClick={() =>
              change(Object.fromEntries(filterNames.map((name) => [name, undefined])), { replace: true })
            }
          >
            {t('filter.clear')}
          </button>
        )}
      </p>
    </form>
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

function TextFilter({ value, onText }: { readonly value: string; readonly onText: (text: string) => void }) {
  const t = useStandingText()
  const id = useId()
  return (
    <div className="ac-field">
      <label htmlFor={id}>{t('filter.text')}</label>
      <input
        id={id}
        type="text"
        defaultValue={value}
        key={value === '' ? 'empty' : 'filled'}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}

type SelectProps = {
  readonly label: string
  readonly value: string | undefined
  readonly onChoose: (value: string) => void
  readonly children: ReactNode
}

function Select({ label, value = '', onChoose, children }: SelectProps) {
  const t = useStandingText()
  const id = useId()
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t('filter.any')}</option>
        {children}
      </select>
    </div>
  )
}
