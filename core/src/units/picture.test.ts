import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import {
  aMove,
  anEnding,
  aUnit,
  fixture,
  fixtureEntries,
  historyOf,
  pictureOf,
  together,
} from '../testing/index.ts'
import { unitsPicture } from './picture.ts'
import { knownAt } from './rows.ts'
import type { UnitId } from './unit.ts'

const before = day('2025-06-30')
const after = day('2025-07-01')
const picture = pictureOf(...fixtureEntries)
const ids = (units: readonly { readonly id: UnitId }[]) => units.map(({ id }) => id)

describe('a picture of one day', () => {
  test('a code names another unit after the merger', () => {
    expect(picture.findByCode('23284', before)?.name).toBe('Duy Tân')
    expect(picture.findByCode('23284', after)?.name).toBe('Đăk Cấm')
    expect(picture.findByCode('23311', after)).toBeUndefined()
    expect(picture.findByCode('23284', day('1990-01-01'))).toBeUndefined()
  })

  test('a unit shows both spellings, its groups and whether it takes part', () => {
    expect(picture.unitOn(fixture.dakHa, before)).toEqual({
      id: fixture.dakHa,
      kind: 'commune',
      code: '23425',
      name: 'Đắk Hà',
      nameLocal: 'Đăk Hà',
      parent: fixture.tuMoRong,
      inProgramme: true,
      groups: [{ group: 'especially-difficult', document: undefined, illustrative: false }],
    })
    expect(picture.unitOn(fixture.duyTan, before)).toMatchObject({ inProgramme: false, nameLocal: undefined })
    expect(picture.unitOn(fixture.duyTan, after)).toBeUndefined()
    expect(picture.nameOn(fixture.ngocLay, before, 'local')).toBe('Ngọk Lây')
    expect(picture.nameOn(fixture.duyTan, before, 'local')).toBe('Duy Tân')
  })

  test('a place is told from the smallest up, by the words of the day', () => {
    expect(picture.placeOn(fixture.dakHa, before)).toBe('xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum')
    expect(picture.placeOn(fixture.dakHa, before, 'vi', 'local')).toBe(
      'xã Đăk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum',
    )
    expect(picture.placeOn(fixture.dakHa, after)).toBe('xã Đắk Hà, tỉnh Quảng Ngãi')
    expect(picture.placeOn(fixture.dakHa, before, 'en')).toBe(
      'Đắk Hà commune, Tu Mơ Rông district, Kon Tum province',
    )
    expect(picture.placeOn(fixture.villages[0], before)).toBe(
      'Tổ 1, phường Duy Tân, thành phố Kon Tum, tỉnh Kon Tum',
    )
    expect(picture.placeOn(fixture.merged, before)).toBeUndefined()
  })

  test('villages keep their identity and change what they lie in, and what they are', () => {
    const [, village] = fixture.villages
    expect(picture.unitOn(village, before)).toMatchObject({ kind: 'village', parent: fixture.dakCam })
    expect(picture.unitOn(village, after)).toMatchObject({ kind: 'urbanGroup', parent: fixture.merged })
    expect(picture.lifeOf(village)).toEqual({ from: '2004-01-01', until: undefined })
  })

  test('children, ancestors and descendants are those of the day', () => {
    expect(ids(picture.childrenOn(fixture.oldProvince, before))).toEqual([fixture.city, fixture.tuMoRong])
    expect(ids(picture.childrenOn(fixture.newProvince, after))).toEqual([
      fixture.merged,
      fixture.ngocLay,
      fixture.dakHa,
    ])
    expect(ids(picture.ancestorsOn(fixture.villages[1], before))).toEqual([
      fixture.dakCam,
      fixture.city,
      fixture.oldProvince,
    ])
    expect(ids(picture.ancestorsOn(fixture.villages[1], after))).toEqual([
      fixture.merged,
      fixture.newProvince,
    ])
    expect(picture.descendantsOn(fixture.oldProvince, before)).toHaveLength(11)
    expect(picture.descendantsOn(fixture.oldProvince, after)).toEqual([])
    expect(ids(picture.descendantsOn(fixture.newProvince, after, 'village'))).toEqual(fixture.villages)
  })

  test('the province in force continues the first one, and none is before its first day', () => {
    const on = (text: string) => picture.provinceInForce(fixture.oldProvince, day(text))?.id
    expect(on('1991-09-30')).toBeUndefined()
    expect(on('1991-10-01')).toBe(fixture.oldProvince)
    expect(on('2025-06-30')).toBe(fixture.oldProvince)
    expect(on('2025-07-01')).toBe(fixture.newProvince)
  })

  test('before the merger became known, the old province goes on for ever', () => {
    const earlier = unitsPicture(knownAt(historyOf(...fixtureEntries), 1))
    expect(earlier.provinceInForce(fixture.oldProvince, day('2026-01-01'))?.name).toBe('Kon Tum')
    expect(earlier.findByCode('23284', after)?.name).toBe('Duy Tân')
    expect(earlier.communesOf(fixture.oldProvince, after)).toHaveLength(4)
    expect(earlier.has(fixture.newProvince)).toBe(false)
  })
})

