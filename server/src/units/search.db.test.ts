import { beforeAll, expect, test } from 'vitest'

import { day } from '@ancu/core/kernel'
import { fixture, fixtureEntries } from '@ancu/core/testing'
import { searchUnits, unitFacts, type UnitFacts, type UnitFactsInput } from '@ancu/core/units'
import { makeWorld } from '@ancu/worlds/kon-tum'

import { aProgram } from '../commands/testing/index.ts'
import { localOperator, read, type Program, type Reader } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { findUnits, findUnitsInDatabase, loadPicture, projectUnits } from './index.ts'
import { writeUnits } from './testing/index.ts'

const before = day('2025-06-30')
const after = day('2025-07-01')

withStorages('search', (given) => {
  let program: Program

  beforeAll(async () => {
    program = await aProgram(given.storage, { project: projectUnits })
    await writeUnits(program, fixtureEntries[0], '2017-01-01')
    await writeUnits(program, fixtureEntries[1], '2025-06-16')
  })

  const asked = <T>(fn: (reader: Reader) => Promise<T>) => read(program, localOperator, fn)

  test.each([
    ['dak ha', before],
    ['DAKHA', before],
    ['dak ha tu mo rong', before],
    ['tu mo rong dak ha', before],
    ['xã Đắk Cấm, thành phố Kon Tum', before],
    ['thon 1', before],
    ['thôn 1, xã ngọc lây', before],
    ['ngok', before],
    ['lay', before],
    ['234', before],
    ['23284', after],
    ['23311', after],
    ['duy tan', after],
    ['kon tum', after],
    ['tu mo rong', after],
    ['to 1 duy tan', after],
    ['quang ngai', before],
    ['', before],
    ['xyz', before],
  ])('through the indexes finds what the picture finds: %s', async (query, on) => {
    const [inDatabase, inPicture] = await asked(async (reader) => [
      (await findUnitsInDatabase(reader, { query, on, limit: 20 })).hits,
      searchUnits(await loadPicture(reader, 2), query, on, 20),
    ])
    expect(inDatabase).toEqual(inPicture)
  })

  test('knows what was known then', async () => {
    const search = { query: 'đăk cấm', on: after, limit: 5, knownSeq: 1 }
    const { hits } = await asked((reader) => findUnits(reader, search))
    expect(hits.map((hit) => hit.unit.id)).toEqual([fixture.dakCam])
    expect((await asked((reader) => findUnitsInDatabase(reader, search))).hits).toEqual(hits)
    const nothing = await asked((reader) => findUnits(reader, { ...search, knownSeq: 0 }))
    expect(nothing.hits).toEqual([])
  })
})

withStorages('search in Kon Tum', (given) => {
  let program: Program

  beforeAll(async () => {
    program = await aProgram(given.storage, { project: projectUnits })
    for (const { day: on, facts } of makeWorld().entries) {
      if (facts.units) await writeUnits(program, withoutDocuments(unitFacts.parse(facts.units)), on)
    }
  })

  test.each([
    ['dak ha', 3, '2024-03-31'],
    ['dak ha tu mo rong', 1, '2024-03-31'],
    ['tu mo rong, dak ha', 1, '2024-03-31'],
    ['ia hdrai', 1, '2024-03-31'],
    ['Bờ Y', 1, '2024-03-31'],
    ['Pờ Y', 1, '2024-03-31'],
    ['ngoc lay', 1, '2024-03-31'],
    ['ngok lay', 1, '2026-11-21'],
    ['thon 1 dak cam', 1, '2024-03-31'],
    ['thôn 2, xã Đắk Cấm, thành phố Kon Tum', 1, '2024-03-31'],
    ['23284', 2, '2026-11-21'],
    ['mang den', 2, '2018-01-01'],
    ['kon tum', 3, '2024-03-31'],
    ['kon tum', 3, '2026-11-21'],
  ])('%s: the same %i through the indexes and the picture, on %s', async (query, most, text) => {
    const on = day(text)
    const [inDatabase, inPicture] = await read(program, localOperator, async (reader) => [
      (await findUnitsInDatabase(reader, { query, on, limit: 20 })).hits,
      searchUnits(await loadPicture(reader, reader.knownSeq), query, on, 20),
    ])
    expect(inPicture.length).toBeGreaterThan(0)
    expect(inDatabase.slice(0, most)).toEqual(inPicture.slice(0, most))
  })
})

/** Documents are another slice's; their rows are not written here. */
function withoutDocuments(facts: UnitFacts): UnitFactsInput {
  const without = <Row extends object>(row: Row) => ({ ...row, document: undefined })
  return { ...facts, groups: facts.groups.map(without), changes: facts.changes.map(without) }
}
