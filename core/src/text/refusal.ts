import enRefusals from '../../locales/en/refusals.json' with { type: 'json' }
import enWords from '../../locales/en/words.json' with { type: 'json' }
import viRefusals from '../../locales/vi/refusals.json' with { type: 'json' }
import viWords from '../../locales/vi/words.json' with { type: 'json' }
import { parseDay, type Plain } from '../kernel/index.ts'
import { formatDay, formatNumber } from './format.ts'
import type { Language } from './messages.ts'

export type RefusalCode = keyof typeof viRefusals

/** What a user got wrong: a code and the facts of the case; the sentence is made where it is shown. */
export type Refusal = { readonly code: RefusalCode } & { readonly [fact: string]: Plain }

const sentences: Record<Language, Record<RefusalCode, string>> = { vi: viRefusals, en: enRefusals }
const words: Record<Language, Words> = { vi: viWords, en: enWords }

type Words = typeof viWords & { readonly [kind: string]: { readonly [word: string]: string } }
type Facts = { readonly [fact: string]: Plain | undefined }

/** Most members of a list that a sentence names. */
const mostNamed = 10

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(viRefusals, text)
}

/** The sentence of a refusal; a row of a command is told with its section and its place. */
export function refusalText(refusal: Refusal, language: Language): string {
  const text = fill(sentences[language][refusal.code], refusal, language)
  const { section, at, line } = refusal
  if (typeof line === 'number') return fill(words[language].list.line, { line: String(line), text }, language)
  if (typeof section !== 'string' || typeof at !== 'number') return text
  return fill(words[language].list.row, { section, row: String(at + 1), text }, language)
}

/**
 * Fills a sentence: `{name}` is a fact, `{name|other}` the first of them that is there, `{#name}` how many
 * a list has, `{name? with * in it}` that text around the fact, or nothing without it.
 */
function fill(sentence: string, facts: Facts, language: Language): string {
  return sentence.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [, optional, around] = /^(\w+)\?(.*)$/.exec(inside) ?? []
    if (optional !== undefined && around !== undefined) {
      const value = facts[optional]
      return isAbsent(value) ? '' : around.replace('*', () => told(optional, value, facts, language))
    }
    if (inside.startsWith('#')) {
      const list = facts[inside.slice(1)]
      return String(isList(list) ? list.length : 0)
    }
    const name = inside.split('|').find((one) => !isAbsent(facts[one]))
    return name === undefined ? '…' : told(name, facts[name], facts, language)
  })
}

function isAbsent(value: Plain | undefined): value is undefined | null {
  return value === undefined || value === null
}

/** A fact as people read it: words of the program in the language, days and numbers in its form. */
function told(name: string, value: Plain | undefined, facts: Facts, language: Language): string {
  if (isAbsent(value)) return ''
  if (typeof value === 'number') return numberTold(value, language)
  if (typeof value === 'string') {
    const word = words[language][name]?.[value]
    if (word !== undefined) return name === 'problem' ? fill(word, facts, language) : word
    const day = parseDay(value)
    return day === undefined ? value : formatDay(day)
  }
  if (isList(value)) return listTold(name, value, language)
  if (typeof value === 'object') return memberTold(value, language)
  return String(value)
}

/** Years, ports and numbers of entries stay as they are; what has five digits or more is grouped. */
function numberTold(value: number, language: Language): string {
  return Math.abs(value) < 10_000
    ? formatNumber(value, language).replace(/^(\d)[.,](\d{3})$/, '$1$2')
    : formatNumber(value, language)
}

function listTold(name: string, list: readonly Plain[], language: Language): string {
  const named = list.slice(0, mostNamed).map((one) => told(name, one, {}, language))
  const rest = list.length - named.length
  const isOfSentences = list.some(isObject)
  const more = rest > 0 ? [fill(words[language].list.andMore, { count: rest }, language)] : []
  const separator = named.some((one) => one.includes(', ')) ? '; ' : ', '
  return [...named, ...more].join(isOfSentences ? '\n' : separator)
}

/** A fault by its own sentence, or by the one it brings, after its file and line; anything else by its values. */
function memberTold(member: { readonly [key: string]: Plain | undefined }, language: Language): string {
  const { code } = member
  if (typeof code === 'string' && isRefusalCode(code)) {
    return refusalText({ ...withoutAbsent(member), code }, language)
  }
  const sentence = member[language]
  if (typeof sentence === 'string') {
    const { file, line } = member
    const place = [file, line].filter((one) => typeof one === 'string' || typeof one === 'number')
    return `${place.join(':')}: ${sentence}`
  }
  return Object.values(member)
    .filter((value) => !isAbsent(value))
    .map((value) => told('', value, {}, language))
    .join(' ')
}

function withoutAbsent(member: { readonly [key: string]: Plain | undefined }): { [key: string]: Plain } {
  return Object.fromEntries(
    Object.entries(member).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value)
}

function isObject(value: Plain): value is { readonly [key: string]: Plain | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
