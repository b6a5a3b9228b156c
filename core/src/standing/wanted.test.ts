import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { levelDecision, type Criterion, type LegalSource, type Rule } from '../criteria/index.ts'
import { aSide, type SideGiven } from '../testing/a-side.ts'
import { aCriterion, aSet, delegated } from '../testing/a-set.ts'
import { wantedDocuments, type WantedOfSet } from './wanted.ts'

const annex: LegalSource = { document: 'qd-318', article: 'Phụ lục I', checked: 'memory', note: undefined }
const byConclusion: Rule = { kind: 'pass', measure: undefined, delegated: false, source: annex }
const on = '2024-03-31'

function unknown(measure: string): Rule {
  const levels = { '*': { kind: 'unknown', source: annex } as const }
  return { kind: 'atLeast', key: `law-${measure}`, measure, levels }
}

type Figures = NonNullable<SideGiven['figures']>

const figure = (measure: string, num = 60) => ({ measure, period: '2023-12-31', num, den: 100 })

const decide = (key: string, scaled: number) =>
  levelDecision.parse({
    id: `l-${key}`,
    set: 'set-of-tests',
    key,
    scaled,
    document: 'qd-ubnd',
    from: '2023-01-01',
  })

/** The set over units of which each has the figures given. */
function wantedOf(
  criteria: readonly Criterion[],
  units: readonly Figures[],
  given: Partial<SideGiven> = {},
): WantedOfSet {
  const set = aSet({ criteria })
  const judged = units.map((figures) => {
    const { compiled, explained } = aSide({ set, on, figures, basis: 'computed', ...given })
    return { compiled, explained: explained() }
  })
  return wantedDocuments(set, judged)
}

const waiting = ({ documents }: WantedOfSet) =>
  documents.map(({ document, alone, along }) => [document, alone, along])

describe('a document is wanted', () => {
  test('for a level left to the province, alone where every figure is there', () => {
    const wanted = wantedOf(
      [aCriterion('1', [delegated('m-one'), delegated('m-two')])],
      [[figure('m-one'), figure('m-two')], [figure('m-one')], []],
    )

    expect(wanted).toMatchObject({ verdicts: 6, unknown: 6, alone: 3, along: 3 })
    expect(wanted.documents).toMatchObject([
      {
        from: 'province',
        document: undefined,
        alone: 3,
        along: 3,
        parts: [
          { why: 'delegated', code: '1.1', key: 'm-one', alone: 2, along: 1 },
          { why: 'delegated', code: '1.2', key: 'm-two', alone: 1, along: 2 },
        ],
      },
    ])
  })

  test('no more once the province has decided', () => {
    const wanted = wantedOf([aCriterion('1', [delegated('m-one')])], [[figure('m-one')]], {
      decisions: [decide('m-one', 5000)],
    })

    expect(wanted).toMatchObject({ unknown: 0, documents: [] })
  })

  test('for a level that was not transcribed, by the document that has it', () => {
    const wanted = wantedOf([aCriterion('1', [unknown('m-one')])], [[figure('m-one')], []])

    expect(wanted.documents).toMatchObject([
      { from: 'law', document: 'qd-318', alone: 1, along: 1, parts: [{ why: 'unknown', source: annex }] },
    ])
  })

  test('even where no verdict waits for it', () => {
    const rule: Rule = {
      kind: 'anyOf',
      parts: [unknown('m-one'), { kind: 'noneOf', measure: 'm-two', source: annex }],
    }
    const wanted = wantedOf([aCriterion('1', [rule])], [[figure('m-two', 0)]])

    expect(wanted.unknown).toBe(0)
    expect(waiting(wanted)).toEqual([['qd-318', 0, 0]])
  })

  test('for a criterion that is not complete, alone where all that is known of it is met', () => {
    const criterion = {
      ...aCriterion('1', [{ kind: 'noneOf', measure: 'm-one', source: annex }]),
      complete: false as const,
      source: annex,
    }
    const wanted = wantedOf([criterion], [[figure('m-one', 0)], [], [figure('m-one', 1)]])

    expect(wanted).toMatchObject({ verdicts: 6, unknown: 3 })
    expect(wanted.documents).toMatchObject([
      { document: 'qd-318', alone: 1, along: 1, parts: [{ why: 'incomplete', code: '1' }] },
    ])
  })

  test('for a name that is not known, though no verdict waits for it', () => {
    const criterion = { ...aCriterion('1', [byConclusion]), nameChecked: 'unknown' as const }
    const { legalBasis } = aSet()
    const wanted = wantedOf([criterion], [[]])

    expect(wanted.documents).toMatchObject([
      { document: legalBasis[0]?.document, alone: 0, along: 0, parts: [{ why: 'name', code: '1' }] },
    ])
  })

  test('by nobody who waits for a figure or a conclusion alone', () => {
    const known: Rule = { kind: 'noneOf', measure: 'm-one', source: annex }

    expect(wantedOf([aCriterion('1', [known, byConclusion])], [[]])).toMatchObject({
      unknown: 2,
      alone: 0,
      along: 0,
      documents: [],
    })
  })
})

