import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import type { UnitId } from '../units/index.ts'
import { recognitionsInForce, type KnownDecision } from './recognition.ts'

const on = day('2024-03-31')

function aDecision(id: string, change: Partial<KnownDecision> = {}): KnownDecision {
  return {
    id,
    unit: 'u-1' as UnitId,
    act: 'recognise',
    rank: 'standard',
    day: day('2019-05-13'),
    dayAssumed: false,
    yearOfStandard: 2018,
    illustrative: false,
    seq: 1,
    ...change,
  }
}

function ranksOn(decisions: readonly KnownDecision[], asked = on, knownSeq = 100): string[] {
  return [...recognitionsInForce(decisions, asked, knownSeq).keys()]
}

describe('recognitions in force', () => {
  test('hold from the day of the decision, not from the year of the standard', () => {
    expect(ranksOn([aDecision('d-365')], day('2019-05-12'))).toEqual([])
    expect(ranksOn([aDecision('d-365')], day('2019-05-13'))).toEqual(['standard'])
  })

  test('a unit holds several ranks at once', () => {
    expect(
      ranksOn([aDecision('d-1'), aDecision('d-2', { rank: 'advanced', day: day('2022-01-01') })]),
    ).toEqual(['standard', 'advanced'])
  })

  test('only a revocation ends one, and only of its own rank', () => {
    const recognised = [aDecision('d-1'), aDecision('d-2', { rank: 'advanced' })]
    const revoked = aDecision('d-3', {
      act: 'revoke',
      rank: 'advanced',
      revokes: 'd-2',
      day: day('2023-01-01'),
    })

    expect(ranksOn([...recognised, revoked])).toEqual(['standard'])
    expect(ranksOn([...recognised, revoked], day('2022-12-31'))).toEqual(['standard', 'advanced'])
  })

  test('a revocation of one rank leaves the others', () => {
    const both = [aDecision('d-1'), aDecision('d-2', { rank: 'advanced' })]
    const revoked = aDecision('d-3', { act: 'revoke', rank: 'advanced', day: day('2023-01-01') })

    expect(ranksOn([...both, revoked])).toEqual(['standard'])
  })

  test('a revocation that names no decision ends those before it, not those after', () => {
    const revoked = aDecision('d-2', { act: 'revoke', day: day('2021-01-01') })
    const again = aDecision('d-3', { day: day('2023-01-01') })

    expect(ranksOn([aDecision('d-1'), revoked])).toEqual([])
    expect(ranksOn([aDecision('d-1'), revoked, again])).toEqual(['standard'])
  })

  test('mending a recognition does not undo its revocation', () => {
    const revoked = aDecision('d-2', { act: 'revoke', revokes: 'd-1', day: day('2021-01-01') })
    const mended = aDecision('d-3', { replaces: 'd-1', number: '365/QĐ-UBND', seq: 9 })

    expect(ranksOn([aDecision('d-1'), revoked, mended])).toEqual([])
  })

  test('a decision learnt late does not change what was known before', () => {
    const late = aDecision('d-1', { seq: 50 })

    expect(ranksOn([late], on, 49)).toEqual([])
    expect(ranksOn([late], on, 50)).toEqual(['standard'])
  })

  test('a mended entry takes the place of the one it names', () => {
    const wrong = aDecision('d-1', { rank: 'model' })
    const mended = aDecision('d-2', { rank: 'advanced', replaces: 'd-1', seq: 5 })

    expect(ranksOn([wrong, mended])).toEqual(['advanced'])
    expect(ranksOn([wrong, mended], on, 4)).toEqual(['model'])
  })
})
