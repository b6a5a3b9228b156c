import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { diagnosed, saysDiskFull } from '../faults.ts'
import { holdFolder, type FolderLock } from '../folder-lock.ts'
import { migrateTo, type Migration } from '../migrate.ts'
import { openPool } from '../pool.ts'
import type { OpenOptions, Storage } from '../storage.ts'
import { codeOf, forcePath } from './durable-fs.ts'
import { engineDidNotOpen, PgliteEngine, usualLimits } from './engine.ts'
import { keepHouse } from './housekeeping.ts'

/** Milliseconds that work waits for the one session. */
const connectionTimeout = 60_000

/** The file system lets nothing be written: not this user, or not at all. */
const readOnly = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * Opens the database in a folder, which is made if it is absent.
 * Throws `StorageError` for all that the operator can mend.
 */
export async function openFolder(
  given: string,
  migrations: readonly Migration[],
  { onProgress, address, statementLimit }: OpenOptions,
): Promise<Storage> {
  const folder = resolve(given)
  const { made, lock } = await takeFolder(folder)
  const cluster = join(folder, 'pg')
  const opened: (() => void | Promise<void>)[] = [() => lock.release()]
  const close = async (): Promise<void> => {
    for (const end of opened.toReversed()) await end()
  }

  try {
    if (address !== undefined) lock.announce({ address })
    const limits = { ...usualLimits, ...(statementLimit === undefined ? {} : { statement: statementLimit }) }
    const engine = new PgliteEngine(cluster, limits, () => onProgress?.({ kind: 'creating' }))
    opened.push(() => engine.close())
    onProgress?.({ kind: 'opening' })
    await engine.open()

    const { db, end } = openPool({
      user: 'postgres',
      database: 'postgres',
      host: 'in this process',
      max: 1,
      stream: () => engine.connect(),
      ssl: false,
      connectionTimeoutMillis: connectionTimeout,
      idleTimeoutMillis: 0,
    })
    opened.push(keepHouse(db), end)
    await migrateTo(migrations, { db, place: folder, onProgress })

    let closing: Promise<void> | undefined
    return {
      engine: 'pglite',
      place: folder,
      db,
      fsyncs: () => Promise.resolve(engine.fsyncs()),
      announce: (told, key) => lock.announce({ address: told, key }),
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await close()
    rmSync(`${cluster}.new`, { recursive: true, force: true })
    if (made !== undefined && !existsSync(cluster)) rmSync(made, { recursive: true, force: true })
    throw diagnosed(error, (codes, detail) => {
      if (saysDiskFull(codes)) return { code: 'diskFull', place: folder }
      const isReadOnly = codes.some((code) => readOnly.has(code)) || detail.includes('Permission denied')
      if (isReadOnly) return { code: 'folderNotWritable', folder }
      return codes.includes(engineDidNotOpen) ? { code: 'folderUnreadable', folder, detail } : undefined
    })
  }
}

/** Makes and holds the folder; tells the uppermost folder that had to be made. */
async function takeFolder(folder: string): Promise<{ made: string | undefined; lock: FolderLock }> {
  let made: string | undefined
  try {
    made = mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (made !== undefined) forceNewFolders(made, folder)
    return { made, lock: await holdFolder(folder) }
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true })
    throw diagnosed(error, (codes) =>
      saysDiskFull(codes) ? { code: 'diskFull', place: folder } : { code: 'folderNotWritable', folder },
    )
  }
}

/** What is forced to disk in a folder is lost with the folder if its own name is not on disk. */
function forceNewFolders(uppermost: string, lowest: string): void {
  for (let path = lowest; path.length >= uppermost.length; path = dirname(path)) {
    try {
      forcePath(dirname(path))
    } catch (error) {
      // Names may be made in a folder that must not be read; then the file system's own pace has to do.
      if (codeOf(error) !== 'EACCES') throw error
    }
  }
}
