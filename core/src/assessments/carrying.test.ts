import { describe, expect, test } from 'vitest'

import type { CriteriaSet, Indicator, Rule } from '../criteria/index.ts'
import { oldSet } from '../testing/a-comparison.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import { aSide, type SideGiven } from '../testing/a-side.ts'
import { carriableOf } from './carrying.ts'

const source = { document: 'doc-law', article: undefined, checked: 'text', note: undefined } as const
const byConclusion: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

function share(kind: 'atLeast' | 'atMost', measure: string, scaled: number | undefined): Rule {
  const level =
    scaled === undefined ? ({ kind: 'unknown', source } as const) : { kind: 'value' as const, scaled, source }
  return { kind, key: measure, measure, levels: { '*': level } }
}

/** A set of one criterion that continues the first of `before`, by these rules. */
function setOf(
  id: string,
  rules: readonly Rule[],
  change: Partial<CriteriaSet['criteria'][number]> = {},
): CriteriaSet {
  const criterion = aCriterion('1', rules)
  const continues = (code: string) => [{ set: 'before', codes: [code] }]
  const indicators = criterion.indicators.map((one): Indicator => ({
    ...one,
    continues: continues(one.code),
  }))
  return aSet({ id, criteria: [{ ...criterion, indicators, continues: continues('1'), ...change }] })
}

const atLeast = share('atLeast', 'm-one', 9000)
const atMost = share('atMost', 'm-two', 500)
const asked = [atLeast, atMost]

/** What becomes of a conclusion on the criterion, or on an indicator of it, under other rules. */
function carried(
  rules: readonly Rule[],
  {
    old = asked,
    verdict = 'met',
    code = '1',
    side = {},
    change = {},
    asOf = '2022-06-30',
  }: {
    readonly old?: readonly Rule[]
    readonly verdict?: string
    readonly code?: string
    readonly side?: Partial<SideGiven>
    readonly change?: Partial<CriteriaSet['criteria'][number]>
    readonly asOf?: string
  } = {},
): string {
  const scope = code.includes('.') ? 'indicator' : 'criterion'
  const reason = verdict === 'notApplicable' ? { reason: 'không có' } : {}
  const before = aSet({ ...oldSet, id: 'before', criteria: [aCriterion('1', old)] })
  const [one, ...others] = carriableOf(
    aSide({
      set: before,
      on: '2022-09-30',
      claims: [{ scope, code, verdict, asOf, ...reason }],
    }),
    aSide({ set: setOf('after', rules, change), on: '2022-09-30', ...side }),
  )
  expect(others).toEqual([])
  if (one === undefined) return 'nothing'
  return 'ground' in one ? one.ground : one.obstacle
}

