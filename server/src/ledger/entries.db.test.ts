import { beforeAll, expect, test } from 'vitest'

import { localOperator, read, type Program } from '../commands/index.ts'
import { aClock, aProgram } from '../commands/testing/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { getEntry, listEntries } from './index.ts'
import { fillLittle } from './testing/fixture.ts'

withStorages('entries', (given) => {
  let program: Program
  beforeAll(async () => {
    program = await aProgram(given.storage, { clock: aClock('2025-08-01T20:00:00Z') })
    await fillLittle(program)
  })

  test('are listed oldest first from any number on', async () => {
    const page = (after: number, limit: number) =>
      read(program, localOperator, async (reader) =>
        (await listEntries(reader, { after, limit })).map((entry) => entry.seq),
      )
    expect(await page(0, 100)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await page(2, 2)).toEqual([3, 4])
    expect(await page(6, 10)).toEqual([])
    expect(await page(0, -1)).toEqual([])
  })

  test('tell who, when, why, what they wrote and what was answered', async () => {
    const [first, second, sixth] = await read(program, localOperator, async (reader) =>
      Promise.all([getEntry(reader, 1), getEntry(reader, 2), getEntry(reader, 6)]),
    )
    expect(first).toMatchObject({
      seq: 1,
      at: '2025-08-01T20:00:00.000Z',
      knownOn: '2017-01-01',
      replayed: true,
      commandId: 'little-1',
      officerId: 'local',
      via: 'program',
      kind: 'test.write',
      value: { units: 3 },
      parts: { unit: { rows: 3, superseded: 0 }, unit_name: { rows: 2, superseded: 0 } },
    })
    expect(first).not.toHaveProperty('reason')
    expect(second).toMatchObject({ reason: 'sáp nhập', parts: { unit_name: { rows: 1, superseded: 1 } } })
    expect(second?.prevHash).toBe(first?.hash)
    expect(sixth).toMatchObject({
      knownOn: '2025-08-02',
      replayed: false,
      parts: {},
      value: 'nothing written',
    })
  })

  test('that are not known are not found', async () => {
    const entries = await read(program, localOperator, async (reader) => [
      await getEntry(reader, 7),
      await getEntry(reader, 0),
      await getEntry({ ...reader, knownSeq: 2 }, 3),
      (await listEntries({ ...reader, knownSeq: 2 })).length,
    ])
    expect(entries).toEqual([undefined, undefined, undefined, 2])
  })
})
