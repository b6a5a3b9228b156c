import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, covers, day } from '../kernel/index.ts'
import { chooseFrom, parseUnitFacts, pictureOf, randomProvince } from '../testing/index.ts'
import { checkUnitFacts } from './check.ts'
import { unitsPicture, type UnitsPicture } from './picture.ts'
import { knownAt, noUnits, type UnitHistory } from './rows.ts'
import type { UnitId } from './unit.ts'
import { sumsToOne } from './weight.ts'
import { writeUnitFacts } from './write.ts'

const ids = (units: readonly { readonly id: UnitId }[]) => units.map(({ id }) => id)

/** Provinces with random histories; the seed is printed when one fails. */
const provinces = fc.nat({ max: 2 ** 31 }).map((seed) => randomProvince(chooseFrom(seed)))

describe('whatever its history', () => {
  test('what the checks accept is written entry by entry, and earlier knowledge never changes', () => {
    fc.assert(
      fc.property(provinces, ({ entries }) => {
        let history: UnitHistory = noUnits
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
