import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { holderOf, openStorage, type Storage } from './index.ts'
import { aBareFolder, problemOf, type OwnPlace } from './testing/index.ts'

let own: OwnPlace<{ folder: string }>
let folder: string
let ending: (() => unknown)[] = []

beforeAll(async () => {
  own = await aBareFolder()
  folder = own.place.folder
})
afterEach(async () => {
  for (const end of ending) await end()
  ending = []
})
afterAll(async () => {
  await own.remove()
})

async function open(): Promise<Storage> {
  const storage = await openStorage({ folder })
  ending.push(() => storage.close())
  return storage
}

/** Another process that tries to open the folder; `line` is what it says. */
async function anotherProcess(): Promise<{
  pid: number | undefined
  line: string
  kill: () => Promise<unknown>
}> {
  const script = fileURLToPath(new URL('./testing/holder-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    child.kill('SIGKILL')
    await closed
  }
  ending.push(kill)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { pid: child.pid, line: String(line), kill }
}

test('a folder held by another process is refused, and the process is named', async () => {
  const other = await anotherProcess()

  expect(other.line).toBe('open')
  expect(await problemOf({ folder })).toEqual({
    code: 'folderHeld',
    folder,
    pid: other.pid,
    address: 'http://127.0.0.1:1',
  })
  expect(holderOf(folder)).toEqual({ pid: other.pid, address: 'http://127.0.0.1:1' })
})

test('another process is refused while this one holds the folder, and this one writes on', async () => {
  const storage = await open()
  // A look at one's own lock opens and closes its file, which must not let it go.
  expect(holderOf(folder)).toEqual({ pid: process.pid })
  const other = await anotherProcess()

  expect(JSON.parse(other.line)).toEqual({ code: 'folderHeld', folder, pid: process.pid })
  await sql`create table thing (name text)`.execute(storage.db)
  await sql`insert into thing values ('a')`.execute(storage.db)
  expect((await sql`select name from thing`.execute(storage.db)).rows).toEqual([{ name: 'a' }])
})

test('the same process is refused the second time', async () => {
  await open()

  expect(await problemOf({ folder })).toEqual({ code: 'folderHeld', folder, pid: process.pid })
})

test('a folder is free again when its process is killed', async () => {
  const other = await anotherProcess()
  await other.kill()

  expect(holderOf(folder)).toBeUndefined()
  await open()
  expect(holderOf(folder)).toEqual({ pid: process.pid })
})

test('a folder is free again when its storage is closed', async () => {
  const storage = await open()
  await storage.close()

  expect(holderOf(folder)).toBeUndefined()
  expect((await anotherProcess()).line).toBe('open')
})

test('the holder tells its address and key to this user alone', async () => {
  const storage = await open()
  expect(holderOf(folder)).toEqual({ pid: process.pid })

  storage.announce('http://127.0.0.1:8765', 'one-time key')

  expect(holderOf(folder)).toEqual({
    pid: process.pid,
    address: 'http://127.0.0.1:8765',
    key: 'one-time key',
  })
  const rights = statSync(join(folder, 'holder.json')).mode & 0o777
  expect(rights).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  await storage.close()
  expect(existsSync(join(folder, 'holder.json'))).toBe(false)
})

test('what a dead holder has left written is not believed', async () => {
  const left = { pid: process.pid, address: 'http://127.0.0.1:8765', key: 'old' }
  writeFileSync(join(folder, 'holder.json'), JSON.stringify(left))

  expect(holderOf(folder)).toBeUndefined()
  await open()
  expect(holderOf(folder)).toEqual({ pid: process.pid })
})

test('a holder that cannot be read is still a holder', async () => {
  await open()
  writeFileSync(join(folder, 'holder.json'), '{"pid":')

  expect(holderOf(folder)).toEqual({ pid: undefined })
  expect(await problemOf({ folder })).toEqual({ code: 'folderHeld', folder, pid: undefined })
})

test('nobody holds a folder that is not there', () => {
  expect(holderOf(join(folder, 'nowhere'))).toBeUndefined()
})
