import { expect, test } from 'vitest'

import { aSet } from '../testing/a-set.ts'
import { correspondenceOf } from './correspondence.ts'
import type { CriteriaSet } from './criteria.ts'
import { day } from '../kernel/index.ts'

const old = aSet({ id: 'old-set', inForce: { from: day('2016-12-01'), until: undefined } })

/** The set after `old`: each criterion under another code, continuing what it is told to. */
function later(continued: (code: string) => readonly string[] | undefined): CriteriaSet {
  const criteria = old.criteria.map((one) => {
    const codes = continued(one.code)
    return { ...one, code: `${one.code}0`, ...(codes ? { continues: [{ set: 'old-set', codes }] } : {}) }
  })
  return aSet({ id: 'new-set', criteria })
}

const pairsOf = (current: CriteriaSet) =>
  correspondenceOf(old, current).criteria.map((pair) => [pair.old, pair.new])

test('a set that says nothing of the one before, as a draft does, answers to it by the names of its criteria', () => {
  expect(pairsOf(later(() => undefined))).toEqual([
    ['1', '10'],
    ['2', '20'],
    ['3', '30'],
  ])
})

test('a set that says what it continues is taken at its word, whatever the names', () => {
  expect(pairsOf(later((code) => (code === '1' ? ['2'] : undefined)))).toEqual([
    ['2', '10'],
    [undefined, '20'],
    [undefined, '30'],
    ['1', undefined],
    ['3', undefined],
  ])
})
