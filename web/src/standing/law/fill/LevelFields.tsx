import { formatScaled } from '@ancu/core/text'

import { useLanguage } from '../../../ui/language.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { Sign } from '../../../ui/Sign.tsx'
import { everyColumn, type Reading } from '../answers.ts'
import type { Scale } from '../level-words.ts'
import { useLawText, type LawSay } from '../texts.ts'
import { openLevels, type DraftFault, type LevelDraft } from './draft.ts'
import { fieldId, useFaultAt } from './faults.ts'

export type LevelFieldsProps = {
  readonly reading: Reading
  readonly level: LevelDraft
  readonly faults: readonly DraftFault[]
  readonly onLevel: (level: LevelDraft) => void
  readonly onRemove?: () => void
}

/** One level of the decision: of which indicator, for which column and year, how much, in which article. */
export function LevelFields({ reading, level, faults, onLevel, onRemove }: LevelFieldsProps) {
  const t = useLawText()
  const { language } = useLanguage()
  const open = openLevels(reading)
  const chosen = open.find(({ key }) => key === level.key)
  const faultAt = useFaultAt(faults, { decimals: chosen?.scale.decimals ?? 0 })
  const keyFault = faultAt(`${level.id}.key`)
  const choose = (key: string) => {
    const next = open.find((each) => each.key === key)
    const column = next === undefined || next.isEvery ? everyColumn : (next.columns[0] ?? everyColumn)
    onLevel({ ...level, key, column })
  }
  return (
    <fieldset className="ac-fill-level">
      <legend className="ac-sr">
        {chosen === undefined ? t('fill.which') : `${chosen.code} ${chosen.name[language]}`}
      </legend>
      <Select
        id={fieldId(`${level.id}.key`)}
        label={t('fill.which')}
        value={level.key}
        onChoose={choose}
        error={keyFault}
      >
        <option value="">{t('fill.whichNone')}</option>
        {open.map(({ key, code, name }) => (
          <option key={key} value={key}>
            {code} {name[language]}
          </option>
        ))}
      </Select>
      {reading.columns.length > 0 && chosen !== undefined && (
        <Select
          id={fieldId(`${level.id}.column`)}
          label={t('fill.column')}
          value={level.column}
          onChoose={(column) => onLevel({ ...level, column })}
        >
          {chosen.isEvery && <option value={everyColumn}>{t('level.everyColumn')}</option>}
          {reading.columns
            .filter(({ id }) => chosen.columns.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
        </Select>
      )}
      <TextField
        id={fieldId(`${level.id}.value`)}
        label={t('fill.value')}
        {...(chosen === undefined ? {} : { hint: hintOf(chosen.scale, language, t) })}
        value={level.value}
        error={faultAt(`${level.id}.value`)}
        letters={10}
        inputMode="decimal"
        {...unitOf(chosen?.scale, language)}
        onValue={(value) => onLevel({ ...level, value })}
      />
      <TextField
        label={t('fill.article')}
        hint={t('fill.articleHint')}
        value={level.article}
        letters={40}
        isOptional
        onValue={(article) => onLevel({ ...level, article })}
      />
      <TextField
        id={fieldId(`${level.id}.year`)}
        label={t('fill.year')}
        hint={t('fill.yearHint')}
        value={level.year}
        error={faultAt(`${level.id}.year`)}
        letters={6}
        inputMode="numeric"
        isOptional
        onValue={(year) => onLevel({ ...level, year })}
      />
      {onRemove !== undefined && (
        <button type="button" className="ac-act ac-small" onClick={onRemove}>
          {t('fill.remove')}
        </button>
      )}
    </fieldset>
  )
}

function unitOf(scale: Scale | undefined, language: 'vi' | 'en'): { readonly unit?: string } {
  if (scale === undefined) return {}
  if (scale.isShare) return { unit: '%' }
  return scale.unit === undefined ? {} : { unit: scale.unit[language] }
}

/** What may be written, with an example of as many decimals as the level may have. */
function hintOf({ isShare, decimals }: Scale, language: 'vi' | 'en', t: LawSay): string {
  if (isShare) return t('fill.valueHint.share')
  const example = formatScaled(45 * 10 ** decimals + (decimals > 0 ? 1 : 0), decimals, language)
  return decimals === 0
    ? t('fill.valueHint.whole', { example })
    : t('fill.valueHint.other', { decimals, example })
}

type SelectProps = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly error?: string | undefined
  readonly children: React.ReactNode
}

function Select({ id, label, value, onChoose, error, children }: SelectProps) {
  return (
    <div className="ac-fill-select">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}error`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
      {error !== undefined && (
        <p id={`${id}error`} className="ac-field-error ac-fill-error">
          <Sign kind="unmet" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
