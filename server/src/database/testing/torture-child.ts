import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql, type Kysely } from 'kysely'
import { openStorage } from '../open.ts'
import type { Database, Place } from '../storage.ts'

/**
 * A process to be killed. Tells what it finds (`found LAST FAULTS`), then writes numbered pairs of rows and
 * tells each number once its commit has been acknowledged (`wrote NO`). With `check` it only tells.
 */
const place: Place = JSON.parse(process.argv[2] ?? '')
const onlyCheck = process.argv[3] === 'check'

/** A pipe would keep what is written through a stream until the next turn; this is gone when it returns. */
function tell(line: string): void {
  writeSync(1, `${line}\n`)
}

const migrations = fileURLToPath(new URL('./torture-migrations/', import.meta.url))
const storage = await openStorage(place, { migrations })
if (storage.engine === 'postgres') await waitForTheDead(storage.db)

let no = await inspect(storage.db)
if (onlyCheck) {
  await storage.close()
} else {
  for (;;) {
    no += 1
    await writePair(storage.db, no)
    tell(`wrote ${no}`)
  }
}

/** A server may still be committing for a client that was killed. */
async function waitForTheDead(db: Kysely<Database>): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ others: number }>`
      select count(*) as others
      from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`.execute(
      db,
    )
    if (rows[0]?.others === 0) return
    await wait(10)
  }
}

/** Both tables must hold the numbers from 1 to the last, each pair agreeing. */
async function inspect(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ last: number; pairs: number; lefts: number; rights: number }>`
    select
      coalesce(max(coalesce(l.no, r.no)), 0) as last,
      count(*) filter (where r.digest = md5(l.payload)) as pairs,
      count(l.no) as lefts,
      count(r.no) as rights
    from left_row l
    full join right_row r on r.no = l.no`.execute(db)
  const { last = 0, pairs, lefts, rights } = rows[0] ?? {}
  const whole = pairs === last && lefts === last && rights === last
  tell(`found ${last} ${whole ? 'whole' : `broken: ${lefts} and ${rights} rows, ${pairs} pairs`}`)
  return last
}

async function writePair(db: Kysely<Database>, no: number): Promise<void> {
  // From some bytes to some pages of the log.
  const payload = `${no} `.repeat(1 + ((no * 7919) % 4000))
  await db.transaction().execute(async (tx) => {
    await sql`insert into left_row (no, payload) values (${no}, ${payload})`.execute(tx)
    await sql`insert into right_row (no, digest) values (${no}, md5(${payload}))`.execute(tx)
  })
}
