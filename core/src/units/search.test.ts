import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aUnit, fixture, fixtureEntries, pictureOf, together } from '../testing/index.ts'
import { searchUnits } from './search.ts'

const before = day('2025-06-30')
const after = day('2025-07-01')
const from = '2004-01-01'

/** The fixture with the three "Đắk Hà", and names that are hard to write. */
const [asOnceKnown] = fixtureEntries
const more = together(
  aUnit({ id: 'd-dak-ha', kind: 'ruralDistrict', name: 'Đắk Hà', local: 'Đăk Hà', parent: 'p-old', from }),
  aUnit({
    id: 'c-town',
    kind: 'township',
    name: 'Đắk Hà',
    local: 'Đăk Hà',
    code: '23500',
    parent: 'd-dak-ha',
    from,
  }),
  aUnit({ id: 'c-ngok-reo', kind: 'commune', name: 'Ngok Réo', local: 'Ngọk Réo', parent: 'd-dak-ha', from }),
  aUnit({ id: 'd-ia', kind: 'ruralDistrict', name: "Ia H' Drai", local: "Ia H'Drai", parent: 'p-old', from }),
  aUnit({ id: 'd-nh', kind: 'ruralDistrict', name: 'Ngọc Hồi', parent: 'p-old', from }),
  aUnit({ id: 'c-boy', kind: 'commune', name: 'Bờ Y', local: 'Pờ Y', parent: 'd-nh', from }),
  aUnit({ id: 'c-mang', kind: 'commune', name: 'Măng Buk', local: 'Măng Bút', parent: 'd-nh', from }),
)
const old = pictureOf(together(asOnceKnown, more))
const now = pictureOf(...fixtureEntries)
const found = (query: string, limit = 20) => searchUnits(old, query, before, limit).map((hit) => hit.unit.id)
const foundNow = (query: string) =>
  searchUnits(now, query, after, 20).map(({ unit, existsOn, matched }) => [
    unit.id,
    existsOn,
    matched.by,
    matched.when,
    matched.text,
  ])

describe('search by name', () => {
  test.each([
    ['ngoc lay', 'c-nl'],
    ['ngok lay', 'c-nl'],
    ['NGỌK LÂY', 'c-nl'],
    ['Ngọc Lây'.normalize('NFD'), 'c-nl'],
    ['ia hdrai', 'd-ia'],
    ['Ia H’Drai', 'd-ia'],
    ["Ia H' Drai", 'd-ia'],
    ['hdrai', 'd-ia'],
    ['Bờ Y', 'c-boy'],
    ['Pờ Y', 'c-boy'],
    ['po y', 'c-boy'],
    ['mang but', 'c-mang'],
    ['Măng Buk', 'c-mang'],
    ['ngoc reo', 'c-ngok-reo'],
    ['reo', 'c-ngok-reo'],
  ])('%s', (query, unit) => {
    expect(found(query)[0]).toBe(unit)
  })

  test('one name of three units gives all three, each with its place, the larger first', () => {
    for (const query of ['dak ha', 'DAKHA', 'đắk hà', 'Đăk Hà']) {
      expect(
        searchUnits(old, query, before, 20)
          .slice(0, 3)
          .map((hit) => hit.place),
      ).toEqual([
        'huyện Đắk Hà, tỉnh Kon Tum',
        'thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum',
        'xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum',
      ])
    }
  })

  test.each([
    ['dak ha tu mo rong', ['c-dak-ha']],
    ['Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum', ['c-dak-ha']],
    ['tu mo rong dak ha', ['c-dak-ha']],
    ['xã đắk hà', ['c-dak-ha']],
    ['tt dak ha', ['c-town']],
    ['h. Đắk Hà', ['d-dak-ha']],
    ['dak ha tu mo', ['c-dak-ha']],
    ['thon 1 ngoc lay', ['v-5']],
    ['thôn 1, xã Đắk Cấm', ['v-2']],
    ['1 dak cam', ['v-2']],
    ['xã kon tum', []],
    ['dak ha sa thay', []],
  ])('place words and kinds tell apart: %s', (query, units) => {
    expect(found(query)).toEqual(units)
  })

  test('a whole name goes before its beginning, and that before a word inside', () => {
    expect(found('dak').slice(0, 4)).toEqual(['d-dak-ha', 'c-dak-cam', 'c-town', 'c-dak-ha'])
    expect(found('kon tum')).toEqual(['p-old', 'd-city'])
    expect(found('thon 1', 2)).toEqual(['v-2', 'v-4'])
  })

  test('a place told whole goes before one that merely begins so', () => {
    const places = pictureOf(
      aUnit({ id: 'p', kind: 'province', name: 'Kon Tum', from }),
      aUnit({ id: 'c-1', kind: 'commune', name: 'Phú Minh', parent: 'p', from }),
      aUnit({ id: 'c-2', kind: 'commune', name: 'Phú Mỹ', parent: 'p', from }),
      aUnit({ id: 'v-1', kind: 'village', name: 'Thôn 2', parent: 'c-1', from }),
      aUnit({ id: 'v-2', kind: 'village', name: 'Thôn 2', parent: 'c-2', from }),
    )
    const hits = searchUnits(places, 'thon 2 phu my', before, 20)
    expect(hits.map((hit) => hit.unit.id)).toEqual(['v-2', 'v-1'])
  })

  test('what is a name is not read as a name and a place', () => {
    const places = pictureOf(
      aUnit({ id: 'p', kind: 'province', name: 'An', from }),
      aUnit({ id: 'c-1', kind: 'commune', name: 'Tân', parent: 'p', from }),
      aUnit({ id: 'c-2', kind: 'commune', name: 'Tân An', parent: 'p', from }),
    )
    expect(searchUnits(places, 'tan an', before, 20).map((hit) => hit.unit.id)).toEqual(['c-2'])
    expect(searchUnits(places, 'tan, tinh an', before, 20).map((hit) => hit.unit.id)).toEqual(['c-1'])
  })

  test('nothing is found for nothing, for what is no name, and for a name too long', () => {
    for (const query of ['', '   ', '***', 'xyz', 'dak ha'.repeat(400), '\u0000'])
      expect(found(query)).toEqual([])
  })
})

