import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { figureFact, parsePeriod, type KnownFigure, type KnownReconciliation } from '../figures/index.ts'
import { aSet, aShare } from '../testing/a-set.ts'
import { aSide, type SideGiven } from '../testing/a-side.ts'
import { unitId } from '../units/index.ts'
import {
  claimedOtherwise,
  factsOf,
  settledBy,
  subjectOf,
  sumOtherwise,
  verdictDisagreements,
} from './disagreements.ts'

const on = '2024-03-31'
const moment = { on: day(on), knownSeq: 100 }

function found(given: Partial<SideGiven>) {
  return verdictDisagreements(aSide({ set: aSet(), on, ...given }).explained())
}

const said = (code: string, verdict: string, more: { stage?: string; asOf?: string } = {}) => ({
  scope: code.includes('.') ? 'indicator' : 'criterion',
  code,
  verdict,
  asOf: more.asOf ?? '2024-01-31',
  stage: more.stage ?? 'appraised',
})
const good = [
  { measure: 'm-one', period: '2023-12-31', num: 95, den: 100 },
  { measure: 'm-two', period: '2023-12-31', num: 60, den: 100 },
]
const bad = [{ measure: 'm-one', period: '2023-12-31', num: 80, den: 100 }]

describe('figures against conclusions', () => {
  test('are told of the criterion, with the conclusion and the figures that decide it', () => {
    const [one, ...others] = found({ figures: bad, claims: [said('1', 'met')] })

    expect(others).toEqual([])
    expect(one && subjectOf(one)).toBe('computedAttested:set-of-tests:1')
    expect(one && factsOf(one)).toEqual(['f-0', 'v-0'])
  })

  test('are told of the indicator where a conclusion on it says so more nearly', () => {
    const claims = [said('1', 'met'), said('1.1', 'met')]

    expect(found({ figures: bad, claims }).map(subjectOf)).toEqual(['computedAttested:set-of-tests:1.1'])
  })

  test('do not contradict where figures leave it unknown, or say the same', () => {
    expect(found({ figures: good, claims: [said('1', 'met')] })).toEqual([])
    expect(found({ figures: good.slice(0, 1), claims: [said('1', 'unmet')] })).toEqual([])
    expect(found({ figures: bad, claims: [said('1', 'unmet')] })).toEqual([])
  })
})

describe('self-assessments', () => {
  const own = said('3', 'met', { stage: 'selfAssessed', asOf: '2023-12-31' })

  test('disagree with what was found in the same review', () => {
    expect(found({ claims: [own, said('3', 'unmet')] }).map(subjectOf)).toEqual([
      'selfAssessed:set-of-tests:3',
    ])
    expect(found({ claims: [own, said('3', 'basicallyMet', { stage: 'verified' })] })).toHaveLength(1)
  })

  test('agree, wait for their check, or are of another review', () => {
    expect(found({ claims: [own, said('3', 'met')] })).toEqual([])
    expect(found({ claims: [own] })).toEqual([])
    expect(found({ claims: [own, said('3', 'unmet', { asOf: '2023-11-30' })] })).toEqual([])
    expect(found({ on: '2025-06-30', claims: [own, said('3', 'unmet', { asOf: '2025-01-31' })] })).toEqual([])
  })
})

function aFigure(id: string, num: number, more: { [field: string]: string | number } = {}): KnownFigure {
  const fact = figureFact.parse({
    id,
    unit: 'u-1',
    measure: 'm-one',
    period: '2023-12-31',
    stage: 'verified',
    num,
    den: 100,
    ...more,
  })
  const described = parsePeriod(fact.period)
  if (described === undefined) throw new Error('a period is wanted')
  return { ...fact, seq: 1, lastDay: described.lastDay, year: described.year }
}

