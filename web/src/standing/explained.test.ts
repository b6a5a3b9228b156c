import { describe, expect, test } from 'vitest'

import { conditionsOf, figureText, isChecked, levelText } from './explained.ts'

const measure = {
  id: 'm-water',
  name: { vi: 'Hộ dùng nước sạch', en: 'Clean water' },
  kind: 'share',
  quantity: { vi: 'hộ', en: 'households' },
  scale: 0,
}
const source = { document: 'qd-318-2022', article: 'chỉ tiêu 17.1', checked: 'memory' }
const compared = {
  kind: 'atLeast',
  verdict: 'unmet',
  measure,
  figure: { num: 8996, den: 10_000 },
  level: { kind: 'set', scaled: 9000, source },
}

function conditions(rule: object) {
  return conditionsOf({ explanation: { rule } })
}

describe('the chain of reasons', () => {
  test('is read down to its conditions, in order', () => {
    const pass = { kind: 'pass', verdict: 'unknown', source }
    const rule = {
      kind: 'allOf',
      verdict: 'unmet',
      parts: [compared, { kind: 'anyOf', verdict: 'unknown', parts: [pass] }],
    }
    expect(conditions(rule).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['atLeast', 'unmet'],
      ['pass', 'unknown'],
    ])
  })

  test('is read where the program looks into its own registers, or counts points', () => {
    const rules = [
      { kind: 'register', verdict: 'met', register: 'recognition', entry: 'standard', source },
      { kind: 'unitsAtLeast', verdict: 'unmet', counts: { sure: 4, possible: 4, total: 6 } },
      { kind: 'score', verdict: 'unknown', measure, most: 1000, passAt: 500, source },
    ]
    expect(rules.flatMap(conditions).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['register', 'met'],
      ['unitsAtLeast', 'unmet'],
      ['score', 'unknown'],
    ])
  })

  test('shows no figure on the other side of its level', () => {
    const [one] = conditions(compared)
    expect(one === undefined ? undefined : [figureText(one, 'vi'), levelText(one, 'vi')]).toEqual([
      '89,96\u00a0%',
      '≥\u00a090\u00a0%',
    ])
  })

  test('has no words for what is not there', () => {
    const [one] = conditions({ ...compared, figure: undefined, level: { kind: 'delegated', source } })
    expect(one === undefined ? 'none' : [figureText(one, 'vi'), levelText(one, 'vi')]).toEqual([
      undefined,
      undefined,
    ])
  })

  test('a level read only from memory is unchecked, one that the province decided is not', () => {
    const decided = { ...compared, level: { kind: 'decision', scaled: 9000, document: 'qd-1' } }
    expect([...conditions(compared), ...conditions(decided)].map(isChecked)).toEqual([false, true])
  })
})
