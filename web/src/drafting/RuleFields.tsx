import { useId } from 'react'

import { TextField } from '../ui/TextField.tsx'
import type { DraftInHand } from './draft.ts'
import { MeasureField } from './MeasureField.tsx'
import { useDraftingText } from './texts.ts'
import { isLevelWrong, type Typed, type TypedPart, type TypedRule } from './typed.ts'
import { columnName } from './words.ts'

export type RuleFieldsProps = {
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  readonly draft: DraftInHand
  /** Name of the indicator, by which a new measure is called. */
  readonly name: string
}

const simpleKinds = ['atLeast', 'atMost', 'pass', 'delegated', 'noneOf', 'unclear'] as const
const joins = ['allOf', 'anyOf'] as const
const emptyRule: TypedRule = { kind: 'atLeast', measure: '', levels: {} }

/** How an indicator is judged: one rule, or parts of which each has its own. */
export function RuleFields({ typed, onTyped, draft, name }: RuleFieldsProps) {
  const t = useDraftingText()
  const { join, parts } = typed
  const [first] = parts
  function setPart(nth: number, part: TypedPart) {
    onTyped({ ...typed, parts: parts.with(nth, part) })
  }
  function choose(kind: string) {
    const joined = joins.find((one) => one === kind)
    const simple = simpleKinds.find((one) => one === kind)
    if (joined !== undefined) onTyped({ join: joined, parts })
    else if (simple !== undefined && first !== undefined)
      onTyped({ join: 'alone', parts: [{ ...first, rule: { ...first.rule, kind: simple } }] })
  }
  if (first === undefined) return null
  const chosen = join === 'alone' ? first.rule.kind : join
  return (
    <>
      <KindField label={t('field.rule')} value={chosen} kinds={[...simpleKinds, ...joins]} onValue={choose} />
      {join === 'alone' ? (
        <SimpleFields
          rule={first.rule}
          onRule={(rule) => setPart(0, { ...first, rule })}
          draft={draft}
          name={name}
        />
      ) : (
        <>
          {parts.map((part, nth) => (
            <fieldset key={nth} className="draft-part">
              <legend>{t('field.part', { nth: nth + 1 })}</legend>
              <TextField
                label={t('field.partName')}
                value={part.name}
                onValue={(next) => setPart(nth, { ...part, name: next })}
                letters={60}
              />
              <KindField
                label={t('field.rule')}
                value={part.rule.kind}
                kinds={simpleKinds}
                onValue={(kind) => {
                  const simple = simpleKinds.find((one) => one === kind)
                  if (simple !== undefined) setPart(nth, { ...part, rule: { ...part.rule, kind: simple } })
                }}
              />
              <SimpleFields
                rule={part.rule}
                onRule={(rule) => setPart(nth, { ...part, rule })}
                draft={draft}
                name={part.name === '' ? name : part.name}
              />
              {parts.length > 1 && (
                <button
                  type="button"
                  className="ac-act"
                  onClick={() => onTyped({ join, parts: parts.toSpliced(nth, 1) })}
                >
                  {t('field.removePart')}
                </button>
              )}
            </fieldset>
          ))}
          <p>
            <button
              type="button"
              className="ac-act"
              onClick={() => onTyped({ join, parts: [...parts, { name: '', rule: emptyRule }] })}
            >
              {t('field.addPart')}
            </button>
          </p>
        </>
      )}
    </>
  )
}

type KindFieldProps = {
  readonly label: string
  readonly value: Kind
  readonly kinds: readonly Kind[]
  readonly onValue: (kind: string) => void
}

type Kind = (typeof simpleKinds)[number] | (typeof joins)[number]

function KindField({ label, value, kinds, onValue }: KindFieldProps) {
  const t = useDraftingText()
  const id = useId()
  return (
    <div className="draft-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`rule.${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

type SimpleFieldsProps = {
  readonly rule: TypedRule
  readonly onRule: (rule: TypedRule) => void
  readonly draft: DraftInHand
  readonly name: string
}

function SimpleFields({ rule, onRule, draft, name }: SimpleFieldsProps) {
  const t = useDraftingText()
  const hasLevels = rule.kind === 'atLeast' || rule.kind === 'atMost'
  if (!hasLevels && rule.kind !== 'noneOf') return null
  const { columns } = draft.shown.work.draft
  return (
    <>
      <MeasureField
        measure={rule.measure}
        isCount={rule.kind === 'noneOf'}
        draft={draft}
        name={name}
        onMeasure={(measure) => onRule({ ...rule, measure })}
      />
      {hasLevels && (
        <fieldset className="draft-levels">
          <legend>{t('field.levels')}</legend>
          <p className="ac-small">{t('level.hint')}</p>
          <div className="draft-level-grid">
            {['all', ...columns.map(({ id }) => id)].map((column) => {
              const text = rule.levels[column] ?? ''
              return (
                <TextField
                  key={column}
                  label={columnName(column, columns, t)}
                  value={text}
                  letters={14}
                  error={isLevelWrong(text) ? t('level.wrong', { text }) : undefined}
                  onValue={(next) => onRule({ ...rule, levels: { ...rule.levels, [column]: next } })}
                />
              )
            })}
          </div>
        </fieldset>
      )}
    </>
  )
}
