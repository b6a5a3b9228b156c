import { describe, expect, test } from 'vitest'

import type { Measure } from '../criteria/index.ts'
import { day } from '../kernel/index.ts'
import { aCriterion, aSet, aShare, delegated, measuresOfSet } from '../testing/a-set.ts'
import { refusalText } from '../text/index.ts'
import { factBundle, type FactBundleInput } from './bundle.ts'
import { checkFacts } from './check.ts'
import type { KnownProvince } from './known.ts'

const province: KnownProvince = {
  today: day('2024-06-30'),
  hasUnit: (unit) => unit === 'u-commune' || unit === 'u-ward',
  kindOn: (unit, on) => (on < '2020-01-01' ? undefined : unit === 'u-ward' ? 'ward' : 'commune'),
  findMeasure: (measure) => measuresOfSet.get(measure),
  findSet: (set) => (set === 'set-of-tests' ? aSet() : undefined),
  findFigure: () => undefined,
  findClaim: () => undefined,
  findDecision: () => undefined,
  findLevel: () => undefined,
  liesIn: (unit, area) => unit === area,
  isNoted: () => false,
  hasApplication: () => false,
  hasDocument: (id) => id === 'doc-known',
  isTaken: (section, id) => section === 'verdicts' && id === 'v-taken',
}

const figure = {
  id: 'f-1',
  unit: 'u-commune',
  measure: 'm-one',
  period: '2023-12-31',
  stage: 'verified',
  num: 412,
  den: 1477,
} as const

const claim = {
  id: 'v-1',
  unit: 'u-commune',
  set: 'set-of-tests',
  scope: 'criterion',
  code: '1',
  verdict: 'met',
  asOf: '2024-03-31',
  stage: 'appraised',
} as const

function codes(facts: FactBundleInput): string[] {
  return checkFacts(factBundle.parse(facts), province).map((refusal) => refusal.code)
}

/** Codes for figures of one measure that is as given. */
function codesFor(measure: Partial<Measure>, ...figures: FactBundleInput['figures'] & object): string[] {
  return checkFacts(factBundle.parse({ figures }), {
    ...province,
    findMeasure: () => ({ ...aShare('m-one'), ...measure }),
  }).map((refusal) => refusal.code)
}

