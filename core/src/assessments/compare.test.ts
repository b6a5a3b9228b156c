import { describe, expect, test } from 'vitest'

import type { CriteriaSet, Indicator, KnownLevelDecision, Rule } from '../criteria/index.ts'
import { day } from '../kernel/index.ts'
import { aCriterion, aSet, aShare } from '../testing/a-set.ts'
import { bad, compare, first, good, oldSet } from '../testing/a-comparison.ts'
import type { SideGiven } from '../testing/a-side.ts'
import { combined } from './causes.ts'
import { changeTotals } from './totals.ts'
import { reasonWords } from './words.ts'

const source = { document: 'doc-law', article: undefined, checked: 'text', note: undefined } as const
const byConclusion: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

function atLeast(measure: string, scaled: number): Rule {
  return { kind: 'atLeast', key: measure, measure, levels: { '*': { kind: 'value', scaled, source } } }
}

function continuing(indicator: Indicator | undefined, code: string): Indicator {
  if (!indicator) throw new Error('an indicator is wanted')
  return { ...indicator, continues: [{ set: 'old-set', codes: [code] }] }
}

/** The set that came after `oldSet`, each criterion continuing that of its code. */
function newSet(criteria: CriteriaSet['criteria']): CriteriaSet {
  const continues = ({ code }: { readonly code: string }) => [{ set: 'old-set', codes: [code] }]
  return aSet({
    id: 'new-set',
    criteria: criteria.map((criterion) => ({ continues: continues(criterion), ...criterion })),
  })
}

const said = (code: string, verdict: string, asOf: string) => ({
  scope: code.includes('.') ? 'indicator' : 'criterion',
  code,
  verdict,
  asOf,
})

