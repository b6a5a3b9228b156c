import { describe, expect, test } from 'vitest'

import vi from '../../../../core/locales/vi/law-screen.json' with { type: 'json' }
import { level, reading, readCriterion, term } from '../../testing/law.ts'
import { say } from '../../ui/messages.ts'
import { boundOf, isHeading, levelWords, plainWords, scaleOf } from './level-words.ts'
import type { LawSay } from './texts.ts'

const t: LawSay = (key, params) => say(vi, 'vi', key, params)
const { measures } = reading([readCriterion('1', [])])
const telling = { measures, language: 'vi', t } as const
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (...given: Parameters<typeof levelWords>) => plain(levelWords(...given))

describe('a level in words', () => {
  test('is a number with its direction, in percent or on the scale of its measure', () => {
    expect(said(term(), level('stated', { scaled: 7050 }), telling)).toBe('≥ 70,5 %')
    expect(said(term({ measure: 'm-income' }), level('stated', { scaled: 415 }), telling)).toBe('≥ 41,5')
    expect(
      said(term({ kind: 'atMost', measure: 'm-schools' }), level('stated', { scaled: 3 }), telling),
    ).toBe('≤ 3')
  })

  test('names its unit and its year where they stand nowhere else', () => {
    const income = term({ measure: 'm-income' })
    const of2024 = level('stated', { scaled: 500, year: 2024 })

    expect(said(income, of2024, { ...telling, withUnit: true })).toBe('≥ 50 triệu đồng (2024)')
    expect(said(income, of2024, telling)).toBe('≥ 50 (2024)')
    expect(said(term(), level('stated'), { ...telling, withUnit: true })).toBe('≥ 80 %')
  })

  test('says why there is none', () => {
    expect(said(term(), level('delegated'), telling)).toBe('tỉnh chưa quy định')
    expect(said(term(), level('unknown'), telling)).toBe('chưa rõ')
    expect(said(term(), level('notApplicable'), telling)).toBe('không áp dụng')
  })

  test('of lower units is a share of them or their number', () => {
    const units = (as: 'share' | 'count') =>
      term({ kind: 'unitsAtLeast', measure: null, units: { of: 'commune', as } })

    expect(said(units('share'), level('stated', { scaled: 7500 }), telling)).toBe('≥ 75 %')
    expect(said(units('count'), level('stated', { scaled: 4 }), telling)).toBe('≥ 4')
  })
})

test('a line without levels says what is asked', () => {
  const of = (given: Parameters<typeof term>[0]) => plain(plainWords(term({ levels: [], ...given }), 'vi', t))

  expect(of({ kind: 'pass' })).toBe('Đạt')
  expect(of({ kind: 'pass', delegated: true })).toBe('Đạt, tỉnh quy định cụ thể')
  expect(of({ kind: 'noneOf' })).toBe('Không còn')
  expect(of({ kind: 'atLeastOf', count: 2 })).toBe('Ít nhất 2 trong các điều kiện sau')
  expect(of({ kind: 'register', name: { vi: 'xã đạt chuẩn', en: '' } })).toBe('Có trong sổ: xã đạt chuẩn')
  expect(isHeading(term({ kind: 'allOf' }))).toBe(true)
  expect(isHeading(term())).toBe(false)
})

test('a line that measures nothing has no scale', () => {
  expect(scaleOf(term({ measure: null }), measures)).toBeUndefined()
  const scale = scaleOf(term(), measures)
  expect(scale && plain(boundOf('atMost', 1, scale, 'en', t))).toBe('≤ 0.01%')
})
