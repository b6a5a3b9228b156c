import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { canonicalJson, day, type IsoDate } from '@ancu/core/kernel'
import {
  aMove,
  aUnit,
  anEnding,
  chooseFrom,
  fixture,
  fixtureEntries,
  historyOf,
  parseUnitFacts,
  randomProvince,
  together,
} from '@ancu/core/testing'
import {
  checkUnitFacts,
  knownAt,
  unitsPicture,
  type UnitFactsInput,
  type UnitsPicture,
} from '@ancu/core/units'

import { aProgram } from '../commands/testing/index.ts'
import { tryWriteUnits, writeUnits } from './testing/index.ts'
import { command, localOperator, read, type Program, type Reader } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { loadPartFor, loadPicture, projectUnits, rebuildUnits } from './index.ts'

const before = day('2025-06-30')
const after = day('2025-07-01')

withStorages('units', (given) => {
  let program: Program

  beforeAll(async () => {
    program = await aProgram(given.storage, { project: projectUnits })
    await writeUnits(program, fixtureEntries[0], '2017-01-01')
    await writeUnits(program, fixtureEntries[1], '2025-06-16')
  })

  const asked = <T>(fn: (reader: Reader) => Promise<T>) => read(program, localOperator, fn)

  describe('a picture from the database', () => {
    test('has the rows that core would have, at every number', async () => {
      const history = historyOf(...fixtureEntries)
      for (const seq of [0, 1, 2]) {
        const picture = await asked((reader) => loadPicture(reader, seq))
        expect(inOrder(picture)).toEqual(inOrder(unitsPicture(knownAt(history, seq))))
      }
    })

    test('answers for before and after the merger became known', async () => {
      const [earlier, later] = await asked(async (reader) => [
        await loadPicture(reader, 1),
        await loadPicture(reader, 2),
      ])
      expect(earlier.findByCode('23284', after)?.name).toBe('Duy Tân')
      expect(later.findByCode('23284', before)?.name).toBe('Duy Tân')
      expect(later.findByCode('23284', after)?.name).toBe('Đăk Cấm')
      expect(later.provinceInForce(fixture.oldProvince, after)?.id).toBe(fixture.newProvince)
      expect(later.communesOf(fixture.oldProvince, after).map(({ id }) => id)).toEqual([
        fixture.merged,
        fixture.ngocLay,
        fixture.dakHa,
      ])
    })

    test('is made once for entries that say nothing of units', async () => {
      const [one, other] = await asked(async (reader) => [
        await loadPicture(reader, 2),
        await loadPicture(reader, 2),
      ])
      expect(one).toBe(other)
      const seq = await writeUnits(program, undefined, '2025-06-17')
      expect(await asked((reader) => loadPicture(reader, seq))).toBe(one)
      expect(await asked((reader) => loadPicture(reader, 1))).not.toBe(one)
    })

    test('of a part is enough to check facts', async () => {
      const wrong: UnitFactsInput = {
        endings: [{ unit: 'c-nl', aspects: ['name', 'kind'], until: '2026-01-01' }],
        codes: [{ unit: 'v-5', scheme: 'gso', code: '23425', from: '2020-01-01' }],
        changes: [{ id: 'x-92', day: '2026-01-01', kind: 'abolished', parts: [{ old: 'c-dak-ha' }] }],
      }
      const facts = parseUnitFacts(wrong)
      const [whole, part] = await asked(async (reader) => [
        await loadPicture(reader, 2),
        await loadPartFor(reader, { about: [], units: facts }),
      ])
      expect(checkUnitFacts(part, facts)).toEqual(checkUnitFacts(whole, facts))
      expect(checkUnitFacts(part, facts).map(({ code }) => code)).toEqual([
        'parentNotThen',
        'codeTaken',
        'changeExists',
        'changeDisagrees',
      ])
      expect(part.unitIds.length).toBeLessThan(whole.unitIds.length)
    })
  })

  describe('the database itself', () => {
    test('refuses what overlaps in time, what is empty and what refers to nothing', async () => {
      const refusalOf = async (facts: UnitFactsInput) => (await tryWriteUnits(program, facts)).refusal
      const name = { unit: 'c-nl', name: 'X', spelling: 'statistics' } as const
      expect(await refusalOf({ names: [{ ...name, from: '2030-01-01' }] })).toMatchObject({
        code: 'periodOverlaps',
        table: 'unit_name',
      })
      expect(
        await refusalOf({ codes: [{ unit: 'v-5', scheme: 'gso', code: '23404', from: '2030-01-01' }] }),
      ).toMatchObject({ code: 'periodOverlaps', table: 'unit_code' })
      expect(await refusalOf({ kinds: [{ unit: 'c-nl', kind: 'ward', from: '2030-01-01' }] })).toMatchObject({
        code: 'periodOverlaps',
        table: 'unit_kind',
      })
      expect(
        await refusalOf({
          parents: [{ unit: 'c-nl', hierarchy: 'administrative', parent: 'p-old', from: '2030-01-01' }],
        }),
      ).toMatchObject({ code: 'periodOverlaps', table: 'unit_parent' })
      expect(await refusalOf({ programme: [{ unit: 'c-nl', from: '2030-01-01' }] })).toMatchObject({
        code: 'periodOverlaps',
        table: 'unit_programme',
      })
      expect(
        await refusalOf({
          groups: [{ unit: 'c-dak-ha', group: 'especially-difficult', from: '2030-01-01' }],
        }),
      ).toMatchObject({ code: 'periodOverlaps', table: 'unit_group' })
      expect(await refusalOf({ names: [{ ...name, unit: 'nobody', from: '2030-01-01' }] })).toMatchObject({
        code: 'refersToNothing',
        table: 'unit_name',
      })
      expect(await refusalOf({ units: [{ id: 'c-nl' }] })).toMatchObject({ code: 'idTaken', table: 'unit' })
      expect(
        await refusalOf({ programme: [{ unit: 'c-duy-tan', from: '2030-01-01', until: '2030-01-01' }] }),
      ).toEqual({
        code: 'rowImpossible',
        table: 'unit_programme',
        constraint: 'unit_programme_period_check',
      })
    })
  })
})