describe('a conclusion on a criterion that another set continues', () => {
  test.each([
    ['same', 'asks the same', asked],
    ['lower', 'asks for less', [share('atLeast', 'm-one', 8999), atMost]],
    ['lower', 'allows more', [atLeast, share('atMost', 'm-two', 501)]],
    ['higher', 'asks for more', [share('atLeast', 'm-one', 9001), atMost]],
    ['higher', 'allows less', [atLeast, share('atMost', 'm-two', 499)]],
    [
      'higher',
      'asks for less of one and more of another',
      [share('atLeast', 'm-one', 8999), share('atMost', 'm-two', 499)],
    ],
    ['levelUnknown', 'has no known level', [share('atLeast', 'm-one', undefined), atMost]],
    ['otherRule', 'judges by another measure', [share('atLeast', 'm-three', 9000), atMost]],
    ['otherRule', 'judges in the other direction', [share('atMost', 'm-one', 9000), atMost]],
    ['otherRule', 'judges by words', [byConclusion, atMost]],
    ['partNew', 'has one part more', [...asked, byConclusion]],
    ['lower', 'has one part less', [atLeast]],
  ])('is %s where the set %s', (outcome, _how, rules) => {
    expect(carried(rules)).toBe(outcome)
  })

  test('waits where the old level was not known either', () => {
    expect(carried(asked, { old: [share('atLeast', 'm-one', undefined), atMost] })).toBe('levelUnknown')
  })

  test('is to be read by people where what is asked stands in words that have changed', () => {
    expect(carried([byConclusion], { old: [byConclusion] })).toBe('same')
    const renamed = aCriterion('1', [byConclusion]).indicators.map((one) => ({
      ...one,
      name: { vi: 'Nội dung khác', en: 'Something else' },
      continues: [{ set: 'before', codes: [one.code] }],
    }))
    expect(carried([byConclusion], { old: [byConclusion], change: { indicators: renamed } })).toBe('words')
  })

  test('waits for the level of its own year where levels rise by year', () => {
    const scaled = { 2021: 8000, 2022: 9000 }
    const byYear: Rule = {
      kind: 'atLeast',
      key: 'm-one',
      measure: 'm-one',
      levels: { '*': { kind: 'byYear', scaled, source } },
    }
    expect(carried([byYear, atMost], { old: [byYear, atMost] })).toBe('same')
    expect(carried([byYear, atMost], { old: [byYear, atMost], asOf: '2021-12-31' })).toBe('levelUnknown')
  })

  test('is not carried over where figures say otherwise under the new set', () => {
    const figure = { measure: 'm-one', period: '2022-06-30', num: 80, den: 100 }
    const rules = [atLeast]
    expect(carried(rules, { old: rules, side: { figures: [figure] } })).toBe('contradicted')
    expect(carried(rules, { old: rules, verdict: 'unmet', side: { figures: [figure] } })).toBe('stillUnmet')
    const good = { ...figure, num: 95 }
    expect(carried(rules, { old: rules, side: { figures: [good] } })).toBe('same')
    expect(carried(rules, { old: rules, verdict: 'unmet', side: { figures: [good] } })).toBe('contradicted')
  })

  test('is to be read where the province fills in what the words ask', () => {
    const left: Rule = { ...byConclusion, delegated: true }
    expect(carried([left], { old: [left] })).toBe('words')
    expect(carried([byConclusion], { old: [left] })).toBe('otherRule')
  })

  test.each([
    ['stillUnmet', 'more is asked for', [share('atLeast', 'm-one', 9001), atMost]],
    ['stillUnmet', 'the same is asked for', asked],
    ['fellToLower', 'a part is no longer asked for', [atLeast]],
    ['fellToLower', 'less is asked for', [share('atLeast', 'm-one', 8999), atMost]],
    [
      'fellToLower',
      'less is asked for of one part',
      [share('atLeast', 'm-one', 8999), share('atMost', 'm-two', 499)],
    ],
    ['levelUnknown', 'the level is not known', [share('atLeast', 'm-one', undefined), atMost]],
  ])('that it is unmet is %s where %s', (outcome, _how, rules) => {
    expect(carried(rules, { verdict: 'unmet' })).toBe(outcome)
  })

  test('that it does not apply is for people to read, whatever the level', () => {
    const stricter = [share('atLeast', 'm-one', 9001), atMost]
    expect(carried(stricter, { verdict: 'notApplicable' })).toBe('words')
    expect(carried([...asked, byConclusion], { verdict: 'notApplicable' })).toBe('partNew')
  })

  test('stays where it is once somebody has concluded under the new set', () => {
    const claims = [{ scope: 'criterion', code: '1', verdict: 'unmet', asOf: '2022-09-01' }]
    expect(carried(asked, { side: { claims } })).toBe('concluded')
  })

  test('stays where it is once somebody has concluded on a part of it under the new set', () => {
    const claims = [{ scope: 'indicator', code: '1.2', verdict: 'unmet', asOf: '2022-03-01' }]
    expect(carried(asked, { side: { claims } })).toBe('concluded')
  })

  test('stays where it is when the new set asks nothing that continues it', () => {
    const name = { vi: 'Việc khác', en: 'Other', short: 'Khác', shortEn: 'Other' }
    expect(carried(asked, { change: { continues: [], name } })).toBe('notAsked')
  })

  test('waits for the text of a criterion that is known in part only', () => {
    expect(carried(asked, { change: { complete: false } })).toBe('levelUnknown')
  })
})

