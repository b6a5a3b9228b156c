import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Place } from '../storage.ts'
import { copyTemplate } from './template.ts'

/** A place of its own for one test, and what removes it. */
export type OwnPlace<P extends Place = Place> = { readonly place: P; readonly remove: () => Promise<void> }

/** A new folder in the system's folder for temporary files; the data folder in it does not exist yet. */
export async function aFolder(): Promise<OwnPlace<{ folder: string }>> {
  const parent = await mkdtemp(join(tmpdir(), 'an-cu-'))
  return {
    place: { folder: join(parent, 'data') },
    remove: () => rm(parent, { recursive: true, force: true }),
  }
}

/** A new data folder with a database that has had no migration yet. */
export async function aBareFolder(): Promise<OwnPlace<{ folder: string }>> {
  return copied(undefined)
}

/** A new data folder that has had the migrations of that folder. */
export async function aMigratedFolder(migrations: string): Promise<OwnPlace<{ folder: string }>> {
  return copied(migrations)
}

async function copied(migrations: string | undefined): Promise<OwnPlace<{ folder: string }>> {
  const own = await aFolder()
  await copyTemplate(own.place.folder, migrations)
  return own
}

/** A new, empty database on the server that `databaseUrl` names; its user must be allowed to create databases. */
export async function aPostgresDatabase(databaseUrl: string): Promise<OwnPlace<{ databaseUrl: string }>> {
  const name = `an_cu_test_${randomBytes(8).toString('hex')}`
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  await run(databaseUrl, `create database ${name} template template0 encoding 'UTF8'`)
  return {
    place: { databaseUrl: url.href },
    remove: () => run(databaseUrl, `drop database if exists ${name} with (force)`),
  }
}

async function run(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
