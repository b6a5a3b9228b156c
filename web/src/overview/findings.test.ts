import { describe, expect, test } from 'vitest'

import type { UnitId } from '@ancu/core/units'

import { day, overviewOf, row, totals } from '../testing/answers.ts'
import { clothFinding, farthestDistricts, stretchesOf, weakestOf } from './findings.ts'
import { oldCommunes } from './inheritance.ts'

describe('the heading of the cloth', () => {
  test('names the weakest criteria, the weakest first', () => {
    const overview = overviewOf([row('a', 'mum'), row('b', 'mum'), row('c', 'mmu')], {
      communes: totals({ total: 3 }),
    })
    expect(weakestOf(overview.criteria).map(({ code }) => code)).toEqual(['2'])
    expect(clothFinding(overview)).toMatchObject({ kind: 'weakest' })
  })

  test.each([
    [['mmm', 'mmm'], 'whole'],
    [['kkk', 'kkk'], 'allUnknown'],
    [['mkm', 'mmm'], 'unknownOnly'],
    [['ukk', 'kkk'], 'mostlyUnknown'],
    [['uuu', 'uuu'], 'even'],
  ])('of %j is %s', (verdicts, kind) => {
    const rows = verdicts.map((letters, index) => row(String(index), letters))
    expect(clothFinding(overviewOf(rows)).kind).toBe(kind)
  })
})

test('the districts with the fewest criteria met are farthest; one that meets all is none of them', () => {
  const district = (id: string) => ({
    id: id as UnitId,
    code: null,
    name: id,
    place: { vi: id, en: id },
    kind: 'ruralDistrict' as const,
  })
  const inside = (id: string) => ({ district: id as UnitId })
  const overview = overviewOf(
    [row('a', 'mmm', inside('full')), row('b', 'muu', inside('far')), row('c', 'mmu', inside('near'))],
    { districts: [district('full'), district('near'), district('far')] },
  )
  expect(farthestDistricts(overview).map(({ id }) => id)).toEqual(['far', 'near'])

  const unknown = { ...overview, communes: { ...overview.communes, criteriaUnknown: 6 } }
  expect(farthestDistricts(unknown)).toEqual([])
})

test('a change of set breaks the line', () => {
  const point = (on: string, set: string) => ({
    on: day(on),
    set,
    total: 85,
    meeting: 1,
    recognised: 1,
    averageCriteria: 10,
  })
  const series = [point('2020-12-31', 'old'), point('2022-06-30', 'old'), point('2022-11-30', 'new')]
  expect(stretchesOf(series).map(({ set, points }) => [set, points.length])).toEqual([
    ['old', 2],
    ['new', 1],
  ])
})

test('a commune that was parted among two new ones is counted once', () => {
  const old = {
    unit: {
      id: 'old' as UnitId,
      code: null,
      name: 'old',
      place: { vi: 'old', en: 'old' },
      kind: 'commune' as const,
    },
    on: day('2025-06-30'),
    applicable: true,
    whole: 'met' as const,
    least: 3,
    most: 3,
    ranks: ['standard' as const],
    recognised: { day: day('2020-12-31'), dayAssumed: false },
  }
  const rows = [row('a', 'kkk', { inherits: [old] }), row('b', 'kkk', { inherits: [old] })]
  expect(oldCommunes({ rows })).toEqual({ of: 1, met: 1, recognised: 1 })
})
