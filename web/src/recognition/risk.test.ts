import { expect, test } from 'vitest'

import type { UnitId } from '@ancu/core/units'

import { day } from '../testing/answers.ts'
import { filterRisk, unitCounts, type RiskRow } from './risk.ts'

function aRow(name: string, given: Partial<RiskRow> = {}): RiskRow {
  const bounds = { least: 0, most: 0 }
  return {
    unit: {
      id: name as UnitId,
      code: name,
      name,
      kind: 'commune',
      place: { vi: `xã ${name}`, en: `${name} commune` },
    },
    district: null,
    rank: 'standard',
    decision: {
      id: 'd-1',
      number: null,
      day: day('2022-12-31'),
      set: null,
      document: null,
      illustrative: true,
    },
    status: 'none',
    rule: 'rule',
    set: 'commune',
    of: 19,
    failing: bounds,
    keyFailing: bounds,
    margin: bounds,
    unmet: [],
    unknown: [],
    illustrative: true,
    ...given,
  }
}

const rows = [
  aRow('Đắk Hà', { status: 'risk' }),
  aRow('Đắk Hà', { status: 'possible', rank: 'advanced' }),
  aRow('Ngọc Lây', { status: 'possible', rank: 'advanced' }),
  aRow('Ngọc Lây'),
  aRow('Bờ Y'),
  aRow('Kon Gộp', { rule: null, rank: 'villageNtm' }),
]

test('a unit is counted once, at the worst of its recognitions, and only where a rule speaks of it', () => {
  expect(unitCounts(rows)).toEqual({ all: 3, risk: 1, possible: 1, unknown: 0, none: 1 })
})

test.each([
  ['nothing: all that a rule speaks of', {}, 5],
  ['a status', { status: 'possible' }, 2],
  ['those of which no rule is known', { status: 'withoutRule' }, 1],
  ['a name without its accents', { text: 'ngoc lay' }, 2],
  ['both', { text: 'dak', status: 'none' }, 0],
  ['a status that nobody knows: none', { status: 'zzz' }, 0],
])('the filter means %s', (_what, given, found) => {
  expect(filterRisk(rows, { text: undefined, status: undefined, ...given })).toHaveLength(found)
})

test('where no rule speaks of anybody, nothing asked for means all', () => {
  const told = rows.map((row) => ({ ...row, rule: null }))

  expect(filterRisk(told, { text: undefined, status: undefined })).toHaveLength(rows.length)
})
