import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet } from '../testing/a-set.ts'
import { measuresOfRules } from '../testing/random-rules.ts'
import { columnOf, isSetFor, judgesCommunes } from './applies.ts'
import { compileSet } from './compile.ts'
import { verdictNames, type LegalSource, type Rule } from './criteria.ts'
import { explainIndicator } from './explanation.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
const pass: Rule = { kind: 'pass', measure: undefined, delegated: false, source }

test('a set that is for a kind of commune is asked for where communes are counted', () => {
  expect(judgesCommunes({ forKinds: ['ruralDistrict', 'township'] })).toBe(true)
  expect(judgesCommunes({ forKinds: ['village', 'urbanGroup', 'ruralDistrict'] })).toBe(false)
})

describe('column of a unit', () => {
  const columns = [
    { id: 'TDMNPB', name: { vi: '', en: '' }, anyOfGroups: ['especially-difficult', 'safe-zone'], source },
    { id: 'TN', name: { vi: '', en: '' }, anyOfGroups: ['region-tn'], source },
  ]

  const commune = (...groups: string[]) => ({ kind: 'commune' as const, groups: new Set(groups) })

  test('an especially difficult commune of Tây Nguyên is judged by the northern column', () => {
    expect(columnOf(aSet({ columns }), commune('region-tn', 'especially-difficult'))).toBe('TDMNPB')
    expect(columnOf(aSet({ columns }), commune('region-tn', 'border'))).toBe('TN')
  })

  test('a unit in no group has the levels for all alone', () => {
    expect(columnOf(aSet({ columns }), commune('region-dnb'))).toBe('*')
    expect(columnOf(aSet(), commune())).toBe('*')
  })

  test('a column of a kind is of all units of that kind', () => {
    const ward = {
      id: 'ward',
      name: { vi: '', en: '' },
      anyOfGroups: [],
      anyOfKinds: ['ward' as const],
      source,
    }
    const set = aSet({ columns: [...columns, ward] })

    expect(columnOf(set, { kind: 'ward', groups: new Set() })).toBe('ward')
    expect(columnOf(set, { kind: 'ward', groups: new Set(['region-tn']) })).toBe('TN')
    expect(columnOf(set, commune())).toBe('*')
  })
})

describe('whom a set is for', () => {
  const commune = { kind: 'commune' as const, inProgramme: true, groups: new Set(['region-tn']) }

  test('its kinds, the programme where it says so, its groups where it names any', () => {
    expect(isSetFor(aSet(), commune)).toBe(true)
    expect(isSetFor(aSet(), { ...commune, kind: 'ward' })).toBe(false)
    expect(isSetFor(aSet(), { ...commune, inProgramme: false })).toBe(false)
    expect(isSetFor(aSet({ programmeOnly: false }), { ...commune, inProgramme: false })).toBe(true)
    expect(isSetFor(aSet({ forGroups: ['ethnic-minority'] }), commune)).toBe(false)
    expect(isSetFor(aSet({ forGroups: ['ethnic-minority', 'region-tn'] }), commune)).toBe(true)
  })
})

describe('what does not apply to a column', () => {
  const ward = { id: 'ward', name: { vi: 'Phường', en: 'Ward' }, anyOfGroups: ['ward'], source }
  const share: Rule = {
    kind: 'atLeast',
    key: '1.1',
    measure: 'share',
    levels: { ward: { kind: 'notApplicable', source }, '*': { kind: 'value', scaled: 5000, source } },
  }
  const [criterion] = [aCriterion('1', [share, { kind: 'allOf', parts: [share, pass] }, pass])]
  const set = aSet({
    columns: [ward],
    criteria: [
      {
        ...criterion,
        indicators: criterion.indicators.map((indicator, at) =>
          at === 2 ? { ...indicator, notApplicableIn: ['ward'] } : indicator,
        ),
      },
    ],
  })
  const half = { id: 'f', num: 1, den: 4, year: 2023, notApplicableReason: undefined, illustrative: false }

  test.each([
    ['ward', ['notApplicable', 'unknown', 'notApplicable']],
    ['*', ['unmet', 'unmet', 'unknown']],
  ])('in column %s', (column, verdicts) => {
    const compiled = compileSet(set, measuresOfRules, column, { on: day('2024-03-31'), decisions: [] })
    const figures = compiled.slots.map(() => half)
    const out = new Uint8Array(3)
    const one = { num: Float64Array.of(1), den: Float64Array.of(4), year: Int16Array.of(2023) }
    compiled.judge({ ...one, state: Uint8Array.of(1), width: 1 }, 0, out, 0)

    expect(Array.from(out, (code) => verdictNames[code as 0 | 1 | 2 | 3])).toEqual(verdicts)
    expect([0, 1, 2].map((at) => explainIndicator(compiled, at, figures).verdict)).toEqual(verdicts)
  })
})
