import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, covers, day } from '../kernel/index.ts'
import {
  chooseFrom,
  fixture,
  fixtureEntries,
  historyOf,
  parseUnitFacts,
  pictureOf,
  randomProvince,
} from '../testing/index.ts'
import { checkUnitFacts } from './check.ts'
import { unitsPicture, type UnitsPicture } from './picture.ts'
import { knownAt, noUnits } from './rows.ts'
import type { UnitId } from './unit.ts'
import { sumsToOne } from './weight.ts'
import { writeUnitFacts } from './write.ts'

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

/** Provinces with random histories; the seed is printed when one fails. */
const provinces = fc.nat({ max: 2 ** 31 }).map((seed) => randomProvince(chooseFrom(seed)))

describe('whatever its history', () => {
  test('what the checks accept is written entry by entry, and earlier knowledge never changes', () => {
    fc.assert(
      fc.property(provinces, ({ entries }) => {
        let history = noUnits as ReturnType<typeof historyOf>
        const known: string[] = [JSON.stringify(knownAt(history, 0))]
        for (const [nth, facts] of entries.entries()) {
          const parsed = parseUnitFacts(facts)
          expect(checkUnitFacts(unitsPicture(knownAt(history, nth)), parsed)).toEqual([])
          history = writeUnitFacts(history, parsed, nth + 1)
          known.push(JSON.stringify(knownAt(history, nth + 1)))
          for (const [seq, text] of known.entries()) expect(JSON.stringify(knownAt(history, seq))).toBe(text)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every commune that ended leads to communes in force, and its shares in them make up one whole', () => {
    fc.assert(
      fc.property(provinces, ({ entries }) => {
        const last = pictureOf(...entries)
        const today = day('2026-11-21')
        for (const id of last.unitIds.filter((one) => last.levelOf(one) === 'commune')) {
          const from = last.lifeOf(id)?.from ?? today
          const heirs = last.heirs(id, from, today)
          expect(heirs.length).toBeGreaterThan(0)
          expect(heirs.every(({ unit }) => last.existsOn(unit, today))).toBe(true)
          expect(sumsToOne(heirs)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('on every day districts, gone or not, share the communes of the province among them', () => {
    fc.assert(
      fc.property(provinces, fc.nat({ max: 3000 }), ({ entries, province, districts, days }, later) => {
        const last = pictureOf(...entries)
        for (const on of [...days.slice(2).map((one) => day(one)), addDays(day('2018-01-01'), later)]) {
          const inForce = last.provinceInForce(
            day('2000-01-01') <= on ? (province as UnitId) : ('' as UnitId),
            on,
          )
          for (const level of ['commune', 'village'] as const) {
            const whole = ids(last.membersOn(inForce?.id ?? ('' as UnitId), on, level))
            const parts = districts.flatMap((district) => ids(last.membersOn(district as UnitId, on, level)))
            expect(parts.toSorted()).toEqual(whole.toSorted())
            expect(new Set(parts).size).toBe(parts.length)
            expect(ids(last.membersOn(province as UnitId, on, level)).toSorted()).toEqual(whole.toSorted())
            for (const district of districts) {
              const scope = last.scopeOf(district as UnitId)
              expect(
                ids(last.membersOn(district as UnitId, on, level)).filter((id) => !scope.has(id)),
              ).toEqual([])
            }
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  test('what lies in what on a day is what its periods say', () => {
    fc.assert(
      fc.property(provinces, fc.nat({ max: 11_000 }), ({ entries }, later) => {
        const last = pictureOf(...entries)
        const on = addDays(day('1998-01-01'), later)
        for (const area of last.unitIds) {
          const lying = last.withinOf(area).filter((row) => covers(row, on) && last.existsOn(row.unit, on))
          expect(lying.map(({ unit }) => unit).toSorted()).toEqual(
            ids(last.descendantsOn(area, on)).toSorted(),
          )
          expect(ids(last.descendantsOn(area, on)).filter((id) => !liesIn(last, id, area, on))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a code on a day finds the one unit that has it', () => {
    fc.assert(
      fc.property(provinces, fc.nat({ max: 11_000 }), ({ entries }, later) => {
        const last = pictureOf(...entries)
        const on = addDays(day('1998-01-01'), later)
        const coded = last.unitIds
          .flatMap((id) => last.unitOn(id, on) ?? [])
          .filter(({ code }) => code !== undefined)
        expect(coded.map(({ code }) => last.findByCode(code ?? '', on))).toEqual(coded)
      }),
      { numRuns: 40 },
    )
  })
})

function liesIn(within: UnitsPicture, id: UnitId, area: UnitId, on: ReturnType<typeof day>): boolean {
  return within.ancestorsOn(id, on).some((one) => one.id === area)
}