test('a verdict that waits for two documents waits for neither alone, and is counted once in all', () => {
  const rule: Rule = { kind: 'allOf', parts: [unknown('m-one'), delegated('m-two')] }
  const wanted = wantedOf([aCriterion('1', [rule])], [[figure('m-one'), figure('m-two')]])

  expect(wanted).toMatchObject({ unknown: 1, alone: 1, along: 0 })
  expect(waiting(wanted)).toEqual([
    ['qd-318', 0, 1],
    [undefined, 0, 1],
  ])
})

test('two levels of one document are one wait for the document, and none alone for a level', () => {
  const rule: Rule = { kind: 'allOf', parts: [delegated('m-one'), delegated('m-two')] }
  const [document] = wantedOf([aCriterion('1', [rule])], [[figure('m-one'), figure('m-two')]]).documents

  expect(document).toMatchObject({ alone: 1, along: 0 })
  expect(document?.parts.map(({ alone, along }) => [alone, along])).toEqual([
    [0, 1],
    [0, 1],
  ])
})

test('the document for which most verdicts wait stands first', () => {
  const wanted = wantedOf(
    [aCriterion('1', [delegated('m-one'), unknown('m-two'), unknown('m-three')])],
    [[figure('m-one'), figure('m-two'), figure('m-three')]],
  )

  expect(waiting(wanted)).toEqual([
    ['qd-318', 2, 0],
    [undefined, 1, 0],
  ])
})

test('once the province decides, whatever it decides, all that waited for it alone is known', () => {
  const measures = ['m-one', 'm-two', 'm-three'] as const
  const leaf: fc.Arbitrary<Rule> = fc.constantFrom<Rule>(
    byConclusion,
    ...measures.flatMap((measure) => [
      delegated(measure),
      unknown(measure),
      { kind: 'noneOf', measure, source: annex } as const,
    ]),
  )
  const parts = fc.array(leaf, { minLength: 1, maxLength: 3 })
  const rule: fc.Arbitrary<Rule> = fc.oneof(
    leaf,
    parts.map((given) => ({ kind: 'allOf' as const, parts: given })),
    parts.map((given) => ({ kind: 'anyOf' as const, parts: given })),
    parts.map((given) => ({ kind: 'atLeastOf' as const, count: 1 + (given.length >> 1), parts: given })),
  )
  const units = fc.array(
    fc
      .subarray([...measures])
      .chain((known) => fc.tuple(...known.map((measure) => fc.nat(100).map((num) => figure(measure, num))))),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      units,
      fc.nat(10_000),
      (rules, given, scaled) => {
        const criteria = [aCriterion('1', rules)]
        const before = wantedOf(criteria, given)
        const after = wantedOf(criteria, given, { decisions: measures.map((key) => decide(key, scaled)) })
        const { alone = 0, along = 0 } = before.documents.find(({ from }) => from === 'province') ?? {}

        expect(after.documents.some(({ from }) => from === 'province')).toBe(false)
        expect(after.unknown).toBeLessThanOrEqual(before.unknown - alone)
        expect(after.unknown).toBeGreaterThanOrEqual(before.unknown - alone - along)
        expect(before.alone + before.along).toBeLessThanOrEqual(before.unknown)
      },
    ),
  )
})
