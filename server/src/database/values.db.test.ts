import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { withStorages } from './testing/index.ts'

withStorages('values', (given) => {
  test('are the same on every engine', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select
        9007199254740991::bigint as largest,
        (select count(*) from generate_series(1, 3)) as counted,
        sum(n) as summed,
        sum(n)::bigint as summed_again,
        avg(n) as averaged,
        max(n)::integer as highest,
        0.1::double precision as fraction,
        date '2025-07-01' as day,
        date '2025-07-01' - 1 as day_before,
        timestamp '2025-07-01 23:59:59.5' as wall_clock,
        timestamptz '2025-07-01 00:00:00+07' as instant,
        time '08:30' as time_of_day,
        interval '1 day 02:00' as lasting,
        'Kon Tum, Đắk Hà'::text as name,
        true as yes,
        null::bigint as nothing,
        '\\x00ff'::bytea as bytes,
        '{"a": [1, null], "b": "ạ"}'::jsonb as document,
        '11111111-2222-3333-4444-555555555555'::uuid as id
      from (values (1::bigint), (2), (4)) as t (n)`.execute(given.storage.db)

    expect(rows).toEqual([
      {
        largest: 9007199254740991,
        counted: 3,
        summed: '7',
        summed_again: 7,
        averaged: '2.3333333333333333',
        highest: 4,
        fraction: 0.1,
        day: '2025-07-01',
        day_before: '2025-06-30',
        wall_clock: '2025-07-01 23:59:59.5',
        instant: new Date('2025-06-30T17:00:00Z'),
        time_of_day: '08:30:00',
        lasting: 'P1DT2H',
        name: 'Kon Tum, Đắk Hà',
        yes: true,
        nothing: null,
        bytes: Buffer.from([0x00, 0xff]),
        document: { a: [1, null], b: 'ạ' },
        id: '11111111-2222-3333-4444-555555555555',
      },
    ])
  })

  test('in arrays are as those outside', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select
        array[1, null, 9007199254740991]::bigint[] as numbers,
        array[]::bigint[] as none,
        array[date '2025-07-01', null] as days,
        array[1.50, 2] as amounts,
        array['a,b', 'c "d"', null] as names,
        array[1, 2]::integer[] as small,
        array[timestamptz '2025-07-01 00:00:00+07'] as instants`.execute(given.storage.db)

    expect(rows).toEqual([
      {
        numbers: [1, null, 9007199254740991],
        none: [],
        days: ['2025-07-01', null],
        amounts: ['1.50', '2'],
        names: ['a,b', 'c "d"', null],
        small: [1, 2],
        instants: [new Date('2025-06-30T17:00:00Z')],
      },
    ])
  })

  test('that a number cannot hold exactly are an error, and the connection lives on', async () => {
    const tooLarge = sql`select 9007199254740992::bigint as number`.execute(given.storage.db)

    await expect(tooLarge).rejects.toThrow('9007199254740992 is not a safe integer')
    const { rows } = await sql`select 1 as one`.execute(given.storage.db)
    expect(rows).toEqual([{ one: 1 }])
  })

  test('sent as parameters arrive as they were', async () => {
    const instant = new Date('2025-06-30T17:00:00.123Z')
    const { rows } = await sql<Record<string, unknown>>`
      select
        ${9007199254740991}::bigint as number,
        ${'2025-07-01'}::date as day,
        ${instant}::timestamptz as instant,
        ${Buffer.from([0, 1, 255])}::bytea as bytes,
        ${['a', 'b"c', 'd,e']}::text[] as names,
        ${JSON.stringify({ name: 'Măng Đen' })}::jsonb as document,
        ${null}::text as nothing`.execute(given.storage.db)

    expect(rows).toEqual([
      {
        number: 9007199254740991,
        day: '2025-07-01',
        instant,
        bytes: Buffer.from([0, 1, 255]),
        names: ['a', 'b"c', 'd,e'],
        document: { name: 'Măng Đen' },
        nothing: null,
      },
    ])
  })

  test('an instant becomes a day in Viet Nam, whatever the zone of the machine', async () => {
    const { rows } = await sql`select (timestamptz '2025-06-30 17:00:00Z')::date as day`.execute(
      given.storage.db,
    )

    expect(rows).toEqual([{ day: '2025-07-01' }])
  })

  test('a large answer comes whole', async () => {
    const { rows } = await sql<{ no: number; text: string }>`
      select no, repeat(no::text, 200) as text
      from generate_series(1, 20000) as no
      order by no`.execute(given.storage.db)

    expect(rows.length).toBe(20_000)
    expect(rows.every(({ no, text }, index) => no === index + 1 && text === String(no).repeat(200))).toBe(
      true,
    )
  })
})
