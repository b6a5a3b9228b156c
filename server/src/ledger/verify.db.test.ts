import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { ledgerTableNames, localOperator, read, type Program } from '../commands/index.ts'
import { aClock, aProgram, aUnitName, done } from '../commands/testing/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { verifyLedger, type Finding } from './index.ts'
import { fillLittle } from './testing/fixture.ts'

withStorages('verification', (given) => {
  let program: Program
  beforeAll(async () => {
    program = await aProgram(given.storage)
    await fillLittle(program)
    // Another province in the same database, which is none of this one's business.
    const other = await aProgram(given.storage, { provinceId: 'other' })
    await done(other, { commandId: 'x' }, (writer) => writer.insert('unit', [{ id: 'a' }]))
  })

  test('of what nobody has touched finds nothing, and counts everything', async () => {
    const steps: unknown[] = []
    const result = await verifyLedger(program, { onProgress: (progress) => steps.push(progress) })
    expect(result).toMatchObject({
      upTo: 6,
      entries: 6,
      findings: [],
      found: 0,
      checks: [],
      rows: { document: 1, unit: 3, unit_name: 3, edition: 1, figure: 4, decision: 1, unit_change_part: 1 },
    })
    expect(result.headHash).toMatch(/^[0-9a-f]{64}$/)
    expect(steps).toEqual([{ step: 'entries', done: 6, of: 6 }])
  })

  test('of an empty ledger finds nothing', async () => {
    const empty = await aProgram(given.storage, { provinceId: 'empty' })
    expect(await verifyLedger(empty)).toMatchObject({ upTo: 0, entries: 0, found: 0 })
  })

  test('goes through pages of many rows and many entries', async () => {
    const large = await aProgram(given.storage, { provinceId: 'large' })
    const ids = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}` }))
    await done(large, { commandId: 'many rows' }, (writer) => writer.insert('unit', ids('many', 4_500)))
    for (let nth = 0; nth < 210; nth += 1)
      await done(large, { commandId: `few rows ${nth}` }, (writer) =>
        writer.insert('unit', ids(`few${nth}`, 10)),
      )
    expect(await verifyLedger(large)).toMatchObject({
      upTo: 211,
      entries: 211,
      found: 0,
      rows: { unit: 6_600 },
    })
  })

  test('leaves what is written meanwhile for another time', async () => {
    const running = await aProgram(given.storage, { provinceId: 'running' })
    await done(running, { commandId: 'u' }, async (writer) => {
      await writer.insert('unit', [{ id: 'a' }])
      await writer.insert('unit_name', [aUnitName({ row_id: 'n0', unit_id: 'a' })])
    })
    for (let nth = 0; nth < 20; nth += 1) await done(running, { commandId: `b${nth}` }, async () => {})
    const stop = new AbortController()
    const writing = (async () => {
      for (let nth = 0; !stop.signal.aborted; nth += 1) {
        await done(running, { commandId: `w${nth}` }, async (writer) => {
          await writer.supersede('unit_name', [`n${nth}`])
          await writer.insert('unit_name', [aUnitName({ row_id: `n${nth + 1}`, unit_id: 'a' })])
        })
      }
      return read(running, localOperator, async (reader) => reader.knownSeq)
    })()
    const results = [await verifyLedger(running), await verifyLedger(running), await verifyLedger(running)]
    stop.abort()
    const last = await writing
    expect(results.map((result) => result.findings)).toEqual([[], [], []])
    expect(last).toBeGreaterThan(results[0]?.upTo ?? Infinity)
  })

  test('runs the checks of others, and lists what they find', async () => {
    const found: Finding = { code: 'standingDiffers', table: 'standing', detail: 'a' }
    const checks = [
      { name: 'closures', find: async () => [] },
      { name: 'standing', find: async () => [found] },
      { name: 'totals', find: async () => undefined },
    ]
    expect(await verifyLedger(program, { checks })).toMatchObject({
      checks: ['closures', 'standing'],
      notKept: ['totals'],
      findings: [found],
      found: 1,
    })
  })

  describe('after a superuser has been there', () => {
    const cases: readonly [string, readonly string[], readonly string[]][] = [
      ['a changed value', ["update figure set value = 1 where id = 'f-1'"], ['rowsChanged 3 figure']],
      ['a value taken away', ['update unit_change set clause = null'], ['rowsChanged 2 unit_change']],
      [
        'another form of the same letters',
        ["update unit_name set name = normalize(name, nfd) where row_id = 'n-a'"],
        ['rowsChanged 1 unit_name'],
      ],
      [
        'the last digit of a coordinate',
        ['update unit_point set latitude = 14.65'],
        ['rowsChanged 1 unit_point'],
      ],
      [
        'JSON within a row',
        [`update edition set content = jsonb_set(content, '{b,0}', '2')`],
        ['rowsChanged 1 edition'],
      ],
      ['a missing row', ["delete from figure where id = 'f-2'"], ['rowsChanged 3 figure']],
      [
        'an added row',
        ["insert into unit (province_id, id, entry_seq) values (:province, 'z', 5)"],
        ['rowsChanged 5 unit'],
      ],
      [
        'a row moved to another entry',
        ["update figure set entry_seq = 5 where id = 'f-2'"],
        ['rowsChanged 3 figure', 'rowsChanged 5 figure'],
      ],
      [
        'rows of entries that are not there',
        ["update figure set entry_seq = 0 where id = 'f-2'", "update unit set entry_seq = 99 where id = 'b'"],
        [
          'rowsChanged 1 unit',
          'rowsChanged 3 figure',
          'rowsWithoutEntry 0 figure 1',
          'rowsWithoutEntry unit 1',
        ],
      ],
      [
        'knowledge that ended and is said to go on',
        ["update unit_name set superseded_seq = null where row_id = 'n-b'"],
        ['rowsChanged 5 unit_name'],
      ],
      ['knowledge said to end', ['update unit_kind set superseded_seq = 6'], ['rowsChanged 6 unit_kind']],
      [
        'knowledge said to end later',
        ['update unit_kind set superseded_seq = 7'],
        ['rowsWithoutEntry unit_kind 1'],
      ],
      ['a changed reason', ["update entry set reason = 'x' where seq = 2"], ['entryChanged 2']],
      [
        'a changed day of knowledge',
        ["update entry set known_on = '2017-01-02' where seq = 1"],
        ['entryChanged 1'],
      ],
      [
        'a microsecond',
        ["update entry set at = at + interval '1 microsecond' where seq = 5"],
        ['entryChanged 5', 'timeGoesBack 6'],
      ],
      [
        'another answer kept',
        [`update entry set outcome = jsonb_set(outcome, '{value}', '1') where seq = 6`],
        ['entryChanged 6'],
      ],
      ['no account kept', ["update entry set outcome = '7' where seq = 3"], ['entryChanged 3']],
      [
        'another account of what was written',
        [`update entry set payload_hash = repeat('0', 64) where seq = 3`],
        ['entryChanged 3'],
      ],
      [
        'an entry with another hash',
        ["update entry set reason = 'x', hash = repeat('0', 64) where seq = 2"],
        ['chainBroken 3', 'entryChanged 2'],
      ],
      [
        'a missing entry',
        ['delete from entry where seq = 4'],
        ['chainBroken 5', 'entryMissing 4 4', 'rowsWithoutEntry 4 figure 2'],
      ],
      ['a missing last entry', ['delete from entry where seq = 6'], ['entryMissing 6 6', 'headDiffers 6']],
      [
        "two entries in each other's place",
        [
          'update entry set seq = -3 where seq = 5',
          'update entry set seq = 5 where seq = 6',
          'update entry set seq = 6 where seq = -3',
          'update unit_name set superseded_seq = 6 where superseded_seq = 5',
        ],
        ['chainBroken 5', 'chainBroken 6', 'entryChanged 5', 'entryChanged 6', 'headDiffers 6'],
      ],
      [
        'an entry replayed after what was not',
        ['update entry set replayed = true where seq = 5'],
        ['entryChanged 5', 'timeGoesBack 5'],
      ],
      [
        'an entry beyond the head',
        [
          "insert into entry select province_id, 7, at, known_on, 'seven', officer_id, duty_id, via, kind, reason, payload_hash, hash, hash, replayed, outcome from entry where seq = 6",
        ],
        ['rowsWithoutEntry entry 1'],
      ],
      ['a head put back', ['update ledger_head set seq = 5'], ['headDiffers 5', 'rowsWithoutEntry entry 1']],
      ['another hash of the head', ["update ledger_head set hash = repeat('0', 64)"], ['headDiffers 6']],
      ['another day of the head', ["update ledger_head set known_on = '2100-01-01'"], ['headDiffers 6']],
    ]

    test.each(cases)('%s is found', async (name, changes, findings) => {
      const damaged = await aProgram(given.storage, {
        provinceId: name,
        clock: aClock('2025-08-01T00:00:00Z'),
      })
      await fillLittle(damaged)
      for (const change of changes) await tamper(name, change)
      const found = await verifyLedger(damaged)
      const told = found.findings.map(({ code, seq, table, detail }) =>
        code === 'headDiffers'
          ? `${code} ${seq}`
          : [code, seq, table, detail].filter((one) => one !== undefined).join(' '),
      )
      expect(told.toSorted()).toEqual(findings)
      expect(found.found).toBe(findings.length)
    })

    test('everything missing but the rows is told table by table', async () => {
      const damaged = await aProgram(given.storage, { provinceId: 'bare' })
      await fillLittle(damaged)
      await tamper('bare', 'delete from entry')
      const { findings } = await verifyLedger(damaged)
      expect(findings).toContainEqual({ code: 'entryMissing', seq: 1, detail: '6' })
      expect(
        new Set(findings.filter((one) => one.code === 'rowsWithoutEntry').map((one) => one.table)),
      ).toEqual(new Set(ledgerTableNames))
    })

    test('a ledger with more faults than anyone reads is told in part', async () => {
      const damaged = await aProgram(given.storage, { provinceId: 'many faults' })
      await sql`
        insert into unit (province_id, id, entry_seq)
        select 'many faults', number, -number
        from generate_series(1, 1010) as numbers (number)`.execute(given.storage.db)
      const { findings, found } = await verifyLedger(damaged)
      expect([findings.length, found]).toEqual([1_000, 1_010])
    })

    /** Runs a statement as superuser, on the rows of one province. */
    async function tamper(province: string, statement: string): Promise<void> {
      const own = statement.startsWith('insert into unit')
        ? statement.replace(':province', `'${province}'`)
        : `${statement} ${statement.includes(' where ') ? 'and' : 'where'} province_id = '${province.replaceAll("'", "''")}'`
      const { numAffectedRows } = await sql.raw(own).execute(given.storage.db)
      expect(Number(numAffectedRows)).toBeGreaterThan(0)
    }
  })
})
