import { formatNumber, languages, type Language } from '@ancu/core/text'

import en from '../../../core/locales/en/ui.json' with { type: 'json' }
import vi from '../../../core/locales/vi/ui.json' with { type: 'json' }

export { languages, type Language }

/** What a message is filled with; numbers are written the way the language writes them. */
export type Params = Readonly<Record<string, string | number>>

/** One slice's texts in both languages, under the keys of the Vietnamese file. */
export type Messages<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>

/** Says the message of a key in the language in use. */
export type Say<Key extends string> = (key: Key, params?: Params) => string

/** A slice's texts: a key that the English file lacks does not compile. */
export function messages<Vi extends Readonly<Record<string, string>>>(texts: {
  readonly vi: Vi
  readonly en: { readonly [Key in keyof Vi]: string }
}): Messages<keyof Vi & string> {
  return texts
}

export const uiMessages = messages({ vi, en })
export type UiKey = keyof typeof vi

/**
 * The message filled in. `{name}` takes the parameter; `{name|commune|communes}` chooses the word after a
 * number: the first when the parameter is 1, else the second. Throws when a parameter is absent.
 */
export function say<Key extends string>(
  texts: Messages<Key>,
  language: Language,
  key: Key,
  params: Params = {},
): string {
  return texts[language][key].replaceAll(
    placeholder,
    (_whole, name: string, one?: string, other?: string) => {
      const value = params[name]
      if (value === undefined) throw new Error(`message ${key} lacks its parameter ${name}`)
      if (one !== undefined && other !== undefined) return value === 1 ? one : other
      return typeof value === 'number' ? formatNumber(value, language) : value
    },
  )
}

/** 31/3/2024, in both languages; `day` is `YYYY-MM-DD`. */
export function sayDay(day: string): string {
  return day.split('-').map(Number).toReversed().join('/')
}

/** Names of the parameters of a message, each once, in the order of the alphabet. */
export function parametersOf(message: string): readonly string[] {
  const names = [...message.matchAll(placeholder)].flatMap((match) => match[1] ?? [])
  return [...new Set(names)].toSorted()
}

const placeholder = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g
