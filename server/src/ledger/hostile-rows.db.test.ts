import { gunzipSync, gzipSync } from 'node:zlib'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { withStorages } from '../database/testing/index.ts'
import { withRows, withText } from './testing/rewrite.ts'
import { aVictim, type Victim } from './testing/victim.ts'

withStorages('an archive whose manifest agrees with wrong rows', (given) => {
  let victim: Victim
  beforeAll(async () => {
    victim = await aVictim(given.storage, await given.another())
  })
  afterAll(() => victim.remove())

  const line = (table: string, text: string) => victim.tryParts(withText(victim.parts, table, () => text))
  const deep = `{"entry_seq":1,"set_id":"s","no":1,"digest":"d","content":${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`

  test.each<[string, string, string, string]>([
    ['no JSON', 'unit', 'x\n', '1 not JSON'],
    ['nothing', 'unit', '\n', '1 not JSON'],
    ['a list', 'unit', '[]\n', '1 not an object'],
    ['spaces', 'unit', '{"entry_seq": 1,"id":"a"}\n', '1 not canonical'],
    ['another order', 'unit', '{"id":"a","entry_seq":1}\n', '1 not canonical'],
    ['a member twice', 'unit', '{"entry_seq":1,"id":"a","id":"a"}\n', '1 not canonical'],
    ['a null', 'unit', '{"entry_seq":1,"id":null}\n', '1 id'],
    ['a list as a value', 'unit', '{"entry_seq":1,"id":["a"]}\n', '1 id'],
    [
      'an unknown column',
      'unit',
      '{"entry_seq":1,"id":"a","province_id":"x"}\n',
      '1 columnUnknown province_id',
    ],
    ['a prototype', 'unit', '{"__proto__":"x","entry_seq":1,"id":"a"}\n', '1 not canonical'],
    ['a column missing', 'unit', '{"entry_seq":1}\n', '1 valueMissing id'],
    ['another type', 'unit', '{"entry_seq":"1","id":"a"}\n', '1 wrongType entry_seq'],
    ['a broken number', 'unit', '{"entry_seq":1.5,"id":"a"}\n', '1 wrongType entry_seq'],
    ['the character zero', 'unit', '{"entry_seq":1,"id":"a\\u0000"}\n', '1 keyNotPlain id'],
    ['a mark at the beginning', 'unit', '\ufeff{"entry_seq":1,"id":"a"}\n', '1 not JSON'],
    ['no end', 'unit', '{"entry_seq":1,"id":"a"}', '1 no end'],
    ['entry zero', 'unit', '{"entry_seq":0,"id":"a"}\n', '1 order'],
    ['the same row twice', 'unit', '{"entry_seq":1,"id":"a"}\n{"entry_seq":1,"id":"a"}\n', '2 order'],
    ['a later entry first', 'unit', '{"entry_seq":2,"id":"a"}\n{"entry_seq":1,"id":"b"}\n', '2 order'],
    ['brackets without end', 'edition', deep, '1 not JSON'],
  ])('is refused for %s', async (_, table, text, detail) => {
    expect(await line(table, text)).toBe(`rowInvalid ${table}/000001.ndjson ${detail}`)
  })

  test('is refused for bytes that are no text', async () => {
    const bytes = gunzipSync(victim.good)
    bytes[bytes.indexOf('Đắk')] = 0xff
    expect(await victim.tryBytes(gzipSync(bytes))).toMatch(/^rowInvalid [a-z_]+\/000001.ndjson 1 not UTF-8$/)
  })

  const rows = (table: string, change: Parameters<typeof withRows>[2]) =>
    victim.tryParts(withRows(victim.parts, table, change))

  test('is refused when the chain does not hold', async () => {
    expect(await rows('figure', (all) => all.map((row) => ({ ...row, evidence: 'x' })))).toBe(
      'chainBroken rowsChanged',
    )
    expect(await rows('decision', (all) => [...all, { ...all[0], id: 'z' }])).toBe('chainBroken rowsChanged')
    expect(await rows('figure', (all) => all.slice(1))).toBe('chainBroken rowsChanged')
    expect(await rows('entry', (all) => all.map((row) => ({ ...row, reason: 'x' })))).toBe(
      'chainBroken entryChanged',
    )
    expect(
      await rows('unit_name', (all) =>
        all.map((row) => (row['row_id'] === 'n-b' ? { ...row, superseded_seq: undefined } : row)),
      ),
    ).toBe('chainBroken rowsChanged')
    expect(await rows('unit_kind', (all) => all.map((row) => ({ ...row, superseded_seq: 99 })))).toBe(
      'chainBroken rowsWithoutEntry',
    )
    expect(await rows('decision', (all) => all.map((row) => ({ ...row, entry_seq: 99 })))).toBe(
      'chainBroken rowsChanged rowsWithoutEntry',
    )
    expect(await rows('entry', (all) => all.slice(1))).toBe('rowInvalid entry/000001.ndjson 1 order')
    expect(await rows('entry', (all) => all.slice(0, -1))).toBe('manifestInvalid head.seq')
    expect(await rows('unit_name', (all) => all.map((row) => ({ ...row, superseded_seq: 1 })))).toBe(
      'rowInvalid unit_name/000001.ndjson 1 superseded_seq',
    )
  })

  test('is refused when rows contradict one another', async () => {
    expect(await rows('figure', (all) => all.map((row) => ({ ...row, unit_id: 'nobody' })))).toBe(
      'rowsContradict figure figure_unit_fkey',
    )
    expect(await rows('unit', (all) => [...all, { id: 'a', entry_seq: 5 }])).toBe(
      'rowsContradict unit unit_pkey',
    )
    expect(await rows('unit_kind', (all) => [...all, { ...all[0], row_id: 'z' }])).toBe(
      'rowsContradict unit_kind unit_kind_overlap',
    )
    expect(await rows('entry', (all) => all.map((row) => ({ ...row, via: 'post' })))).toBe(
      'rowsContradict entry entry_via_check',
    )
    expect(await rows('unit_change_part', (all) => all.map((row) => ({ ...row, num: 2 })))).toBe(
      'rowsContradict unit_change_part unit_change_part_weight_check',
    )
  })

  test('has left the database as it was: the good one still goes in', async () => {
    expect(await victim.isEmpty()).toBe(true)
    expect(await victim.tryFile(victim.at('good'))).toBe('restored')
  })
})
