import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { openLedger } from '@ancu/server/commands'
import { openStorage } from '@ancu/server/database'
import { packsFolder, project } from '@ancu/server/routes'

import {
  claim,
  law,
  newer,
  older,
  record,
  valueOf,
} from '../../server/src/assessments/testing/small-province.ts'
import { readPacks } from '../../server/src/criteria/packs.ts'
import { aMigratedFolder } from '../../server/src/database/testing/index.ts'
import { commands } from './app.ts'
import { run } from './run.ts'

let folders: Awaited<ReturnType<typeof aMigratedFolder>>[]
const verdicts = [
  ...['6', '4', '3', '17'].map((code) => claim(`v-${code}`, older, code, 'met', '2022-06-30')),
  { ...claim('v-unmet', older, '4', 'unmet', '2022-06-30'), unit: 'c-2' },
]

beforeAll(async () => {
  const first = await aMigratedFolder()
  const others = [await aMigratedFolder(), await aMigratedFolder()]
  const storage = await openStorage(first.place)
  const clock = (): number => Date.UTC(2026, 10, 21, 3)
  const program = { storage, provinceId: 'kon-tum', clock, project }
  await openLedger(storage, 'kon-tum')
  const region = { unit: 'c-2', group: 'region-tn', from: '2004-01-01' }
  const units = { ...law.units, groups: [...law.units.groups, region] }
  await record(program, 'law', { ...law, units }, valueOf(await readPacks(packsFolder)))
  await storage.close()
  for (const { place } of others) await cp(first.place.folder, place.folder, { recursive: true })
  const again = await openStorage(first.place)
  await record({ ...program, storage: again }, 'verdicts', { verdicts })
  await again.close()
  folders = [first, ...others]
})
afterAll(async () => {
  for (const { remove } of folders) await remove()
})

async function told(store: number, ...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(commands, args, {
    environment: { AN_CU_DATA: folders[store]?.place.folder ?? '' },
    readStandardInput: async () => new Uint8Array(),
    write: (text) => (out += text),
    complain: (text) => (err += text.includes('… /') ? '' : text),
  })
  return { code, out: out.replaceAll('\u00a0', ' '), err }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folders[0]?.place.folder ?? '', '..', name)
  await writeFile(path, text)
  return path
}

const carry = (...more: string[]) => told(0, 'verdicts', 'carry', older, newer, '--on', '2022-10-31', ...more)

async function underTheNew(): Promise<readonly { id: string; code: string; carriedFrom: string | null }[]> {
  const { out } = await told(0, 'verdicts', 'list', '--set', newer, '--json')
  const page: { rows: { id: string; code: string; carriedFrom: string | null }[] } = JSON.parse(out)
  return page.rows
}

test('what may be carried over is listed with its ground, what may not with its obstacle', async () => {
  const may = await carry()
  const mayNot = await carry('--not', '--lang', 'en')

  expect(may).toMatchObject({ code: 0, err: '' })
  expect(may.out).toMatch(/4\. Điện.+30\/6\/2022.+bộ mới yêu cầu như cũ +v-4\n/)
  expect(may.out).toMatch(/phải đọc câu chữ hai bộ +v-3\n/)
  expect(may.out).toMatch(/chưa đạt mức cũ thì cũng chưa đạt mức mới +v-unmet\n/)
  expect(may.out).toContain('Danh sách này chưa ghi gì.')
  expect(may.out).not.toContain('v-17')
  expect(mayNot.out).toMatch(/the new set has a part not looked at yet +v-17\n/)
  expect(mayNot.out).not.toMatch(/v-4|is recorded/)
  expect(JSON.parse((await carry('--json')).out)).toMatchObject({ counts: { carriable: 4 } })
})

test('a confirmation goes with a list of what may be carried over, and with ids that are in it', async () => {
  expect(await carry('--not', '--confirm')).toMatchObject({
    code: 1,
    out: '',
    err: 'Mục “--not”: không dùng cùng --confirm.\n',
  })
  expect(await carry('--confirm', '--only', ' , ')).toMatchObject({
    code: 1,
    err: 'Mục “--only”: còn thiếu.\n',
  })
  expect(await carry('--only', 'v-6', '--lang', 'en')).toMatchObject({
    code: 1,
    out: '',
    err: 'Field “--only”: needs --confirm.\n',
  })
  expect((await carry('--words')).err).toBe('Mục “--words”: phải đi cùng --confirm.\n')
  expect((await carry('--reason', 'x')).err).toBe('Mục “--reason”: phải đi cùng --confirm.\n')
  expect((await carry('--confirm', '--only', 'v-6,v-17')).err).toContain(
    'Kết luận “v-17” nay không chuyển sang bộ mới được.',
  )
  expect(await underTheNew()).toEqual([])
})

