import { sql, type Kysely } from 'kysely'
import { diagnosed, saysDiskFull, type Diagnosis } from './faults.ts'
import { migrateTo, type Migration } from './migrate.ts'
import { openPool } from './pool.ts'
import { StorageError } from './problem.ts'
import type { Database, OpenOptions, Storage } from './storage.ts'

/** The oldest server whose SQL is used: 15, as PostgreSQL numbers its versions. */
const oldestServer = 150_000

/** Milliseconds: for a connection to stand, and for a free one when all are taken. */
const connectionTimeout = 10_000

const forbidden = new Set([
  '28P01', // wrong password
  '28000', // no such role, or pg_hba.conf says no
  '3D000', // no such database
  '42501', // may not connect, or may not create
  '25006', // a standby, or a database set to read only
])

/** Opens a database of a PostgreSQL server. Throws `StorageError` for all that the operator can mend. */
export async function openPostgres(
  databaseUrl: string,
  migrations: readonly Migration[],
  { onProgress }: OpenOptions,
): Promise<Storage> {
  const place = placeOf(databaseUrl)
  onProgress?.({ kind: 'opening' })
  const pool = openPool({
    connectionString: databaseUrl,
    application_name: 'an-cu',
    max: 10,
    connectionTimeoutMillis: connectionTimeout,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  })
  try {
    await refuseOldServer(pool.db, place)
    await migrateTo(migrations, { db: pool.db, place, onProgress })
  } catch (error) {
    await pool.end()
    throw diagnosed(error, diagnosisAt(place))
  }

  let closing: Promise<void> | undefined
  return {
    engine: 'postgres',
    place,
    db: pool.db,
    fsyncs: () => Promise.resolve(undefined),
    announce: () => {},
    close: () => (closing ??= pool.end()),
  }
}

/** The URL without its password. */
function placeOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) throw new StorageError({ code: 'databaseUrlInvalid' })
  const url = new URL(databaseUrl)
  const isPostgres = url.protocol === 'postgres:' || url.protocol === 'postgresql:'
  if (!isPostgres || url.pathname.length < 2) throw new StorageError({ code: 'databaseUrlInvalid' })
  url.password = ''
  url.searchParams.delete('password')
  return url.href
}

async function refuseOldServer(db: Kysely<Database>, place: string): Promise<void> {
  const { rows } = await sql<{ number: number; name: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`.execute(
    db,
  )
  const server = rows[0]
  if (server === undefined || server.number < oldestServer) {
    throw new StorageError({ code: 'databaseTooOld', place, have: server?.name ?? '', need: '15' })
  }
}

function diagnosisAt(place: string): Diagnosis {
  return (codes, detail) => {
    if (saysDiskFull(codes)) return { code: 'diskFull', place }
    if (codes.some((code) => forbidden.has(code)) || detail.startsWith('SASL')) {
      return { code: 'databaseForbidden', place, detail }
    }
    // Errors of the server itself have five characters, 57P03 among them for one that is starting or stopping.
    const fromServer = codes.some(
      (code) => /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') && !code.startsWith('57P'),
    )
    return fromServer ? undefined : { code: 'databaseUnreachable', place, detail }
  }
}
