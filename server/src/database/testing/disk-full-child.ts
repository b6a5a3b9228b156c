import { rmSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { openStorage, StorageError } from '../index.ts'

/**
 * Lives through a full disk (see `full-disk.ts`) and tells as JSON what it has seen: the problem of opening,
 * or the code of the error when writing and what was there once there was room again.
 */
const folder = process.argv[2] ?? ''
const sign = process.env['AN_CU_TEST_DISK_FULL'] ?? ''

async function live(): Promise<unknown> {
  const storage = await openStorage({ folder })
  await sql`create table thing (name text)`.execute(storage.db)
  await sql`insert into thing values ('before')`.execute(storage.db)

  writeFileSync(sign, '')
  const started = performance.now()
  const writing = await storage.db
    .transaction()
    .execute(async (tx) => {
      await sql`insert into thing select repeat('x', 100) from generate_series(1, 100000)`.execute(tx)
    })
    .then(
      () => 'written',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
    )
  const secondsToFail = (performance.now() - started) / 1000
  const reopening = await sql`select 1`.execute(storage.db).then(
    () => 'open',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
  )

  rmSync(sign)
  await sql`insert into thing values ('after')`.execute(storage.db)
  const { rows } = await sql`select name from thing order by name`.execute(storage.db)
  await storage.close()
  return { writing, secondsToFail, reopening, rows }
}

const seen = await live().catch((error: unknown) => {
  if (error instanceof StorageError) return { problem: error.problem }
  throw error
})
process.stdout.write(JSON.stringify(seen))