describe('an area that is gone', () => {
  test('is asked of on any day: what became of its parts', () => {
    expect(ids(picture.communesOf(fixture.oldProvince, before))).toHaveLength(4)
    expect(ids(picture.communesOf(fixture.oldProvince, after))).toEqual([
      fixture.merged,
      fixture.ngocLay,
      fixture.dakHa,
    ])
    expect(ids(picture.communesOf(fixture.city, after))).toEqual([fixture.merged])
    expect(ids(picture.communesOf(fixture.tuMoRong, after))).toEqual([fixture.ngocLay, fixture.dakHa])
    expect(ids(picture.villagesOf(fixture.city, after))).toEqual(fixture.villages.slice(0, 3))
    expect(ids(picture.villagesOf(fixture.duyTan, after))).toEqual([fixture.villages[0]])
    expect(picture.membersOn(fixture.oldProvince, after, 'province')).toEqual([])
  })

  test('is asked of before it began: what it was made from', () => {
    expect(ids(picture.communesOf(fixture.newProvince, before))).toHaveLength(4)
    expect(ids(picture.communesOf(fixture.merged, before))).toEqual([fixture.duyTan, fixture.dakCam])
    expect(ids(picture.villagesOf(fixture.merged, before))).toEqual(fixture.villages.slice(0, 3))
  })

  test('has in its scope all that was or became part of it, and what a unit came from', () => {
    expect(picture.scopeOf(fixture.city)).toEqual(
      new Set([
        fixture.city,
        fixture.duyTan,
        fixture.dakCam,
        fixture.merged,
        ...fixture.villages.slice(0, 3),
      ]),
    )
    expect(picture.scopeOf(fixture.oldProvince).has(fixture.merged)).toBe(true)
    expect(picture.scopeOf(fixture.oldProvince).has(fixture.newProvince)).toBe(false)
    expect(picture.scopeOf(fixture.newProvince)).toEqual(new Set(picture.unitIds))
    expect(picture.scopeOf(fixture.merged).has(fixture.duyTan)).toBe(true)
    expect(picture.scopeOf(fixture.dakHa)).toEqual(new Set([fixture.dakHa, fixture.villages[3]]))
  })
})

describe('a unit that rises above what it lay in', () => {
  // As Đà Nẵng did on 1/1/1997: a city of a province became a province of its own, with communes of another district.
  const from = '1990-01-01'
  const day1997 = '1997-01-01'
  const [city, district] = [
    { id: 'd-1', kind: 'provincialCity', name: 'Đà Nẵng', parent: 'p', from },
    { id: 'd-2', kind: 'ruralDistrict', name: 'Hoà Vang', parent: 'p', from },
  ] as const
  const risen = pictureOf(
    together(
      aUnit({ id: 'p', kind: 'province', name: 'Quảng Nam - Đà Nẵng', from }),
      aUnit(city),
      aUnit(district),
      aUnit({ id: 'c-1', kind: 'ward', name: 'Hải Châu', parent: 'd-1', from }),
      aUnit({ id: 'c-2', kind: 'commune', name: 'Hoà Tiến', parent: 'd-2', from }),
    ),
    together(
      aUnit({ id: 'm', kind: 'municipality', name: 'Đà Nẵng', from: day1997 }),
      anEnding(city, day1997),
      aMove('c-1', 'm', day1997),
      aMove('d-2', 'm', day1997),
      {
        changes: [
          { id: 'x-1', day: day1997, kind: 'established', parts: [{ old: 'd-1', new: 'm' }] },
          {
            id: 'x-2',
            day: day1997,
            kind: 'split',
            parts: [
              { old: 'p', new: 'p', measure: 'households', num: 2, den: 3 },
              { old: 'p', new: 'm', measure: 'households', num: 1, den: 3 },
            ],
          },
        ],
      },
    ),
  )

  test('is no part of it: what the new unit gets from elsewhere is not in the old area', () => {
    const [province, hoaVang] = ['p' as UnitId, 'd-2' as UnitId]
    expect(risen.scopeOf(province).has('m' as UnitId)).toBe(false)
    expect(ids(risen.communesOf('d-1' as UnitId, day('2000-01-01')))).toEqual(['c-1'])
    expect(ids(risen.communesOf(hoaVang, day('2000-01-01')))).toEqual(['c-2'])
    expect(risen.provinceInForce(province, day('2000-01-01'))?.id).toBe('p')
  })
})
