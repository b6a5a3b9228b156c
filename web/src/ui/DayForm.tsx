import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import { readDay, type DayFault } from './day-entry.ts'
import { useFormats, useUiText } from './language.tsx'
import { TextField } from './TextField.tsx'

export type DayMark = { readonly day: string; readonly label: ReactNode }

export type DayFormProps = {
  readonly label: string
  /** The day looked at, `YYYY-MM-DD`. */
  readonly day: string
  /** First and last day that can be asked for. */
  readonly first: string
  readonly last: string
  /** Days worth going to, each with what happened on it. */
  readonly marks?: readonly DayMark[]
  readonly onDay: (day: string) => void
}

/** A day typed the way it is written, or chosen from those worth going to. */
export function DayForm({ label, day, first, last, marks = [], onDay }: DayFormProps) {
  const t = useUiText()
  const format = useFormats()
  const [text, setText] = useState(() => format.day(day))
  const [fault, setFault] = useState<DayFault>()
  const sayFault = {
    notADay: t('day.notADay', { text }),
    tooEarly: t('day.tooEarly', { first: format.day(first) }),
    tooLate: t('day.tooLate', { last: format.day(last) }),
  } as const satisfies Record<DayFault, string>
  return (
    <form
      className="ac-day-form"
      onSubmit={(event) => {
        event.preventDefault()
        const entry = readDay(text, first, last)
        if (entry.ok) onDay(entry.day)
        else setFault(entry.fault)
      }}
    >
      <TextField
        label={label}
        hint={t('day.example')}
        value={text}
        error={fault === undefined ? undefined : sayFault[fault]}
        letters={12}
        isFirst
        onValue={(typed) => {
          setText(typed)
          setFault(undefined)
        }}
      />
      <Button type="submit" mt={12}>
        {t('day.go')}
      </Button>
      {marks.length > 0 && (
        <>
          <h3 className="ac-day-marks-head">{t('day.marks')}</h3>
          <ul className="ac-day-marks">
            {marks.map((mark) => (
              <li key={mark.day}>
                <button type="button" aria-pressed={mark.day === day} onClick={() => onDay(mark.day)}>
                  <span className="ac-act ac-so">{format.day(mark.day)}</span>
                  <span>{mark.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </form>
  )
}
