import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { StorageError } from './problem.ts'

/** The process that has a data folder open, as it tells others of the same user. */
export type Holder = {
  /** Undefined when the lock is held but its holder cannot be read. */
  readonly pid: number | undefined
  /** Where its server can be asked, and the one-time key for it; absent until it has announced them. */
  readonly address?: string
  readonly key?: string
}

export type FolderLock = {
  announce(told: { address?: string; key?: string }): void
  release(): void
}

/** Milliseconds that a look at the lock by another process is waited for. */
const patience = 300

const busy = 5

/**
 * Holds the folder until it is released or the process dies: an exclusive transaction of SQLite is a lock of
 * the operating system. In this process nothing else may open the lock file: closing any handle of a file
 * lets go of all locks that the process has on it.
 */
export async function holdFolder(folder: string): Promise<FolderLock> {
  const lock = new DatabaseSync(lockFile(folder), { timeout: patience })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    const { pid, address } = await holderAtWork(folder)
    throw new StorageError(
      address === undefined
        ? { code: 'folderHeld', folder, pid }
        : { code: 'folderHeld', folder, pid, address },
      { cause: error },
    )
  }

  const announce = (told: { address?: string; key?: string }): void => {
    // Written aside and renamed, so that nobody reads half of it, and never readable by others.
    const written = `${holderFile(folder)}.new`
    rmSync(written, { force: true })
    writeFileSync(written, JSON.stringify({ pid: process.pid, ...told }), { mode: 0o600, flag: 'wx' })
    renameSync(written, holderFile(folder))
  }

  let held = true
  const release = (): void => {
    if (!held) return
    held = false
    rmSync(holderFile(folder), { force: true })
    lock.close()
  }

  try {
    announce({})
  } catch (error) {
    lock.close()
    throw error
  }
  return { announce, release }
}

/** Who holds the folder now, or undefined if nobody does. */
export function holderOf(folder: string): Holder | undefined {
  return isHeld(folder) ? (readHolder(folder) ?? { pid: undefined }) : undefined
}

function isHeld(folder: string): boolean {
  if (!existsSync(lockFile(folder))) return false
  // Reading takes a shared lock for a moment; an exclusive one would turn away a process that opens the folder.
  const probe = new DatabaseSync(lockFile(folder), { readOnly: true })
  try {
    probe.prepare('select count(*) from sqlite_schema').get()
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    probe.close()
  }
}

/** The holder may have taken the lock a moment ago and not yet written who it is. */
async function holderAtWork(folder: string): Promise<Holder> {
  for (const pause of [0, 50, 100, 200, 400]) {
    await wait(pause)
    const holder = readHolder(folder)
    if (holder?.pid !== undefined && isAlive(holder.pid)) return holder
  }
  return { pid: undefined }
}

function readHolder(folder: string): Holder | undefined {
  try {
    const told: unknown = JSON.parse(readFileSync(holderFile(folder), 'utf8'))
    if (typeof told !== 'object' || told === null) return undefined
    if (!('pid' in told) || typeof told.pid !== 'number') return undefined
    return {
      pid: told.pid,
      ...('address' in told && typeof told.address === 'string' ? { address: told.address } : {}),
      ...('key' in told && typeof told.key === 'string' ? { key: told.key } : {}),
    }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

const lockFile = (folder: string): string => join(folder, 'lock')
const holderFile = (folder: string): string => join(folder, 'holder.json')
