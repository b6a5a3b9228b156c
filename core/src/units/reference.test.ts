import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aUnit, fixture, fixtureEntries, pictureOf, together } from '../testing/index.ts'
import type { UnitsPicture } from './picture.ts'
import { resolveArea, resolveReference } from './reference.ts'
import { ownProvinceGroup } from './unit.ts'

const picture = pictureOf(...fixtureEntries)
const before = day('2025-06-30')
const after = day('2025-07-01')

function idOf(reference: string, on = before): string | undefined {
  const outcome = resolveReference(picture, reference, on)
  return outcome.ok ? outcome.value.unit : outcome.refusal.code
}

describe('one unit named', () => {
  test('by its id, its code that day, or its name with or without its kind and place', () => {
    expect(idOf('c-dak-ha')).toBe(fixture.dakHa)
    expect(idOf('23425')).toBe(fixture.dakHa)
    expect(idOf('dak ha')).toBe(fixture.dakHa)
    expect(idOf('Xã Đắk Hà')).toBe(fixture.dakHa)
    expect(idOf('xã đắk hà, huyện tu mơ rông')).toBe(fixture.dakHa)
  })

  test('in either official spelling', () => {
    expect(idOf('Ngọc Lây')).toBe(fixture.ngocLay)
    expect(idOf('ngok lay')).toBe(fixture.ngocLay)
  })

  test('a code means the unit that has it on the day', () => {
    expect(idOf('23284', before)).toBe(fixture.duyTan)
    expect(idOf('23284', after)).toBe(fixture.merged)
  })

  test('a unit that is not there that day is told as such', () => {
    expect(idOf('c-duy-tan', after)).toBe('unitNotThen')
    expect(idOf('Duy Tân', after)).toBe('unitUnknown')
    expect(idOf('')).toBe('unitUnknown')
  })

  test('a name of several units is refused with all of them', () => {
    const outcome = resolveReference(picture, 'kon tum', before)

    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unitAmbiguous', unit: 'kon tum' } })
    expect(JSON.stringify(outcome)).toContain('thành phố Kon Tum')
    expect(JSON.stringify(outcome)).toContain('tỉnh Kon Tum (62)')
  })
})

describe('a former unit named', () => {
  test.each([
    'former:p-old',
    'former:Kon Tum',
    'FORMER:kon tum',
    'former Kon Tum',
    'cũ:Kon Tum',
    'Kon Tum cũ',
    'tỉnh Kon Tum cũ',
    '  former:  p-old ',
    'Kon Tum cũ'.normalize('NFD'),
  ])('%s, with or without its kind, the highest level first', (reference) => {
    expect(resolveReference(picture, reference, after)).toEqual({
      ok: true,
      value: { unit: fixture.oldProvince, former: true },
    })
  })

  test('of a lower level by a name that no higher one had', () => {
    expect(idOf('former:duy tan', after)).toBe(fixture.duyTan)
    expect(idOf('phường Duy Tân cũ', after)).toBe(fixture.duyTan)
  })

  test('that nobody knows is refused', () => {
    expect(idOf('former:Hà Nội', after)).toBe('unitUnknown')
    expect(idOf('Hà Nội cũ', after)).toBe('unitUnknown')
    expect(idOf('former:', after)).toBe('unitUnknown')
  })

  test('is not what a name that itself ends so means', () => {
    const old = pictureOf(aUnit({ id: 'v', kind: 'village', name: 'Làng Cũ', from: '2000-01-01' }))

    expect(resolveReference(old, 'làng cũ', after)).toEqual({
      ok: true,
      value: { unit: 'v', former: false },
    })
  })
})

describe('an area', () => {
  const ofOwn = pictureOf(
    together(fixtureEntries[0], {
      groups: [{ unit: 'p-old', group: ownProvinceGroup, from: '1991-10-01' }],
    }),
    fixtureEntries[1],
  )
  const areaIn = (world: UnitsPicture, reference: string | undefined, on: string) => {
    const outcome = resolveArea(world, reference, day(on))
    return outcome.ok ? outcome.value.unit : outcome.refusal
  }

  test('that nobody names is the province in force on the day', () => {
    expect(areaIn(ofOwn, undefined, '2025-06-30')).toBe(fixture.oldProvince)
    expect(areaIn(ofOwn, undefined, '2025-07-01')).toBe(fixture.newProvince)
  })

  test('on a day before the province is missing for that reason, whatever is named', () => {
    const early = { code: 'dayBeforeProvince', on: '1950-01-01', from: '1991-10-01' }
    for (const reference of [undefined, 'c-dak-ha', 'Đắk Hà', 'Hà Nội', 'former:Hà Nội']) {
      expect(areaIn(ofOwn, reference, '1950-01-01')).toEqual(early)
    }
    expect(areaIn(picture, undefined, '2025-06-30')).toEqual({ code: 'provinceMissing' })
    expect(areaIn(pictureOf(), 'c-dak-ha', '2025-06-30')).toEqual({ code: 'provinceMissing' })
    expect(areaIn(picture, 'c-dak-ha', '2025-06-30')).toBe(fixture.dakHa)
  })
})