describe('facts of one command', () => {
  test('that fit are not refused', () => {
    expect(codes({ figures: [figure], verdicts: [claim] })).toEqual([])
  })

  test.each([
    ['a unit nobody knows', { unit: 'u-other' }, 'unitUnknown'],
    ['a measure nobody knows', { measure: 'm-other' }, 'measureUnknown'],
    ['a year for a measure of a day', { period: '2023' }, 'periodKindWrong'],
    ['a day that has not come', { period: '2024-07-01' }, 'futureDay'],
    ['a part larger than its whole', { num: 131, den: 113 }, 'shareAboveWhole'],
    ['a number for a share', { num: undefined, den: undefined, scaled: 5 }, 'shareNeedsParts'],
    ['a day on which the unit does not exist', { period: '2019-12-31' }, 'unitNotThen'],
    ['a document nobody knows', { document: 'doc-other' }, 'documentUnknown'],
    ['a figure to replace that is not there', { replaces: 'f-0' }, 'replacesNothing'],
  ] as const)('%s is refused', (_, change, code) => {
    expect(codes({ figures: [{ ...figure, ...change }] })).toEqual([code])
  })

  test('an amount is below 0 only where its measure says so', () => {
    const below = { ...figure, num: undefined, den: undefined, scaled: -21 }

    expect(codesFor({ kind: 'amount', scale: 1 }, below)).toEqual(['belowZero'])
    expect(codesFor({ kind: 'amount', scale: 1, negative: true }, below)).toEqual([])
  })

  test('a count or an amount goes no higher than its measure says', () => {
    const scored = { ...figure, num: undefined, den: undefined, scaled: 100 }

    expect(codesFor({ kind: 'amount', scale: 1, most: 100 }, scored)).toEqual([])
    expect(codesFor({ kind: 'amount', scale: 1, most: 99 }, scored)).toEqual(['aboveMost'])
  })

  test('two numbers are for a share alone, and yes or no is 1 or 0', () => {
    const yes = { ...figure, num: undefined, den: undefined, scaled: 1 }

    expect(codesFor({ kind: 'count' }, figure)).toEqual(['figureNotAShare'])
    expect(codesFor({ kind: 'pass' }, yes, { ...yes, id: 'f-2', scaled: 0 })).toEqual([])
    expect(codesFor({ kind: 'pass' }, { ...yes, scaled: 2 })).toEqual(['passIsYesOrNo'])
  })

  test('an estimate may tell of a period that has not ended', () => {
    expect(codes({ figures: [{ ...figure, period: '2024-12-31', nature: 'estimate' }] })).toEqual([])
  })

  test.each([
    ['a set nobody knows', { set: 'set-other' }, 'setUnknown'],
    ['a criterion the set lacks', { code: '9' }, 'codeNotInSet'],
    ['a day that has not come', { asOf: '2024-07-01' }, 'futureDay'],
    ['a ward, which the set is not for', { unit: 'u-ward' }, 'setNotForUnit'],
    ['a day on which the unit does not exist', { asOf: '2019-01-01' }, 'unitNotThen'],
  ] as const)('a conclusion on %s is refused', (_, change, code) => {
    expect(codes({ verdicts: [{ ...claim, ...change }] })).toEqual([code])
  })

  test('a correction must be of the same question', () => {
    expect(
      codes({ figures: [figure, { ...figure, id: 'f-2', period: '2022-12-31', replaces: 'f-1' }] }),
    ).toEqual(['replacesAnother'])
    expect(codes({ figures: [figure, { ...figure, id: 'f-2', replaces: 'f-1' }] })).toEqual([])
    expect(codes({ verdicts: [claim, { ...claim, id: 'v-2', code: '2', replaces: 'v-1' }] })).toEqual([
      'replacesAnother',
    ])
  })

  test('a correction is not of a lower stage than what it replaces', () => {
    expect(codes({ figures: [figure, { ...figure, id: 'f-2', stage: 'claimed', replaces: 'f-1' }] })).toEqual(
      ['replacesHigherStage'],
    )
    expect(
      codes({ verdicts: [claim, { ...claim, id: 'v-2', stage: 'selfAssessed', replaces: 'v-1' }] }),
    ).toEqual(['replacesHigherStage'])
  })

  test('nothing replaces itself, nor what comes after it', () => {
    expect(codes({ figures: [{ ...figure, replaces: 'f-1' }] })).toEqual(['replacesNothing'])
    expect(
      codes({
        verdicts: [
          { ...claim, replaces: 'v-2' },
          { ...claim, id: 'v-2', replaces: 'v-1' },
        ],
      }),
    ).toEqual(['replacesNothing'])
  })

  test('a decision is about a unit that exists on its day', () => {
    const decision = {
      id: 'd-1',
      unit: 'u-commune',
      act: 'recognise',
      rank: 'standard',
      day: '2019-01-01',
    } as const

    expect(codes({ decisions: [decision] })).toEqual(['unitNotThen'])
    expect(codes({ decisions: [{ ...decision, day: '2021-01-01' }] })).toEqual([])
  })

  test('an id is used once', () => {
    expect(codes({ figures: [figure, figure] })).toEqual(['idTwice'])
  })

  test('an id that the ledger has is refused by row and id', () => {
    const [refusal] = checkFacts(factBundle.parse({ verdicts: [{ ...claim, id: 'v-taken' }] }), province)

    expect(refusal).toMatchObject({ code: 'idTaken', section: 'verdicts', at: 0, id: 'v-taken' })
    expect(refusalText({ ...refusal, code: 'idTaken' }, 'vi')).toBe(
      'kết luận, dòng 1: Id “v-taken” đã dùng cho kết luận khác trong sổ. Chọn id khác.',
    )
  })

  test('a row that says what an earlier one says is one too many; one that says otherwise contends', () => {
    expect(codes({ figures: [figure, { ...figure, id: 'f-2' }] })).toEqual(['rowTwice'])
    expect(codes({ figures: [figure, { ...figure, id: 'f-2', num: 413 }] })).toEqual([])
    expect(codes({ figures: [figure, { ...figure, id: 'f-2', nature: 'estimate' }] })).toEqual([])
    expect(codes({ verdicts: [claim, { ...claim, id: 'v-2' }] })).toEqual(['rowTwice'])
    expect(codes({ verdicts: [claim, { ...claim, id: 'v-2', stage: 'decided' }] })).toEqual([])
  })

  test('what a row of the same command takes back may be said anew', () => {
    const withdrawal = { ...claim, id: 'v-2', replaces: claim.id, withdrawn: true }
    const anew = { ...claim, id: 'v-3' }

    expect(codes({ verdicts: [claim, withdrawal, anew] })).toEqual([])
    expect(codes({ verdicts: [claim, anew, withdrawal] })).toEqual([])
    expect(codes({ verdicts: [claim, withdrawal, anew, { ...claim, id: 'v-4' }] })).toEqual(['rowTwice'])
  })

  test('one row is replaced once by the rows of one command', () => {
    const twice = [
      figure,
      { ...figure, id: 'f-2', num: 413, replaces: 'f-1' },
      { ...figure, id: 'f-3', num: 414, replaces: 'f-1' },
    ]

    expect(codes({ figures: twice })).toEqual(['replacedTwice'])
    expect(codes({ figures: [...twice.slice(0, 2), { ...figure, id: 'f-3', replaces: 'f-2' }] })).toEqual([])
  })

  test('a level that the set itself states is not open to the province', () => {
    const level = {
      id: 'l-1',
      set: 'set-of-tests',
      key: 'm-one',
      scaled: 8000,
      document: 'doc-known',
      from: '2022-01-01',
    }

    expect(codes({ levels: [level] })).toEqual(['levelNotOpen'])
  })

  test('a level off the scale of its measure is refused', () => {
    const open = aSet({ criteria: [aCriterion('1', [delegated('m-one')])] })
    const given = { ...province, findSet: () => open }
    const level = { id: 'l-1', set: 'set-of-tests', key: 'm-one', document: 'doc-known', from: '2022-01-01' }
    const codesOf = (scaled: number): string[] =>
      checkFacts(factBundle.parse({ levels: [{ ...level, scaled }] }), given).map((refusal) => refusal.code)

    expect(codesOf(8000)).toEqual([])
    expect(codesOf(12_000)).toEqual(['levelOffScale'])
  })

  test('may name a document that comes with them', () => {
    expect(
      codes({
        documents: [{ id: 'doc-new', title: 'Báo cáo' }],
        figures: [{ ...figure, document: 'doc-new' }],
      }),
    ).toEqual([])
  })

  test('are told with their place, and no more than a hundred at once', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      ...figure,
      id: `f-${index}`,
      num: index,
      unit: 'u-other',
    }))

    const refusals = checkFacts(factBundle.parse({ figures: many }), province)

    expect(refusals).toHaveLength(100)
    expect(refusals[7]).toEqual({
      code: 'unitUnknown',
      section: 'figures',
      at: 7,
      id: 'f-7',
      unit: 'u-other',
      value: 'u-other',
    })
  })
})
