import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { day } from '@ancu/core/kernel'
import { refusalText } from '@ancu/core/text'
import { checkWorld } from '@ancu/worlds/kon-tum'

import { localOperator, openLedger, type Program } from '../commands/index.ts'
import type { Storage } from '../database/index.ts'
import { plannedRows, withStorages } from '../database/testing/index.ts'
import { packsFolder, project } from '../routes.ts'
import { statusOf } from '../standing/use-cases.ts'
import { loadInto } from './loading.ts'

/** A province of two communes, one of which meets criterion 3 of the set and fails criterion 1. */
const smallWorld = {
  entries: [
    {
      day: '2022-03-08',
      kind: 'units.load',
      reason: 'small world',
      facts: {
        units: {
          units: [{ id: 'p' }, { id: 'c-1' }, { id: 'c-2' }],
          names: [
            { unit: 'p', name: 'Tỉnh Nhỏ', spelling: 'statistics', from: '2004-01-01' },
            { unit: 'c-1', name: 'Xã Một', spelling: 'statistics', from: '2004-01-01' },
            { unit: 'c-2', name: 'Xã Hai', spelling: 'statistics', from: '2004-01-01' },
          ],
          kinds: [
            { unit: 'p', kind: 'province', from: '2004-01-01' },
            { unit: 'c-1', kind: 'commune', from: '2004-01-01' },
            { unit: 'c-2', kind: 'commune', from: '2004-01-01' },
          ],
          parents: [
            { unit: 'c-1', hierarchy: 'administrative', parent: 'p', from: '2004-01-01' },
            { unit: 'c-2', hierarchy: 'administrative', parent: 'p', from: '2004-01-01' },
          ],
          groups: [{ unit: 'p', group: 'own-province', from: '2004-01-01' }],
          programme: [
            { unit: 'c-1', from: '2010-01-01' },
            { unit: 'c-2', from: '2010-01-01' },
          ],
        },
      },
    },
    {
      day: '2022-03-08',
      kind: 'packs.add',
      reason: 'the set',
      facts: {
        editions: [{ set: 'commune-2021-2025', edition: 1 }],
        setApplications: [{ id: 'a-1', set: 'commune-2021-2025', from: '2022-03-08' }],
      },
    },
    {
      day: '2024-03-31',
      kind: 'verdicts.add',
      reason: 'synthesis',
      facts: {
        verdicts: ['3', '1'].map((code) => ({
          id: `v-${code}`,
          unit: 'c-1',
          set: 'commune-2021-2025',
          scope: 'criterion',
          code,
          verdict: code === '3' ? 'met' : 'unmet',
          asOf: '2024-03-31',
          stage: 'appraised',
        })),
      },
    },
  ],
}

