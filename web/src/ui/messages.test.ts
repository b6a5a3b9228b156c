import { describe, expect, test } from 'vitest'

import { messages, parametersOf, say, sayDay, uiMessages } from './messages.ts'

const keys = Object.keys(uiMessages.vi) as (keyof typeof uiMessages.vi)[]
const ui = { vi: uiMessages.vi, en: await uiMessages.en() }

describe('the texts of the interface', () => {
  test('have the same keys in both languages', () => {
    expect(keys.length).toBeGreaterThan(100)
    expect(Object.keys(ui.en).toSorted()).toEqual(keys.toSorted())
  })

  test('ask for the same parameters in both languages', () => {
    const parameters = (language: 'vi' | 'en') =>
      Object.fromEntries(keys.map((key) => [key, parametersOf(ui[language][key])]))
    expect(parameters('en')).toEqual(parameters('vi'))
  })

  test('are written: none is empty, none has two spaces or a space at its end', () => {
    const crooked = (['vi', 'en'] as const).flatMap((language) =>
      keys.filter((key) => {
        const text = ui[language][key]
        return /^\s|\s$|\s\s|^$/.test(text) || text !== text.normalize('NFC')
      }),
    )
    expect(crooked).toEqual([])
  })

  test('are plain: no exclamation mark, no “vui lòng”, no “thành công”', () => {
    expect(keys.filter((key) => /!|vui lòng|thành công/i.test(uiMessages.vi[key]))).toEqual([])
  })
})

describe('filling in', () => {
  const vi = { met: '{met} trên {total} xã', on: 'ngày {day}' }
  const en = { met: '{met} of {total} {total|commune|communes}', on: 'on {day}' }

  test('writes numbers as the language does', () => {
    expect(say(vi, 'vi', 'met', { met: 1234.5, total: 85 })).toBe('1.234,5 trên 85 xã')
    expect(say(en, 'en', 'met', { met: 1234.5, total: 85 })).toBe('1,234.5 of 85 communes')
  })

  test('chooses the word after a number', () => {
    expect(say(en, 'en', 'met', { met: 0, total: 1 })).toBe('0 of 1 commune')
  })

  test('fails loudly when a parameter is absent', () => {
    expect(() => say(vi, 'vi', 'on')).toThrow('day')
  })

  test('knows the parameters of a message', () => {
    expect(parametersOf('{b} {a} {b|x|y}')).toEqual(['a', 'b'])
  })
})

describe('the other language', () => {
  const vi = { yes: 'có' }

  test('is fetched once, when it is first wanted', async () => {
    let fetched = 0
    const texts = messages({
      vi,
      en: async () => {
        fetched += 1
        return { default: { yes: 'yes' } }
      },
    })
    expect(fetched).toBe(0)
    expect(texts.arrived()).toBe(undefined)
    expect(texts.en()).toBe(texts.en())
    expect(await texts.en()).toEqual({ yes: 'yes' })
    expect(fetched).toBe(1)
    expect(texts.arrived()).toEqual({ yes: 'yes' })
  })

  test('is Vietnamese where it cannot be fetched', async () => {
    const texts = messages({ vi, en: () => Promise.reject(new TypeError('offline')) })
    expect(await texts.en()).toEqual(vi)
  })
})

test('a day is written without leading zeros', () => {
  expect(sayDay('2024-03-01')).toBe('1/3/2024')
})