describe('a criterion of one set on two days', () => {
  const later = { on: '2023-09-30' }
  const kept = compare({}, later)

  test('is kept where nothing changes', () => {
    expect(first(kept)).toBe('kept')
    expect(kept.map((pair) => pair.change)).toEqual(['kept', 'stillNot', 'stillNot'])
  })

  test('is lost by a figure that fell, and gained by one that rose', () => {
    expect(first(compare({}, { ...later, figures: [...good, bad] }))).toBe('lost figureFell')
    expect(first(compare({ figures: [...good, bad] }, { ...later }))).toBe('gained figureRose')
  })

  test('names the figure and the level of either side', () => {
    const [pair] = compare({}, { ...later, figures: [...good, bad] })
    const [reason, ...others] = pair?.reasons ?? []

    expect(others).toEqual([])
    expect(reason?.old?.leaf).toMatchObject({ figure: { num: 95, den: 100 }, level: { scaled: 9000 } })
    expect(reason?.new?.leaf).toMatchObject({ figure: { num: 89, den: 100 }, level: { scaled: 9000 } })
    expect(reason?.new?.indicator.code).toBe('1.1')
    expect(reason && reasonWords(reason, 'vi', String).replaceAll('\u00a0', ' ')).toMatch(
      /^Nay 89 % \(ngày 30\/6\/2022.*\) so với mức .+; trước đây 95 % \(ngày 31\/12\/2021.*\) so với mức /,
    )
  })

  test('is lost by a level that a decision raises, or that was not decided before', () => {
    const rule: Rule = {
      kind: 'atLeast',
      key: 'k',
      measure: 'm-one',
      levels: { '*': { kind: 'delegated', source } },
    }
    const set = aSet({ id: 'old-set', criteria: [aCriterion('1', [rule])] })
    const level = (scaled: number, from: string): KnownLevelDecision => ({
      id: `l-${scaled}`,
      set: 'old-set',
      key: 'k',
      column: '*',
      scaled,
      document: 'doc',
      from: day(from),
      illustrative: false,
    })
    const decisions = [level(9000, '2022-01-01'), level(9600, '2023-01-01')]
    const raised = compare({ set, decisions }, { ...later, set, decisions })
    const met = [said('1', 'met', '2022-01-01')]
    const claims = [...met, said('1', 'unmet', '2023-01-01')]
    const decided = compare({ set, claims: met }, { ...later, set, claims, decisions: decisions.slice(1) })

    expect(first(raised)).toBe('lost levelRose')
    expect(first(decided)).toBe('lost levelRose')
  })

  test('is lost by a level that a provision raises', () => {
    const [criterion] = oldSet.criteria
    const [indicator, ...others] = criterion?.indicators ?? []
    if (!criterion || !indicator) throw new Error('a criterion with indicators is wanted')
    const provisions = [
      { from: day('2022-03-08'), until: day('2023-01-01'), rule: atLeast('m-one', 9000) },
      { from: day('2023-01-01'), until: undefined, rule: atLeast('m-one', 9501) },
    ]
    const set = aSet({
      id: 'old-set',
      criteria: [{ ...criterion, indicators: [{ ...indicator, provisions }, ...others] }],
    })

    expect(first(compare({ set }, { ...later, set }))).toBe('lost levelRose')
  })

  test('is lost by both where the level rose and the figure fell', () => {
    const set = (scaled: number) =>
      aSet({ id: 'old-set', criteria: [aCriterion('1', [atLeast('m-one', scaled)])] })

    expect(first(compare({ set: set(9000) }, { ...later, set: set(9200), figures: [...good, bad] }))).toBe(
      'lost figureFell+levelRose',
    )
  })

  test('is lost by a stale figure where the body no longer takes it for met', () => {
    const met = said('1', 'met', '2022-01-01')
    const unmet = said('1', 'unmet', '2023-06-30')

    expect(first(compare({ claims: [met] }, { ...later, claims: [met, unmet] }))).toBe('lost missingOrStale')
    expect(first(compare({ claims: [met] }, { claims: [met, said('1', 'unmet', '2022-09-30')] }))).toBe(
      'lost attestedDifferently',
    )
  })

  test('is not lost by a figure that was stale before as well', () => {
    const claims = [said('1', 'met', '2022-01-01'), said('1', 'unmet', '2023-12-31')]

    expect(first(compare({ on: '2023-09-30', claims }, { on: '2024-01-31', claims }))).toBe(
      'lost attestedDifferently',
    )
  })

  test('is lost to the bodies alone where the figures failed before as well', () => {
    const met = said('1', 'met', '2022-01-01')
    const worse = { measure: 'm-one', period: '2022-11-30', num: 80, den: 100 }
    const figures = [...good, bad]
    const claims = [met, said('1', 'unmet', '2022-11-30')]
    const pairs = compare(
      { figures, claims: [met] },
      { on: '2022-11-30', figures: [...figures, worse], claims },
    )

    expect(first(pairs)).toBe('lost attestedDifferently')
  })

  test('names the figure, not the body, where both say so', () => {
    const met = said('1', 'met', '2022-01-01')
    const claims = [met, said('1', 'unmet', '2023-09-30'), said('1.2', 'unmet', '2023-09-30')]
    const [pair] = compare({ claims: [met] }, { ...later, claims, figures: [...good, bad] })

    expect(combined(pair?.causes ?? [])).toBe('figureFell')
    expect(pair?.claims.new?.verdict).toBe('unmet')
  })

  test('that becomes unknown is lost, and told apart', () => {
    const { figures } = { figures: good.slice(0, 1) }
    const [lost] = compare({}, { ...later, figures })
    const [gained] = compare({ figures }, later)

    expect([lost?.change, lost?.throughUnknown, combined(lost?.causes ?? [])]).toEqual([
      'lost',
      true,
      'missingOrStale',
    ])
    expect([gained?.change, gained?.throughUnknown]).toEqual(['gained', true])
    expect(changeTotals(compare({}, { ...later, figures }))).toMatchObject({ lost: 1, lostToUnknown: 1 })
  })
})