describe('figures that a unit told', () => {
  const checked = aFigure('f-1', 80)

  test('disagree with the one that was found, of the same period', () => {
    const told = claimedOtherwise([checked, aFigure('f-2', 90, { stage: 'claimed' })], moment)

    expect(told && [subjectOf(told), factsOf(told)]).toEqual([
      'claimedFigure:m-one:2023-12-31',
      ['f-1', 'f-2'],
    ])
  })

  test('agree, are of another period, or are all there is', () => {
    const claimed = { stage: 'claimed' }
    expect(claimedOtherwise([checked, aFigure('f-2', 80, claimed)], moment)).toBeUndefined()
    expect(
      claimedOtherwise([checked, aFigure('f-2', 90, { ...claimed, period: '2022-12-31' })], moment),
    ).toBeUndefined()
    expect(claimedOtherwise([aFigure('f-2', 90, claimed)], moment)).toBeUndefined()
    expect(claimedOtherwise([], moment)).toBeUndefined()
  })
})

describe('sums of villages', () => {
  const measure = { ...aShare('m-one'), overUnits: 'add' as const }
  const told = aFigure('f-0', 100, { den: 200 })
  const village = (id: string, num: number, more = {}): readonly KnownFigure[] => [aFigure(id, num, more)]
  const sum = (lower: readonly (readonly KnownFigure[])[]) => sumOtherwise(measure, told, lower, moment)

  test('disagree where all have told and it does not add up', () => {
    const found = sum([village('f-1', 60), village('f-2', 39)])

    expect(found).toMatchObject({ sum: { num: 99, den: 200 }, of: 2 })
    expect(found && [subjectOf(found), factsOf(found)]).toEqual([
      'villageSum:m-one:2023-12-31',
      ['f-0', 'f-1', 'f-2'],
    ])
    expect(sum([village('f-1', 60), village('f-2', 40, { den: 99 })])).toBeDefined()
  })

  test('add up, or are not complete and do not say more yet', () => {
    expect(sum([village('f-1', 60), village('f-2', 40)])).toBeUndefined()
    expect(sum([village('f-1', 60), []])).toBeUndefined()
    expect(sum([village('f-1', 60), village('f-2', 40, { period: '2022-12-31' })])).toBeUndefined()
    expect(sum([[], []])).toBeUndefined()
  })

  test('that are not complete disagree as soon as they say more', () => {
    expect(sum([village('f-1', 90), village('f-2', 11), []])).toBeDefined()
    expect(sum([village('f-1', 50), village('f-2', 50, { den: 101 }), []])).toBeDefined()
  })

  test('are taken of what adds up alone', () => {
    const lower = [village('f-1', 1)]
    expect(sumOtherwise({ ...measure, overUnits: 'none' }, told, lower, moment)).toBeUndefined()
    expect(sumOtherwise({ ...measure, overUnits: 'reweight' }, told, lower, moment)).toBeUndefined()
    expect(sumOtherwise({ ...measure, negative: true }, told, lower, moment)).toBeUndefined()
    expect(sumOtherwise(measure, undefined, lower, moment)).toBeUndefined()
  })
})

describe('a reconciling note', () => {
  const note = (seq: number, change: Partial<KnownReconciliation> = {}): KnownReconciliation => ({
    id: `n-${seq}`,
    unit: unitId.parse('u-1'),
    subject: 'villageSum:m-one:2023-12-31',
    facts: ['f-2', 'f-1'],
    note: 'số của xã đúng',
    withdrawn: false,
    illustrative: false,
    seq,
    ...change,
  })

  test('settles exactly the facts it names; another fact opens it again', () => {
    expect(settledBy(['f-1', 'f-2'], [note(1)])?.id).toBe('n-1')
    expect(settledBy(['f-1', 'f-3'], [note(1)])).toBeUndefined()
    expect(settledBy(['f-1', 'f-2', 'f-3'], [note(1)])).toBeUndefined()
    expect(settledBy(['f-1'], [note(1)])).toBeUndefined()
    expect(settledBy(['f-1'], [])).toBeUndefined()
  })

  test('is the newest, and may be taken back', () => {
    expect(settledBy(['f-1', 'f-2'], [note(1), note(2)])?.id).toBe('n-2')
    expect(settledBy(['f-1', 'f-2'], [note(1), note(2, { withdrawn: true })])).toBeUndefined()
    expect(settledBy(['f-1', 'f-2'], [note(3), note(2, { withdrawn: true })])?.id).toBe('n-3')
  })
})
