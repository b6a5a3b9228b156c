import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, openStorage, type OpenStep, type Place, type Storage } from './index.ts'
import { aBareFolder, aPostgresDatabase, problemOf, type OwnPlace } from './testing/index.ts'

const first = 'create table one (a integer)'
const second = 'create table two (a integer);\ninsert into two values (1);\n'
const third = 'create table three (a integer)'

const server = process.env['TEST_DATABASE_URL'] ?? ''
const engines: readonly (readonly [string, () => Promise<OwnPlace>])[] = [
  ['pglite', aBareFolder],
  ...(server === '' ? [] : [['postgres', () => aPostgresDatabase(server)] as const]),
]

describe.each(engines)('migrations on %s', (_engine, make) => {
  let own: OwnPlace
  let folders: string[] = []
  let opened: Storage[] = []

  beforeEach(async () => {
    own = await make()
  })
  afterEach(async () => {
    for (const storage of opened) await storage.close()
    opened = []
    await own.remove()
    for (const folder of folders) rmSync(folder, { recursive: true })
    folders = []
  })

  /** A folder of migrations. */
  function having(files: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), 'an-cu-migrations-'))
    folders.push(folder)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }

  async function open(
    files: Record<string, string>,
    onProgress?: (step: OpenStep) => void,
  ): Promise<Storage> {
    const migrations = having(files)
    const storage = await openStorage(own.place, {
      migrations,
      ...(onProgress === undefined ? {} : { onProgress }),
    })
    opened.push(storage)
    return storage
  }

  const namesOf = (place: Place): string => ('folder' in place ? place.folder : place.databaseUrl)

  test('run once each, in order, and are told', async () => {
    const steps: OpenStep[] = []
    const files = { '0001-create-one.sql': first, '0002-create-two.sql': second }
    await (await open(files, (step) => steps.push(step))).close()
    const again: OpenStep[] = []
    const storage = await open({ ...files, '0003-create-three.sql': third }, (step) => again.push(step))

    expect(steps.filter(({ kind }) => kind === 'migrating')).toEqual([
      { kind: 'migrating', name: '0001-create-one', nth: 1, of: 2 },
      { kind: 'migrating', name: '0002-create-two', nth: 2, of: 2 },
    ])
    expect(again.filter(({ kind }) => kind === 'migrating')).toEqual([
      { kind: 'migrating', name: '0003-create-three', nth: 1, of: 1 },
    ])
    const { rows } = await sql`
      select no, name, length(digest) as digits, applied_at <= now() as applied
      from migration
      order by no`.execute(storage.db)
    expect(rows).toEqual([
      { no: 1, name: '0001-create-one', digits: 64, applied: true },
      { no: 2, name: '0002-create-two', digits: 64, applied: true },
      { no: 3, name: '0003-create-three', digits: 64, applied: true },
    ])
    expect((await sql`select a from two`.execute(storage.db)).rows).toEqual([{ a: 1 }])
  })

  test('of a later program are refused, and nothing is changed', async () => {
    const files = { '0001-create-one.sql': first, '0002-create-two.sql': second }
    await (await open(files)).close()

    const problem = await problemOf(own.place, { migrations: having({ '0001-create-one.sql': first }) })

    expect(problem).toEqual({ code: 'newerVersion', place: namesOf(own.place), have: 2, know: 1 })
    const storage = await open(files)
    expect((await sql`select a from two`.execute(storage.db)).rows).toEqual([{ a: 1 }])
  })

  test('that were changed after they had run are refused, and nothing is changed', async () => {
    await (await open({ '0001-create-one.sql': first })).close()

    const other = { '0001-create-one.sql': `${first};`, '0002-create-two.sql': second }
    const problem = await problemOf(own.place, { migrations: having(other) })

    expect(problem).toEqual({ code: 'migrationChanged', place: namesOf(own.place), name: '0001-create-one' })
    const storage = await open({ '0001-create-one.sql': first })
    expect((await sql`select to_regclass('two') as two`.execute(storage.db)).rows).toEqual([{ two: null }])
  })

  test('with line ends of Windows are the same files', async () => {
    await (await open({ '0001-create-two.sql': second })).close()

    const storage = await open({ '0001-create-two.sql': second.replaceAll('\n', '\r\n') })

    expect((await sql`select a from two`.execute(storage.db)).rows).toEqual([{ a: 1 }])
  })

  test('that fail leave nothing of themselves, but those before them stand', async () => {
    const failing = { '0001-create-one.sql': first, '0002-create-two.sql': `${second} select 1/0;` }

    await expect(open(failing)).rejects.toThrow('0002-create-two')

    const storage = await open({ '0001-create-one.sql': first })
    expect((await sql`select to_regclass('two') as two`.execute(storage.db)).rows).toEqual([{ two: null }])
    await migrate(storage, {
      migrations: having({ '0001-create-one.sql': first, '0002-create-two.sql': second }),
    })
    expect((await sql`select a from two`.execute(storage.db)).rows).toEqual([{ a: 1 }])
  })

  test('started by several processes at once run once', async () => {
    const storage = await open({ '0001-create-one.sql': first })
    const migrations = having({ '0001-create-one.sql': first, '0002-create-two.sql': second })

    await Promise.all([1, 2, 3].map(() => migrate(storage, { migrations })))

    expect((await sql`select a from two`.execute(storage.db)).rows).toEqual([{ a: 1 }])
  })

  test.each([
    [
      'a number left out',
      { '0001-create-one.sql': first, '0003-create-three.sql': third },
      '0003-create-three',
    ],
    [
      'a number given twice',
      { '0001-create-one.sql': first, '0001-create-two.sql': second },
      '0001-create-two',
    ],
    ['another kind of name', { '0001_create_one.sql': first }, 'NNNN-verb-object'],
    ['nothing', {}, 'no migrations'],
  ])('in a folder with %s are a fault of the program', async (_what, files: Record<string, string>, told) => {
    await expect(open(files)).rejects.toThrow(told)
  })
})
