import { cpSync, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { holdFolder, type FolderLock } from '../folder-lock.ts'
import { StorageError } from '../problem.ts'
import type { Place } from '../storage.ts'

const prefix = `an-cu-template-${userInfo().username}-`

/** Milliseconds after which a template that nobody has used is removed. */
const lifetime = 2 * 24 * 3600 * 1000

/** What is made once and copied from then on. */
export type Template = {
  /** Of all that it is made from: when that changes, it is made anew. */
  readonly digest: string
  /** Makes the storage in a place where there is none, and closes it. */
  make(place: Place): Promise<void>
}

/** Makes `folder` a data folder by copying one that is made once and kept among the temporary files. */
export async function copyTemplate(folder: string, template: Template): Promise<void> {
  const home = join(tmpdir(), `${prefix}${template.digest}`)
  const ready = join(home, 'ready')
  if (!existsSync(ready)) await makeOnce(home, ready, template)
  const now = new Date()
  await utimes(home, now, now)
  await mkdir(folder, { recursive: true })
  cpSync(join(ready, 'pg'), join(folder, 'pg'), { recursive: true })
}

/** Many processes may want it at once: one makes it, the others wait. */
async function makeOnce(home: string, ready: string, template: Template): Promise<void> {
  await removeOld()
  await mkdir(home, { recursive: true })
  const lock = await holdPatiently(home)
  try {
    if (existsSync(ready)) return
    const making = join(home, 'making')
    await rm(making, { recursive: true, force: true })
    await mkdir(making)
    await template.make({ folder: making })
    await rename(making, ready)
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
