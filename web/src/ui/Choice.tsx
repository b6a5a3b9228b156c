import { useId, type ReactNode } from 'react'

import './popup.css'

export type ChoiceOption<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  /** Said under the label, in a list only. */
  readonly note?: ReactNode
}

export type ChoiceProps<Value extends string> = {
  readonly legend: string
  readonly options: readonly ChoiceOption<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  /** In a row, side by side; or in a list, with notes. */
  readonly layout?: 'row' | 'list'
  readonly isLegendHidden?: boolean
}

/** One of a few, all in sight: real radio buttons, so that arrows, Tab and readers find what they know. */
export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChoose,
  layout = 'row',
  isLegendHidden = false,
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="ac-choice">
      <legend className={isLegendHidden ? 'ac-sr' : undefined}>{legend}</legend>
      <div className={layout === 'row' ? 'ac-choice-row' : 'ac-choice-list'}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              data-first={option.value === value ? true : undefined}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
            {option.note !== undefined && layout === 'list' && <small>{option.note}</small>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
