import { describe, expect, test } from 'vitest'

import { conclusion, criterion, day, indicator, standing } from '../testing/answers.ts'
import { dangersOf, nextStepOf, openIndicators, stagesOf, stateOf } from './finding.ts'
import type { Decision } from './register.ts'

const recognised: Decision = {
  id: 'd',
  unit: standing([]).unit.id,
  act: 'recognise',
  rank: 'standard',
  day: day('2017-02-28'),
  dayAssumed: true,
  yearOfStandard: 2016,
  illustrative: false,
  seq: 5,
}

const lacksFigure = indicator('3.1', { verdict: 'unknown', missing: [{ kind: 'figure', key: 'm' }] })
const lacksLevel = indicator('2.1', {
  verdict: 'unknown',
  missing: [
    { kind: 'figure', key: 'm' },
    { kind: 'level', key: '2.1' },
  ],
})
const lacksConclusion = indicator('1.1', { verdict: 'unknown', missing: [{ kind: 'conclusion', key: '' }] })

describe('how a criterion is drawn', () => {
  test.each([
    [criterion('1'), 'met'],
    [criterion('1', { verdict: 'unmet' }), 'unmet'],
    [criterion('1', { verdict: 'unknown' }), 'unknown'],
    [criterion('1', { verdict: 'notApplicable' }), 'notApplicable'],
    [criterion('1', { verdict: 'unmet', basicallyMet: true }), 'basicallyMet'],
    [criterion('1', { stale: true }), 'staleMet'],
    [criterion('1', { stale: true, verdict: 'unmet' }), 'staleUnmet'],
    [criterion('1', { stale: true, spokenBy: 'conclusion' }), 'met'],
    [criterion('1', { stale: true, verdict: 'unknown' }), 'unknown'],
  ])('case %#', (one, state) => {
    expect(stateOf(one)).toBe(state)
  })
})

test('where the indicators of criteria are not known, the document that tells them is the next step', () => {
  const untold = criterion('2', { verdict: 'unknown', complete: false })
  const open = criterion('3', { verdict: 'unknown', indicators: [lacksFigure] })

  expect(nextStepOf(standing([criterion('1'), untold]), false)).toEqual({ kind: 'learn', criteria: ['2'] })
  expect(nextStepOf(standing([untold, open]), false)).toMatchObject({ kind: 'end', missing: 'figure' })
})

describe('a set that asks for a rank beforehand', () => {
  const asks = (rank: string, verdict: 'met' | 'unmet') => ({
    ...indicator('DK1', {
      verdict,
      explanation: { rule: { kind: 'register', register: 'recognition', entry: rank, verdict } },
    }),
  })

  test('puts neither that rank nor those below it in danger', () => {
    const unmet = [criterion('1', { verdict: 'unmet' })]
    const by = (rank: string) => standing(unmet, { prerequisites: [asks(rank, 'met')] })

    expect(dangersOf(by('standard'), [recognised])).toEqual([])
    expect(dangersOf(by('advanced'), [recognised])).toEqual([])
    expect(dangersOf(by('standard'), [{ ...recognised, rank: 'advanced' }])).toHaveLength(1)
  })

  test('is not met by its criteria alone', () => {
    const prerequisites = [asks('standard', 'unmet')]
    const one = standing([criterion('1')], { prerequisites, whole: 'unmet' })

    expect(nextStepOf(one, false)).toMatchObject({ kind: 'fulfil', prerequisite: { code: 'DK1' } })
  })
})

describe('dangers', () => {
  test('a recognised unit that does not meet all is in danger, with the year of its standard', () => {
    expect(dangersOf(standing([criterion('1', { verdict: 'unmet' })]), [recognised])).toEqual([
      { kind: 'recognisedNotMeeting', year: 2016 },
    ])
  })

  test('an unknown criterion alone puts no recognition in danger', () => {
    expect(dangersOf(standing([criterion('1', { verdict: 'unknown' })]), [recognised])).toEqual([])
  })

  test('contradictions and old figures are told by indicator', () => {
    const indicators = [indicator('1.1', { disagrees: true }), indicator('1.2', { stale: true })]
    const one = criterion('1', { disagrees: true, stale: true, indicators })
    expect(dangersOf(standing([one]), [])).toEqual([
      { kind: 'disagrees', codes: ['1.1'] },
      { kind: 'stale', codes: ['1.2'] },
    ])
  })
})

test('an unknown indicator waits for a level before a figure, and a known one for nothing', () => {
  const one = criterion('1', { indicators: [lacksFigure, lacksLevel, lacksConclusion, indicator('1.2')] })
  expect(openIndicators(standing([one])).map(({ indicator: { code }, kind }) => [code, kind])).toEqual([
    ['3.1', 'figure'],
    ['2.1', 'level'],
    ['1.1', 'conclusion'],
  ])
})

describe('the next step', () => {
  const unmet = criterion('10', { verdict: 'unmet', indicators: [indicator('10', { verdict: 'unmet' })] })
  const nearly = criterion('17', {
    verdict: 'unmet',
    indicators: [indicator('17.1', { verdict: 'unmet' }), indicator('17.2')],
  })
  const contradicting = criterion('11', {
    disagrees: true,
    indicators: [indicator('11', { disagrees: true })],
  })
  const open = criterion('3', { verdict: 'unknown', indicators: [lacksConclusion, lacksFigure] })
  const old = criterion('15', { stale: true, indicators: [indicator('15.1', { stale: true })] })

  test.each([
    ['what contradicts itself comes first', [unmet, open, contradicting], { kind: 'reconcile', code: '11' }],
    ['then the figure that ends what is unknown', [unmet, open], { kind: 'end', missing: 'figure' }],
    ['then old figures that a verdict rests on', [unmet, old], { kind: 'renew', code: '15.1' }],
    ['then the criterion that is nearest', [unmet, nearly], { kind: 'reach', criterion: { code: '17' } }],
    ['then asking for recognition', [criterion('1')], { kind: 'propose' }],
  ])('%s', (_name, criteria, step) => {
    expect(nextStepOf(standing(criteria), false)).toMatchObject(step)
  })

  test('a recognised unit that meets all keeps what it has', () => {
    expect(nextStepOf(standing([criterion('1')]), true)).toEqual({ kind: 'keep' })
  })

  test('unknown indicators under a criterion that a body has settled ask for nothing', () => {
    const settled = criterion('2', { spokenBy: 'conclusion', indicators: [lacksLevel, lacksFigure] })
    expect(nextStepOf(standing([settled]), true)).toEqual({ kind: 'keep' })
  })
})

test('three bodies stand side by side while there are districts, two after, and whoever else has spoken', () => {
  expect(stagesOf({ conclusions: [] }, '2025-06-30')).toEqual(['selfAssessed', 'verified', 'appraised'])
  expect(stagesOf({ conclusions: [] }, '2025-07-01')).toEqual(['selfAssessed', 'appraised'])
  const spoken = { conclusions: [conclusion({ stage: 'verified' }), conclusion({ stage: 'decided' })] }
  expect(stagesOf(spoken, '2025-07-01')).toEqual(['selfAssessed', 'verified', 'appraised', 'decided'])
})
