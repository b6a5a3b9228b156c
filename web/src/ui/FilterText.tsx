import { useEffect, useId, useRef } from 'react'

export type FilterTextProps = {
  readonly label: string
  /** As it stands in the address. */
  readonly value: string
  readonly onText: (text: string) => void
}

/**
 * A text that sifts what stands below it. It goes out with every letter; what the address says comes back into the
 * field only while nobody types there, since it lags behind the fingers.
 */
export function FilterText({ label, value, onText }: FilterTextProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current !== null && document.activeElement !== input.current) input.current.value = value
  }, [value])
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="text"
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  )
}
