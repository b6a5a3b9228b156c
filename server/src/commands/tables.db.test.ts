import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { withStorages } from '../database/testing/index.ts'
import { ledgerTableNames, ledgerTables, type TableShape } from './index.ts'
import { kindOf } from './rows.ts'
import { entryShape, isSupersedable } from './tables.ts'

const sqlTypes = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigint',
  double: 'double precision',
  boolean: 'boolean',
  day: 'date',
  instant: 'timestamp with time zone',
  json: 'jsonb',
} as const

withStorages('registry of ledger tables', (given) => {
  const shapes: ReadonlyMap<string, TableShape> = new Map<string, TableShape>([
    ['entry', entryShape],
    ...Object.entries(ledgerTables),
  ])

  test('names every table with an entry number from which nothing may be deleted, in the order of reference', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name
      from information_schema.columns
      where table_schema = 'public'
        and column_name = 'entry_seq'
        and not has_table_privilege('an_cu_app', table_name, 'delete')
      order by table_name collate "C"`.execute(given.storage.db)
    expect(rows.map((row) => row.name)).toEqual(ledgerTableNames.toSorted())

    const references = await sql<{ table: string; refers_to: string }>`
      select conrelid::regclass::text as "table", confrelid::regclass::text as refers_to
      from pg_constraint
      where contype = 'f'
        and connamespace = 'public'::regnamespace`.execute(given.storage.db)
    const order = new Map<string, number>(ledgerTableNames.map((name, index) => [name, index]))
    const backwards = references.rows.filter(
      ({ table, refers_to }) => (order.get(table) ?? Infinity) < (order.get(refers_to) ?? -1),
    )
    expect(backwards).toEqual([])
    expect(references.rows.length).toBeGreaterThan(10)
  })

  test.each([...shapes])('agrees with the table %s', async (table, shape) => {
    const { rows } = await sql<{ column_name: string; data_type: string; nullable: boolean }>`
      select column_name, data_type, is_nullable = 'YES' as nullable
      from information_schema.columns
      where table_schema = 'public'
        and table_name = ${table}
        and column_name not in ('province_id', 'entry_seq', 'superseded_seq')
      order by ordinal_position`.execute(given.storage.db)
    expect(rows).toEqual(
      Object.entries(shape.columns).map(([column, type]) => ({
        column_name: column,
        data_type: sqlTypes[kindOf(type)],
        nullable: type.endsWith('?'),
      })),
    )
  })

  test.each([...shapes])('knows the key of %s, and what in it refers to itself', async (table, shape) => {
    const { rows } = await sql<{ kind: string; columns: string[] }>`
      select contype::text as kind, array_agg(attname::text order by place) as columns
      from pg_constraint, unnest(conkey) with ordinality as used (number, place), pg_attribute
      where conrelid = ${table}::regclass
        and attrelid = conrelid
        and attnum = used.number
        and (contype = 'p' or contype = 'f' and confrelid = conrelid)
      group by pg_constraint.oid, contype
      order by kind, columns`.execute(given.storage.db)
    const constraints = [
      ...shape.refersToOwn.toSorted().map((column) => ({ kind: 'f', columns: ['province_id', column] })),
      { kind: 'p', columns: ['province_id', ...shape.key] },
    ]
    expect(rows).toEqual(constraints)
  })

  test.each(ledgerTableNames)('has %s walked by entry and key through an index', async (table) => {
    const { rows } = await sql<{ columns: string[] }>`
      select array_agg(attname::text order by place) as columns
      from pg_index, unnest(indkey) with ordinality as used (number, place), pg_attribute
      where indrelid = ${table}::regclass
        and attrelid = indrelid
        and attnum = used.number
      group by indexrelid`.execute(given.storage.db)
    const indexes = rows.map(({ columns }) => columns)
    const { key }: TableShape = ledgerTables[table]
    const wanted = isSupersedable(table) ? ['entry_seq', 'superseded_seq'] : ['entry_seq']
    expect(indexes).toEqual(expect.arrayContaining(wanted.map((clock) => ['province_id', clock, ...key])))
  })

  test.each(ledgerTableNames)(
    'knows whether knowledge of %s can end, and orders its keys by bytes',
    async (table) => {
      const { rows } = await sql<{ column_name: string; collation_name: string | null }>`
      select column_name, collation_name
      from information_schema.columns
      where table_schema = 'public'
        and table_name = ${table}`.execute(given.storage.db)
      expect(rows.some((row) => row.column_name === 'superseded_seq')).toBe(isSupersedable(table))
      const { key, columns }: TableShape = ledgerTables[table]
      const textKeys = key.filter((column) => columns[column] === 'text')
      const collations = rows
        .filter((row) => textKeys.includes(row.column_name))
        .map((row) => row.collation_name)
      expect(collations).toEqual(textKeys.map(() => 'C'))
    },
  )
})