withStorages('a world', (given) => {
  let folder: string
  let written = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'an-cu-world-'))
    program = await anEmptyProgram(given.storage)
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  let program: Program

  async function anEmptyProgram(storage: Storage): Promise<Program> {
    await openLedger(storage, 'kon-tum')
    return { storage, provinceId: 'kon-tum', clock: () => Date.UTC(2026, 10, 21, 3), project }
  }

  async function aFile(content: string): Promise<string> {
    const file = join(folder, `${(written += 1)}.json`)
    await writeFile(file, content)
    return file
  }

  test.each([
    ['no JSON', '{', 'bodyNotJson'],
    ['no entries', '{"entries":[]}', 'inputWrong'],
    ['a day that is none', JSON.stringify(smallWorld).replace('2022-03-08', '2022-02-30'), 'notADay'],
    ['a fact of no form', JSON.stringify(smallWorld).replace('"province"', '"kingdom"'), 'inputWrong'],
    [
      'an edition nobody has',
      JSON.stringify(smallWorld).replace('"edition":1', '"edition":99'),
      'editionUnknown',
    ],
  ])('with %s is refused, and nothing is written', async (_, content, code) => {
    expect(await loadInto(program, { file: await aFile(content) }, packsFolder)).toMatchObject({
      ok: false,
      refusal: { code },
    })
    expect(await loadInto(program, {}, packsFolder)).toMatchObject({ ok: false })
    expect(await loadInto(program, { file: join(folder, 'absent') }, packsFolder)).toMatchObject({
      ok: false,
      refusal: { code: 'fileNotFound' },
    })
  })

  test('of which an entry is refused names the entry, the row and the unit, in sentences', async () => {
    const other = await anEmptyProgram(await given.another())
    const wrong = JSON.stringify(smallWorld).replace('"province","from":"2004', '"province","from":"2010')

    const outcome = await loadInto(other, { file: await aFile(wrong) }, packsFolder)

    expect(outcome.ok ? '' : refusalText(outcome.refusal, 'vi')).toBe(
      'Mục ghi 1 của thế giới (ngày 8/3/2022) không ghi được; các mục trước đó đã ghi. Sửa tệp rồi nạp lại vào một thư mục dữ liệu trống.\n' +
        'Chưa ghi gì. Có 2 chỗ sai trong điều ghi về đơn vị:\n' +
        'cấp trên, dòng 1: “Tỉnh Nhỏ” là cấp trên của “Xã Một” nhưng không có vào ngày 1/1/2004.\n' +
        'cấp trên, dòng 2: “Tỉnh Nhỏ” là cấp trên của “Xã Hai” nhưng không có vào ngày 1/1/2004.',
    )
  })

  test('of which a row goes against the database itself is refused in a sentence', async () => {
    const other = await anEmptyProgram(await given.another())
    const doubled = [
      { id: 'x', day: '2004-01-01', kind: 'established', parts: [{ new: 'c-1', num: 2, den: 1 }] },
    ]
    const wrong = JSON.stringify(smallWorld).replace(
      '"programme":',
      `"changes":${JSON.stringify(doubled)},"programme":`,
    )

    const outcome = await loadInto(other, { file: await aFile(wrong) }, packsFolder)

    expect(outcome.ok ? '' : refusalText(outcome.refusal, 'vi')).toContain(
      'Có dòng về phần của thay đổi đơn vị mà kho không nhận (unit_change_part_weight_check). Chưa ghi gì;',
    )
  })

  test('of which a row has no form names the row', async () => {
    const other = await anEmptyProgram(await given.another())
    const wrong = JSON.stringify(smallWorld).replace('"province"', '"kingdom"')
    const outcome = await loadInto(other, { file: await aFile(wrong) }, packsFolder)

    expect(outcome.ok ? '' : refusalText(outcome.refusal, 'vi')).toContain(
      'Mục “entries[0].facts.units.kinds[0].kind”: phải là một trong: province,',
    )
  })

  test('from a file is judged as the demo is', async () => {
    const loaded = await loadInto(program, { file: await aFile(JSON.stringify(smallWorld)) }, packsFolder)
    expect(loaded).toEqual({ ok: true, value: { entries: 3, seq: 3 } })

    expect(await statusOf(program, localOperator, { on: day('2024-03-31') })).toMatchObject({
      ok: true,
      value: {
        unit: { id: 'p' },
        communes: {
          total: 2,
          meeting: 0,
          notMeeting: 1,
          undetermined: 1,
          criteriaMet: 1,
          averageCriteria: null,
        },
        illustrative: false,
      },
    })
    expect(await loadInto(program, { seed: 1 }, packsFolder)).toMatchObject({
      ok: false,
      refusal: { code: 'ledgerNotEmpty', seq: 3 },
    })
  })

  test('may publish a set and say by it, level, figure and conclusion, in one entry', async () => {
    const [units, set, claims] = smallWorld.entries
    const facts = {
      ...set?.facts,
      ...claims?.facts,
      documents: [{ id: 'doc-1', title: 'Quyết định (thử)' }],
      levels: [
        {
          id: 'l-1',
          set: 'commune-2021-2025',
          key: '2.1',
          scaled: 8000,
          document: 'doc-1',
          from: '2022-03-08',
        },
      ],
      figures: [
        { id: 'f-1', unit: 'c-1', measure: 'm-income', period: '2023', stage: 'verified', scaled: 447 },
      ],
    }
    const other = await anEmptyProgram(await given.another())
    const file = await aFile(JSON.stringify({ entries: [units, { ...claims, facts }] }))

    expect(await loadInto(other, { file }, packsFolder)).toEqual({ ok: true, value: { entries: 2, seq: 2 } })
    expect(await statusOf(other, localOperator, { on: day('2024-03-31') })).toMatchObject({
      ok: true,
      value: { communes: { total: 2, notMeeting: 1, undetermined: 1 } },
    })
  })

  test('of a seed gives the totals of its own record', async () => {
    const other = await anEmptyProgram(await given.another())
    expect(await loadInto(other, { seed: 4711 }, packsFolder)).toMatchObject({ ok: true })
    expect((await plannedRows(other.storage))['figure']).toBeGreaterThan(1000)
    const { days } = JSON.parse(checkWorld(4711).json)
    expect(days.length).toBeGreaterThan(8)
    for (const expected of days) {
      expect(await statusOf(other, localOperator, { on: day(expected.on) })).toMatchObject({
        ok: true,
        value: { on: expected.on, communes: expected.communes, villages: expected.villages },
      })
    }
  })
})
