import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { diagnosed, saysDiskFull, type Diagnosis } from '../faults.ts'
import { holdFolder, type FolderLock } from '../folder-lock.ts'
import { migrate, type Migration } from '../migrate.ts'
import { openPool, type OpenPool } from '../pool.ts'
import type { OpenOptions, Storage } from '../storage.ts'
import { OpeningFailed, PgliteEngine, usualLimits } from './engine.ts'
import { keepHouse } from './housekeeping.ts'

/** Milliseconds that work waits for the one session. */
const connectionTimeout = 60_000

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'])

/** SQLite's: cannot open, read only, permission denied. */
const lockNotWritable = new Set(['SQLITE 14', 'SQLITE 8', 'SQLITE 3'])

/** Opens the database in a folder, which is made if it is absent. Throws `StorageError` for all that the operator can mend. */
export async function openFolder(
  given: string,
  migrations: readonly Migration[],
  { onProgress, address, statementLimit }: OpenOptions,
): Promise<Storage> {
  const folder = resolve(given)
  const diagnosis = diagnosisAt(folder)
  let made: string | undefined
  let lock: FolderLock | undefined
  let pool: OpenPool | undefined
  let engine: PgliteEngine | undefined

  try {
    made = mkdirSync(folder, { recursive: true, mode: 0o700 })
    const held = (lock = await holdFolder(folder))
    if (address !== undefined) held.announce({ address })

    const limits = { ...usualLimits, ...(statementLimit === undefined ? {} : { statement: statementLimit }) }
    const opened = (engine = new PgliteEngine(join(folder, 'pg'), limits, () => onProgress?.({ kind: 'creating' })))
    onProgress?.({ kind: 'opening' })
    await opened.open()
    pool = openPool({
      user: 'postgres',
      database: 'postgres',
      host: 'in this process',
      max: 1,
      stream: () => opened.connect(),
      ssl: false,
      connectionTimeoutMillis: connectionTimeout,
      idleTimeoutMillis: 0,
    })
    const { db, end } = pool
    await migrate(db, migrations, { place: folder, onProgress })

    const stopHousekeeping = keepHouse(db, () => opened.fsyncs())
    let closing: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await stopHousekeeping()
      await end()
      await opened.close()
      held.release()
    }
    return {
      engine: 'pglite',
      place: folder,
      db,
      fsyncs: () => Promise.resolve(opened.fsyncs()),
      announce: (told, key) => held.announce({ address: told, key }),
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await pool?.end()
    await engine?.close()
    lock?.release()
    if (made !== undefined && !existsSync(join(folder, 'pg'))) rmSync(made, { recursive: true, force: true })
    throw diagnosed(error, diagnosis)
  }
}

function diagnosisAt(folder: string): Diagnosis {
  return (codes, detail) => {
    if (saysDiskFull(codes)) return { code: 'diskFull', place: folder }
    if (codes.some((code) => notWritable.has(code) || lockNotWritable.has(code))) {
      return { code: 'folderNotWritable', folder }
    }
    return undefined
  }
}
