import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'

import { day } from '@ancu/core/kernel'

import { ledgerTableNames, localOperator, read, type Program, type Reader } from '../../commands/index.ts'
import { isSupersedable } from '../../commands/tables.ts'
import { aDecision, aFigure, aUnitName, done } from '../../commands/testing/index.ts'

/** Writes a few entries, replayed and live, with rows in every table and knowledge ended. */
export async function fillLittle(program: Program): Promise<number> {
  const open = { from: '2004-01-01', until: null }
  await done(
    program,
    { commandId: 'little-1', replayedOn: day('2017-01-01') },
    async (writer) => {
      await writer.insert('document', [
        {
          id: 'nq',
          title: 'Nghị quyết',
          number: null,
          day: '2025-06-16',
          issuer: 'UBTVQH',
          url: null,
          unchecked: true,
          illustrative: true,
          note: null,
        },
      ])
      await writer.insert('unit', [{ id: 'province' }, { id: 'a' }, { id: 'b' }])
      await writer.insert('unit_name', [
        aUnitName({ row_id: 'n-a', unit_id: 'a' }),
        aUnitName({ row_id: 'n-b', unit_id: 'b', name: 'Ia H’Drai' }),
      ])
      await writer.insert('unit_kind', [{ row_id: 'k-a', unit_id: 'a', kind: 'xa', ...open }])
      await writer.insert('unit_code', [
        { row_id: 'c-a', unit_id: 'a', scheme: 'gso', code: '23284', ...open },
      ])
      await writer.insert('unit_parent', [
        { row_id: 'p-a', unit_id: 'a', hierarchy: 'administrative', parent_id: 'province', ...open },
      ])
      await writer.insert('unit_group', [
        { row_id: 'g-a', unit_id: 'a', group: 'border', document_id: 'nq', illustrative: true, ...open },
      ])
      await writer.insert('unit_programme', [{ row_id: 'm-a', unit_id: 'a', ...open }])
      await writer.insert('unit_point', [
        { row_id: 't-a', unit_id: 'a', longitude: 107.92, latitude: 14.650000000000002, source: 'x' },
      ])
      await writer.insert('edition', [
        { set_id: 's', no: 1, digest: 'd', content: '{"b":[1,2.5],"a":"Đắk"}' },
      ])
      await writer.insert('set_application', [
        {
          id: 's1',
          set_id: 's',
          from: '2016-12-01',
          document_id: null,
          assumed: true,
          note: null,
          replaces: null,
        },
      ])
    },
    { units: 3 },
  )
  await done(
    program,
    { commandId: 'little-2', replayedOn: day('2025-06-16'), reason: 'sáp nhập' },
    async (writer) => {
      await writer.supersede('unit_name', ['n-a'])
      await writer.insert('unit_name', [aUnitName({ row_id: 'n-a2', unit_id: 'a', until: '2025-07-01' })])
      await writer.insert('unit_change', [
        { id: 'ch', day: '2025-07-01', kind: 'merge', document_id: 'nq', clause: '1' },
      ])
      await writer.insert('unit_change_part', [
        { row_id: 'ch-1', change_id: 'ch', old_id: 'a', new_id: 'b', measure: 'whole', num: 1, den: 1 },
      ])
      await writer.insert('level_decision', [
        {
          id: 'l',
          set_id: 's',
          key: '10.1',
          column: 'all',
          year: null,
          scaled: 48_000,
          document_id: 'nq',
          article: null,
          from: '2022-01-01',
          until: null,
          replaces: null,
          illustrative: true,
        },
      ])
    },
  )
  await done(program, { commandId: 'little-3' }, async (writer) => {
    await writer.insert('figure', [
      aFigure({ id: 'f-1', unit_id: 'a' }),
      aFigure({ id: 'f-2', unit_id: 'b', value: null, num: 7, den: 9 }),
    ])
    await writer.insert('verdict_claim', [
      {
        id: 'v',
        unit_id: 'a',
        set_id: 's',
        scope: 'criterion',
        code: '10',
        verdict: 'met',
        as_of: '2023-12-31',
        stage: 'decided',
        reason: null,
        document_id: null,
        evidence: null,
        replaces: null,
        batch_id: null,
        illustrative: true,
      },
    ])
    await writer.insert('decision', [aDecision({ id: 'd-1', unit_id: 'a' })])
    await writer.insert('reconciliation', [
      {
        id: 'r',
        unit_id: 'a',
        subject: 'claimedFigure:m:2023-12-31',
        facts: '["f-1"]',
        note: 'số của xã đúng',
        document_id: null,
        withdrawn: false,
        illustrative: true,
      },
    ])
  })
  await done(program, { commandId: 'little-4' }, async (writer) => {
    // A row that refers to one later in the order of keys.
    await writer.insert('figure', [
      aFigure({ id: 'f-4', unit_id: 'a', replaces: 'f-9' }),
      aFigure({ id: 'f-9', unit_id: 'a' }),
    ])
  })
  await done(program, { commandId: 'little-5' }, async (writer) => {
    await writer.supersede('unit_name', ['n-b'])
  })
  return done(program, { commandId: 'little-6' }, async () => {}, 'nothing written')
}

/** Everything known at `knownSeq` by an own query: number of rows and digest of their texts, table by table. */
export async function answerAt(program: Program, knownSeq: number): Promise<string> {
  return read(program, localOperator, (reader) => answerIn(reader, knownSeq))
}

/** As `answerAt`, within a snapshot. */
export async function answerIn(reader: Reader, knownSeq: number): Promise<string> {
  const answers = (['entry', ...ledgerTableNames] as const).map((table) => {
    const known =
      table === 'entry'
        ? sql`seq <= ${knownSeq}`
        : isSupersedable(table)
          ? sql`entry_seq <= ${knownSeq} and (superseded_seq is null or superseded_seq > ${knownSeq})`
          : sql`entry_seq <= ${knownSeq}`
    return sql`
      select ${table} as name, count(*) as rows,
        encode(sha256(convert_to(coalesce(string_agg(text, chr(10) order by text collate "C"), ''), 'UTF8')), 'hex') as digest
      from (
        select (to_jsonb(t) - 'superseded_seq' - 'at')::text as text
        from ${sql.table(table)} as t
        where province_id = ${reader.provinceId}
          and ${known}
      ) as texts`
  })
  const { rows } = await sql<{ name: string; rows: number; digest: string }>`
    ${sql.join(answers, sql` union all `)}
    order by name`.execute(reader.tx)
  return rows.map((row) => `${row.name} ${row.rows} ${row.digest}`).join('\n')
}

/** A folder for archives; removed by calling `remove`. */
export async function aFolderForFiles(): Promise<{
  readonly at: (name: string) => string
  remove(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'an-cu-archives-'))
  return { at: (name) => join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) }
}