test('a confirmation records what is sure, and words only where they are named', async () => {
  const sure = await carry('--confirm', '--reason', 'Nghị quyết họp ngày 31/10')
  const carried = await underTheNew()
  const nothing = await carry('--confirm')
  const named = await carry('--confirm', '--only', 'v-3,v-6', '--lang', 'en')

  expect(sure).toMatchObject({ code: 0, err: '' })
  expect(sure.out).toMatch(
    /^Đã ghi 2 dòng, mục \d+ của sổ\.\nCòn 2 kết luận .+\nMuốn rút lại tất cả: verdicts withdraw --entry \d+;/,
  )
  expect(carried.map(({ code, carriedFrom }) => `${code} ${carriedFrom ?? ''}`).toSorted()).toEqual([
    '4 v-4',
    '4 v-unmet',
  ])
  expect(nothing.out).toMatch(/^Còn 2 kết luận .+\n$/)
  expect(named.out).toMatch(/^Recorded 2 rows, .+\nTo take all of them back: /)
  expect((await carry('--confirm', '--words')).out).toBe('Không có kết luận nào để chuyển. Không ghi gì.\n')
  expect(await carry('--confirm', '--json')).toEqual({ code: 0, out: '{"rows":0}\n', err: '' })
})

test('a confirmation that is sent again is the one before', async () => {
  const again = await carry('--confirm', '--only', 'v-3,v-6')

  expect(again).toMatchObject({ code: 0, err: '' })
  expect(again.out).toMatch(/^Đã ghi từ trước, ở mục \d+ của sổ\. Không ghi thêm gì\./)
})

test('what was carried over is taken back by a line that withdraws it, and may be carried over again', async () => {
  const [header = '', ...lines] = (await told(0, 'verdicts', 'list', '--set', newer, '--csv')).out.split('\n')
  const columns = header.replace('\uFEFF', '').trim().split(/[;,]/)
  const row = (lines.find((line) => line.includes('v-4')) ?? '').trim().split(/[;,]/)
  const cells = new Map(columns.map((name, at) => [name, row[at] ?? '']))
  cells
    .set('replaces', cells.get('id') ?? '')
    .set('id', '')
    .set('withdrawn', 'có')
    .set('carriedFrom', '')
  const path = await file('taken-back.csv', `${columns.join(';')}\n${[...cells.values()].join(';')}\n`)

  expect(await told(0, 'verdicts', 'add', path)).toMatchObject({ code: 0, err: '' })
  const { out } = await told(0, 'verdicts', 'list', '--set', newer)
  expect(out).toMatch(/rút lại carry-\w+/)
  expect(out).toMatch(/Chuyển từ/)
  expect((await carry()).out).toMatch(/bộ mới yêu cầu như cũ +v-4\n/)
  expect((await carry('--confirm')).out).toMatch(/^Đã ghi 1 dòng/)
})

test('a conclusion that takes back nothing is refused by its line', async () => {
  const path = await file(
    'nothing.csv',
    `id;unit;set;scope;code;verdict;asOf;stage;withdrawn\nv-9;c-1;${newer};criterion;6;met;2022-06-30;appraised;x\n`,
  )
  expect(await told(0, 'verdicts', 'add', path)).toMatchObject({
    code: 1,
    err: expect.stringContaining('dòng 2: rút lại mà không nói rút mục nào (replaces)'),
  })
})

/** Another ledger numbers its entries anew. */
const seqs = /"(?:seq|knownSeq)":\d+/g

test.each([
  ['--json', 1],
  ['--csv', 2],
])('a list in %s, with what was carried over and taken back, is taken as it is', async (form, other) => {
  const exported = await told(0, 'verdicts', 'list', form)
  const path = await file(`exported${form}`, exported.out)
  const written = await told(other, 'verdicts', 'add', path)
  const again = await told(other, 'verdicts', 'list', form)

  expect(written).toMatchObject({ code: 0, err: '' })
  expect(again.out.replaceAll(seqs, '')).toBe(exported.out.replaceAll(seqs, ''))
  expect(exported.out).toMatch(form === '--json' ? /"withdrawn":true/ : /true/)
})