test('a conclusion on an indicator is held against its indicator alone', () => {
  const rules = [share('atLeast', 'm-one', 9500), share('atMost', 'm-two', 500), byConclusion]

  expect(carried(rules, { code: '1.1' })).toBe('higher')
  expect(carried(rules, { code: '1.2' })).toBe('same')
})

test('a conclusion on an indicator stays where it is once its criterion has been concluded anew', () => {
  const claims = [{ scope: 'criterion', code: '1', verdict: 'met', asOf: '2022-03-01' }]

  expect(carried(asked, { code: '1.1', verdict: 'unmet', side: { claims } })).toBe('concluded')
})

describe('rules beyond the figures of a unit are the same only where all that they ask is', () => {
  const houses: Rule = share('atLeast', 'm-one', 9000)
  const units = (change: object): Rule => ({
    kind: 'unitsAtLeast',
    key: 'villages',
    of: 'village',
    as: 'share',
    that: houses,
    name: undefined,
    levels: { '*': { kind: 'value', scaled: 5000, source } },
    ...change,
  })
  const score = (change: object): Rule => ({
    kind: 'score',
    measure: 'm-three',
    steps: undefined,
    most: 1000,
    passAt: 500,
    source,
    ...change,
  })
  const held: Rule = { kind: 'register', register: 'recognition', entry: 'standard', name: undefined, source }
  const lower = { '*': { kind: 'value', scaled: 4000, source } }

  test.each([
    ['same', 'lower units', units({}), units({})],
    ['lower', 'lower units', units({}), units({ levels: lower })],
    ['otherRule', 'lower units that are counted otherwise', units({}), units({ as: 'count' })],
    [
      'otherRule',
      'lower units of which more is asked',
      units({}),
      units({ that: share('atLeast', 'm-one', 9500) }),
    ],
    ['otherRule', 'scores of another whole', score({}), score({ most: 2000 })],
    [
      'otherRule',
      'any of two and all of two',
      { kind: 'anyOf', parts: [houses, held] },
      { kind: 'allOf', parts: [houses, held] },
    ],
    [
      'otherRule',
      'one of three and two of three',
      { kind: 'atLeastOf', count: 1, parts: [houses, held, atMost] },
      { kind: 'atLeastOf', count: 2, parts: [houses, held, atMost] },
    ],
    ['contradicted', 'a recognition that is not held', held, held],
    ['otherRule', 'another recognition', held, { ...held, entry: 'advanced' }],
  ] as const)('%s: %s', (outcome, _what, old, current) => {
    expect(carried([current], { old: [old] })).toBe(outcome)
  })
})

test('conclusions that contend are settled before one is carried over', () => {
  const before = aSet({ ...oldSet, id: 'before', criteria: [aCriterion('1', asked)] })
  const said = (verdict: string) => ({ scope: 'criterion', code: '1', verdict, asOf: '2022-06-30' })
  const found = carriableOf(
    aSide({ set: before, on: '2022-09-30', claims: [said('met'), said('unmet')] }),
    aSide({ set: setOf('after', asked), on: '2022-09-30' }),
  )

  expect(found).toMatchObject([{ obstacle: 'contested' }])
})

test('a criterion whose indicators have been concluded anew is carried over by them', () => {
  const before = aSet({ ...oldSet, id: 'before', criteria: [aCriterion('1', asked)] })
  const found = carriableOf(
    aSide({
      set: before,
      on: '2022-09-30',
      claims: [
        { scope: 'criterion', code: '1', verdict: 'met', asOf: '2021-06-30' },
        { scope: 'indicator', code: '1.2', verdict: 'met', asOf: '2022-06-30' },
      ],
    }),
    aSide({ set: setOf('after', asked), on: '2022-09-30' }),
  )

  expect(found.map(({ scope, old }) => [scope, old.code])).toEqual([['indicator', '1.2']])
})
