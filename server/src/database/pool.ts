import { Kysely, PostgresDialect, PostgresDriver, type PostgresDialectConfig } from 'kysely'
import pg from 'pg'
import type { Database } from './storage.ts'
import { types } from './values.ts'

/**
 * What every session is set to, whatever the server, the machine and the URL say: texts of values that the
 * parsers read, Viet Nam's time where a timestamp becomes a day, and commits that wait for the disk.
 */
const settings = `
  set timezone to 'Asia/Ho_Chi_Minh';
  set datestyle to 'ISO, YMD';
  set intervalstyle to 'iso_8601';
  set bytea_output to 'hex';
  set extra_float_digits to 1;
  set standard_conforming_strings to on;
  set search_path to public;
  set default_transaction_isolation to 'read committed';
  set synchronous_commit to on;
  set client_min_messages to warning;
  set jit to off`

export type OpenPool = {
  readonly db: Kysely<Database>
  /** Refuses new work, waits for what is under way, closes the connections. */
  readonly end: () => Promise<void>
}

export function openPool(config: pg.PoolConfig): OpenPool {
  const pool = new pg.Pool({
    ...config,
    types,
    verify: (client, done) => {
      client.query(settings, (error) => done(error))
    },
  })
  pool.on('error', () => {
    // An idle connection has gone; the pool has dropped it and makes another when one is needed.
  })
  pool.on('connect', (client) => {
    client.on('error', () => {
      // Whoever is using it learns it from the query; without a listener the process would end.
    })
  })

  let ending = false
  const underWay = new Set<Promise<void>>()

  async function connect(): Promise<pg.PoolClient> {
    if (ending) throw new Error('the storage is closed')
    const { promise, resolve } = Promise.withResolvers<void>()
    underWay.add(promise)
    const leave = (): void => {
      underWay.delete(promise)
      resolve()
    }
    try {
      const client = await pool.connect()
      const release = client.release.bind(client)
      client.release = (error) => {
        release(error)
        leave()
      }
      return client
    } catch (error) {
      leave()
      throw error
    }
  }

  const db = new Kysely<Database>({
    dialect: new Dialect({ options: pool.options, connect, end: () => pool.end() }),
  })

  return {
    db,
    async end() {
      ending = true
      while (underWay.size > 0) await Promise.all(underWay)
      await db.destroy()
    },
  }
}

class Dialect extends PostgresDialect {
  readonly #pool: PostgresDialectConfig['pool']

  constructor(pool: PostgresDialectConfig['pool']) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): PostgresDriver {
    return new Driver({ pool: this.#pool })
  }
}

class Driver extends PostgresDriver {
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch {
      // The connection is lost, and the transaction with it; the error to be told is the one that led here.
    }
  }
}
