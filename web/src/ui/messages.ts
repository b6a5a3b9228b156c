import { formatNumber, type Language } from '@ancu/core/text'

import vi from '../../../core/locales/vi/ui.json' with { type: 'json' }

import { chosenLanguage } from './chosen-language.ts'

export type { Language }

/** What a message is filled with; numbers are written the way the language writes them. */
export type Params = Readonly<Record<string, string | number>>

/** One slice's texts in one language, under the keys of the Vietnamese file. */
export type Texts<Key extends string> = Readonly<Record<Key, string>>

/** One slice's texts: Vietnamese is at hand, English is fetched when somebody first wants it. */
export type Messages<Key extends string> = {
  readonly vi: Texts<Key>
  /** The same promise each time. What cannot be fetched is said in Vietnamese. */
  readonly en: () => Promise<Texts<Key>>
  /** The English texts once they are here; undefined before. */
  readonly arrived: () => Texts<Key> | undefined
}

/** Says the message of a key in the language in use. */
export type Say<Key extends string> = (key: Key, params?: Params) => string

/** A slice's texts: a key that the English file lacks does not compile. */
export function messages<Vi extends Readonly<Record<string, string>>>({
  vi,
  en,
}: {
  readonly vi: Vi
  readonly en: () => Promise<{ readonly default: { readonly [Key in keyof Vi]: string } }>
}): Messages<keyof Vi & string> {
  let english: Promise<Texts<keyof Vi & string>> | undefined
  let here: Texts<keyof Vi & string> | undefined
  const fetched = async (): Promise<Texts<keyof Vi & string>> => {
    try {
      here = (await en()).default
    } catch {
      here = vi // offline: better another language than no page
    }
    return here
  }
  const texts = { vi, en: () => (english ??= fetched()), arrived: () => here }
  if (chosenLanguage() === 'en') underway.push(texts.en())
  return texts
}

const underway: Promise<unknown>[] = []

/**
 * Waits for the texts, in the language chosen, of all slices loaded so far. A page that is drawn after it waits
 * for none of them, one slice after the other, with nothing to show.
 */
export async function textsArrived(): Promise<void> {
  await Promise.all(underway.splice(0))
}

export const uiMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/ui.json', { with: { type: 'json' } }),
})
export type UiKey = keyof typeof vi

/**
 * The message of a key filled in, with numbers as the language writes them. `{name}` takes the parameter; `{name|commune|communes}` chooses the word after a
 * number: the first when the parameter is 1, else the second. Throws when a parameter is absent.
 */
export function say<Key extends string>(
  texts: Texts<Key>,
  language: Language,
  key: Key,
  params: Params = {},
): string {
  return texts[key].replaceAll(placeholder, (_whole, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`message ${key} lacks its parameter ${name}`)
    if (one !== undefined && other !== undefined) return value === 1 ? one : other
    return typeof value === 'number' ? formatNumber(value, language) : value
  })
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
