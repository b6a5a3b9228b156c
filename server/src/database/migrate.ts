import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql, type Kysely } from 'kysely'
import { StorageError } from './problem.ts'
import type { Database, OpenOptions, Storage } from './storage.ts'

/** A numbered file of SQL, run once, in a transaction of its own. */
export type Migration = {
  readonly no: number
  /** The name of its file without the ending: `0007-create-assessment`. */
  readonly name: string
  readonly text: string
  /** SHA-256 of the text with line ends as on Unix, in hexadecimal digits. */
  readonly digest: string
}

/** The folder of the program's own migrations. */
export const ownMigrations = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** One lock for all processes that migrate a database; the number has no other meaning. */
const advisoryLock = 20250701

/** Reads a folder of migrations. Throws if one is named wrongly, one is missing, or there are none. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql') && !file.endsWith('.golden.sql'))
    .toSorted()
  if (files.length === 0) throw new Error(`no migrations in ${folder}`)
  return files.map((file, index) => {
    const no = index + 1
    const name = file.slice(0, -'.sql'.length)
    if (!/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      throw new Error(`${file} is not named NNNN-verb-object.sql`)
    if (Number(name.slice(0, 4)) !== no) throw new Error(`migration ${no} is missing or there twice: ${file}`)
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    return { no, name, text, digest: createHash('sha256').update(text).digest('hex') }
  })
}

/** Brings an open storage up to the last migration known, as opening it does. */
export async function migrate(
  { db, place }: Storage,
  { migrations = ownMigrations, onProgress }: Pick<OpenOptions, 'migrations' | 'onProgress'> = {},
): Promise<void> {
  await migrateTo(readMigrations(migrations), { db, place, onProgress })
}

/**
 * Refuses, before anything is changed, a database that knows more (`newerVersion`) or that has had another file
 * under one of the numbers (`migrationChanged`); then applies what it lacks, each in a transaction of its own.
 */
export async function migrateTo(
  known: readonly Migration[],
  { db, place, onProgress }: Pick<Storage, 'db' | 'place'> & Pick<OpenOptions, 'onProgress'>,
): Promise<void> {
  await db.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${advisoryLock})`.execute(session)
    try {
      const had = await readApplied(session)
      refuseUnknown(had, known, place)
      const due = known.slice(had.length)
      for (const [index, migration] of due.entries()) {
        onProgress?.({ kind: 'migrating', name: migration.name, nth: index + 1, of: due.length })
        await apply(session, migration).catch((error: unknown) => {
          throw new Error(`migration ${migration.name} failed`, { cause: error })
        })
      }
    } finally {
      await sql`select pg_advisory_unlock(${advisoryLock})`.execute(session).catch(() => {
        // The session has gone, and its lock with it; what ended it is thrown already.
      })
    }
  })
}

type Applied = { readonly no: number; readonly name: string; readonly digest: string }

async function readApplied(session: Kysely<Database>): Promise<readonly Applied[]> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('public.migration') is not null as found`.execute(session)
  if (tables[0]?.found !== true) return []
  const { rows } = await sql<Applied>`
    select no, name, digest
    from migration
    order by no`.execute(session)
  return rows
}

function refuseUnknown(had: readonly Applied[], known: readonly Migration[], place: string): void {
  const have = had.at(-1)?.no ?? 0
  const know = known.length
  if (have > know) throw new StorageError({ code: 'newerVersion', place, have, know })
  for (const [index, migration] of known.entries()) {
    const applied = had[index]
    if (applied === undefined) return
    if (applied.no !== migration.no || applied.digest !== migration.digest) {
      throw new StorageError({ code: 'migrationChanged', place, name: applied.name })
    }
  }
}

async function apply(session: Kysely<Database>, { no, name, text, digest }: Migration): Promise<void> {
  await session.transaction().execute(async (tx) => {
    if (no === 1) {
      await sql`
        create table migration (
          no integer primary key,
          name text not null,
          digest text not null,
          applied_at timestamptz not null default now()
        )`.execute(tx)
    }
    await sql.raw(text).execute(tx)
    await sql`
      insert into migration (no, name, digest)
      values (${no}, ${name}, ${digest})`.execute(tx)
  })
}