withStorages('a part of a picture', (given) => {
  test('says of units what the whole says, and refuses what the whole refuses', async () => {
    for (const seed of [4, 5, 6]) {
      const { entries } = randomProvince(chooseFrom(seed))
      const program = await aProgram(given.storage, { provinceId: `part-${seed}`, project: projectUnits })
      for (const entry of entries) {
        for (const known of ['not yet', 'already']) {
          if (known === 'already') await writeUnits(program, entry, undefined)
          const units = parseUnitFacts(entry)
          await read(program, localOperator, async (reader) => {
            const whole = await loadPicture(reader, reader.knownSeq)
            const part = await loadPartFor(reader, { about: [], units })
            const refusals = checkUnitFacts(part, units)
            expect(refusals).toEqual(checkUnitFacts(whole, units))
            expect(refusals.length > 0).toBe(known === 'already')
          })
        }
      }
      await read(program, localOperator, async (reader) => {
        const whole = await loadPicture(reader, reader.knownSeq)
        for (const id of whole.unitIds) {
          const part = await loadPartFor(reader, { about: [id], units: undefined })
          for (const on of [before, after]) {
            expect(part.unitOn(id, on)).toEqual(whole.unitOn(id, on))
            expect(part.placeOn(id, on)).toEqual(whole.placeOn(id, on))
          }
          expect(part.unitIds.length).toBeLessThan(whole.unitIds.length)
        }
      })
    }
  })
})

