import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { holdFolder, type FolderLock } from '../folder-lock.ts'
import { readMigrations } from '../migrate.ts'
import { openStorage } from '../open.ts'
import { PgliteEngine, usualLimits } from '../pglite/engine.ts'
import { StorageError } from '../problem.ts'

const prefix = `an-cu-template-${userInfo().username}-`

/** Milliseconds after which a template that nobody has used is removed. */
const lifetime = 2 * 24 * 3600 * 1000

/**
 * Makes `folder` a data folder that has had all migrations (none, if undefined), by copying one that is made
 * once for these migrations and this way of creating a cluster, and kept among the temporary files.
 */
export async function copyTemplate(folder: string, migrations: string | undefined): Promise<void> {
  const home = join(tmpdir(), `${prefix}${digestOf(migrations)}`)
  const template = join(home, 'ready')
  if (!existsSync(template)) await make(home, template, migrations)
  const now = new Date()
  await utimes(home, now, now)
  await mkdir(folder, { recursive: true })
  await cp(join(template, 'pg'), join(folder, 'pg'), { recursive: true })
}

function digestOf(migrations: string | undefined): string {
  const hash = createHash('sha256')
  if (migrations !== undefined) for (const { digest } of readMigrations(migrations)) hash.update(digest)
  hash.update(readFileSync(new URL('../pglite/worker.ts', import.meta.url)))
  hash.update(readFileSync(new URL('../../../package.json', import.meta.url)))
  return hash.digest('hex').slice(0, 16)
}

/** Many processes may want it at once: one makes it, the others wait. */
async function make(home: string, template: string, migrations: string | undefined): Promise<void> {
  await removeOld()
  await mkdir(home, { recursive: true })
  const lock = await holdPatiently(home)
  try {
    if (existsSync(template)) return
    const making = join(home, 'making')
    await rm(making, { recursive: true, force: true })
    if (migrations === undefined) {
      await mkdir(making)
      const engine = new PgliteEngine(join(making, 'pg'), usualLimits, () => {})
      await engine.open()
      await engine.close()
    } else {
      const storage = await openStorage({ folder: making }, { migrations })
      await storage.close()
    }
    await rename(making, template)
  } finally {
    lock.release()
  }
}

async function holdPatiently(home: string): Promise<FolderLock> {
  for (;;) {
    try {
      return await holdFolder(home)
    } catch (error) {
      if (!(error instanceof StorageError) || error.problem.code !== 'folderHeld') throw error
      await wait(100)
    }
  }
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const path = join(tmpdir(), name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > lifetime) await rm(path, { recursive: true, force: true })
  }
}
