import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accepted, canonicalJson, refused } from '@ancu/core/kernel'

import { localOperator, read, type Program } from '../commands/index.ts'
import { aClock, aProgram, aUnitName, done, kontum } from '../commands/testing/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { backup, restore, verifyLedger } from './index.ts'
import { aFolderForFiles, answerAt, fillLittle } from './testing/fixture.ts'
import { unpack } from './testing/tar.ts'

withStorages('backup', (given) => {
  let program: Program
  let files: Awaited<ReturnType<typeof aFolderForFiles>>
  beforeAll(async () => {
    files = await aFolderForFiles()
    program = await aProgram(given.storage, { clock: aClock('2025-08-01T20:00:00Z') })
    await fillLittle(program)
  })
  afterAll(() => files.remove())

  test('is one file of plain parts, with counts and hashes, that any tar opens', async () => {
    const tables: string[] = []
    const outcome = await backup(program, files.at('plain'), {
      onProgress: (told) => {
        if (told.step === 'writing') tables.push(told.table)
      },
    })
    expect(outcome).toEqual(
      accepted({
        file: files.at('plain'),
        size: (await stat(files.at('plain'))).size,
        provinceId: kontum,
        seq: 6,
        headHash: (await verifyLedger(program)).headHash,
        verified: true,
        rows: expect.objectContaining({ entry: 6, unit: 3, unit_name: 3, figure: 4 }),
      }),
    )
    const parts = await unpack(files.at('plain'))
    expect(parts.map((part) => part.name)).toEqual([
      'an-cu.json',
      ...tables.map((table) => `${table}/000001.ndjson`),
      'manifest.json',
    ])
    expect(parts.find((part) => part.name === 'unit_name/000001.ndjson')?.text.split('\n')[0]).toBe(
      canonicalJson({
        entry_seq: 1,
        from: '2004-01-01',
        illustrative: false,
        name: 'Đắk Hà',
        row_id: 'n-a',
        spelling: 'statistics',
        superseded_seq: 2,
        unit_id: 'a',
      }),
    )
    expect(await readdir(files.at('.'))).toEqual(['plain'])
  })

  test('never takes the place of a file without being told', async () => {
    await writeFile(files.at('taken'), 'precious')
    const file = files.at('taken')
    expect(await backup(program, file)).toEqual(refused({ code: 'fileExists', file }))
    expect(await readFile(file, 'utf8')).toBe('precious')
    // Taken while it is being written.
    const racing = backup(program, files.at('racing'), {
      onProgress: () => void writeFile(files.at('racing'), 'precious', { flag: 'wx' }).catch(() => {}),
    })
    expect(await racing).toEqual(refused({ code: 'fileExists', file: files.at('racing') }))
    expect(await readFile(files.at('racing'), 'utf8')).toBe('precious')
    expect(await backup(program, file, { overwrite: true })).toMatchObject({ ok: true })
    expect((await unpack(file)).length).toBeGreaterThan(10)
  })

  test('leaves nothing behind where it cannot be written', async () => {
    await mkdir(files.at('folder'))
    const into = async (name: string) => {
      const outcome = await backup(program, files.at(name), { overwrite: true })
      return outcome.ok ? 'written' : outcome.refusal.code
    }
    expect(await into('absent/file')).toBe('fileNotWritable')
    expect(await into('folder')).toBe('fileNotWritable')
    expect(await into('taken/file')).toBe('fileNotWritable')
    expect(await backup(program, files.at('folder/small'), { largest: 5_000 })).toEqual(
      refused({ code: 'archiveTooLarge', limit: 5_000 }),
    )
    expect(await readdir(files.at('folder'))).toEqual([])
    await chmod(files.at('folder'), 0o700)
    expect((await readdir(files.at('.'))).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('of a broken ledger is refused and named, unless what there is shall be kept', async () => {
    const broken = await aProgram(given.storage, { provinceId: 'broken' })
    await fillLittle(broken)
    await writeFile(files.at('older'), 'a good one')
    await sql`
      update figure
      set value = value + 1
      where province_id = 'broken'
        and id = 'f-1'`.execute(given.storage.db)
    const file = files.at('older')

    expect(await backup(broken, file, { overwrite: true })).toEqual(
      refused({ code: 'ledgerBroken', seq: 3, finding: 'rowsChanged', table: 'figure', found: 1 }),
    )
    expect(await readFile(file, 'utf8')).toBe('a good one')
    expect(await backup(broken, file, { overwrite: true, unverified: true })).toMatchObject({
      ok: true,
      value: { seq: 6, verified: false },
    })
    expect(await restore(await given.another(), file)).toMatchObject({
      ok: false,
      refusal: { code: 'chainBroken', found: 1 },
    })
  })

  test('of an empty ledger restores to an empty ledger', async () => {
    const empty = await aProgram(given.storage, { provinceId: 'empty' })
    await backup(empty, files.at('empty'))
    const own = await given.another()
    expect(await restore(own, files.at('empty'))).toMatchObject({
      ok: true,
      value: { provinceId: 'empty', seq: 0 },
    })
    await backup({ ...empty, storage: own }, files.at('empty again'))
    expect(await readFile(files.at('empty again'))).toEqual(await readFile(files.at('empty')))
  })

  test('taken while others write holds one number, no more and no less', async () => {
    const running = await aProgram(given.storage, { provinceId: 'running' })
    await done(running, { commandId: 'u' }, async (writer) => {
      await writer.insert(
        'unit',
        Array.from({ length: 5_000 }, (_, index) => ({ id: `u${index}` })),
      )
      await writer.insert('unit_name', [aUnitName({ row_id: 'n0', unit_id: 'u0' })])
    })
    const stop = new AbortController()
    const writing = (async () => {
      for (let nth = 0; !stop.signal.aborted; nth += 1) {
        await done(running, { commandId: `w${nth}` }, async (writer) => {
          await writer.supersede('unit_name', [`n${nth}`])
          await writer.insert('unit_name', [aUnitName({ row_id: `n${nth + 1}`, unit_id: 'u0' })])
          await writer.insert('unit', [{ id: `a${nth}` }])
        })
        await pause(10)
      }
    })()
    const seqs: number[] = []
    for (const name of ['r1', 'r2', 'r3']) {
      await pause(50)
      const outcome = await backup(running, files.at(name))
      seqs.push(outcome.ok ? outcome.value.seq : -1)
    }
    stop.abort()
    await writing
    const last = await read(running, localOperator, async (reader) => reader.knownSeq)
    expect(new Set([...seqs, last]).size).toBe(4)

    for (const [name, seq = -1] of [['r1', seqs[0]] as const, ['r3', seqs[2]] as const]) {
      const own = await given.another()
      expect(await restore(own, files.at(name))).toMatchObject({ ok: true, value: { seq } })
      const restored = { ...running, storage: own }
      expect(await answerAt(restored, seq)).toBe(await answerAt(running, seq))
      expect(await answerAt(restored, seq - 1)).toBe(await answerAt(running, seq - 1))
      expect(await verifyLedger(restored)).toMatchObject({ upTo: seq, found: 0 })
      await own.close()
    }
  })
})