describe('search on a day', () => {
  test('a name of before the merger leads to what continues it, as its former name', () => {
    expect(foundNow('Duy Tân')).toEqual([[fixture.merged, true, 'name', 'former', 'phường Duy Tân']])
    expect(foundNow('Đắk Cấm')[0]).toEqual([fixture.merged, true, 'name', 'present', 'phường Đăk Cấm'])
    expect(foundNow('kon tum')[0]).toEqual([fixture.newProvince, true, 'name', 'former', 'tỉnh Kon Tum'])
  })

  test('a unit that nothing continues is told by itself, on its last day', () => {
    const [hit] = searchUnits(now, 'tu mo rong', after, 5)
    expect(hit).toMatchObject({
      existsOn: false,
      on: '2025-06-30',
      place: 'huyện Tu Mơ Rông, tỉnh Kon Tum',
      life: { from: '2004-01-01', until: '2025-07-01' },
    })
  })

  test('a village is found by the commune it lay in', () => {
    expect(foundNow('to 1 duy tan')).toEqual([[fixture.villages[0], true, 'place', 'former', 'Tổ 1']])
    expect(foundNow('ngoc lay tu mo rong')).toEqual([
      [fixture.ngocLay, true, 'place', 'former', 'xã Ngọc Lây'],
    ])
  })

  test('a later name leads back to what it was made from', () => {
    const hits = searchUnits(now, 'quang ngai', before, 20)
    expect(hits.map(({ unit, matched }) => [unit.id, matched.when, matched.of])).toEqual([
      [fixture.oldProvince, 'later', fixture.newProvince],
    ])
  })

  test('a code finds the unit that has it that day, then what continues the one that had it', () => {
    expect(foundNow('23284')).toEqual([[fixture.merged, true, 'code', 'present', '23284']])
    expect(foundNow('23311')).toEqual([[fixture.merged, true, 'code', 'former', '23311']])
    expect(searchUnits(now, '23284', before, 5).map((hit) => hit.unit.name)).toEqual(['Duy Tân', 'Đắk Cấm'])
    expect(searchUnits(now, '234', before, 5).map((hit) => hit.unit.code)).toEqual(['23425', '23404'])
  })
})
