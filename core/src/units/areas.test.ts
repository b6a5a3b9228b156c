import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { anEnding, aUnit, fixture, fixtureEntries, pictureOf, together } from '../testing/index.ts'
import type { UnitId } from './unit.ts'

const picture = pictureOf(...fixtureEntries)
const before = day('2025-06-30')
const after = day('2025-07-01')

function ids(units: readonly { readonly id: UnitId }[]): string[] {
  return units.map((unit) => unit.id)
}

describe('what lies in an area', () => {
  test('is what lies in it that day, not what once did', () => {
    expect(ids(picture.childrenOn(fixture.tuMoRong, before))).toEqual(['c-nl', 'c-dak-ha'])
    expect(ids(picture.childrenOn(fixture.tuMoRong, after))).toEqual([])
    expect(ids(picture.childrenOn(fixture.newProvince, after))).toEqual(['c-new', 'c-nl', 'c-dak-ha'])
  })

  test('of a former area is what its parts became by that day, not what they become later', () => {
    const since = { from: '2004-01-01' }
    const province = { id: 'a', kind: 'province', name: 'Tỉnh A', ...since } as const
    const commune = { id: 'a-1', kind: 'commune', name: 'Xã một', parent: 'a', ...since } as const
    const grown = pictureOf(
      together(
        aUnit(province),
        aUnit(commune),
        aUnit({ id: 'b', kind: 'province', name: 'Tỉnh B', ...since }),
        aUnit({ id: 'b-1', kind: 'commune', name: 'Xã hai', parent: 'b', ...since }),
      ),
      together(anEnding({ ...province }, '2025-07-01'), {
        endings: [{ unit: 'a-1', aspects: ['parent'], until: '2025-07-01' }],
        parents: [{ unit: 'a-1', hierarchy: 'administrative', parent: 'b', from: '2025-07-01' }],
        changes: [{ id: 'x-1', day: '2025-07-01', kind: 'merged', parts: [{ old: 'a', new: 'b' }] }],
      }),
      together(anEnding({ ...commune }, '2026-01-01'), {
        changes: [{ id: 'x-2', day: '2026-01-01', kind: 'merged', parts: [{ old: 'a-1', new: 'b-1' }] }],
      }),
    )
    const a = grown.unitIds.find((id) => id === 'a')
    if (a === undefined) throw new Error('the province is in the picture')

    expect(ids(grown.communesOf(a, day('2025-12-31')))).toEqual(['a-1'])
    expect(ids(grown.communesOf(a, day('2026-01-01')))).toEqual(['b-1'])
  })
})
