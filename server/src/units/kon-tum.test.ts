import { describe, expect, test } from 'vitest'

import { addDays, day } from '@ancu/core/kernel'
import {
  checkUnitFacts,
  knownAt,
  noUnits,
  searchUnits,
  unitFacts,
  unitsPicture,
  writeUnitFacts,
  type UnitHistory,
  type UnitId,
} from '@ancu/core/units'
import { makeWorld } from '@ancu/worlds/kon-tum'

const world = makeWorld()
const lastDay = day('2025-06-30')
const reformDay = day('2025-07-01')
const konTum = 'kt-62' as UnitId
const quangNgai = 'qn-51' as UnitId

const said = world.entries.flatMap(({ day: known, facts }, nth) =>
  facts.units === undefined ? [] : [{ seq: nth + 1, known, facts: unitFacts.parse(facts.units) }],
)
const history = said.reduce<UnitHistory>(
  (before, { seq, facts }) => writeUnitFacts(before, facts, seq),
  noUnits,
)
const picture = unitsPicture(knownAt(history, world.entries.length))
const kindsOn = (area: UnitId, on: string) =>
  Object.fromEntries(
    [...Map.groupBy(picture.communesOf(area, day(on)), ({ kind }) => kind)].map(([kind, units]) => [
      kind,
      units.length,
    ]),
  )

describe('the units of Kon Tum', () => {
  test('are accepted, entry by entry', () => {
    for (const { seq, facts } of said) {
      expect(checkUnitFacts(unitsPicture(knownAt(history, seq - 1)), facts)).toEqual([])
    }
  })

  test('are 85 communes, 10 wards and 7 townships in 10 districts; before Măng Đen one commune more', () => {
    expect(kindsOn(konTum, '2025-06-30')).toEqual({ commune: 85, ward: 10, township: 7 })
    expect(kindsOn(konTum, '2019-07-15')).toEqual({ commune: 86, ward: 10, township: 6 })
    expect(picture.descendantsOn(konTum, lastDay, 'district')).toHaveLength(10)
    expect(picture.villagesOf(konTum, lastDay)).toHaveLength(869)
    expect(picture.nameOn('kt-23473' as UnitId, day('2018-01-01'))).toBe('Đắk Long')
    expect(picture.nameOn('kt-23473' as UnitId, day('2020-01-01'))).toBe('Măng Đen')
  })

  test('are 40 of the 96 of Quảng Ngãi from 1/7/2025, and all villages of Kon Tum are still there', () => {
    expect(picture.provinceInForce(konTum, lastDay)?.id).toBe(konTum)
    expect(picture.provinceInForce(konTum, reformDay)?.id).toBe(quangNgai)
    expect(picture.communesOf(konTum, reformDay)).toHaveLength(40)
    expect(picture.communesOf(quangNgai, reformDay)).toHaveLength(96)
    expect(picture.villagesOf(konTum, reformDay)).toHaveLength(869)
    expect(picture.communesOf(quangNgai, lastDay)).toHaveLength(102)
    const wards = picture.communesOf(konTum, reformDay).filter(({ kind }) => kind === 'ward')
    const villages = wards.flatMap(({ id }) => picture.villagesOf(id, reformDay))
    expect(villages.length).toBeGreaterThan(0)
    expect(villages.filter(({ kind }) => kind !== 'urbanGroup')).toEqual([])
  })

  test('each of the 102 goes whole to one of the 40; four stay themselves', () => {
    const heirs = picture
      .communesOf(konTum, lastDay)
      .map(({ id }) => ({ id, into: picture.heirs(id, lastDay, reformDay) }))
    expect(heirs.filter(({ into }) => into.length !== 1 || into[0]?.num !== into[0]?.den)).toEqual([])
    const stay = heirs
      .filter(({ id, into }) => into[0]?.unit === id)
      .map(({ id }) => picture.nameOn(id, reformDay, 'local') ?? '')
    expect(new Set(stay)).toEqual(new Set(['Ia Đal', 'Mô Rai', 'Rờ Kơi', 'Đăk Long']))
    const forty = new Set(picture.communesOf(konTum, reformDay).map(({ id }) => id))
    expect(new Set(heirs.map(({ into }) => into[0]?.unit))).toEqual(forty)
  })

  test('districts share the 40 among them', () => {
    const districts = picture.descendantsOn(konTum, lastDay, 'district')
    const shared = districts.flatMap(({ id }) => picture.communesOf(id, reformDay).map((unit) => unit.id))
    expect(shared).toHaveLength(40)
    expect(new Set(shared).size).toBe(40)
  })

  test('every new code belonged to another unit the day before', () => {
    const taken = picture
      .communesOf(konTum, reformDay)
      .map(({ id, code = '' }) => [id, picture.findByCode(code, lastDay)?.id])
    expect(taken.filter(([, old]) => old === undefined)).toEqual([])
    expect(taken.filter(([id, old]) => id === old)).toHaveLength(4)
    expect(picture.findByCode('23284', lastDay)?.name).toBe('Duy Tân')
    expect(picture.findByCode('23284', reformDay)?.name).toBe('Đăk Cấm')
  })

  test('before 16/6/2025 nobody knew of the reform', () => {
    const { seq } = said.find(({ known }) => known === '2025-06-16') ?? { seq: 0 }
    const earlier = unitsPicture(knownAt(history, seq - 1))
    expect(earlier.communesOf(konTum, reformDay)).toHaveLength(102)
    expect(earlier.provinceInForce(konTum, addDays(reformDay, 300))?.id).toBe(konTum)
  })
})

describe('search in Kon Tum', () => {
  test.each([
    [
      'dak ha',
      '2024-03-31',
      [
        'huyện Đắk Hà, tỉnh Kon Tum',
        'thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum',
        'xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum',
      ],
    ],
    [
      'DAKHA',
      '2024-03-31',
      [
        'huyện Đắk Hà, tỉnh Kon Tum',
        'thị trấn Đắk Hà, huyện Đắk Hà, tỉnh Kon Tum',
        'xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum',
      ],
    ],
    ['dak ha tu mo rong', '2024-03-31', ['xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum']],
    ['ia hdrai', '2024-03-31', ["huyện Ia H' Drai, tỉnh Kon Tum"]],
    ['Ia H’Drai', '2024-03-31', ["huyện Ia H' Drai, tỉnh Kon Tum"]],
    ['Bờ Y', '2024-03-31', ['xã Bờ Y, huyện Ngọc Hồi, tỉnh Kon Tum']],
    ['Pờ Y', '2024-03-31', ['xã Bờ Y, huyện Ngọc Hồi, tỉnh Kon Tum']],
    ['ngoc lay', '2024-03-31', ['xã Ngọc Lây, huyện Tu Mơ Rông, tỉnh Kon Tum']],
    ['ngok lay', '2024-03-31', ['xã Ngọc Lây, huyện Tu Mơ Rông, tỉnh Kon Tum']],
    ['ngoc lay', '2026-11-21', ['xã Măng Ri, tỉnh Quảng Ngãi']],
    ['duy tan', '2026-11-21', ['phường Đăk Cấm, tỉnh Quảng Ngãi']],
    ['23284', '2026-11-21', ['phường Đăk Cấm, tỉnh Quảng Ngãi']],
    ['23284', '2024-03-31', ['phường Duy Tân, thành phố Kon Tum, tỉnh Kon Tum']],
  ])('%s on %s', (query, on, places) => {
    const hits = searchUnits(picture, query, day(on), 20)
    expect(hits.slice(0, places.length).map((hit) => hit.place)).toEqual(places)
  })
})
