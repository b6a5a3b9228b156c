import enRefusals from '../../locales/en/refusals.json' with { type: 'json' }
import enUnits from '../../locales/en/units.json' with { type: 'json' }
import enWords from '../../locales/en/words.json' with { type: 'json' }
import viRefusals from '../../locales/vi/refusals.json' with { type: 'json' }
import viUnits from '../../locales/vi/units.json' with { type: 'json' }
import viWords from '../../locales/vi/words.json' with { type: 'json' }
import { parseDay, type Plain } from '../kernel/index.ts'
import { formatDay, formatNumber } from './format.ts'
import type { Language } from './messages.ts'

export type RefusalCode = keyof typeof viRefusals

/** What a user got wrong: a code and the facts of the case; the sentence is made where it is shown. */
export type Refusal = { readonly code: RefusalCode } & { readonly [fact: string]: Plain }

/** Sentences by code, and by kind the words of the program that stand in them. */
type Lexicon = {
  readonly language: Language
  readonly sentences: { readonly [code: string]: string }
  readonly words: { readonly [kind: string]: { readonly [word: string]: string } }
}

function lexicons(
  language: Language,
  refusals: typeof viRefusals,
  words: typeof viWords,
  units: typeof viUnits,
): { readonly refusals: Lexicon; readonly units: Lexicon } {
  const { aspect, kind, level, expected, section, refusal } = units
  return {
    refusals: { language, sentences: refusals, words: { ...words, kinds: kind, otherKinds: kind } },
    units: {
      language,
      sentences: refusal,
      words: { ...words, aspect, kind, given: level, held: level, expected, section },
    },
  }
}

const byLanguage = {
  vi: lexicons('vi', viRefusals, viWords, viUnits),
  en: lexicons('en', enRefusals, enWords, enUnits),
} as const satisfies Record<Language, unknown>

type Facts = { readonly [fact: string]: Plain | undefined }

/** Most members of a list that a sentence names. */
const mostNamed = 10

export function isRefusalCode(text: string): text is RefusalCode {
  return Object.hasOwn(viRefusals, text)
}

/** The sentence of a refusal; a row of a command is told with its section and its place. */
export function refusalText(refusal: Refusal, language: Language): string {
  return sentenceOf(refusal.code, refusal, byLanguage[language].refusals)
}

function sentenceOf(code: string, facts: Facts, lexicon: Lexicon): string {
  const sentence = lexicon.sentences[code] ?? code
  const text = fill(sentence, facts, lexicon)
  const { section, at, line } = facts
  const { line: ofLine = '', row: ofRow = '' } = lexicon.words['list'] ?? {}
  // A sentence that names its line itself has said where.
  if (sentence.includes('{line}')) return text
  if (typeof line === 'number') return fill(ofLine, { line: String(line), text }, lexicon)
  if (typeof section !== 'string' || typeof at !== 'number') return text
  return fill(ofRow, { section, row: String(at + 1), text }, lexicon)
}

/**
 * Fills a sentence: `{name}` is a fact, `{name|other}` the first of them that is there, `{#name}` how many
 * a list has, `{name? with * in it}` that text around the fact, or nothing without it.
 */
function fill(sentence: string, facts: Facts, lexicon: Lexicon): string {
  return sentence.replaceAll(/\{([^{}]*)\}/g, (_, inside: string) => {
    const [, optional, around] = /^(\w+)\?(.*)$/.exec(inside) ?? []
    if (optional !== undefined && around !== undefined) {
      const value = facts[optional]
      return isAbsent(value) ? '' : around.replace('*', () => told(optional, value, facts, lexicon))
    }
    if (inside.startsWith('#')) {
      const list = facts[inside.slice(1)]
      return String(isList(list) ? list.length : 0)
    }
    const name = inside.split('|').find((one) => !isAbsent(facts[one]))
    return name === undefined ? '…' : told(name, facts[name], facts, lexicon)
  })
}

function isAbsent(value: Plain | undefined): value is undefined | null {
  return value === undefined || value === null
}

/** A fact as people read it: words of the program in the language, days and numbers in its form. */
function told(name: string, value: Plain | undefined, facts: Facts, lexicon: Lexicon): string {
  const { language, words } = lexicon
  if (isAbsent(value)) return ''
  if (typeof value === 'number') return numberTold(value, language)
  if (typeof value === 'string') {
    const word = words[name]?.[value]
    if (word !== undefined) return name === 'problem' ? fill(word, facts, lexicon) : word
    const day = parseDay(value)
    return day === undefined ? value : formatDay(day)
  }
  if (isList(value)) {
    const ofMembers = facts['code'] === 'unitFactsRefused' ? byLanguage[language].units : lexicon
    return listTold(name, value, ofMembers)
  }
  if (typeof value === 'object') return memberTold(value, lexicon)
  return String(value)
}

/** Years, ports and numbers of entries stay as they are; what has five digits or more is grouped. */
function numberTold(value: number, language: Language): string {
  return Math.abs(value) < 10_000
    ? formatNumber(value, language).replace(/^(\d)[.,](\d{3})$/, '$1$2')
    : formatNumber(value, language)
}

function listTold(name: string, list: readonly Plain[], lexicon: Lexicon): string {
  const named = list.slice(0, mostNamed).map((one) => told(name, one, {}, lexicon))
  const rest = list.length - named.length
  const isOfSentences = list.some(isObject)
  const more = rest > 0 ? [fill(lexicon.words['list']?.['andMore'] ?? '', { count: rest }, lexicon)] : []
  const separator = named.some((one) => one.includes(', ')) ? '; ' : ', '
  return [...named, ...more].join(isOfSentences ? '\n' : separator)
}

/** A fault by its own sentence, or by the one it brings, after its file and line; anything else by its values. */
function memberTold(member: Facts, lexicon: Lexicon): string {
  const { code } = member
  if (typeof code === 'string' && Object.hasOwn(lexicon.sentences, code)) {
    return sentenceOf(code, member, lexicon)
  }
  const sentence = member[lexicon.language]
  if (typeof sentence === 'string') {
    const { file, line } = member
    const place = [file, line].filter((one) => typeof one === 'string' || typeof one === 'number')
    return place.length === 0 ? sentence : `${place.join(':')}: ${sentence}`
  }
  return Object.values(member)
    .filter((value) => !isAbsent(value))
    .map((value) => told('', value, {}, lexicon))
    .join(' ')
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value)
}

function isObject(value: Plain): value is { readonly [key: string]: Plain | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
