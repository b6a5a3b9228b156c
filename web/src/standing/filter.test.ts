import { describe, expect, test } from 'vitest'

import { overviewOf, row, totals } from '../testing/answers.ts'
import { bandOf, filterRows, inherited, inheritedShare, readFilter } from './filter.ts'

const overview = overviewOf(
  [
    row('Đắk Hà', 'mmm', { code: '23425', ranks: ['standard', 'advanced'] }),
    row('Ngọc Lây', 'mum', { ranks: ['standard'] }),
    row('Bờ Y', 'mkm'),
    row('Ia Đal', 'kuk'),
    row('Plei Kần', '', { kind: 'township', inProgramme: false }),
  ],
  {
    communes: totals({
      total: 4,
      bands: [
        { from: 3, to: 3, communes: 1 },
        { from: 1, to: 2, communes: 1 },
        { from: 0, to: 0, communes: 0 },
      ],
    }),
  },
)

function names(search: string): readonly string[] {
  return filterRows(overview, readFilter(search)).map(({ name }) => name)
}

describe('the filter of the list of units', () => {
  test.each([
    ['', ['Đắk Hà', 'Ngọc Lây', 'Bờ Y', 'Ia Đal', 'Plei Kần']],
    ['text=dak ha', ['Đắk Hà']],
    ['text=ngok lay', ['Ngọc Lây']],
    ['text=IA DAL', ['Ia Đal']],
    ['text=23425', ['Đắk Hà']],
    ['kind=township', ['Plei Kần']],
    ['meets=met', ['Đắk Hà']],
    ['meets=unmet', ['Ngọc Lây', 'Ia Đal']],
    ['meets=unknown', ['Bờ Y']],
    ['recognised=yes&meets=unmet', ['Ngọc Lây']],
    ['recognised=no', ['Bờ Y', 'Ia Đal']],
    ['recognised=advanced', ['Đắk Hà']],
    ['counted=no', ['Plei Kần']],
    ['unknown=yes', ['Bờ Y', 'Ia Đal']],
    ['settled=yes', ['Đắk Hà', 'Ngọc Lây', 'Ia Đal']],
    ['settled=possible', ['Đắk Hà', 'Bờ Y']],
    ['criterion=2&verdict=unmet', ['Ngọc Lây', 'Ia Đal']],
    ['criterion=2&verdict=unknown', ['Bờ Y']],
    ['band=3-3', ['Đắk Hà']],
    ['band=unknown', ['Bờ Y', 'Ia Đal']],
    ['meets=nonsense', []],
    ['criterion=99&verdict=met', []],
  ])('%s', (search, expected) => {
    expect(names(search)).toEqual(expected)
  })

  test('a ward is in no answer about meeting, recognition or bands, however it is asked for', () => {
    for (const search of [
      'meets=unknown',
      'recognised=no',
      'band=unknown',
      'settled=possible',
      'counted=yes',
    ]) {
      expect(names(search)).not.toContain('Plei Kần')
    }
  })
})

test('a commune is in a band only when every possibility is', () => {
  const judged = overview.rows.slice(0, 4)
  expect(judged.map((each) => bandOf(overview, each))).toEqual(['3-3', '1-2', 'unknown', 'unknown'])
})

describe('what a new unit inherits', () => {
  const old = (whole: 'met' | 'unmet' | null) => ({
    unit: { id: overview.unit.id, code: null, name: '', place: { vi: '', en: '' }, kind: 'commune' as const },
    on: overview.on,
    applicable: whole !== null,
    whole,
    least: whole && 0,
    most: whole && 0,
    ranks: [],
    recognised: null,
  })

  test('is counted over the communes that were judged', () => {
    const heir = row('Kon Braih', 'kkk', { inherits: [old('met'), old('unmet'), old(null)] })
    expect(inherited(heir)).toEqual({ met: 1, of: 2 })
    expect(inheritedShare(heir)).toBe('some')
  })

  test('is nothing for a unit made of wards, and for one that is as it was', () => {
    expect(inherited(row('Kon Tum', '', { inherits: [old(null)] }))).toBeUndefined()
    expect(inheritedShare(row('Mô Rai', 'mmm'))).toBeUndefined()
  })
})
