import { describe, expect, test } from 'vitest'

import { canonicalJson } from '../../kernel/index.ts'
import { firstIssue, readChanged, type WrittenPack } from '../../testing/a-pack.ts'
import { criterionOf, indicatorOf, source } from '../../testing/pack-parts.ts'
import { openEdition, sealEdition } from './sealed.ts'

const score = { percent: 50 }
const steps = [
  { atLeast: { TN: 90, all: 'unknown' }, points: 10 },
  { atLeast: 50, points: 5.5 },
]
const ladder = { kind: 'score', measure: 'count', source, steps }
const points = { passAt: 12, criterionFloor: score, notApplicable: 'granted' }

/** The small pack with points: a ladder of 10, and 4 for what a body concludes. */
function withPoints(
  pack: WrittenPack,
  change: { rule?: unknown; points?: unknown; passAt?: unknown } = {},
): void {
  Object.assign(pack.pack, {
    passRule: { points: { ...points, ...(change.points as object) } },
    counts: { criteria: 1, indicators: 2, points: 14 },
  })
  const { rule, passAt } = { rule: ladder, passAt: 5.5, ...change }
  Object.assign(indicatorOf(pack), { points: 10, passAt, rule })
  Object.assign(Object(pack.criteria[0]?.indicators[1]), { points: 4 })
}

const changed = (change: Parameters<typeof withPoints>[1]) => (pack: WrittenPack) => withPoints(pack, change)

describe('a pack that counts points', () => {
  test('keeps them in hundredths, and is the same after being sealed, stored as JSON and opened', () => {
    const outcome = readChanged(changed({}))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    const sealed = canonicalJson(sealEdition(outcome.value))
    const { set } = openEdition(JSON.parse(sealed))

    expect(canonicalJson(sealEdition(openEdition(JSON.parse(sealed))))).toBe(sealed)
    expect(set.passRule).toEqual({
      kind: 'points',
      passAt: 1200,
      criterionFloor: { percent: 5000 },
      notApplicable: 'granted',
    })
    expect(set.criteria[0]?.indicators).toMatchObject([
      {
        points: 1000,
        provisions: [
          {
            rule: {
              kind: 'score',
              most: 1000,
              passAt: 550,
              steps: [
                { kind: 'atLeast', key: '1.1-1', levels: { TN: { scaled: 90 } }, points: 1000 },
                { key: '1.1-2', levels: { '*': { scaled: 50 } }, points: 550 },
              ],
            },
          },
        ],
      },
      { points: 400 },
    ])
  })

  test('is judged by examples with their points, of an indicator, a criterion and the whole', () => {
    const example = (given: object) => (pack: WrittenPack) => {
      withPoints(pack)
      pack.example = { name: 'a', column: 'TN', ...given }
    }
    const figures = { count: 60 }

    expect(firstIssue(example({ indicator: '1.1', figures, verdict: 'met', score: 5.5 }))).toBe('no issue')
    expect(firstIssue(example({ indicator: '1.1', figures, verdict: 'met', score: 5 }))).toBe(
      'examples/a.yaml 0/score exampleScore',
    )
    expect(
      firstIssue(
        example({
          indicator: '1.1',
          figures,
          column: 'all',
          verdict: 'met',
          score: { least: 5.5, most: 10 },
        }),
      ),
    ).toBe('no issue')
    expect(
      firstIssue(example({ criterion: '1', figures, verdict: 'unknown', score: { least: 5.5, most: 9.5 } })),
    ).toBe('no issue')
    const concluded = { 1.2: 'met' }
    expect(firstIssue(example({ criterion: '1', figures, concluded, verdict: 'met', score: 9.5 }))).toBe(
      'no issue',
    )
    expect(firstIssue(example({ whole: true, figures, concluded, verdict: 'unmet', score: 9.5 }))).toBe(
      'no issue',
    )
    expect(
      firstIssue(example({ whole: true, figures: { count: 90 }, concluded, verdict: 'met', score: 14 })),
    ).toBe('no issue')
    expect(firstIssue(example({ whole: true, concluded: { 9.9: 'met' }, verdict: 'met' }))).toBe(
      'examples/a.yaml 0/concluded/9.9 exampleIndicatorUnknown',
    )
    expect(firstIssue(example({ whole: true, criterion: '1', verdict: 'met' }))).toBe(
      'examples/a.yaml 0 exampleSubject',
    )
  })

  test('may have a score as an assessor gives it, of a measure that goes no higher', () => {
    const asGiven = { kind: 'score', measure: 'scored', asGiven: true, source }
    const withMeasure =
      (measure: object, passAt: unknown = 6) =>
      (pack: WrittenPack) => {
        withPoints(pack, { rule: asGiven, passAt })
        pack.measures.push({
          id: 'scored',
          kind: 'amount',
          scale: 1,
          most: 10,
          name: { vi: 'Điểm', en: 'Score' },
          quantity: { vi: 'điểm', en: 'points' },
          overUnits: 'none',
          ...measure,
        })
      }

    expect(firstIssue(withMeasure({}))).toBe('no issue')
    for (const change of [
      { most: 11 },
      { most: undefined },
      { scale: 3 },
      { kind: 'share', most: undefined },
    ]) {
      expect(firstIssue(withMeasure(change))).toBe('criteria.yaml 0/indicators/0/rule/measure mostDiffers')
    }
    expect(firstIssue(withMeasure({}, 11))).toBe('criteria.yaml 0/indicators/0/rule passAtNotAStep')
    expect(firstIssue(withMeasure({ kind: 'share' }))).toBe('measures.yaml 3/most keyUnknown')
  })
})

