import { describe, expect, test } from 'vitest'

import { aSide, type SideGiven } from '../testing/a-side.ts'
import { aCriterion, aSet, delegated } from '../testing/a-set.ts'
import { nearestCriteria } from './nearest.ts'

const on = '2022-09-30'
const share = (measure: string, num: number) => ({ measure, period: '2021-12-31', num, den: 100 })
const met = (code: string) => ({ scope: 'criterion', code, verdict: 'met', asOf: '2022-06-30' })
const concluded = (code: string, verdict: string) => ({
  scope: 'indicator',
  code,
  verdict,
  asOf: '2022-06-30',
})

/** "2 figure,conclusion | 3 conclusion": criteria in their order with what each lacks. */
function nearest(given: Partial<SideGiven>): string {
  const side = aSide({ set: aSet(), on, ...given })
  return nearestCriteria(side.explained())
    .map(({ criterion, lacks }) => `${criterion.criterion.code} ${lacks.map(({ kind }) => kind).join()}`)
    .join(' | ')
}

describe('what a unit should do first', () => {
  test('nothing where everything is met', () => {
    expect(nearest({ claims: ['1', '2', '3'].map(met) })).toBe('')
  })

  test('few lacks come before many, papers before work', () => {
    expect(nearest({})).toBe('3 conclusion | 1 figure,figure | 2 figure,conclusion')
    expect(nearest({ figures: [share('m-one', 95), share('m-two', 40)], claims: [met('2')] })).toBe(
      '3 conclusion | 1 shortfall',
    )
  })

  test('small shortfalls come before large ones, each as a part of what is asked', () => {
    const set = aSet({
      criteria: ['m-one', 'm-two', 'm-three'].map((measure, at) =>
        aCriterion(String(at + 1), [
          {
            kind: 'atLeast',
            key: measure,
            measure,
            levels: {
              '*': {
                kind: 'value',
                scaled: 8000,
                source: { document: 'd', article: undefined, checked: 'text', note: undefined },
              },
            },
          },
        ]),
      ),
    })
    const figures = [share('m-one', 40), share('m-two', 78), share('m-three', 60)]

    expect(nearest({ set, figures })).toBe('2 shortfall | 3 shortfall | 1 shortfall')
    const shares = nearestCriteria(aSide({ set, on, figures }).explained()).map(({ lacks }) =>
      lacks[0]?.share.toFixed(3),
    )
    expect(shares).toEqual(['0.025', '0.250', '0.500'])
  })

  test('of alternatives the nearest counts, of things asked together the farthest', () => {
    const source = { document: 'd', article: undefined, checked: 'text', note: undefined } as const
    const asked = (measure: string) => ({
      kind: 'atLeast' as const,
      key: measure,
      measure,
      levels: { '*': { kind: 'value' as const, scaled: 8000, source } },
    })
    const figures = [share('m-one', 40), share('m-two', 60), share('m-three', 20)]
    const parts = [asked('m-one'), asked('m-two'), asked('m-three')]
    const rules = [
      { kind: 'anyOf', parts },
      { kind: 'atLeastOf', count: 2, parts },
      { kind: 'allOf', parts },
    ] as const
    const shares = rules.map((rule) => {
      const set = aSet({ criteria: [aCriterion('1', [rule])] })
      return nearestCriteria(aSide({ set, on, figures }).explained())[0]?.lacks[0]?.share
    })

    expect(shares).toEqual([0.25, 0.5, 0.75])
  })

  test('what a body has concluded against the figures counts as wholly to be done', () => {
    const claims = [met('2'), met('3'), concluded('1.1', 'unmet')]
    const [first] = nearestCriteria(
      aSide({
        set: aSet(),
        on,
        figures: [share('m-one', 95), share('m-two', 60)],
        claims,
      }).explained(),
    )

    expect(first?.lacks).toMatchObject([{ kind: 'shortfall', share: 1 }])
  })

  test('a criterion concluded unmet although its indicators are met is to be concluded again', () => {
    const claims = [met('2'), met('3'), { ...met('1'), verdict: 'unmet' }]

    expect(nearest({ figures: [share('m-one', 95), share('m-two', 60)], claims })).toBe('1 conclusion')
  })

  test('what waits for a document comes last, however little it lacks', () => {
    const set = aSet({
      criteria: [
        aCriterion('1', [delegated('m-one')]),
        { ...aCriterion('2', []), complete: false },
        ...aSet()
          .criteria.slice(1, 2)
          .map((one) => ({ ...one, code: '3' })),
      ],
    })
    const told = nearestCriteria(aSide({ set, on }).explained())

    expect(told.map(({ criterion, isInItsHands }) => [criterion.criterion.code, isInItsHands])).toEqual([
      ['3', true],
      ['1', false],
      ['2', false],
    ])
    expect(told.map(({ lacks }) => lacks.map(({ kind }) => kind))).toEqual([
      ['figure', 'conclusion'],
      ['level'],
      ['text'],
    ])
  })
})
