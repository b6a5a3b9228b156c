import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import type { Storage } from './index.ts'
import { codeOf, withStorages } from './testing/index.ts'

async function namesIn(storage: Storage): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from thing order by name`.execute(storage.db)
  return rows.map(({ name }) => name)
}

withStorages('storage', (given) => {
  beforeEach(async () => {
    await sql`drop table if exists thing`.execute(given.storage.db)
    await sql`create table thing (name text primary key, size integer check (size > 0))`.execute(
      given.storage.db,
    )
  })

  test('gives the errors of the database with their codes and the constraint', async () => {
    const { db } = given.storage
    await sql`insert into thing values ('a', 1)`.execute(db)

    expect(await codeOf(sql`insert into thing values ('a', 1)`.execute(db))).toBe('23505')
    expect(await codeOf(sql`insert into thing values ('b', 0)`.execute(db))).toBe('23514')
    expect(await codeOf(sql`select nowhere from thing`.execute(db))).toBe('42703')
    expect(await codeOf(sql`selekt`.execute(db))).toBe('42601')
    await expect(sql`insert into thing values ('b', 0)`.execute(db)).rejects.toMatchObject({
      constraint: 'thing_size_check',
    })
  })

  test('keeps all of a transaction or nothing', async () => {
    const { db } = given.storage
    await db.transaction().execute(async (tx) => {
      await sql`insert into thing values ('a', 1)`.execute(tx)
      await sql`insert into thing values ('b', 1)`.execute(tx)
    })
    const failing = db.transaction().execute(async (tx) => {
      await sql`insert into thing values ('c', 1)`.execute(tx)
      await sql`insert into thing values ('a', 1)`.execute(tx)
    })

    expect(await codeOf(failing)).toBe('23505')
    expect(await namesIn(given.storage)).toEqual(['a', 'b'])
  })

  test('leaves nothing of a session to the next user of the connection', async () => {
    const { db } = given.storage
    await db.transaction().execute(async (tx) => {
      await sql`set local role an_cu_app`.execute(tx)
    })
    const { rows } = await sql<{ same: boolean }>`select current_user = session_user as same`.execute(db)

    expect(rows).toEqual([{ same: true }])
  })

  test('serves many at once, each its own answer', async () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index)
    const answers = await Promise.all(
      numbers.map((number) =>
        given.storage.db.transaction().execute(async (tx) => {
          await sql`insert into thing values (${`n${number}`}, 1)`.execute(tx)
          const { rows } = await sql<{ number: number }>`select ${number}::integer as number`.execute(tx)
          return rows[0]?.number
        }),
      ),
    )

    expect(answers).toEqual(numbers)
    expect((await namesIn(given.storage)).length).toBe(60)
  })

  test('closing lets the running transactions end and refuses new ones', async () => {
    const storage = await given.another()
    await sql`create table thing (name text primary key)`.execute(storage.db)
    const underWay = [1, 2, 3].map((number) =>
      storage.db.transaction().execute(async (tx) => {
        await sql`insert into thing values (${`first ${number}`})`.execute(tx)
        await sql`insert into thing values (${`second ${number}`})`.execute(tx)
      }),
    )
    const closed = Promise.all([storage.close(), storage.close()])

    await expect(sql`select 1`.execute(storage.db)).rejects.toThrow('closed')
    await Promise.all(underWay)
    await closed
  })

  test('finds everything again after being closed and opened', async () => {
    await sql`insert into thing values ('a', 1)`.execute(given.storage.db)
    const before = given.storage
    const after = await given.reopen()

    expect(after).not.toBe(before)
    expect(await namesIn(after)).toEqual(['a'])
  })

  test('a commit is acknowledged only after data has been forced to disk', async () => {
    const { db, engine } = given.storage
    for (let nth = 1; nth <= 50; nth += 1) {
      const before = await given.storage.fsyncs()
      await db.transaction().execute(async (tx) => {
        await sql`insert into thing values (${String(nth)}, 1)`.execute(tx)
      })
      const after = await given.storage.fsyncs()
      // A server counts its own; that it forces them too is the next test.
      const forced = before === undefined || after === undefined ? engine === 'postgres' : after > before
      expect(forced).toBe(true)
    }
  })

  test('commits wait for the disk on every engine', async () => {
    const { rows } = await sql`
      select name, setting
      from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit')
      order by name collate "C"`.execute(given.storage.db)

    expect(rows).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
  })
})
