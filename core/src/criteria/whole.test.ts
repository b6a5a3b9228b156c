import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { aCriterion, aSet } from '../testing/a-set.ts'
import type { CriteriaSet, PassRule } from './criteria.ts'
import { criteriaMet, wholeOf } from './whole.ts'

const [unknown, met, unmet, notApplicable] = [0, 1, 2, 3]

function setWith(passRule: PassRule, change: Partial<CriteriaSet> = {}): CriteriaSet {
  return aSet({ criteria: ['1', '2', '3', '4'].map((code) => aCriterion(code, [])), passRule, ...change })
}

const all = setWith({ kind: 'allCriteria' })
const three = setWith({ kind: 'atLeastCriteria', count: 3, required: ['1', '2'] })

function whole(set: CriteriaSet, criteria: readonly number[], prerequisites: readonly number[] = []) {
  return wholeOf(set, {
    criteria: Uint8Array.from(criteria),
    prerequisites: Uint8Array.from(prerequisites),
  })
}

describe('the whole set', () => {
  test.each([
    [all, [met, met, met, met], 'met'],
    [all, [met, unknown, met, met], 'unknown'],
    [all, [unmet, unknown, met, met], 'unmet'],
    [all, [notApplicable, met, met, met], 'met'],
    [{ ...all, notApplicableCounts: false }, [notApplicable, met, met, met], 'unmet'],
    [three, [met, met, met, unmet], 'met'],
    [three, [met, met, unmet, unmet], 'unmet'],
    [three, [met, met, unknown, unmet], 'unknown'],
    [three, [met, met, met, unknown], 'met'],
    // A required criterion is missed, however many others are met.
    [three, [unmet, met, met, met], 'unmet'],
    [three, [unknown, met, met, met], 'unknown'],
    [three, [notApplicable, met, met, unmet], 'met'],
    [{ ...three, notApplicableCounts: false }, [notApplicable, met, met, met], 'unmet'],
  ])('%#', (set, criteria, verdict) => {
    expect(whole(set, criteria)).toBe(verdict)
  })

  test('waits for every prerequisite, and falls with one', () => {
    const criteria = [met, met, met, met]

    expect(whole(all, criteria, [met, met])).toBe('met')
    expect(whole(all, criteria, [met, unmet])).toBe('unmet')
    expect(whole(all, criteria, [met, unknown])).toBe('unknown')
    expect(whole(all, criteria, [unknown, unmet])).toBe('unmet')
    expect(whole(all, criteria, [notApplicable])).toBe('met')
    expect(whole(all, [met, met, met, unmet], [unknown])).toBe('unmet')
    expect(whole(all, [met, met, met, unknown], [met])).toBe('unknown')
  })
})

const code = fc.constantFrom(unknown, met, unmet, notApplicable)
const rule = fc.oneof(
  fc.constant<PassRule>({ kind: 'allCriteria' }),
  fc.record({
    kind: fc.constant('atLeastCriteria' as const),
    count: fc.integer({ min: 1, max: 4 }),
    required: fc.subarray(['1', '2', '3', '4']),
  }),
)

/** Every way in which the unknown ones may turn out; what turns out not applicable is left out on purpose. */
function outcomes(codes: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = codes
  if (first === undefined) return [[]]
  const firsts = first === unknown ? [met, unmet] : [first]
  return outcomes(rest).flatMap((others) => firsts.map((one) => [one ?? 0, ...others]))
}

test('is unknown exactly while what is unknown can still turn it either way', () => {
  fc.assert(
    fc.property(
      rule,
      fc.boolean(),
      fc.array(code, { minLength: 4, maxLength: 4 }),
      fc.array(code, { maxLength: 2 }),
      (passRule, notApplicableCounts, criteria, prerequisites) => {
        const set = setWith(passRule, { notApplicableCounts })
        const verdicts = new Set(
          outcomes([...criteria, ...prerequisites]).map((codes) =>
            whole(set, codes.slice(0, 4), codes.slice(4)),
          ),
        )

        expect(verdicts.has('unknown')).toBe(false)
        expect(whole(set, criteria, prerequisites)).toBe(verdicts.size === 1 ? [...verdicts][0] : 'unknown')
      },
    ),
    { numRuns: 500 },
  )
})

test('counts what is met, and what may turn out to be', () => {
  const codes = Uint8Array.of(unknown ?? 0, met ?? 0, unmet ?? 0, notApplicable ?? 0)

  expect(criteriaMet(all, codes)).toEqual({ least: 2, most: 3 })
  expect(criteriaMet({ ...all, notApplicableCounts: false }, codes)).toEqual({ least: 1, most: 2 })
})
