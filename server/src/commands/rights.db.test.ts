import { sql, type Kysely, type Transaction } from 'kysely'
import { expect, expectTypeOf, test } from 'vitest'

import type { Database } from '../database/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { localOperator, openLedger, read, type Program, type Reader, type Writer } from './index.ts'
import { aFigure, aProgram, aUnitName, done, kontum, run } from './testing/index.ts'

async function countUnits(reader: Reader): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from unit`.execute(reader.tx)
  return rows[0]?.total ?? -1
}

withStorages('rights', (given) => {
  test('a transaction without an officer sees nothing, and writes nothing', async () => {
    const program = await aProgram(given.storage)
    await done(program, { commandId: 'seen' }, (writer) => writer.insert('unit', [{ id: 'seen' }]))
    const nobody = { id: '', name: '' }
    const { db } = given.storage
    const enter = async (tx: Transaction<Database>, officer: string) => {
      await sql`
        select set_config('role', 'an_cu_app', true), set_config('an_cu.officer', ${officer}, true),
          set_config('an_cu.province', ${kontum}, true)`.execute(tx)
    }
    const rows = await db.transaction().execute(async (tx) => {
      await enter(tx, nobody.id)
      return (await sql`select id from unit`.execute(tx)).rows
    })
    expect(rows).toEqual([])
    await expect(read(program, nobody, countUnits)).rejects.toThrow('no officer is set')
    const insert = db.transaction().execute(async (tx) => {
      await enter(tx, nobody.id)
      await sql`insert into unit (province_id, id, entry_seq) values (${kontum}, 'unseen', 1)`.execute(tx)
    })
    await expect(insert).rejects.toThrow('row-level security')
  })

  test('rows of another province are neither seen nor written', async () => {
    const one = await aProgram(given.storage, { provinceId: 'one' })
    const other = await aProgram(given.storage, { provinceId: 'other' })
    await done(one, { commandId: 'same' }, (writer) =>
      writer.insert('unit', [{ id: 'same' }, { id: 'of-one' }]),
    )
    await done(other, { commandId: 'same' }, (writer) => writer.insert('unit', [{ id: 'same' }]))
    expect(await read(one, localOperator, countUnits)).toBe(2)
    expect(await read(other, localOperator, countUnits)).toBe(1)
    const reaching = run(one, { commandId: 'reaching' }, async (writer) => {
      await sql`insert into unit (province_id, id, entry_seq) values ('other', 'reached', 1)`.execute(
        writer.tx,
      )
    })
    await expect(reaching).rejects.toThrow('row-level security')
    await expect(read(await unopened(given.storage), localOperator, countUnits)).rejects.toThrow(
      'has not been opened',
    )
  })

  test('facts are never changed or deleted, and of older unit rows only the end of being known', async () => {
    const program = await aProgram(given.storage, { provinceId: 'facts' })
    await done(program, { commandId: 'facts' }, async (writer) => {
      await writer.insert('unit', [{ id: 'a' }])
      await writer.insert('unit_name', [aUnitName({ row_id: 'a', unit_id: 'a' })])
      await writer.insert('figure', [aFigure({ id: 'a', unit_id: 'a' })])
    })
    const attempts = [
      sql`update figure set value = 1`,
      sql`delete from figure`,
      sql`update entry set reason = ''`,
      sql`delete from entry`,
      sql`update unit_name set name = 'x'`,
      sql`delete from unit_name`,
      sql`delete from ledger_head`,
      sql`truncate unit cascade`,
    ]
    for (const [index, attempt] of attempts.entries()) {
      const writing = run(program, { commandId: `attempt-${index}` }, async (writer) => {
        await attempt.execute(writer.tx)
      })
      await expect(writing).rejects.toThrow('permission denied')
    }
  })

  test('nothing is written while reading', async () => {
    const program = await aProgram(given.storage, { provinceId: 'read-only' })
    const writing = read(program, localOperator, async (reader) =>
      sql`insert into unit (province_id, id, entry_seq) values ('read-only', 'a', 1)`.execute(reader.tx),
    )
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  test('a query outside read and command does not compile', () => {
    expectTypeOf<Transaction<Database>>().not.toExtend<Reader['tx']>()
    expectTypeOf<Kysely<Database>>().not.toExtend<Reader['tx']>()
    expectTypeOf<Reader>().not.toExtend<Writer>()
    expectTypeOf<Reader['tx']>().toExtend<Transaction<Database>>()
  })

  async function unopened(storage: Program['storage']): Promise<Program> {
    await openLedger(storage, 'opened')
    return { storage, provinceId: 'unopened', clock: Date.now, project: async () => {} }
  }
})
