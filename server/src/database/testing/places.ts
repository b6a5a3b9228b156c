import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { ownMigrations, readMigrations } from '../migrate.ts'
import { openStorage } from '../open.ts'
import { PgliteEngine, usualLimits } from '../pglite/engine.ts'
import type { Place } from '../storage.ts'
import { copyTemplate, type Template } from './template.ts'

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
  return aCopiedFolder(bare)
}

/** A new data folder that has had the migrations of that folder, or the program's own. */
export async function aMigratedFolder(migrations = ownMigrations): Promise<OwnPlace<{ folder: string }>> {
  const digests = readMigrations(migrations).map(({ digest }) => digest)
  return aCopiedFolder({
    digest: digestOf([...clusterParts(), ...digests]),
    make: async (place) => (await openStorage(place, { migrations })).close(),
  })
}

/** A new data folder that is a copy of the template. */
export async function aCopiedFolder(template: Template): Promise<OwnPlace<{ folder: string }>> {
  const own = await aFolder()
  await copyTemplate(own.place.folder, template)
  return own
}

const bare: Template = {
  get digest() {
    return digestOf(clusterParts())
  },
  make: async (place) => {
    if (!('folder' in place)) throw new Error('only a data folder can be bare')
    const engine = new PgliteEngine(join(place.folder, 'pg'), usualLimits, () => {})
    await engine.open()
    await engine.close()
  },
}

/** What the program makes a cluster with. */
function clusterParts(): readonly (string | Buffer)[] {
  return [
    readFileSync(new URL('../pglite/worker.ts', import.meta.url)),
    readFileSync(new URL('../../../package.json', import.meta.url)),
  ]
}

/** Names a template by all that it is made from. */
export function digestOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

/** A new, empty database on the server that `databaseUrl` names; its user must be allowed to create databases. */
export async function aPostgresDatabase(databaseUrl: string): Promise<OwnPlace<{ databaseUrl: string }>> {
  return createDatabase(databaseUrl, 'template0')
}

/** A new database that is a copy of the template, which is made once and kept on the server. */
export async function aCopiedDatabase(
  databaseUrl: string,
  template: Template,
): Promise<OwnPlace<{ databaseUrl: string }>> {
  const name = `${templatePrefix}${template.digest}`
  await withClient(databaseUrl, async (client) => {
    // Many processes may want it at once: one makes it, the others wait.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    if (await hasDatabase(client, name)) return
    await dropOldTemplates(client)
    const making = await createDatabase(databaseUrl, 'template0')
    try {
      await template.make(making.place)
      await client.query(`alter database ${databaseOf(making.place.databaseUrl)} rename to ${name}`)
    } catch (error) {
      await making.remove()
      throw error
    }
  })
  return createDatabase(databaseUrl, name)
}

const templatePrefix = 'an_cu_template_'

async function hasDatabase(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  return rowCount === 1
}

/** Templates of a program as it was before; one that is just being copied stays for now. */
async function dropOldTemplates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where starts_with(datname, $1)`,
    [templatePrefix],
  )
  for (const { name } of rows) {
    await client.query(`drop database if exists ${name}`).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError && error.code === '55006')) throw error
    })
  }
}

async function createDatabase(
  databaseUrl: string,
  template: string,
): Promise<OwnPlace<{ databaseUrl: string }>> {
  const name = `an_cu_test_${randomBytes(8).toString('hex')}`
  const url = new URL(databaseUrl)
  url.pathname = `/${name}`
  await run(databaseUrl, `create database ${name} template ${template} encoding 'UTF8'`)
  return {
    place: { databaseUrl: url.href },
    remove: () => run(databaseUrl, `drop database if exists ${name} with (force)`),
  }
}

function databaseOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1)
}

function run(databaseUrl: string, statement: string): Promise<void> {
  return withClient(databaseUrl, async (client) => {
    await client.query(statement)
  })
}

async function withClient(databaseUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
