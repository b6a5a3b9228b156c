import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const files = ['screens', 'overview', 'units-screen', 'standing-screen', 'drafting', 'law-screen']

function textsOf(file: string, language: 'vi' | 'en'): Readonly<Record<string, string>> {
  const path = join(import.meta.dirname, '../../../core/locales', language, `${file}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
}

/** Names that are written out, not those that only choose a word. */
function written(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].toSorted()
}

describe.each(files)('the texts of %s', (file) => {
  const [vi, en] = [textsOf(file, 'vi'), textsOf(file, 'en')]

  test('have the same keys and say the same facts in both languages', () => {
    expect(Object.keys(vi).length).toBeGreaterThan(10)
    expect(Object.keys(en)).toEqual(Object.keys(vi))
    const facts = (texts: typeof vi) => Object.entries(texts).map(([key, text]) => [key, written(text)])
    expect(facts(en)).toEqual(facts(vi))
  })

  test('are written: none is empty or untrimmed, none has two spaces', () => {
    const crooked = Object.entries({ ...vi, ...en }).filter(
      ([, text]) => /^[ \n]|[ \n]$|  |^$/.test(text) || text !== text.normalize('NFC'),
    )
    expect(crooked).toEqual([])
  })

  test('are plain: no exclamation mark, no “vui lòng”, no “thành công”', () => {
    expect(Object.values(vi).filter((text) => /!|vui lòng|thành công/i.test(text))).toEqual([])
  })
})
