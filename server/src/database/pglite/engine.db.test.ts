import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStorage, type Storage } from '../index.ts'
import { aBareFolder, codeOf, type OwnPlace } from '../testing/index.ts'
import { tidy } from './housekeeping.ts'

/** Small ones: the limit must not meet a migration on a busy machine. */
const migrations = fileURLToPath(new URL('../testing/torture-migrations/', import.meta.url))

let own: OwnPlace<{ folder: string }>
let storage: Storage

beforeEach(async () => {
  own = await aBareFolder()
  storage = await openStorage(own.place, { migrations })
  await sql`create table thing (name text)`.execute(storage.db)
  await sql`insert into thing values ('before')`.execute(storage.db)
})
afterEach(async () => {
  await storage.close()
  await own.remove()
})

async function namesFound(): Promise<readonly unknown[]> {
  const { rows } = await sql<{ name: string }>`select distinct name from thing order by name`.execute(
    storage.db,
  )
  return rows.map(({ name }) => name)
}

test('a statement that does not end is ended with its transaction, and those waiting are served', async () => {
  await storage.close()
  storage = await openStorage(own.place, { migrations, statementLimit: 5_000 })
  const endless = storage.db.transaction().execute(async (tx) => {
    await sql`insert into thing values ('lost')`.execute(tx)
    await sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`.execute(tx)
  })
  const behind = namesFound()

  expect(await codeOf(endless)).toBe('57014')
  expect(await behind).toEqual(['before'])
})

test('an engine that dies tells whoever is waiting, and is there again when it can be', async () => {
  const log = join(own.place.folder, 'pg', 'pg_wal')
  renameSync(log, `${log}.away`)
  await sql`select pg_switch_wal()`.execute(storage.db)
  const large = sql`insert into thing select 'lost' from generate_series(1, 200000)`.execute(storage.db)
  const behind = namesFound()

  expect(await codeOf(large)).toBe('58P01')
  expect(await codeOf(behind)).not.toBeUndefined()

  rmSync(log, { recursive: true, force: true })
  renameSync(`${log}.away`, log)
  await sql`insert into thing values ('after')`.execute(storage.db)
  expect(await namesFound()).toEqual(['after', 'before'])
})

test('nobody is left in a transaction of the one before', async () => {
  const leaving = storage.db.connection().execute(async (session) => {
    await sql`begin`.execute(session)
    await sql`insert into thing values ('lost')`.execute(session)
    await sql`select pg_sleep(0), 1 / 0`.execute(session)
  })

  expect(await codeOf(leaving)).toBe('22012')
  await sql`rollback`.execute(storage.db)
  expect(await namesFound()).toEqual(['before'])
})

test('housekeeping shortens the log and clears dead rows, which nobody else does here', async () => {
  const log = join(own.place.folder, 'pg', 'pg_wal')
  const sizeOfLog = (): number =>
    readdirSync(log).reduce((sum, name) => sum + statSync(join(log, name)).size, 0)
  for (let round = 1; round <= 12; round += 1) {
    await sql`
      insert into thing
      select repeat('x', 900)
      from generate_series(1, 20000)`.execute(storage.db)
    await sql`delete from thing where name <> 'before'`.execute(storage.db)
  }
  const [grownLog, grownTable] = [sizeOfLog(), await sizeOfTable()]

  await tidy(storage.db)

  expect(sizeOfLog()).toBeLessThan(grownLog)
  expect(await sizeOfTable()).toBeLessThan(grownTable)
  expect(await namesFound()).toEqual(['before'])
})

async function sizeOfTable(): Promise<number> {
  const { rows } = await sql<{ size: number }>`select pg_relation_size('thing') as size`.execute(storage.db)
  return rows[0]?.size ?? Number.NaN
}
