import { useRef } from 'react'

import { Sign } from '../ui/Sign.tsx'
import { ChangeButton } from './AddRow.tsx'
import { anchorOf } from './anchors.ts'
import type { DraftInHand, Indicator } from './draft.ts'
import { useBackToRow } from './focus.ts'
import { IndicatorEditor } from './IndicatorEditor.tsx'
import { RowNotes } from './RowNotes.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { fieldsOf, textsAt, useWords, type Field } from './words.ts'

export type IndicatorRowProps = {
  readonly indicator: Indicator
  readonly draft: DraftInHand
  /** The doubt that is looked at is in this row. */
  readonly isCurrent: boolean
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** An indicator: its cells of the annex at the left, what was read of each at the right, and whether it is checked. */
export function IndicatorRow({ indicator, draft, isCurrent, isOpen, onOpen }: IndicatorRowProps) {
  const words = useWords()
  const { t } = words
  const edit = useRef<HTMLButtonElement>(null)
  useBackToRow(isOpen, edit)
  const { shown, canChange } = draft
  const target = `indicator:${indicator.key}`
  const fields = fieldsOf(indicator, shown, words)
  const confirmed = shown.work.confirmed[indicator.key]
  const isDoubted = shown.work.draft.doubts.some((one) => one.target === target)
  return (
    <article
      className="draft-row"
      data-current={isCurrent ? true : undefined}
      id={anchorOf(target)}
      aria-label={t('row.indicator', { code: indicator.code })}
    >
      <table className="draft-cells" role="table">
        <thead role="rowgroup" className="ac-sr">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('row.indicator', { code: indicator.code })}
            </th>
            <th role="columnheader" scope="col">
              {t('source.heading')}
            </th>
            <th role="columnheader" scope="col">
              {t('read.heading')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {fields.map((field) => (
            <FieldRow key={field.field} field={field} target={target} draft={draft} />
          ))}
        </tbody>
      </table>
      <RowNotes target={target} draft={draft} without={fields.map(({ field }) => field)} />
      <p className="draft-row-acts">
        {confirmed !== undefined && (
          <span className="draft-checked">
            <Sign kind="met" /> {t('read.confirmed', { by: confirmed.by })}
          </span>
        )}
        {canChange && confirmed === undefined && !isDoubted && (
          <ChangeButton draft={draft} changes={[{ kind: 'confirm', indicators: [indicator.key] }]}>
            {t('read.confirm')}
          </ChangeButton>
        )}
        {canChange && confirmed !== undefined && (
          <ChangeButton draft={draft} changes={[{ kind: 'unconfirm', indicators: [indicator.key] }]}>
            {t('read.unconfirm')}
          </ChangeButton>
        )}
        {canChange && (
          <button
            ref={edit}
            type="button"
            className="ac-act"
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {t('read.edit')}
          </button>
        )}
      </p>
      {isOpen && <IndicatorEditor indicator={indicator} draft={draft} onDone={() => onOpen(false)} />}
    </article>
  )
}

type FieldRowProps = { readonly field: Field; readonly target: string; readonly draft: DraftInHand }

function FieldRow({ field, target, draft }: FieldRowProps) {
  const { t, doubt: wordsOf } = useWords()
  const { shown } = draft
  const texts = textsAt(field.from, shown)
  const doubts = shown.work.draft.doubts.filter((one) => one.target === target && one.field === field.field)
  const issues = shown.issues.filter((one) => one.target === target && one.field === field.field)
  const [place] = field.from
  return (
    <tr role="row" data-doubted={doubts.length + issues.length > 0 ? true : undefined}>
      <th role="rowheader" scope="row">
        {field.label}
      </th>
      <td role="cell" className="draft-source" data-label={t('source.heading')}>
        {texts.length === 0 ? (
          <span className="draft-nothing">{t('source.noCell')}</span>
        ) : (
          <span title={place && t('source.place', { table: place.table + 1, row: place.row + 1 })}>
            {texts.join(' / ')}
          </span>
        )}
      </td>
      <td role="cell" data-label={t('read.heading')}>
        <span className="draft-value">{field.value === '' ? t('level.unknown') : field.value}</span>
        <FieldNotes notes={doubts.map((doubt) => ({ id: doubt.id, text: wordsOf(doubt) }))} issues={issues} />
      </td>
    </tr>
  )
}
