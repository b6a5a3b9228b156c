import { useId } from 'react'

export type SelectOption = { readonly value: string; readonly label: string }

export type SelectFieldProps = {
  readonly label: string
  /** As it stands in the address; undefined chooses nothing in particular. */
  readonly value: string | undefined
  /** What is said while nothing in particular is chosen; without it one of the options has to be. */
  readonly any?: string | undefined
  readonly options: readonly SelectOption[]
  /** Undefined: nothing in particular any more. */
  readonly onChoose: (value: string | undefined) => void
}

/** One of many, or any of them. */
export function SelectField({ label, value = '', any, options, onChoose }: SelectFieldProps) {
  const id = useId()
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget: { value: chosen } }) => onChoose(chosen === '' ? undefined : chosen)}
      >
        {any !== undefined && <option value="">{any}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