withStorages('closures', (given) => {
  test('leave out what a unit that rose above its own area got from elsewhere', async () => {
    const program = await aProgram(given.storage, { provinceId: 'risen', project: projectUnits })
    const from = '1990-01-01'
    const risenOn = '1997-01-01'
    const city = { id: 'd', kind: 'provincialCity', name: 'Đà Nẵng', parent: 'p', from } as const
    await writeUnits(
      program,
      together(
        aUnit({ id: 'p', kind: 'province', name: 'Quảng Nam - Đà Nẵng', from }),
        aUnit(city),
        aUnit({ id: 'q', kind: 'province', name: 'Thừa Thiên Huế', from }),
        aUnit({ id: 'c', kind: 'commune', name: 'Lộc Hải', parent: 'q', from }),
      ),
      undefined,
    )
    await writeUnits(
      program,
      together(
        aUnit({ id: 'm', kind: 'municipality', name: 'Đà Nẵng', from: risenOn }),
        anEnding(city, risenOn),
        aMove('c', 'm', risenOn),
        { changes: [{ id: 'x', day: risenOn, kind: 'established', parts: [{ old: 'd', new: 'm' }] }] },
      ),
      undefined,
    )
    await read(program, localOperator, async (reader) => {
      const scope = await scopeIn(reader)
      expect(scope).toEqual(scopeOf(await loadPicture(reader, reader.knownSeq)))
      expect(scope.filter((row) => row.startsWith('p '))).toEqual(['p d', 'p p'])
      expect(scope).toContain('m d')
    })
  })

  test('are those of the picture, after every entry of random histories, and when rebuilt', async () => {
    for (const seed of [1, 2, 3]) {
      const { entries } = randomProvince(chooseFrom(seed))
      const program = await aProgram(given.storage, { provinceId: `random-${seed}`, project: projectUnits })
      for (const facts of entries) {
        await writeUnits(program, facts, undefined)
        await read(program, localOperator, async (reader) => {
          const picture = await loadPicture(reader, reader.knownSeq)
          expect(await withinIn(reader)).toEqual(withinOf(picture))
          expect(await scopeIn(reader)).toEqual(scopeOf(picture))
        })
      }
      const kept = await read(program, localOperator, projectionsIn)
      await command(
        program,
        localOperator,
        { commandId: 'rebuild', kind: 'test', via: 'program', payload: null },
        async () => ({
          ok: true,
          value: { value: null, write: rebuildUnits },
        }),
      )
      expect(await read(program, localOperator, projectionsIn)).toEqual(kept)
    }
  })
})

/** Rows in one order: that in which they are read means nothing. */
function inOrder({ rows }: UnitsPicture): object {
  return Object.fromEntries(
    Object.entries(rows).map(([section, list]) => [
      section,
      list.map((row) => canonicalJson(row)).toSorted(),
    ]),
  )
}

type WithinRow = {
  readonly ancestor_id: string
  readonly unit_id: string
  readonly from: IsoDate
  readonly until: IsoDate | null
}

async function withinIn(reader: Reader): Promise<readonly string[]> {
  const { rows } =
    await sql<WithinRow>`select ancestor_id, unit_id, "from", until from unit_within where province_id = ${reader.provinceId}`.execute(
      reader.tx,
    )
  return rows.map((row) => `${row.ancestor_id} ${row.unit_id} ${row.from} ${row.until ?? ''}`).toSorted()
}

function withinOf(picture: UnitsPicture): readonly string[] {
  return picture.unitIds
    .flatMap((area) =>
      picture.withinOf(area).map((row) => `${area} ${row.unit} ${row.from} ${row.until ?? ''}`),
    )
    .toSorted()
}

async function scopeIn(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{
    area_id: string
    unit_id: string
  }>`select area_id, unit_id from unit_scope where province_id = ${reader.provinceId}`.execute(reader.tx)
  return rows.map((row) => `${row.area_id} ${row.unit_id}`).toSorted()
}

function scopeOf(picture: UnitsPicture): readonly string[] {
  return picture.unitIds
    .flatMap((area) => [...picture.scopeOf(area)].map((unit) => `${area} ${unit}`))
    .toSorted()
}

async function projectionsIn(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select k::text as row from unit_search_key k where province_id = ${reader.provinceId}
    union all
    select e::text from unit_entry e where province_id = ${reader.provinceId}`.execute(reader.tx)
  return [...(await withinIn(reader)), ...(await scopeIn(reader)), ...rows.map(({ row }) => row).toSorted()]
}
