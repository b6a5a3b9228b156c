import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { flatten, languages, messagesOf, type MessageTree } from './messages.ts'

const locales = join(import.meta.dirname, '../../locales')
const files = readdirSync(join(locales, 'vi')).filter((name) => name.endsWith('.json'))

function readMessages(language: string, name: string): ReadonlyMap<string, string> {
  return flatten(JSON.parse(readFileSync(join(locales, language, name), 'utf8')) as MessageTree)
}

/** Names of parameters; `{n|unit|units}` only chooses a form of a word, which Vietnamese does not have. */
function paramsIn(message: string): readonly string[] {
  const named = [...message.matchAll(/\{#?([a-zA-Z]+)([^{}]*)/g)].filter(
    ([, , rest = '']) => !/^\|[^|]*\|/.test(rest),
  )
  return [...new Set(named.map((match) => match[1] ?? ''))].toSorted()
}

test('there is something to compare', () => {
  expect(files).toContain('criteria.json')
  expect(readdirSync(join(locales, 'en')).toSorted()).toEqual(readdirSync(join(locales, 'vi')).toSorted())
})

test.each(files)('%s says the same things in both languages, with the same parameters', (name) => {
  const [vi, en] = [readMessages('vi', name), readMessages('en', name)]

  expect([...en.keys()].toSorted()).toEqual([...vi.keys()].toSorted())
  for (const [key, message] of vi) {
    expect({ key, params: paramsIn(en.get(key) ?? '') }).toEqual({ key, params: paramsIn(message) })
  }
})

test.each(languages)('messages in %s are precomposed and not empty', (language) => {
  for (const name of files) {
    for (const [key, message] of readMessages(language, name)) {
      expect(`${key}: ${message.normalize('NFC')}`).toBe(`${key}: ${message}`)
      expect(message.trim()).not.toBe('')
    }
  }
})

test('"minh hoạ" is spelt in one way', () => {
  const messages = files.flatMap((name) => [...readMessages('vi', name).values()])

  expect(messages.filter((message) => /minh hoạ/i.test(message)).length).toBeGreaterThan(5)
  expect(messages.filter((message) => /minh họa/i.test(message))).toEqual([])
})

test.each([
  ['vi', '(chi tiết kỹ thuật: {detail})'],
  ['en', '(technical detail: {detail})'],
] as const)(
  'in %s a sentence is whole without the words of a driver, which follow as %s',
  (language, aside) => {
    const told = files.flatMap((name) => [...readMessages(language, name).values()])
    const withDetail = told.filter((message) => message.includes('{detail}'))

    expect(withDetail.length).toBeGreaterThan(5)
    expect(withDetail.filter((message) => !message.includes(aside))).toEqual([])
  },
)

const vi = { hello: 'Chào {name}', unit: { homes: '{count} hộ' } }
const en = { hello: 'Hello {name}', unit: { homes: '{count} households' } }

test('a message is found by its key and filled in', () => {
  expect(messagesOf('vi', { vi, en }).say('hello', { name: 'Đăk Hà' })).toBe('Chào Đăk Hà')
  expect(messagesOf('en', { vi, en }).say('unit.homes', { count: 32 })).toBe('32 households')
})

test('what is filled in is not filled again, and what is not given is a broken promise', () => {
  const { say } = messagesOf('vi', { vi, en })

  expect(say('hello', { name: '{count}' })).toBe('Chào {count}')
  expect(() => say('hello')).toThrow('message hello asks for {name}')
})

test('keys are those of the Vietnamese file', () => {
  const { say } = messagesOf('vi', { vi, en })
  const misspelt: string[] = ['hi', 'unit.people']

  for (const key of misspelt) expect(() => say(key as 'hello')).toThrow(`no message: ${key}`)
})
