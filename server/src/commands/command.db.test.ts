import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'

import { accepted, refused } from '@ancu/core/kernel'

import { withStorages } from '../database/testing/index.ts'
import { command, localOperator, read, type Program, type Writer } from './index.ts'
import { aDecision, aFigure, aProgram, aUnitName, done, entriesOf, run } from './testing/index.ts'

withStorages('command', (given) => {
  let program: Program
  const units = (...ids: string[]) => ids.map((id) => ({ id }))

  beforeAll(async () => {
    program = await aProgram(given.storage)
  })

  describe('one command', () => {
    test('takes the next number, and its rows carry it', async () => {
      const before = await read(program, localOperator, async (reader) => reader.knownSeq)
      const outcome = await run(
        program,
        { commandId: 'one' },
        (writer) => writer.insert('unit', units('one-a', 'one-b')),
        {
          units: 2,
        },
      )
      expect(outcome).toEqual(accepted({ seq: before + 1, repeated: false, value: { units: 2 } }))
      const rows = await read(program, localOperator, async (reader) => {
        const found = await sql<{ id: string; entry_seq: number }>`
          select id, entry_seq from unit where id like 'one-%' order by id`.execute(reader.tx)
        return found.rows
      })
      expect(rows).toEqual([
        { id: 'one-a', entry_seq: before + 1 },
        { id: 'one-b', entry_seq: before + 1 },
      ])
    })

    test('shows its decision what was known before, and its projection the rows written', async () => {
      const projected: unknown[] = []
      const watched = await aProgram(given.storage, {
        project: async (writer, written) => {
          projected.push([writer.seq, writer.knownSeq, [...written]])
        },
      })
      const seq = await done(watched, { commandId: 'projected' }, async (writer) => {
        await writer.insert('unit', units('projected'))
        const name = 'Đắk Hà'.normalize('NFD')
        await writer.insert('unit_name', [aUnitName({ row_id: 'projected-1', unit_id: 'projected', name })])
      })
      const name = aUnitName({ row_id: 'projected-1', unit_id: 'projected' })
      expect(projected).toEqual([
        [
          seq,
          seq - 1,
          [
            ['unit', units('projected')],
            ['unit_name', [name]],
          ],
        ],
      ])
      const next = await done(watched, { commandId: 'ended' }, (writer) =>
        writer.supersede('unit_name', ['projected-1']),
      )
      expect(projected[1]).toEqual([next, next - 1, [['unit_name', []]]])
    })

    test('takes back everything when its projection fails', async () => {
      const failing = await aProgram(given.storage, {
        project: async () => {
          throw new Error('no projection')
        },
      })
      const before = await read(program, localOperator, entriesOf)
      await expect(
        done(failing, { commandId: 'failing' }, (writer) => writer.insert('unit', units('failing'))),
      ).rejects.toThrow('no projection')
      expect(await read(program, localOperator, entriesOf)).toEqual(before)
    })

    test('may correct rows of its own, in whatever order they are given and however many there are', async () => {
      await done(program, { commandId: 'corrected-unit' }, (writer) =>
        writer.insert('unit', units('corrected')),
      )
      const figures = Array.from({ length: 9_000 }, (_, index) =>
        aFigure({
          id: `corrected-${String(index).padStart(5, '0')}`,
          unit_id: 'corrected',
          evidence: 'x'.repeat(200),
          replaces: index < 8_999 ? `corrected-${String(index + 1).padStart(5, '0')}` : null,
        }),
      )
      const decisions = [
        aDecision({
          id: 'corrected-b',
          unit_id: 'corrected',
          act: 'revoke',
          revokes: 'corrected-c',
          replaces: 'corrected-a',
        }),
        aDecision({ id: 'corrected-a', unit_id: 'corrected' }),
        aDecision({ id: 'corrected-c', unit_id: 'corrected' }),
      ]
      await done(program, { commandId: 'corrected' }, async (writer) => {
        await writer.insert('figure', figures)
        await writer.insert('decision', decisions)
      })
      const total = await read(program, localOperator, async (reader) => {
        const { rows } = await sql<{ total: number }>`
          select count(*) as total from figure where unit_id = 'corrected'`.execute(reader.tx)
        return rows[0]?.total
      })
      expect(total).toBe(9_000)
    })
  })

  describe('a command id', () => {
    test('used again is answered as the first time, and writes nothing', async () => {
      const request = { commandId: 'again', payload: { unit: 'again' }, reason: 'first' }
      const write = (writer: Writer) => writer.insert('unit', units('again'))
      const first = await run(program, request, write, { text: 'Đắk Hà', list: [1, { b: 2, a: 1 }] })
      const entries = await read(program, localOperator, entriesOf)
      const second = await run(program, { ...request, via: 'field' }, write, { text: 'something else' })
      expect(second).toEqual(
        accepted({
          seq: first.ok ? first.value.seq : 0,
          repeated: true,
          value: { text: 'Đắk Hà', list: [1, { b: 2, a: 1 }] },
        }),
      )
      expect(await read(program, localOperator, entriesOf)).toEqual(entries)
    })

    test.each([
      ['kind', { kind: 'test.other' }],
      ['payload', { payload: { unit: 'other' } }],
      ['reason', { reason: 'other' }],
    ])('used for another %s is refused', async (name, other) => {
      const request = { commandId: `other-${name}`, payload: { unit: 'first' }, reason: 'first' }
      await done(program, request, async () => {})
      expect(await run(program, { ...request, ...other }, async () => {})).toEqual(
        refused({ code: 'commandIdUsedForAnother' }),
      )
    })

    test('used by another officer is refused', async () => {
      const request = { commandId: 'officer', kind: 'test', via: 'web', payload: null } as const
      const decide = async () => accepted({ value: 1, write: async () => {} })
      await command(program, localOperator, request, decide)
      expect(await command(program, { id: 'other', name: 'Y' }, request, decide)).toEqual(
        refused({ code: 'commandIdUsedForAnother' }),
      )
    })

    test('sent many times at once is carried out once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          run(program, { commandId: 'at-once' }, (writer) => writer.insert('unit', units('at-once')), index),
        ),
      )
      const values = outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.refusal))
      const [first] = values.filter((value) => 'repeated' in value && !value.repeated)
      expect(values.map((value) => ({ ...value, repeated: false }))).toEqual(values.map(() => first))
    })
  })

  describe('a refusal', () => {
    test('writes nothing, not even what the decision wrote itself', async () => {
      const before = await read(program, localOperator, entriesOf)
      const request = { commandId: 'refused', kind: 'test', via: 'web', payload: null } as const
      const outcome = await command(program, localOperator, request, async (reader) => {
        await sql`insert into unit (province_id, id, entry_seq) values (${reader.provinceId}, 'refused', 1)`.execute(
          reader.tx,
        )
        return refused({ code: 'notToday' })
      })
      expect(outcome).toEqual(refused({ code: 'notToday' }))
      const after = await read(program, localOperator, async (reader) => {
        const { rows } = await sql`select id from unit where id = 'refused'`.execute(reader.tx)
        return { entries: await entriesOf(reader), rows }
      })
      expect(after).toEqual({ entries: before, rows: [] })
    })

    test('leaves the command id free', async () => {
      const request = { commandId: 'free', kind: 'test', via: 'web', payload: null } as const
      await command(program, localOperator, request, async () => refused({ code: 'notYet' }))
      expect(await run(program, { ...request }, async () => {})).toMatchObject({ ok: true })
    })

    test('says which condition of the database does not hold', async () => {
      await done(program, { commandId: 'conditions' }, async (writer) => {
        await writer.insert('unit', units('conditions'))
        await writer.insert('unit_name', [
          aUnitName({ row_id: 'conditions-1', unit_id: 'conditions', until: '2020-01-01' }),
        ])
      })
      const before = await read(program, localOperator, entriesOf)
      expect(
        await run(program, { commandId: 'c1' }, (writer) => writer.insert('unit', units('conditions'))),
      ).toEqual(refused({ code: 'idTaken', table: 'unit', constraint: 'unit_pkey' }))
      const overlap = aUnitName({ row_id: 'conditions-2', unit_id: 'conditions', from: '2019-12-31' })
      expect(
        await run(program, { commandId: 'c2' }, (writer) => writer.insert('unit_name', [overlap])),
      ).toEqual(refused({ code: 'periodOverlaps', table: 'unit_name', constraint: 'unit_name_overlap' }))
      const nobody = aUnitName({ row_id: 'conditions-3', unit_id: 'nobody' })
      expect(
        await run(program, { commandId: 'c3' }, (writer) => writer.insert('unit_name', [nobody])),
      ).toEqual(refused({ code: 'refersToNothing', table: 'unit_name', constraint: 'unit_name_unit_fkey' }))
      const zero = aUnitName({ row_id: 'conditions-4', unit_id: 'conditions', name: 'a\0b' })
      expect(await run(program, { commandId: 'c4' }, (writer) => writer.insert('unit_name', [zero]))).toEqual(
        refused({ code: 'textNotStorable', column: 'name' }),
      )
      expect(await run(program, { commandId: 'c5', reason: '\ud800' }, async () => {})).toEqual(
        refused({ code: 'textNotStorable', column: 'reason' }),
      )
      expect(await read(program, localOperator, entriesOf)).toEqual(before)
    })
  })

  test('knowledge ends only for rows known until now, each named once', async () => {
    await done(program, { commandId: 'end-0' }, async (writer) => {
      await writer.insert('unit', units('end'))
      await writer.insert('unit_name', [aUnitName({ row_id: 'end-1', unit_id: 'end' })])
    })
    const end = (commandId: string, ids: string[]) =>
      run(program, { commandId }, (writer) => writer.supersede('unit_name', ids))
    await expect(end('end-1', ['end-1', 'nobody'])).rejects.toThrow('broken promise')
    await expect(end('end-2', ['end-1', 'end-1'])).rejects.toThrow('broken promise')
    await done(program, { commandId: 'end-3' }, async (writer) => {
      await writer.supersede('unit_name', ['end-1'])
      await writer.insert('unit_name', [aUnitName({ row_id: 'end-2', unit_id: 'end', name: 'Đăk Hà' })])
    })
    await expect(end('end-4', ['end-1'])).rejects.toThrow('broken promise')
    const own = run(program, { commandId: 'end-5' }, async (writer) => {
      await writer.insert('unit_name', [aUnitName({ row_id: 'end-3', unit_id: 'end', spelling: 'local' })])
      await writer.supersede('unit_name', ['end-3'])
    })
    await expect(own).rejects.toThrow('broken promise')
  })
})