const step = (change: object) =>
  changed({ rule: { ...ladder, steps: [{ ...steps[0], ...change }, steps[1]] } })

const ladderOf = (first: object, second: object) =>
  changed({
    rule: {
      ...ladder,
      steps: [
        { ...first, points: 10 },
        { ...second, points: 5.5 },
      ],
    },
  })

test.each<readonly [string, (pack: WrittenPack) => void]>([
  ['pack.yaml passRule/points/passAt passAtTooHigh', changed({ points: { passAt: 15 } })],
  ['pack.yaml passRule/points/passAt tooManyDecimals', changed({ points: { passAt: 1.005 } })],
  ['pack.yaml passRule/points/passAt wrongNumber', changed({ points: { passAt: 1e12 } })],
  ['pack.yaml passRule/points/criterionFloor valueUnknown', changed({ points: { criterionFloor: 50 } })],
  [
    'pack.yaml passRule/points/criterionFloor/points floorTooHigh',
    changed({ points: { criterionFloor: { points: 15 } } }),
  ],
  ['pack.yaml passRule/points/notApplicable keyMissing', changed({ points: { notApplicable: undefined } })],
  ['pack.yaml passRule/points/notApplicable valueUnknown', changed({ points: { notApplicable: 'lost' } })],
  [
    'pack.yaml counts/points pointsDiffer',
    (pack) => {
      withPoints(pack)
      Object.assign(pack.pack, { counts: { criteria: 1, indicators: 2, points: 100 } })
    },
  ],
  [
    'pack.yaml counts/points pointsUnused',
    (pack) => Object.assign(pack.pack, { counts: { criteria: 1, indicators: 2, points: 14 } }),
  ],
  [
    'criteria.yaml 0/indicators/0/points pointsUnused',
    (pack) => Object.assign(indicatorOf(pack), { points: 5 }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule pointsUnused',
    (pack) => Object.assign(indicatorOf(pack), { rule: ladder }),
  ],
  [
    'criteria.yaml 0/indicators/0/passAt keyUnknown',
    (pack) => {
      withPoints(pack, { rule: { kind: 'pass', source } })
    },
  ],
  [
    'criteria.yaml 0/indicators/1 pointsMissing',
    (pack) => {
      withPoints(pack)
      Object.assign(Object(pack.criteria[0]?.indicators[1]), { points: undefined })
    },
  ],
  [
    'criteria.yaml 0/complete pointsIncomplete',
    (pack) => {
      withPoints(pack)
      Object.assign(criterionOf(pack), { complete: false })
      Object.assign(pack.pack, { counts: { criteria: 1, indicators: 'unknown' } })
    },
  ],
  ['criteria.yaml 0/indicators/0/rule passAtNotAStep', changed({ passAt: 7 })],
  ['criteria.yaml 0/indicators/0/rule scoreStepsOrGiven', changed({ rule: { ...ladder, asGiven: true } })],
  ['criteria.yaml 0/indicators/0/rule scoreStepsOrGiven', changed({ rule: { ...ladder, steps: undefined } })],
  [
    'criteria.yaml 0/indicators/0/rule/parts/0 scoreInside',
    changed({ rule: { kind: 'allOf', parts: [ladder] }, passAt: undefined }),
  ],
  ['criteria.yaml 0/indicators/0/rule/steps/0 stepNeedsLevel', step({ atLeast: undefined })],
  ['criteria.yaml 0/indicators/0/rule/steps/0 stepNeedsLevel', step({ atMost: 100 })],
  ['criteria.yaml 0/indicators/0/rule/steps stepsDiffer', step({ points: 9 })],
  ['criteria.yaml 0/indicators/0/rule/steps/0/points tooManyDecimals', step({ points: 10.001 })],
  [
    'criteria.yaml 0/indicators/0/rule/steps/1/atLeast stepNeverReached',
    step({ atLeast: { TN: 50, all: 'unknown' } }),
  ],
  ['criteria.yaml 0/indicators/0/rule/steps/1/atLeast stepNeverReached', step({ atLeast: 40 })],
  [
    'criteria.yaml 0/indicators/0/rule/steps/1/atMost/TN stepNeverReached',
    ladderOf({ atMost: { TN: { value: 5 }, all: 3 } }, { atMost: { TN: 4, all: 6 } }),
  ],
  [
    'criteria.yaml 0/indicators/0/rule/steps/1/atLeast/all stepNeverReached',
    ladderOf({ atLeast: 40 }, { atLeast: { all: { byYear: { 2022: 50, 2023: 40 } } } }),
  ],
  ...[
    ladderOf({ atLeast: 40 }, { atLeast: { all: { byYear: { 2022: 50, 2023: 39 } } } }),
    ladderOf({ atLeast: { all: { byYear: { 2022: 50 } } } }, { atLeast: 50 }),
    ladderOf({ atLeast: 40 }, { atMost: 60 }),
    ladderOf({ atLeast: 40 }, { atLeast: { TN: 'notApplicable', all: 30 } }),
  ].map((right) => ['no issue', right] as const),
  ['criteria.yaml 0/indicators/0/rule/steps/0/atLeast/TN levelOffScale', step({ atLeast: { TN: 1.5 } })],
  ['criteria.yaml 0/indicators/0/rule/steps/0/atLeast levelOffScale', step({ atLeast: 1.5 })],
  ['criteria.yaml 0/indicators/0/rule/steps/0/atLeast/DBSH columnUnknown', step({ atLeast: { DBSH: 1 } })],
  ['criteria.yaml 0/indicators/0/rule/steps/0/atLeast levelWrong', step({ atLeast: 'cao' })],
  ['criteria.yaml 0/indicators/0/rule/steps/1 levelKeyTwice', step({ key: '1.1-2' })],
  [
    'criteria.yaml 0/indicators/0/rule/measure ruleWrongMeasure',
    changed({ rule: { ...ladder, measure: 'yes' } }),
  ],
])('%s', (issue, change) => {
  expect(firstIssue(change)).toBe(issue)
})
