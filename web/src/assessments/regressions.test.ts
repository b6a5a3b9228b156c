import { expect, test } from 'vitest'

import type { UnitId } from '@ancu/core/units'

import { day } from '../testing/answers.ts'
import { filterLosses, lossKey, totalsOf, yearBefore, type FallenUnit, type Loss } from './regressions.ts'

function aCriterion(code: string, verdict: 'met' | 'unmet'): NonNullable<Loss['old']> {
  return { code, name: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` }, key: false, verdict, claim: null }
}

function aLoss(unit: string, code: string, given: Partial<Loss> = {}): Loss {
  return {
    change: 'lost',
    old: aCriterion(code, 'met'),
    new: aCriterion(code, 'unmet'),
    throughUnknown: false,
    cause: 'figureFell',
    causes: ['figureFell'],
    owner: { vi: 'Sở Y tế', en: 'Department of Health' },
    reasons: [],
    unit,
    from: day('2023-03-31'),
    to: day('2024-03-31'),
    ...given,
  }
}

function aUnit(id: string, name: string): FallenUnit {
  return {
    id: id as UnitId,
    code: id,
    name,
    kind: 'commune',
    place: { vi: `xã ${name}`, en: `${name} commune` },
    district: null,
    ranks: [],
    lost: 1,
    lostToUnknown: 0,
    causes: [],
  }
}

const answer = {
  units: [aUnit('1', 'Đắk Hà'), aUnit('2', 'Ngọc Lây')],
  losses: [
    aLoss('1', '15'),
    aLoss('1', '17', { cause: 'figureFell+levelRose', owner: null }),
    aLoss('2', '15', { cause: 'missingOrStale' }),
  ],
}

test.each([
  ['nothing: all of them', {}, ['1 15', '1 17', '2 15']],
  ['a name without its accents', { text: 'dak ha' }, ['1 15', '1 17']],
  ['the name of a criterion', { text: 'tieu chi 17' }, ['1 17']],
  ['causes that work together', { cause: 'figureFell+levelRose' }, ['1 17']],
  ['one cause, which is not all that have it beside another', { cause: 'figureFell' }, ['1 15']],
  ['a department', { owner: 'Sở Y tế' }, ['1 15', '2 15']],
  ['that nobody is responsible', { owner: 'none' }, ['1 17']],
  ['two things at once', { text: 'ngoc', cause: 'figureFell' }, []],
])('the filter means %s', (_what, given, found) => {
  const filter = { text: undefined, cause: undefined, owner: undefined, ...given }

  expect(filterLosses(answer, filter).map(({ unit, old }) => `${unit} ${old?.code}`)).toEqual(found)
})

test('the same criterion lost twice is two losses', () => {
  expect(lossKey(aLoss('1', '15'))).not.toBe(lossKey(aLoss('1', '15', { from: day('2020-12-31') })))
})

test.each([
  ['2024-03-31', '2023-03-31'],
  ['2024-02-29', '2023-02-28'],
])('a year before %s is %s', (one, other) => {
  expect(yearBefore(one)).toBe(other)
})

test('without a step there are no totals', () => {
  expect(totalsOf({ steps: [] })).toEqual({ before: undefined, now: undefined, gained: 0 })
})
