import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aBareFolder, aFolder, problemOf } from './testing/index.ts'

describe('a data folder', () => {
  let parent: string
  let remove: () => Promise<void>

  beforeEach(async () => {
    const own = await aFolder()
    parent = join(own.place.folder, '..')
    remove = own.remove
  })
  afterEach(() => remove())

  test('below a file cannot be written', async () => {
    writeFileSync(join(parent, 'file'), '')
    const folder = join(parent, 'file', 'data')

    expect(await problemOf({ folder })).toEqual({ code: 'folderNotWritable', folder })
  })

  test('that is a file cannot be written', async () => {
    const folder = join(parent, 'file')
    writeFileSync(folder, 'text')

    expect(await problemOf({ folder })).toEqual({ code: 'folderNotWritable', folder })
  })

  test('whose lock is not a file cannot be written', async () => {
    const folder = join(parent, 'data')
    mkdirSync(join(folder, 'lock'), { recursive: true })

    expect(await problemOf({ folder })).toEqual({ code: 'folderNotWritable', folder })
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  test('with something else in the place of the database is not touched', async () => {
    const folder = join(parent, 'data')
    mkdirSync(join(folder, 'pg'), { recursive: true })
    writeFileSync(join(folder, 'pg', 'letter.txt'), 'text')

    expect(await problemOf({ folder })).toMatchObject({ code: 'folderUnreadable', folder })
    expect(readdirSync(join(folder, 'pg'))).toEqual(['letter.txt'])
  })

  test('with a database of another version is not touched', async () => {
    const own = await aBareFolder()
    const { folder } = own.place
    try {
      writeFileSync(join(folder, 'pg', 'PG_VERSION'), '17\n')

      expect(await problemOf(own.place)).toMatchObject({ code: 'folderUnreadable', folder })
    } finally {
      await own.remove()
    }
  })

  test('left by a creation that was cut short is created anew', async () => {
    const folder = join(parent, 'data')
    mkdirSync(join(folder, 'pg.new', 'base'), { recursive: true })
    writeFileSync(join(folder, 'pg.new', 'PG_VERSION'), '18\n')

    expect(await problemOf({ folder })).toBeUndefined()
    expect(readdirSync(folder).toSorted()).toEqual(['lock', 'pg'])
  })
})

describe('a full disk', () => {
  const inChild = promisify(execFile)

  /** What a process sees that lives in the folder on a disk that is full while `sign` is there. */
  async function lifeIn(folder: string, sign: string): Promise<unknown> {
    const preload = new URL('./testing/full-disk.ts', import.meta.url)
    const script = fileURLToPath(new URL('./testing/disk-full-child.ts', import.meta.url))
    const { stdout } = await inChild(process.execPath, ['--import', preload.href, script, folder], {
      env: { ...process.env, AN_CU_TEST_DISK_FULL: sign },
    })
    return JSON.parse(stdout)
  }

  test('under a new folder is told, and nothing is left of it', async () => {
    const own = await aFolder()
    const { folder } = own.place
    const sign = join(folder, '..', 'full')
    try {
      writeFileSync(sign, '')

      expect(await lifeIn(folder, sign)).toEqual({ problem: { code: 'diskFull', place: folder } })
      expect(existsSync(folder)).toBe(false)
    } finally {
      await own.remove()
    }
  })

  test('is an error of the write, and once there is room all goes on without a restart', async () => {
    const own = await aBareFolder()
    try {
      expect(await lifeIn(own.place.folder, join(own.place.folder, '..', 'full'))).toEqual({
        writing: '53100',
        secondsToFail: expect.closeTo(5, -1),
        reopening: '53100',
        rows: [{ name: 'after' }, { name: 'before' }],
      })
    } finally {
      await own.remove()
    }
  })
})
