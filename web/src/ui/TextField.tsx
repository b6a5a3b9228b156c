import { TextInput } from '@mantine/core'
import type { HTMLAttributes, ReactNode } from 'react'

import { useUiText } from './language.tsx'
import { Sign } from './Sign.tsx'
import './text-field.css'

export type TextFieldProps = {
  /** Where a summary of faults leads to. */
  readonly id?: string
  readonly label: string
  /** Under the label, with an example: "Ví dụ: 11,23". */
  readonly hint?: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** What is wrong, and the likely value. */
  readonly error?: ReactNode
  /** As wide as the answer, in letters. */
  readonly letters?: number
  /** Stands after the field: "triệu đồng". */
  readonly unit?: string
  readonly isOptional?: boolean
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Takes the focus when the small form around it opens. */
  readonly isFirst?: boolean
}

/** One line to fill in: label above, hint under it, the error under the field with the sign of what is unmet. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    value,
    onValue,
    error,
    letters = 24,
    unit,
    isOptional = false,
    inputMode,
    isFirst,
    id,
  } = props
  const t = useUiText()
  return (
    <TextInput
      className="ac-field"
      {...(id === undefined ? {} : { id })}
      label={
        <>
          {label}
          {unit !== undefined && <span className="ac-sr"> ({unit})</span>}
          {isOptional && <span className="ac-small"> ({t('field.optional')})</span>}
        </>
      }
      description={hint}
      error={
        error === undefined ? undefined : (
          <span className="ac-field-error">
            <Sign kind="unmet" />
            <span>{error}</span>
          </span>
        )
      }
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      inputMode={inputMode}
      autoComplete="off"
      style={{ '--ac-letters': letters }}
      data-first={isFirst === true ? true : undefined}
      {...(unit === undefined ? {} : { inputContainer: besideUnit(unit) })}
    />
  )
}

/** The unit is part of the label for readers; here it stands where the eye looks for it. */
function besideUnit(unit: string) {
  return (input: ReactNode) => (
    <div className="ac-field-line">
      {input}
      <span aria-hidden>{unit}</span>
    </div>
  )
}
