import { describe, expect, test } from 'vitest'

import type { Rule } from '../criteria/index.ts'
import { bad, compare, first, good } from '../testing/a-comparison.ts'
import { aCriterion, aSet, aShare } from '../testing/a-set.ts'

const source = { document: 'doc-law', article: undefined, checked: 'text', note: undefined } as const

describe('a criterion of other kinds of rules', () => {
  const later = { on: '2022-11-30' }
  const measures = new Map(['m-one', 'm-two'].map((id) => [id, aShare(id)]))
  const setOf = (rule: Rule) => aSet({ id: 'old-set', criteria: [aCriterion('1', [rule])] })
  const level = (scaled: number) => ({ '*': { kind: 'value' as const, scaled, source } })
  const ladder = (scaled: number): Rule => ({
    kind: 'score',
    measure: 'm-one',
    steps: [
      { kind: 'atLeast', key: 's-1', measure: 'm-one', levels: level(scaled), points: 500 },
      { kind: 'atLeast', key: 's-2', measure: 'm-one', levels: level(5000), points: 200 },
    ],
    most: 500,
    passAt: 500,
    source,
  })

  test('is lost by more than may be, where less is better', () => {
    const atMost: Rule = { kind: 'atMost', key: 'm-one', measure: 'm-one', levels: level(9500) }
    const lower: Rule = { ...atMost, levels: level(9400) }
    const more = { measure: 'm-one', period: '2022-06-30', num: 96, den: 100 }

    expect(
      first(compare({ set: setOf(atMost) }, { ...later, set: setOf(atMost), figures: [...good, more] })),
    ).toBe('lost figureFell')
    expect(first(compare({ set: setOf(atMost) }, { ...later, set: setOf(lower) }))).toBe('lost levelRose')
  })

  test('is lost by the step of a ladder that is enough', () => {
    const old = { set: setOf(ladder(9000)), measures }

    expect(first(compare(old, { ...old, ...later, figures: [...good, bad] }))).toBe('lost figureFell')
    expect(first(compare(old, { ...old, ...later, set: setOf(ladder(9600)) }))).toBe('lost levelRose')
  })
})
