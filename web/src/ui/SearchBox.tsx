import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { useUiText } from './language.tsx'
import './search-box.css'

export type SearchOption = {
  readonly id: string
  readonly name: string
  /** What tells it from others of its name: "huyện Tu Mơ Rông, tỉnh Kon Tum". */
  readonly place: string
  /** Code, old name, or the period in which it stood. */
  readonly note?: string
}

export type SearchAnswer = {
  readonly options: readonly SearchOption[]
  /** Said when nothing was found: what was searched and the nearest spellings. */
  readonly nothing?: ReactNode
}

export type SearchBoxProps = {
  readonly label: string
  readonly hint?: string
  /** Asked anew for every text; an answer that was overtaken is dropped. */
  readonly find: (text: string, signal: AbortSignal) => Promise<SearchAnswer>
  readonly onPick: (option: SearchOption) => void
}

/** What the last text asked for was answered with; undefined when the answer did not come. */
type Outcome = { readonly asked: string; readonly answer: SearchAnswer | undefined }

type Found = {
  readonly options: readonly SearchOption[]
  /** Whether the options answer what stands in the field now, and not what stood there a moment ago. */
  readonly isCurrent: boolean
  readonly says: 'searching' | 'failed' | 'nothing' | undefined
  readonly nothing: ReactNode
}

/** Milliseconds after the last letter before anything is asked. */
const typingPause = 120

/** A field and what it finds below it: arrows choose, Enter takes, Escape empties. */
export function SearchBox({ label, hint, find, onPick }: SearchBoxProps) {
  const t = useUiText()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(text, find)
  const { options } = found
  const chosen = options[Math.min(active, options.length - 1)]

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) {
      event.preventDefault()
      setActive((active + step + options.length) % options.length)
    } else if (event.key === 'Enter' && chosen !== undefined && found.isCurrent) {
      event.preventDefault()
      onPick(chosen)
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      event.stopPropagation()
      setText('')
    }
  }

  return (
    <div className="ac-search">
      <label htmlFor={`${id}field`}>{label}</label>
      {hint !== undefined && (
        <p className="ac-small" id={`${id}hint`}>
          {hint}
        </p>
      )}
      <input
        id={`${id}field`}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}${chosen.id}`}
        aria-describedby={hint === undefined ? undefined : `${id}hint`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        data-first
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}list`} role="listbox" aria-label={label} hidden={options.length === 0}>
        {options.map((option, index) => (
          <Option
            key={option.id}
            id={`${id}${option.id}`}
            option={option}
            isActive={option === chosen}
            onPoint={() => setActive(index)}
            onPick={() => onPick(option)}
          />
        ))}
      </div>
      <div className="ac-small ac-search-says" role="status">
        {found.says === 'searching' && t('search.searching')}
        {found.says === 'failed' && t('search.failed')}
        {found.says === 'nothing' && (found.nothing ?? t('search.nothing', { text }))}
      </div>
      <div className="ac-sr" role="status">
        {options.length > 0 && t('search.count', { count: options.length })}
      </div>
    </div>
  )
}

type OptionProps = {
  readonly id: string
  readonly option: SearchOption
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onPick: () => void
}

function Option({ id, option, isActive, onPoint, onPick }: OptionProps) {
  const item = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <button
      ref={item}
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      <b>{option.name}</b>
      <span className="ac-small">{option.place}</span>
      {option.note !== undefined && <span className="ac-note-text">{option.note}</span>}
    </button>
  )
}

function useFound(text: string, find: SearchBoxProps['find']): Found {
  const wanted = text.trim()
  const [outcome, setOutcome] = useState<Outcome>()
  const [slow, setSlow] = useState('')
  useEffect(() => {
    if (wanted === '') return
    const overtaken = new AbortController()
    const patience = setTimeout(() => setSlow(wanted), 400)
    const settle = (answer: SearchAnswer | undefined) => {
      if (overtaken.signal.aborted) return
      clearTimeout(patience)
      setOutcome({ asked: wanted, answer })
    }
    const typing = setTimeout(() => {
      find(wanted, overtaken.signal).then(settle, () => settle(undefined))
    }, typingPause)
    return () => {
      clearTimeout(typing)
      clearTimeout(patience)
      overtaken.abort()
    }
  }, [wanted, find])

  if (wanted === '') return { options: [], isCurrent: true, says: undefined, nothing: undefined }
  const isCurrent = outcome?.asked === wanted
  const options = outcome?.answer?.options ?? []
  const nothing = outcome?.answer?.nothing
  if (!isCurrent) return { options, isCurrent, says: slow === wanted ? 'searching' : undefined, nothing }
  if (outcome.answer === undefined) return { options: [], isCurrent, says: 'failed', nothing }
  return { options, isCurrent, says: options.length === 0 ? 'nothing' : undefined, nothing }
}
