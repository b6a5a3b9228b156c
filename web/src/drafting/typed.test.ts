import { expect, test } from 'vitest'

import type { Rule } from './draft.ts'
import { isLevelWrong, ruleOf, typedOf, typedPoints } from './typed.ts'

test.each<Rule>([
  { kind: 'pass', delegated: false },
  { kind: 'pass', delegated: true },
  { kind: 'unclear' },
  { kind: 'noneOf', measure: 'm-huts' },
  {
    kind: 'atLeast',
    measure: 'm-income',
    levels: { all: 47.5, TN: { byYear: { 2025: 44, 2026: 47 } }, DBSH: 'delegated' },
  },
  {
    kind: 'allOf',
    parts: [
      { name: 'Nước sạch', rule: { kind: 'atMost', measure: 'm-water', levels: { all: 'unknown' } } },
      { name: 'Có tổ', rule: { kind: 'pass', delegated: false } },
    ],
  },
])('what is opened and written again is the same: %j', (rule) => {
  expect(ruleOf(typedOf(rule, 'Tên'))).toEqual(rule)
})

test('a level that is not understood is not written', () => {
  const typed = typedOf({ kind: 'atLeast', measure: 'm', levels: { all: 5 } }, '')
  const [part] = typed.parts
  if (!part) throw new Error('a part was expected')
  const wrong = { ...typed, parts: [{ ...part, rule: { ...part.rule, levels: { all: '1.234' } } }] }

  expect(ruleOf(wrong)).toBeUndefined()
  expect([isLevelWrong('1.234'), isLevelWrong(''), isLevelWrong('80%')]).toEqual([true, false, false])
  expect([typedPoints('2,5'), typedPoints(' '), typedPoints('năm')]).toEqual([2.5, null, undefined])
})
