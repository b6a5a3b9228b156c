import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { DraftLevel } from './draft.ts'
import { levelText, readLevel } from './level-text.ts'

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((value) => value / 1000)
const year = fc.integer({ min: 2015, max: 2040 }).map(String)
const level: fc.Arbitrary<DraftLevel> = fc.oneof(
  amount,
  fc.constantFrom('delegated' as const, 'unknown' as const, 'notApplicable' as const),
  fc.dictionary(year, amount, { minKeys: 1, maxKeys: 4 }).map((byYear) => ({ byYear: { ...byYear } })),
)

test('what a level is written as is read back as that level', () => {
  fc.assert(
    fc.property(level, (one) => {
      expect(readLevel(levelText(one))).toEqual(one)
    }),
  )
})

test.each([
  ['≥ 80%', 80],
  ['1.234', undefined],
  ['70 - 80', undefined],
  ['100% (≥70% cứng hóa)', undefined],
  ['Đạt', undefined],
  ['', undefined],
  ['UBND tỉnh quy định cụ thể', 'delegated'],
])('“%s”', (text, expected) => {
  expect(readLevel(text)).toEqual(expected)
})
