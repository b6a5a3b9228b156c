import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { openStorage } from '@ancu/server/database'
import { project } from '@ancu/server/routes'
import { openFixture } from '@ancu/server/testing'

import { aMigratedFolder } from '../../server/src/database/testing/index.ts'
import { commands } from './app.ts'
import { run } from './run.ts'

let folders: Awaited<ReturnType<typeof aMigratedFolder>>[]

beforeAll(async () => {
  const first = await aMigratedFolder()
  const storage = await openStorage(first.place)
  await openFixture(storage, project)
  await storage.close()
  const others = [await aMigratedFolder(), await aMigratedFolder()]
  for (const { place } of others) await cp(first.place.folder, place.folder, { recursive: true })
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
    complain: (text) => (err += text),
  })
  const sentences = err.split('\n').filter((line) => !line.includes('… /'))
  return { code, out, err: sentences.join('\n') }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folders[0]?.place.folder ?? '', '..', name)
  await writeFile(path, text)
  return path
}

/** Another ledger numbers its entries anew. */
const seqs = /"(?:seq|knownSeq)":\d+/g

const header = 'id;unit;measure;period;stage;num;den;value;evidence'

test('numbers are entered and shown as people read them', async () => {
  const path = await file(
    'figures.csv',
    [
      header,
      'f-1;c-dak-ha;m-green-space;2023-12-31;verified;;;2,1;',
      'f-2;c-dak-ha;m-income;2023;verified;;;44.7;=biểu 05',
      'f-3;c-dak-ha;m-power-households;2023-12-31;verified;412;1477;;',
      'f-4;c-dak-ha;m-makeshift-houses;2023-12-31;verified;;;0;',
    ].join('\n'),
  )

  expect(await told(0, 'figures', 'add', path)).toEqual({
    code: 0,
    out: 'Đã ghi 4 dòng, mục 5 của sổ.\n',
    err: '',
  })
  const { out } = await told(0, 'figures', 'list')
  for (const shown of ['2,1 m²/người', '44,7 triệu đồng/người/năm', '412/1.477 hộ = 27,9 %', '0 nhà']) {
    expect(out.replaceAll('\u00a0', ' ')).toContain(shown)
  }
  expect((await told(0, 'figures', 'list', '--lang', 'en')).out).toContain('44.7\u00a0million đồng')
  const json: unknown = JSON.parse((await told(0, 'figures', 'list', '--json')).out)
  expect(json).toMatchObject({
    rows: [{ id: 'f-1', value: 2.1, scaled: 21 }, { id: 'f-2', value: 44.7, scaled: 447 }, {}, {}],
    measures: { 'm-income': { decimals: 1, quantity: { vi: 'triệu đồng/người/năm' } } },
  })
})

test('levels of shares are in percent, others in the unit of their measure', async () => {
  const path = await file(
    'levels.json',
    JSON.stringify({
      documents: [{ id: 'qd-1', title: 'Quyết định (thử)' }],
      levels: [
        {
          id: 'l-1',
          set: 'commune-2021-2025',
          key: '2.1',
          value: '95,5',
          document: 'qd-1',
          from: '2024-01-01',
        },
      ],
    }),
  )

  expect(await told(0, 'levels', 'add', path)).toMatchObject({ code: 0, err: '' })
  expect((await told(0, 'levels', 'list')).out).toContain('95,5\u00a0%')
  expect(JSON.parse((await told(0, 'levels', 'list', '--json')).out)).toMatchObject({
    rows: [{ value: 95.5, scaled: 9550 }],
  })
})

test('a number that does not fit its measure is refused by line, with the unit', async () => {
  const path = await file(
    'wrong.csv',
    `${header}\nf-8;c-dak-ha;m-green-space;2023-12-31;claimed;;;2,15;\nf-9;c-dak-ha;m-income;2023;claimed;;;44,7;\n`,
  )

  expect(await told(0, 'figures', 'add', path)).toEqual({
    code: 1,
    out: '',
    err: 'Chưa ghi gì. Có 1 chỗ sai:\ndòng 2: “2,15” có nhiều chữ số thập phân quá: Đất cây xanh sử dụng công cộng (m²/người) chỉ giữ 1 chữ số sau dấu phẩy.\n',
  })
})

test.each([
  ['--json', 1],
  ['--csv', 2],
])('a list in %s is taken by another ledger as it is', async (form, other) => {
  const exported = await told(0, 'figures', 'list', form)
  const written = await told(other, 'figures', 'add', await file(`exported${form}`, exported.out))
  const again = await told(other, 'figures', 'list', form)

  expect(written).toMatchObject({ code: 0, err: '' })
  expect(again.out.replaceAll(seqs, '')).toBe(exported.out.replaceAll(seqs, ''))
  expect(exported.out).toContain('f-4')
})

test('a unit is placed in the language asked for', async () => {
  const found = await told(0, 'units', 'find', 'dak ha', '--on', '2024-03-31', '--lang', 'en')

  expect(found.out).toContain('Đắk Hà commune, Tu Mơ Rông district, Kon Tum province')
  expect((await told(0, 'explain', 'c-dak-ha', '--on', '2024-03-31', '--lang', 'en')).out).toContain(
    'Đắk Hà commune, Tu Mơ Rông district',
  )
})
