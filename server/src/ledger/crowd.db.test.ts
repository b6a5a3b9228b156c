import { readFile } from 'node:fs/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { localOperator, read, type Program, type Reader } from '../commands/index.ts'
import { aProgram } from '../commands/testing/index.ts'
import { openStorage, type Storage } from '../database/index.ts'
import { aMigratedFolder, aPostgresDatabase, withStorages } from '../database/testing/index.ts'
import { backup, listEntries, restore, verifyLedger } from './index.ts'
import { aChance, ask, contradictions, send, settle, write, type Asked, type Given } from './testing/crowd.ts'
import { aFolderForFiles } from './testing/fixture.ts'

const writers = 8
const readers = 4

withStorages('8 writers and 4 readers at once', (given) => {
  const seed = Number(process.env['AN_CU_SEED'] ?? Date.now() % 2 ** 31)
  let files: Awaited<ReturnType<typeof aFolderForFiles>>
  let program: Program
  let asked: readonly Asked[]
  const told: Given = { answers: new Map(), contradicted: [], gaps: [] }

  beforeAll(async () => {
    files = await aFolderForFiles()
    process.stdout.write(`crowd on ${given.engine}: AN_CU_SEED=${seed}\n`)
    program = await aProgram(given.storage)
    await settle(program)
    // On PostgreSQL each has a connection of its own; a folder has one session for all.
    const opened: Storage[] = []
    const own = async (): Promise<Program> => {
      if (given.engine === 'pglite') return program
      const storage = await openStorage(given.place)
      opened.push(storage)
      return { ...program, storage }
    }
    const stop = new AbortController()
    const reading = Array.from({ length: readers }, async (_, nth) =>
      ask(await own(), told, stop.signal, aChance(seed + 100 + nth)),
    )
    const writing = Array.from({ length: writers }, async (_, nth) =>
      write(await own(), `w${nth}`, 25, aChance(seed + nth)),
    )
    asked = (await Promise.all(writing)).flat()
    // Some commands are sent once more, all at once.
    const chance = aChance(seed + 200)
    const again = asked.filter((_, nth) => nth % 7 === 0)
    const repeated = again.map(async ({ request }) => send(await own(), request, chance))
    asked = [...asked, ...(await Promise.all(repeated))]
    stop.abort()
    await Promise.all(reading)
    await Promise.all(opened.map((storage) => storage.close()))
  })
  afterAll(() => files.remove())

  const accepted = () =>
    asked.flatMap(({ request, outcome }) => (outcome.ok ? [{ request, ...outcome.value }] : []))

  test('take numbers without a gap, each command one, and repeated ones their first', async () => {
    const first = accepted().filter((one) => !one.repeated)
    const entries = await read(program, localOperator, (reader) => listEntries(reader, { limit: 1_000 }))
    expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1))
    expect(first.map((one) => one.seq).toSorted((one, other) => one - other)).toEqual(
      entries.slice(1).map((entry) => entry.seq),
    )
    const bySeq = new Map(entries.map((entry) => [entry.seq, entry]))
    for (const { request, seq, value } of accepted())
      expect(bySeq.get(seq)).toMatchObject({ commandId: request.commandId, value })
    expect(accepted().some((one) => one.repeated)).toBe(true)
  })

  test('are refused for nothing but what they ask', () => {
    const codes = new Set(asked.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.refusal.code])))
    expect(codes).toContain('nobodyWould')
    expect([...codes].filter((code) => code !== 'nobodyWould' && code !== 'periodOverlaps')).toEqual([])
    expect(accepted().length).toBeGreaterThan(writers * 10)
  })

  test('decide on everything before their own entry', async () => {
    const names = await read(program, localOperator, findNames)
    const renamed = accepted().filter(
      ({ repeated, value }) => !repeated && typeof value === 'string' && value.endsWith('’'),
    )
    expect(renamed.length).toBeGreaterThan(20)
    const marks = names.map((name) => name.length - 'Đắk Hà'.length).reduce((sum, count) => sum + count, 0)
    expect(marks).toBe(renamed.length)
  })

  test('and readers get one answer for a number, whenever they ask', () => {
    expect(told.answers.size).toBeGreaterThan(30)
    expect(told.contradicted).toEqual([])
    expect(told.gaps).toEqual([])
  })

  test('every answer is given again at the end, after a restart, after restoring, and on the other engine', async () => {
    const backedUp = async (name: string, of: Program): Promise<Buffer> => {
      expect(await verifyLedger(of)).toMatchObject({ found: 0 })
      expect(await contradictions(of, told.answers)).toEqual([])
      expect(await backup(of, files.at(name))).toMatchObject({ ok: true })
      return readFile(files.at(name))
    }
    const bytes = await backedUp('end', program)
    program = { ...program, storage: await given.reopen() }
    expect(await backedUp('reopened', program)).toEqual(bytes)

    const same = await given.another()
    expect(await restore(same, files.at('end'))).toMatchObject({ ok: true })
    expect(await backedUp('restored', { ...program, storage: same })).toEqual(bytes)

    const server = process.env['TEST_DATABASE_URL'] ?? ''
    // Without a PostgreSQL to test on, the other engine is another folder.
    const place =
      given.engine === 'postgres' || server === '' ? await aMigratedFolder() : await aPostgresDatabase(server)
    const other = await openStorage(place.place)
    expect(await restore(other, files.at('restored'))).toMatchObject({ ok: true })
    expect(await backedUp('other', { ...program, storage: other })).toEqual(bytes)
    await other.close()
    await place.remove()
  })
})

/** The names known now, one for each unit. */
async function findNames(reader: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name
    from unit_name
    where province_id = ${reader.provinceId}
      and superseded_seq is null
    order by unit_id`.execute(reader.tx)
  return rows.map((row) => row.name)
}