describe('a criterion under two sets', () => {
  const toNew = (criteria: CriteriaSet['criteria'], more: Partial<SideGiven> = {}) =>
    compare({}, { set: newSet(criteria), measures: measures, ...more })
  const measures = new Map(['m-one', 'm-two', 'm-three', 'm-four'].map((id) => [id, aShare(id)]))
  const same = [atLeast('m-one', 9000), atLeast('m-two', 5000)]

  test('is kept by the same figures and the same levels', () => {
    expect(first(toNew([aCriterion('1', same)]))).toBe('kept')
  })

  test('is lost by a level that the new set sets higher', () => {
    expect(first(toNew([aCriterion('1', [atLeast('m-one', 9600), atLeast('m-two', 5000)])]))).toBe(
      'lost levelRose',
    )
  })

  test('is lost by an indicator that no older one answers to', () => {
    const criteria = [aCriterion('1', [...same, atLeast('m-four', 10)])]

    expect(first(toNew(criteria))).toBe('lost indicatorNew')
    const unmet = [said('1.3', 'unmet', '2022-09-01')]
    expect(first(toNew(criteria, { claims: unmet }))).toBe('lost indicatorNew')
  })

  test('is not lost by what failed before as well, but by what is new beside it', () => {
    const figures = [...good, bad]
    const set = newSet([aCriterion('1', [...same, atLeast('m-four', 10)])])
    const pairs = compare(
      { figures, claims: [said('1', 'met', '2022-01-01')] },
      { set, measures, figures, claims: [said('1', 'unmet', '2022-09-01')] },
    )

    expect(first(pairs)).toBe('lost indicatorNew')
  })

  test('is gained by an indicator that is no longer asked for', () => {
    const figures = [...good, { measure: 'm-two', period: '2022-06-30', num: 1, den: 100 }]

    expect(first(compare({ figures }, { set: newSet([aCriterion('1', same.slice(0, 1))]), figures }))).toBe(
      'gained indicatorDropped',
    )
  })

  test('is lost by a measure that counts something else', () => {
    const [criterion] = [aCriterion('1', [atLeast('m-four', 9000)])]
    const indicators = criterion ? [continuing(criterion.indicators[0], '1.1')] : []
    const figures = [...good, { measure: 'm-four', period: '2021-12-31', num: 80, den: 100 }]

    expect(first(toNew([{ ...aCriterion('1', []), indicators }], { figures }))).toBe('lost structureChanged')
  })

  test('is lost with its set where none continues it, and its place is taken by nobody', () => {
    const pairs = toNew([{ ...aCriterion('9', same), continues: undefined }])

    expect(
      pairs.map(({ old, new: now, change }) => [old?.criterion.code, now?.criterion.code, change]),
    ).toEqual([
      [undefined, '9', 'gained'],
      ['1', undefined, 'lost'],
      ['2', undefined, 'stillNot'],
      ['3', undefined, 'stillNot'],
    ])
    expect(pairs.filter((pair) => pair.change === 'lost').map((pair) => pair.causes)).toEqual([
      ['structureChanged'],
    ])
  })

  test('that two continue is in one pair, by who names it first', () => {
    const split = [
      { ...aCriterion('4', same), continues: [{ set: 'old-set', codes: ['1'] }] },
      { ...aCriterion('5', same), continues: [{ set: 'old-set', codes: ['1', '2'] }] },
    ]

    expect(toNew(split).map(({ old, new: now }) => [old?.criterion.code, now?.criterion.code])).toEqual([
      ['1', '4'],
      ['2', '5'],
      ['3', undefined],
    ])
  })

  test('is lost where the new set does not count "cơ bản đạt"', () => {
    const lenient = aSet({ id: 'old-set', basicallyMetCounts: true })
    const claims = [said('1', 'basicallyMet', '2022-01-01')]

    expect(first(compare({ set: lenient, claims }, { set: newSet([aCriterion('1', same)]), claims }))).toBe(
      'lost structureChanged',
    )
  })

  test('is lost to unknown where nobody has said anything under the new set', () => {
    const claims = [said('3', 'met', '2022-01-01')]
    const continued = [
      {
        ...aCriterion('3', []),
        indicators: [continuing(aCriterion('3', [byConclusion]).indicators[0], '3.1')],
      },
    ]
    const [pair] = compare({ claims }, { set: newSet(continued) })

    expect([pair?.change, pair?.throughUnknown, pair?.causes]).toEqual(['lost', true, ['missingOrStale']])
  })
})
