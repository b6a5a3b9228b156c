import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { accepted } from '@ancu/core/kernel'

import { withStorages } from '../database/testing/index.ts'
import { command, localOperator, read } from './index.ts'
import { aProgram, done, entriesOf } from './testing/index.ts'

withStorages("commands in each other's way", (given) => {
  const request = { kind: 'test', via: 'program', payload: null } as const

  test('a decision overtaken by another entry is taken again on what is known then', async () => {
    const program = await aProgram(given.storage, { provinceId: 'overtaken' })
    const knownTo: number[] = []
    let overtake = async () => {
      await done(program, { commandId: 'quick' }, async () => {})
    }
    // PGlite has one session: there the quick command comes before or after, never in between.
    if (given.engine === 'pglite') await overtake()
    const outcome = await command(
      program,
      localOperator,
      { ...request, commandId: 'slow' },
      async (reader) => {
        knownTo.push(reader.knownSeq)
        if (given.engine === 'postgres') await overtake()
        overtake = async () => {}
        return accepted({ value: reader.knownSeq, write: async (writer) => expect(writer.seq).toBe(2) })
      },
    )
    expect(outcome).toEqual(accepted({ seq: 2, repeated: false, value: 1 }))
    expect(knownTo).toEqual(given.engine === 'postgres' ? [0, 1] : [1])
  })

  test('a deadlock is tried again', async () => {
    const program = await aProgram(given.storage, { provinceId: 'deadlocked' })
    let decided = 0
    const commanding = command(
      program,
      localOperator,
      { ...request, commandId: 'deadlocked' },
      async (reader) => {
        decided += 1
        await sql`select pg_advisory_xact_lock(7)`.execute(reader.tx)
        if (given.engine === 'postgres' && decided === 1) await block()
        return accepted({ value: decided, write: async () => {} })
      },
    )
    let blocking: Promise<void> | undefined

    /** Holds the head of the ledger and waits for what the command holds, longer than the command will. */
    async function block(): Promise<void> {
      const { promise: holding, resolve } = Promise.withResolvers<void>()
      blocking = given.storage.db.transaction().execute(async (tx) => {
        await sql`set local deadlock_timeout = '60s'`.execute(tx)
        await sql`select seq from ledger_head where province_id = 'deadlocked' for update`.execute(tx)
        resolve()
        await sql`select pg_advisory_xact_lock(7)`.execute(tx)
        await pause(50)
      })
      await holding
    }

    expect(await commanding).toMatchObject({ ok: true, value: { seq: 1, repeated: false } })
    await blocking
    expect(decided).toBe(given.engine === 'postgres' ? 2 : 1)
    expect(await read(program, localOperator, entriesOf)).toHaveLength(1)
  })

  test('every reader sees the entries up to its number and none beyond, without a gap', async () => {
    const program = await aProgram(given.storage, { provinceId: 'in-order' })
    const writing = Array.from({ length: 40 }, (_, index) =>
      done(program, { commandId: `w${index}` }, async () => pause(index % 7)),
    )
    const seen: unknown[] = []
    const reading = Array.from({ length: 40 }, async (_, index) => {
      await pause(index)
      const { knownSeq, seqs } = await read(program, localOperator, async (reader) => ({
        knownSeq: reader.knownSeq,
        seqs: (await entriesOf(reader)).map((entry) => entry.seq),
      }))
      if (seqs.join() !== Array.from({ length: knownSeq }, (_, at) => at + 1).join())
        seen.push({ knownSeq, seqs })
    })
    const numbers = await Promise.all(writing)
    await Promise.all(reading)
    expect(seen).toEqual([])
    expect(numbers.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    )
  })
})
