import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { fixture, fixtureEntries, pictureOf } from '../testing/index.ts'
import { resolveFormerUnit, resolveUnit } from './reference.ts'

const picture = pictureOf(...fixtureEntries)
const before = day('2025-06-30')
const after = day('2025-07-01')

function idOf(reference: string, on = before): string | undefined {
  const outcome = resolveUnit(picture, reference, on)
  return outcome.ok ? outcome.value : outcome.refusal.code
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
    const outcome = resolveUnit(picture, 'kon tum', before)

    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unitAmbiguous', unit: 'kon tum' } })
    expect(JSON.stringify(outcome)).toContain('thành phố Kon Tum')
    expect(JSON.stringify(outcome)).toContain('tỉnh Kon Tum (62)')
  })
})

describe('a former unit named', () => {
  test('by its id or the name it had, the highest level first', () => {
    expect(resolveFormerUnit(picture, 'p-old')).toEqual({ ok: true, value: fixture.oldProvince })
    expect(resolveFormerUnit(picture, 'Kon Tum')).toEqual({ ok: true, value: fixture.oldProvince })
    expect(resolveFormerUnit(picture, 'duy tan')).toEqual({ ok: true, value: fixture.duyTan })
    expect(resolveFormerUnit(picture, 'Hà Nội')).toMatchObject({ ok: false })
  })
})
