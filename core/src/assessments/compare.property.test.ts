import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CriteriaSet, Criterion, Rule } from '../criteria/index.ts'
import { day } from '../kernel/index.ts'
import { aCriterion, aSet, aShare } from '../testing/a-set.ts'
import { aSide, type SideGiven } from '../testing/a-side.ts'
import { causes, mirrored } from './causes.ts'
import { compareUnit, type ComparedPair } from './compare.ts'
import { correspondenceOf, swapped } from '../criteria/index.ts'
import { changeTotals } from './totals.ts'

const source = { document: 'doc', article: undefined, checked: 'text', note: undefined } as const
const ids = ['m-1', 'm-2', 'm-3', 'm-4']
const measures = new Map(ids.map((id) => [id, aShare(id)]))
const codes = ['1', '2', '3', '4']

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'pass', measure: undefined, delegated: false, source }),
  fc
    .tuple(
      fc.constantFrom('atLeast' as const, 'atMost' as const),
      fc.constantFrom(...ids),
      fc.option(fc.constantFrom(2000, 5000, 8000), { freq: 4 }),
    )
    .map(([kind, measure, scaled]): Rule => {
      const level =
        scaled === null ? { kind: 'unknown' as const, source } : { kind: 'value' as const, scaled, source }
      return { kind, key: measure, measure, levels: { '*': level } }
    }),
)

const rule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('allOf' as const, 'anyOf' as const),
        fc.array(leaf, { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, parts]): Rule => ({ kind, parts })),
  },
)

const criteria = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...codes), fc.array(rule, { minLength: 1, maxLength: 3 })),
  { minLength: 1, maxLength: 4, selector: ([code]) => code },
)

const said = fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 2 })
const continued = fc.dictionary(fc.constantFrom(...codes), said)

const sets: fc.Arbitrary<{ readonly old: CriteriaSet; readonly current: CriteriaSet }> = fc
  .tuple(criteria, criteria, continued, fc.boolean(), fc.boolean())
  .map(([before, after, continues, oldCounts, newCounts]) => ({
    old: aSet({
      id: 'old-set',
      inForce: { from: day('2016-12-01'), until: undefined },
      basicallyMetCounts: oldCounts,
      criteria: before.map(([code, rules]) => aCriterion(code, rules)),
    }),
    current: aSet({
      id: 'new-set',
      notApplicableCounts: newCounts,
      criteria: after.map(([code, rules]): Criterion => {
        const names = continues[code]
        const criterion = aCriterion(code, rules)
        return names ? { ...criterion, continues: [{ set: 'old-set', codes: names }] } : criterion
      }),
    }),
  }))

const figures = fc.array(
  fc.record({
    measure: fc.constantFrom(...ids),
    period: fc.constantFrom('2020-12-31', '2021-12-31', '2022-12-31'),
    num: fc.constantFrom(0, 1999, 2000, 5000, 7999, 8000, 10_000),
    den: fc.constantFrom(10_000),
  }),
  { maxLength: 8 },
)

const claims = (set: CriteriaSet) =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(
          ...set.criteria.flatMap((one) => [one.code, ...one.indicators.map((indicator) => indicator.code)]),
        ),
        fc.constantFrom('met', 'unmet', 'basicallyMet', 'notApplicable'),
        fc.constantFrom('2021-06-30', '2022-06-30', '2023-03-31'),
      )
      .map(([code, verdict, asOf]) => ({
        scope: code.includes('.') ? 'indicator' : 'criterion',
        code,
        verdict,
        asOf,
        ...(verdict === 'notApplicable' ? { reason: 'không có' } : {}),
      })),
    { maxLength: 6 },
  )

const sides = sets.chain(({ old, current }) =>
  fc
    .tuple(
      figures,
      claims(old),
      claims(current),
      fc.constantFrom('2021-09-30', '2022-09-30', '2023-09-30'),
      fc.constantFrom('official' as const, 'computed' as const),
    )
    .map(([known, oldClaims, newClaims, on, basis]) => {
      const common = { measures, figures: known, basis }
      return {
        old: { ...common, set: old, on: '2021-12-31', claims: oldClaims },
        current: { ...common, set: current, on, claims: newClaims },
        basis,
      } satisfies { old: SideGiven; current: SideGiven; basis: string }
    }),
)

describe('any two sides', () => {
  test('add up: met now = met before − lost + gained, each change under one cause', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const [old, current] = [aSide(given.old), aSide(given.current)]
        const pairs = compareUnit(old, current)
        const totals = changeTotals(pairs)

        expect(totals.old.met).toBe(old.standing.least)
        expect(totals.new.met).toBe(current.standing.least)
        expect(totals.new.met).toBe(totals.old.met - totals.lost + totals.gained)
        expect(totals.kept + totals.stillNot + totals.lost + totals.gained).toBe(pairs.length)
        expect(totals.causes.reduce((sum, one) => sum + one.lost, 0)).toBe(totals.lost)
        expect(totals.causes.reduce((sum, one) => sum + one.count, 0)).toBe(totals.lost + totals.gained)
        expect(pairs.filter(isWrongOfCauses)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('have each criterion of either set in one pair', () => {
    fc.assert(
      fc.property(sets, ({ old, current }) => {
        const { criteria: pairs } = correspondenceOf(old, current)
        const sorted = (given: readonly (string | undefined)[]) =>
          given.filter((code) => code !== undefined).toSorted()

        expect(sorted(pairs.map((pair) => pair.old))).toEqual(sorted(old.criteria.map(({ code }) => code)))
        expect(sorted(pairs.map((pair) => pair.new))).toEqual(
          sorted(current.criteria.map(({ code }) => code)),
        )
      }),
    )
  })

  test('say the opposite when they change places', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const [old, current] = [aSide(given.old), aSide(given.current)]
        const correspondence = correspondenceOf(old.compiled.set, current.compiled.set)

        expect(correspondenceOf(current.compiled.set, old.compiled.set)).toEqual(swapped(correspondence))
        expect(compareUnit(current, old).map(told)).toEqual(compareUnit(old, current).map(toldBackwards))
      }),
      { numRuns: 300 },
    )
  })

  test('are never told apart by bodies where only figures judge', () => {
    fc.assert(
      fc.property(sides, (given) => {
        const pairs = compareUnit(
          aSide({ ...given.old, basis: 'computed' }),
          aSide({ ...given.current, basis: 'computed' }),
        )

        expect(pairs.flatMap((pair) => pair.causes)).not.toContain('attestedDifferently')
      }),
    )
  })
})

function isWrongOfCauses({ change, causes: given }: ComparedPair): boolean {
  const isChanged = change === 'lost' || change === 'gained'
  const isInOrder = causes.filter((cause) => given.includes(cause)).length === given.length
  return isChanged !== given.length > 0 || !isInOrder
}

type Told = readonly [string | undefined, string | undefined, string, boolean, readonly string[]]

function told(pair: ComparedPair): Told {
  const { old, new: current, change, throughUnknown } = pair
  return [old?.criterion.code, current?.criterion.code, change, throughUnknown, pair.causes]
}

function toldBackwards(pair: ComparedPair): Told {
  const { old, new: current, change, throughUnknown } = pair
  const swappedChange = change === 'lost' ? 'gained' : change === 'gained' ? 'lost' : change
  return [current?.criterion.code, old?.criterion.code, swappedChange, throughUnknown, mirrored(pair.causes)]
}
