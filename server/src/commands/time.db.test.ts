import { expect, test } from 'vitest'

import { day, refused } from '@ancu/core/kernel'

import { withStorages } from '../database/testing/index.ts'
import { knownSeqOn, localOperator, read } from './index.ts'
import { aClock, aProgram, done, entriesOf, run } from './testing/index.ts'

withStorages('time of the ledger', (given) => {
  test('does not go back when the clock does, and known days follow Viet Nam', async () => {
    const clock = aClock('2024-03-31T16:59:59.999Z')
    const program = await aProgram(given.storage, { clock, provinceId: 'late' })
    const write = async (commandId: string, instant: string) => {
      clock.set(instant)
      return done(program, { commandId }, async () => {})
    }
    await write('before midnight', '2024-03-31T16:59:59.999Z')
    await write('midnight', '2024-03-31T17:00:00.000Z')
    await write('clock set back', '2024-03-30T00:00:00.000Z')
    await write('clock right again', '2024-04-02T03:04:05.678Z')

    const entries = await read(program, localOperator, entriesOf)
    expect(entries.map((entry) => [entry.at.toISOString(), entry.known_on])).toEqual([
      ['2024-03-31T16:59:59.999Z', '2024-03-31'],
      ['2024-03-31T17:00:00.000Z', '2024-04-01'],
      ['2024-03-31T17:00:00.000Z', '2024-04-01'],
      ['2024-04-02T03:04:05.678Z', '2024-04-02'],
    ])
    const known = await read(program, localOperator, async (reader) =>
      Promise.all(
        ['2024-03-30', '2024-03-31', '2024-04-01', '2024-04-02', '2030-01-01'].map((on) =>
          knownSeqOn(reader, day(on)),
        ),
      ),
    )
    expect(known).toEqual([0, 1, 3, 4, 4])
  })

  test('lets history be loaded into an empty ledger only, in the order of its days, and marks it', async () => {
    const program = await aProgram(given.storage, {
      clock: aClock('2024-03-31T10:00:00Z'),
      provinceId: 'replay',
    })
    const replay = (commandId: string, on: string) =>
      run(program, { commandId, replayedOn: day(on) }, async () => {})
    await replay('r1', '2017-01-01')
    await replay('r2', '2019-05-31')
    await replay('r3', '2019-05-31')
    expect(await replay('r4', '2019-05-30')).toEqual(refused({ code: 'replayGoesBack', after: '2019-05-31' }))
    expect(await replay('r5', '2024-04-01')).toEqual(refused({ code: 'replayInFuture', today: '2024-03-31' }))
    await done(program, { commandId: 'live' }, async () => {})
    expect(await replay('r6', '2024-03-31')).toEqual(refused({ code: 'replayOnlyIntoEmptyLedger' }))
    expect(await replay('r2', '2019-05-31')).toMatchObject({ ok: true, value: { seq: 2, repeated: true } })
    const entries = await read(program, localOperator, entriesOf)
    expect(entries.map((entry) => [entry.known_on, entry.replayed])).toEqual([
      ['2017-01-01', true],
      ['2019-05-31', true],
      ['2019-05-31', true],
      ['2024-03-31', false],
    ])
  })

  test('chains every entry to the one before', async () => {
    const program = await aProgram(given.storage, { provinceId: 'chained' })
    for (const commandId of ['a', 'b', 'c']) await done(program, { commandId }, async () => {})
    const entries = await read(program, localOperator, entriesOf)
    expect(entries.slice(1).map((entry) => entry.prev_hash)).toEqual(
      entries.slice(0, -1).map((entry) => entry.hash),
    )
    expect(new Set(entries.map((entry) => entry.hash)).size).toBe(3)
  })
})
