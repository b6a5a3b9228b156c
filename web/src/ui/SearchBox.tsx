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

type Found =
  | { readonly kind: 'nothingAsked' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'found'; readonly answer: SearchAnswer }
  | { readonly kind: 'failed' }

/** Milliseconds after the last letter before anything is asked. */
const typingPause = 120

/** A field and what it finds below it: arrows choose, Enter takes, Escape empties. */
export function SearchBox({ label, hint, find, onPick }: SearchBoxProps) {
  const t = useUiText()
  const id = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const found = useFound(text, find)
  const options = found.kind === 'found' ? found.answer.options : []
  const chosen = options[Math.min(active, options.length - 1)]

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) {
      event.preventDefault()
      setActive((active + step + options.length) % options.length)
    } else if (event.key === 'Enter' && chosen !== undefined) {
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
      <ul id={`${id}list`} role="listbox" aria-label={label} hidden={options.length === 0}>
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
      </ul>
      <div className="ac-small ac-search-says" role="status">
        {found.kind === 'searching' && t('search.searching')}
        {found.kind === 'failed' && t('search.failed')}
        {found.kind === 'found' &&
          options.length === 0 &&
          (found.answer.nothing ?? t('search.nothing', { text }))}
        {options.length > 0 && <span className="ac-sr">{t('search.count', { count: options.length })}</span>}
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
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    // The field keeps the focus and takes the keys; a press here is the same as Enter there.
    <li ref={item} id={id} role="option" aria-selected={isActive} onPointerMove={onPoint} onClick={onPick}>
      <b>{option.name}</b>
      <span className="ac-small">{option.place}</span>
      {option.note !== undefined && <span className="ac-note-text">{option.note}</span>}
    </li>
  )
}

function useFound(text: string, find: SearchBoxProps['find']): Found {
  const [found, setFound] = useState<Found>({ kind: 'nothingAsked' })
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === '') {
      setFound({ kind: 'nothingAsked' })
      return
    }
    const overtaken = new AbortController()
    const slow = setTimeout(() => setFound({ kind: 'searching' }), 400)
    const timer = setTimeout(() => {
      find(wanted, overtaken.signal)
        .then(
          (answer): Found => ({ kind: 'found', answer }),
          (): Found => ({ kind: 'failed' }),
        )
        .then((outcome) => {
          if (overtaken.signal.aborted) return
          clearTimeout(slow)
          setFound(outcome)
        })
    }, typingPause)
    return () => {
      clearTimeout(timer)
      clearTimeout(slow)
      overtaken.abort()
    }
  }, [text, find])
  return found
}
