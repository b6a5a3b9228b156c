import { copyFile, readFile } from 'node:fs/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accepted, refused } from '@ancu/core/kernel'

import { openLedger, type Program } from '../commands/index.ts'
import { aClock, aFigure, aProgram, done, kontum } from '../commands/testing/index.ts'
import { openStorage, type Storage } from '../database/index.ts'
import { aMigratedFolder, aPostgresDatabase, plannedRows, withStorages } from '../database/testing/index.ts'
import { backup, restore, verifyLedger } from './index.ts'
import { aFolderForFiles, answerAt, fillLittle } from './testing/fixture.ts'

withStorages('restore', (given) => {
  let program: Program
  let files: Awaited<ReturnType<typeof aFolderForFiles>>
  let fresh: Storage
  beforeAll(async () => {
    files = await aFolderForFiles()
    program = await aProgram(given.storage, { clock: aClock('2025-08-01T20:00:00Z') })
    await fillLittle(program)
    await backup(program, files.at('little'))
    fresh = await given.another()
  })
  afterAll(() => files.remove())

  /** Numbers of rows in every table of a database, whatever the province. */
  async function countRows(storage: Storage): Promise<Record<string, number>> {
    const { rows } = await sql<{ name: string; rows: number }>`
      select table_name as name,
        (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1]::text::int as rows
      from information_schema.tables
      where table_schema = 'public'
        and table_name not like '%migration%'`.execute(storage.db)
    return Object.fromEntries(rows.filter((row) => row.rows > 0).map((row) => [row.name, row.rows]))
  }

  test('gives the same answers, the same chain, and backs up to the same bytes', async () => {
    const steps = new Set<string>()
    const own = await given.another()
    const outcome = await restore(own, files.at('little'), { onProgress: ({ step }) => steps.add(step) })
    const { headHash } = await verifyLedger(program)
    expect(outcome).toEqual(
      accepted({
        provinceId: kontum,
        seq: 6,
        headHash,
        rows: expect.objectContaining({ entry: 6, figure: 4 }),
      }),
    )
    expect([...steps]).toEqual(['checking', 'writing', 'verifying'])
    expect(await plannedRows(own)).toMatchObject({ figure: 4, unit: 3, entry: 6 })
    const restored = { ...program, storage: own }
    for (const seq of [0, 1, 2, 3, 4, 5, 6])
      expect(await answerAt(restored, seq)).toBe(await answerAt(program, seq))
    expect(await verifyLedger(restored)).toMatchObject({ found: 0, upTo: 6, headHash })
    await backup(restored, files.at('again'))
    expect(await readFile(files.at('again'))).toEqual(await readFile(files.at('little')))
  })

  test('works on the other engine and back, byte for byte', async () => {
    const server = process.env['TEST_DATABASE_URL'] ?? ''
    // Without a PostgreSQL the other engine is another folder.
    const other =
      given.engine === 'postgres' || server === '' ? await aMigratedFolder() : await aPostgresDatabase(server)
    const storage = await openStorage(other.place)
    expect(await restore(storage, files.at('little'))).toMatchObject({ ok: true })
    const moved = { ...program, storage }
    for (const seq of [1, 2, 6]) expect(await answerAt(moved, seq)).toBe(await answerAt(program, seq))
    await backup(moved, files.at('moved'))
    await storage.close()
    await other.remove()
    expect(await readFile(files.at('moved'))).toEqual(await readFile(files.at('little')))
    const back = await given.another()
    expect(await restore(back, files.at('moved'))).toMatchObject({ ok: true })
    expect(await answerAt({ ...program, storage: back }, 6)).toBe(await answerAt(program, 6))
  })

  test('refuses a province that is there already, and changes nothing', async () => {
    const before = await countRows(given.storage)
    expect(await restore(given.storage, files.at('little'))).toEqual(
      refused({ code: 'ledgerNotEmpty', province: kontum, seq: 6 }),
    )
    expect(await countRows(given.storage)).toEqual(before)
  })

  test('refuses rows without a ledger too', async () => {
    await openLedger(fresh, kontum)
    await sql`insert into unit (province_id, id, entry_seq) values (${kontum}, 'stray', 1)`.execute(fresh.db)
    expect(await restore(fresh, files.at('little'))).toEqual(
      refused({ code: 'ledgerNotEmpty', province: kontum, seq: 0 }),
    )
    expect(await countRows(fresh)).toEqual({ province: 1, ledger_head: 1, unit: 1 })
    await sql`delete from unit`.execute(fresh.db)
  })

  test('refuses another province than the one asked for', async () => {
    expect(await restore(fresh, files.at('little'), { provinceId: 'quang-ngai' })).toEqual(
      refused({ code: 'otherProvince', have: kontum, want: 'quang-ngai' }),
    )
    expect(await countRows(fresh)).toEqual({ province: 1, ledger_head: 1 })
  })

  test('leaves nothing when what stands beside the ledger cannot be built', async () => {
    const failing = restore(fresh, files.at('little'), {
      rebuild: async () => {
        throw new Error('no room for projections')
      },
    })
    await expect(failing).rejects.toThrow('no room for projections')
    expect(await countRows(fresh)).toEqual({ province: 1, ledger_head: 1 })
  })

  test('fills a ledger that was opened and never written, once when asked twice, and all beside it', async () => {
    await copyFile(files.at('little'), files.at('copy'))
    const seen: unknown[] = []
    const options: Parameters<typeof restore>[2] = {
      provinceId: kontum,
      clock: () => Date.parse('2025-08-01T17:00:00Z'),
      rebuild: async ({ tx, provinceId, knownSeq, today }) => {
        seen.push([provinceId, knownSeq, today])
        await sql`
          insert into unit_scope (province_id, area_id, unit_id)
          select province_id, id, id from unit`.execute(tx)
      },
    }
    const outcomes = await Promise.all([
      restore(fresh, files.at('little'), options),
      restore(fresh, files.at('copy'), options),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(seen).toEqual([[kontum, 6, '2025-08-02']])
    expect(await countRows(fresh)).toMatchObject({ unit_scope: 3, entry: 6 })
  })

  test('leaves a ledger that goes on from where it was', async () => {
    const restored = { ...program, storage: fresh }
    expect(
      await done(restored, { commandId: 'next' }, (writer) =>
        writer.insert('figure', [aFigure({ id: 'next', unit_id: 'a' })]),
      ),
    ).toBe(7)
    expect(await verifyLedger(restored)).toMatchObject({ found: 0, upTo: 7 })
  })
})
