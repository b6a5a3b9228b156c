import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { describe, expect, expectTypeOf, test } from 'vitest'

import type { Database } from '../database/index.ts'
import { withStorages } from '../database/testing/index.ts'
import {
  ledgerTableNames,
  localOperator,
  openLedger,
  read,
  type Program,
  type Reader,
  type Row,
  type SupersedableTable,
  type Writer,
} from './index.ts'
import { aFigure, aProgram, aUnitName, done, kontum, run } from './testing/index.ts'
import { isSupersedable } from './tables.ts'
import { enter, getHead } from './transaction.ts'

async function countUnits(reader: Reader): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from unit`.execute(reader.tx)
  return rows[0]?.total ?? -1
}

/** By a grant, by a policy, or by a trigger. */
const refusal = /permission denied|row-level security|the head of a ledger|what was known of/

/** Adds an entry after the last, as `command` does, and moves the head to it. */
function nextEntry(given: {
  readonly prevHash: RawBuilder<unknown>
  readonly hash: RawBuilder<unknown>
  readonly headHash?: string
}): RawBuilder<unknown> {
  return sql`
    with added as (
      insert into entry (
        province_id, seq, at, known_on, command_id, officer_id, via, kind, payload_hash, prev_hash, hash, replayed,
        outcome
      )
      select e.province_id, e.seq + 1, e.at, e.known_on, e.command_id || '+', e.officer_id, e.via, e.kind,
        e.payload_hash, ${given.prevHash}, ${given.hash}, e.replayed, e.outcome
      from entry e
      order by e.seq desc
      limit 1
      returning seq, at, known_on, hash
    )
    update ledger_head h
    set seq = added.seq, at = added.at, known_on = added.known_on, hash = coalesce(${given.headHash ?? null}, added.hash)
    from added`
}

function aspectsOf(unit: string): readonly (readonly [SupersedableTable, Row])[] {
  const dated = (table: SupersedableTable, row: Row = {}) =>
    [table, { row_id: `${table}-${unit}`, unit_id: unit, from: '2004-01-01', until: null, ...row }] as const
  return [
    ['unit_name', aUnitName({ row_id: `unit_name-${unit}`, unit_id: unit })],
    dated('unit_kind', { kind: 'commune' }),
    dated('unit_code', { scheme: 'gso', code: '23425' }),
    dated('unit_parent', { hierarchy: 'administrative', parent_id: `${unit}-above` }),
    dated('unit_group', { group: 'border', document_id: null, illustrative: false }),
    dated('unit_programme'),
  ]
}

withStorages('rights', (given) => {
  test('a transaction without an officer sees nothing, and writes nothing', async () => {
    const program = await aProgram(given.storage)
    await done(program, { commandId: 'seen' }, (writer) => writer.insert('unit', [{ id: 'seen' }]))
    const nobody = { id: '', name: '' }
    const { db } = given.storage
    const rows = await db.transaction().execute(async (tx) => {
      await enter(tx, kontum, nobody)
      return (await sql`select id from unit`.execute(tx)).rows
    })
    expect(rows).toEqual([])
    await expect(read(program, nobody, countUnits)).rejects.toThrow('no officer is set')
    const insert = db.transaction().execute(async (tx) => {
      await enter(tx, kontum, nobody)
      await sql`insert into unit (province_id, id, entry_seq) values (${kontum}, 'unseen', 1)`.execute(tx)
    })
    await expect(insert).rejects.toThrow('row-level security')
  })

  test('rows of another province are neither seen nor written', async () => {
    const one = await aProgram(given.storage, { provinceId: 'one' })
    const other = await aProgram(given.storage, { provinceId: 'other' })
    await done(one, { commandId: 'same' }, (writer) =>
      writer.insert('unit', [{ id: 'same' }, { id: 'of-one' }]),
    )
    await done(other, { commandId: 'same' }, (writer) => writer.insert('unit', [{ id: 'same' }]))
    expect(await read(one, localOperator, countUnits)).toBe(2)
    expect(await read(other, localOperator, countUnits)).toBe(1)
    const reaching = run(one, { commandId: 'reaching' }, async (writer) => {
      await sql`insert into unit (province_id, id, entry_seq) values ('other', 'reached', 1)`.execute(
        writer.tx,
      )
    })
    await expect(reaching).rejects.toThrow('row-level security')
    await expect(read(await unopened(given.storage), localOperator, countUnits)).rejects.toThrow(
      'has not been opened',
    )
  })

  test('facts are never changed or deleted, and of older unit rows only the end of being known', async () => {
    const program = await aProgram(given.storage, { provinceId: 'facts' })
    await done(program, { commandId: 'facts' }, async (writer) => {
      await writer.insert('unit', [{ id: 'a' }])
      await writer.insert('unit_name', [aUnitName({ row_id: 'a', unit_id: 'a' })])
      await writer.insert('figure', [aFigure({ id: 'a', unit_id: 'a' })])
    })
    const attempts = [
      sql`update figure set value = 1`,
      sql`delete from figure`,
      sql`update entry set reason = ''`,
      sql`delete from entry`,
      sql`update unit_name set name = 'x'`,
      sql`delete from unit_name`,
      sql`delete from ledger_head`,
      sql`truncate unit cascade`,
    ]
    for (const [index, attempt] of attempts.entries()) {
      const writing = run(program, { commandId: `attempt-${index}` }, async (writer) => {
        await attempt.execute(writer.tx)
      })
      await expect(writing).rejects.toThrow('permission denied')
    }
  })

  test('of no fact and no entry any column may be changed but the end of being known', async () => {
    const { rows } = await sql<{ column: string }>`
      select distinct c.column_name as "column"
      from information_schema.columns c
      where c.table_schema = 'public'
        and c.table_name = any(${['entry', ...ledgerTableNames]})
        and has_column_privilege('an_cu_app', c.table_name, c.column_name, 'update')`.execute(
      given.storage.db,
    )
    expect(rows).toEqual([{ column: 'superseded_seq' }])
  })

  describe('the head of a ledger', () => {
    const provinceId = 'head'
    const steps = {
      'goes back': sql`update ledger_head set seq = seq - 1`,
      'goes back to nothing': sql`update ledger_head set seq = 0`,
      'leaves an entry out': sql`update ledger_head set seq = seq + 2`,
      'goes to an entry that is not there': sql`update ledger_head set seq = seq + 1`,
      'stays with another hash': sql`update ledger_head set hash = 'x'`,
      'stays with an earlier time': sql`update ledger_head set at = at - interval '1 second'`,
      'stays with an earlier day': sql`update ledger_head set known_on = known_on - 1`,
      'goes to an entry that does not follow': nextEntry({ prevHash: sql`'x'`, hash: sql`'y'` }),
      'goes to an entry of another hash': nextEntry({ prevHash: sql`e.hash`, hash: sql`'y'`, headHash: 'z' }),
      'is another province’s': sql`update ledger_head set province_id = 'other'`,
      'belongs to a province of another name': sql`update province set id = 'other'`,
    }

    test.each(Object.entries(steps))('never %s', async (name, step) => {
      const program = await aProgram(given.storage, { provinceId })
      await done(program, { commandId: `before ${name}` }, async () => {})
      const head = await read(program, localOperator, (reader) => getHead(reader.tx, provinceId))
      await expect(asProgram(provinceId, step)).rejects.toThrow(refusal)
      expect(await read(program, localOperator, (reader) => getHead(reader.tx, provinceId))).toEqual(head)
    })

    test('goes to the entry that follows', async () => {
      const program = await aProgram(given.storage, { provinceId })
      const seq = await done(program, { commandId: 'followed' }, async () => {})
      await asProgram(provinceId, nextEntry({ prevHash: sql`e.hash`, hash: sql`'y'` }))
      const head = await read(program, localOperator, (reader) => getHead(reader.tx, provinceId))
      expect(head).toMatchObject({ seq: seq + 1, hash: 'y' })
    })

    test('begins with nothing', async () => {
      const begun = sql`
        with added as (insert into province (id) values ('begun') returning id)
        insert into ledger_head (province_id, seq, at, known_on, hash)
        select id, 5, now(), current_date, 'x'
        from added`
      await expect(asProgram('begun', begun)).rejects.toThrow(refusal)
    })
  })

  test('what was known ends once, by the entry that is being written', async () => {
    const provinceId = 'ended'
    const program = await aProgram(given.storage, { provinceId })
    await done(program, { commandId: 'known' }, async (writer) => {
      await writer.insert('unit', [{ id: 'a' }, { id: 'a-above' }])
      for (const [table, row] of aspectsOf('a')) await writer.insert(table, [row])
    })
    expect(aspectsOf('a').map(([table]) => table)).toEqual(ledgerTableNames.filter(isSupersedable))
    for (const [table] of aspectsOf('a')) {
      const ending = (value: string) => sql`update ${sql.table(table)} set superseded_seq = ${sql.raw(value)}`
      for (const value of ['0', '1', '99', 'entry_seq']) {
        await expect(asProgram(provinceId, ending(value))).rejects.toThrow(refusal)
      }
      const seq = await done(program, { commandId: `end ${table}` }, (writer) =>
        writer.supersede(table, [`${table}-a`]),
      )
      for (const value of ['null', `${seq + 1}`, 'superseded_seq']) {
        await expect(asProgram(provinceId, ending(value))).rejects.toThrow(refusal)
      }
    }
  })

  test('nothing is written while reading', async () => {
    const program = await aProgram(given.storage, { provinceId: 'read-only' })
    const writing = read(program, localOperator, async (reader) =>
      sql`insert into unit (province_id, id, entry_seq) values ('read-only', 'a', 1)`.execute(reader.tx),
    )
    await expect(writing).rejects.toThrow('read-only transaction')
  })

  test('a query outside read and command does not compile', () => {
    expectTypeOf<Transaction<Database>>().not.toExtend<Reader['tx']>()
    expectTypeOf<Kysely<Database>>().not.toExtend<Reader['tx']>()
    expectTypeOf<Reader>().not.toExtend<Writer>()
    expectTypeOf<Reader['tx']>().toExtend<Transaction<Database>>()
  })

  /** A statement under the role of the program, in a transaction of its own. */
  async function asProgram(provinceId: string, statement: RawBuilder<unknown>): Promise<void> {
    await given.storage.db.transaction().execute(async (tx) => {
      await statement.execute(await enter(tx, provinceId, localOperator))
    })
  }

  async function unopened(storage: Program['storage']): Promise<Program> {
    await openLedger(storage, 'opened')
    return { storage, provinceId: 'unopened', clock: Date.now, project: async () => {} }
  }
})
