import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { revocationRisk, type FailingCriteria } from './risk.ts'
import { revocationRule, revocationRuleOn, revocationRules } from './rule.ts'

const conditions = [
  { from: 30, below: 50, key: 1 },
  { from: 50, key: 0 },
]

/** 19 criteria, 3 of them key, of which so many fail or are unknown. */
function criteria(unmet: number, keyUnmet: number, unknown = 0, keyUnknown = 0): FailingCriteria {
  return { of: 19, unmet, unknown, key: { of: 3, unmet: keyUnmet, unknown: keyUnknown } }
}

describe('revocation by QĐ 18/2022, article 4', () => {
  test.each([
    [0, 0, 'none', 6],
    [5, 0, 'none', 1],
    [5, 1, 'none', 1],
    [6, 1, 'risk', 0],
    [6, 0, 'none', 1],
    [8, 0, 'none', 1],
    [9, 0, 'none', 1],
    [9, 3, 'risk', 0],
    [10, 0, 'risk', 0],
    [19, 3, 'risk', 0],
  ])('of %i failing with %i key ones: %s, %i more', (unmet, key, status, margin) => {
    expect(revocationRisk(conditions, criteria(unmet, key))).toEqual({
      status,
      failing: { least: unmet, most: unmet },
      keyFailing: { least: key, most: key },
      margin: { least: margin, most: margin },
    })
  })

  test.each([
    [5, 1, 'none'],
    [6, 0, 'none'],
    [6, 1, 'risk'],
    [9, 0, 'none'],
    [10, 0, 'risk'],
  ])('is exact at 30 and 50 per cent: %i of 20 with %i key ones: %s', (unmet, key, status) => {
    expect(revocationRisk(conditions, { ...criteria(unmet, key), of: 20 }).status).toBe(status)
  })

  test('is an interval while verdicts are unknown', () => {
    expect(revocationRisk(conditions, criteria(3, 1, 2))).toEqual({
      status: 'none',
      failing: { least: 3, most: 5 },
      keyFailing: { least: 1, most: 1 },
      margin: { least: 1, most: 3 },
    })
    expect(revocationRisk(conditions, criteria(5, 0, 1, 1)).status).toBe('possible')
    expect(revocationRisk(conditions, criteria(6, 0, 1, 1)).status).toBe('possible')
    expect(revocationRisk(conditions, criteria(6, 1, 3, 1)).status).toBe('risk')
    expect(revocationRisk(conditions, criteria(0, 0, 19, 3)).status).toBe('unknown')
  })

  test('without a key criterion left to fail is ten away or nothing', () => {
    expect(revocationRisk([{ from: 30, below: 50, key: 4 }], criteria(6, 3)).margin).toBeUndefined()
  })

  test('never tells more when less is known', () => {
    const counts = fc
      .record({ unmet: fc.nat(16), key: fc.nat(3), unknown: fc.nat(16), keyUnknown: fc.nat(3) })
      .filter(
        ({ unmet, key, unknown, keyUnknown }) =>
          unmet + unknown <= 16 && key + keyUnknown <= 3 && unknown >= 1,
      )
      .map(({ unmet, key, unknown, keyUnknown }) =>
        criteria(unmet + key, key, unknown + keyUnknown, keyUnknown),
      )
    fc.assert(
      fc.property(counts, fc.boolean(), (before, fails) => {
        const risk = revocationRisk(conditions, before)
        const { unmet, unknown, key } = before
        const after = revocationRisk(conditions, {
          of: 19,
          unmet: unmet + (fails ? 1 : 0),
          unknown: unknown - 1,
          key: { of: 3, unmet: key.unmet, unknown: key.unknown },
        })
        const isSettled = risk.status === 'risk' || risk.status === 'none'
        expect(after.status).toBe(isSettled ? risk.status : after.status)
        expect(after.margin?.least).toBeGreaterThanOrEqual(risk.margin?.least ?? 0)
        expect(after.margin?.most).toBeLessThanOrEqual(risk.margin?.most ?? 0)
      }),
    )
  })
})

describe('the rule of a day', () => {
  const rule = revocationRule.parse({
    id: 'r-1',
    source: { document: 'qd', checked: 'partial' },
    from: '2022-08-02',
    until: '2026-01-01',
    kinds: ['commune'],
    sets: { standard: 'set-1' },
    conditions: [{ from: 50 }],
  })
  const commune = { kind: 'commune', rank: 'standard' } as const

  test('is in force from its day until its end, for its kinds and ranks', () => {
    expect(revocationRuleOn([rule], day('2022-08-01'), commune)).toBeUndefined()
    expect(revocationRuleOn([rule], day('2022-08-02'), commune)).toMatchObject({ id: 'r-1', set: 'set-1' })
    expect(revocationRuleOn([rule], day('2025-12-31'), commune)).toMatchObject({ set: 'set-1' })
    expect(revocationRuleOn([rule], day('2026-01-01'), commune)).toBeUndefined()
    expect(revocationRuleOn([rule], day('2024-01-01'), { ...commune, rank: 'advanced' })).toBeUndefined()
    expect(revocationRuleOn([rule], day('2024-01-01'), { ...commune, kind: 'village' })).toBeUndefined()
  })

  test('is given once for a rank and a day', () => {
    expect(revocationRules.safeParse([rule, { ...rule, id: 'r-2' }]).success).toBe(false)
    expect(
      revocationRules.safeParse([rule, { ...rule, id: 'r-2', from: '2026-01-01', until: undefined }]).success,
    ).toBe(true)
    expect(revocationRules.safeParse([rule, { ...rule, from: '2026-01-01', until: undefined }]).success).toBe(
      false,
    )
  })

  test.each([
    [{ conditions: [{ from: 50, below: 50 }] }],
    [{ conditions: [] }],
    [{ from: '2026-01-01' }],
    [{ sets: { knight: 'set-1' } }],
    [{ kinds: [] }],
  ])('with %j is refused', (change) => {
    expect(revocationRule.safeParse({ ...rule, ...change }).success).toBe(false)
  })
})
