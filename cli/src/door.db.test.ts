import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { openStorage } from '@ancu/server/database'
import { project, routes } from '@ancu/server/routes'
import { freePort, openFixture, serverMain, startChild, type Child } from '@ancu/server/testing'

import { aMigratedFolder } from '../../server/src/database/testing/index.ts'
import { commands } from './app.ts'
import { openDoor } from './door.ts'
import { run } from './run.ts'
import { on, questions } from './testing/questions.ts'

let folder: string
let remove: () => Promise<void>
let server: Child | undefined

beforeAll(async () => {
  const own = await aMigratedFolder()
  folder = own.place.folder
  remove = own.remove
  const storage = await openStorage({ folder })
  await openFixture(storage, project)
  await storage.close()
})
afterAll(async () => {
  server?.signal('SIGTERM')
  await server?.ended
  await remove()
})

async function startServer(): Promise<Child> {
  const child = startChild(serverMain, {
    environment: { AN_CU_DATA: folder, PORT: String(await freePort()) },
  })
  await child.says(/http:/)
  return child
}

async function answers(): Promise<readonly unknown[]> {
  const door = await openDoor({
    place: { folder },
    demo: true,
    onProgress: () => undefined,
    onWaiting: () => undefined,
  })
  if (!door.ok) throw new Error(JSON.stringify(door.refusal))
  const told = []
  for (const [endpoint, sent] of questions) told.push(await door.value.ask(endpoint, sent))
  await door.value.close()
  return told
}

async function told(...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(commands, args, {
    environment: { AN_CU_DATA: folder },
    readStandardInput: async () => new Uint8Array(),
    write: (text) => (out += text),
    complain: (text) => (err += text),
  })
  return {
    code,
    out,
    err: err
      .split('\n')
      .filter((line) => !line.includes('… /'))
      .join('\n'),
  }
}

test('in this process and through the running server every answer is the same, byte for byte', async () => {
  const inProcess = await answers()
  server = await startServer()
  const throughServer = await answers()

  expect(throughServer).toEqual(inProcess)
  expect(inProcess.filter((answer) => JSON.stringify(answer).includes('"ok":true')).length).toBeGreaterThan(
    18,
  )
  expect(new Set(questions.map(([endpoint]) => endpoint)).size).toBe(
    routes.filter(({ endpoint }) => endpoint.method === 'GET').length,
  )

  const file = join(folder, '..', 'verdicts.csv')
  await writeFile(
    file,
    `unitCode;on;set;scope;code;verdict;asOf;stage\n23404;${on};commune-2021-2025;criterion;1;met;${on};appraised\n`,
  )
  const commandLines = [
    ['status', '--on', on],
    ['status', '--on', on, '--json'],
    ['explain', 'Ngọc Lây', '--on', on, '--criterion', '1'],
    ['units', 'lineage', '23284', '--on', '2025-07-01'],
    ['explain', 'thôn 1', '--on', on, '--lang', 'en'],
    ['verify'],
  ]
  const written = await told('verdicts', 'add', file)
  const through = []
  for (const args of commandLines) through.push(await told(...args))
  server.signal('SIGTERM')
  await server.ended

  const repeated = await told('verdicts', 'add', file)
  const within = []
  for (const args of commandLines) within.push(await told(...args))

  expect(written).toEqual({ code: 0, out: 'Đã ghi 1 dòng, mục 5 của sổ.\n', err: '' })
  expect(repeated).toEqual({ code: 0, out: 'Đã ghi từ trước, ở mục 5 của sổ. Không ghi thêm gì.\n', err: '' })
  expect(within).toEqual(through)
  expect(within.map(({ code }) => code)).toEqual([0, 0, 0, 0, 1, 0])
  expect(within[0]?.out).toContain('Đạt đủ tiêu chí')
}, 180_000)

test('a row that is refused names its line, and nothing of the file is written', async () => {
  const file = join(folder, '..', 'wrong.csv')
  const row = (set: string, verdict: string) => `c-nl,${set},criterion,2,${verdict},${on},appraised`
  await writeFile(
    file,
    [
      'unit,set,scope,code,verdict,asOf,stage',
      row('commune-2021-2025', 'met'),
      row('no-such-set', 'met'),
      '',
    ].join('\n'),
  )
  const before = await told('verdicts', 'list', '--json')

  expect(await told('verdicts', 'add', file)).toEqual({
    code: 1,
    out: '',
    err: 'Chưa ghi gì. Có 1 chỗ sai:\ndòng 3: Không có bộ tiêu chí “no-such-set”.\n',
  })
  expect(await told('verdicts', 'list', '--json')).toEqual(before)
})

test('who holds the data and does not answer is waited for, and then named', async () => {
  const script = fileURLToPath(new URL('../../server/src/database/testing/holder-child.ts', import.meta.url))
  const holder = startChild(script, { args: [folder] })
  await holder.says(/open/)
  const waitedFor: (number | undefined)[] = []

  const door = await openDoor({
    place: { folder },
    demo: true,
    onProgress: () => undefined,
    onWaiting: (pid) => waitedFor.push(pid),
    patienceMs: 500,
  })
  holder.signal('SIGKILL')
  await holder.ended

  expect(door).toEqual({ ok: false, refusal: { code: 'storageBusy', folder, pid: String(holder.pid) } })
  expect(waitedFor).toEqual([holder.pid])
})

test('a file that is not there', async () => {
  expect(await told('figures', 'add', '/no/such.csv')).toEqual({
    code: 1,
    out: '',
    err: 'Không có tệp /no/such.csv.\n',
  })
})

test('a backup that is damaged, cut or not there is told in a sentence, and no data folder is made', async () => {
  const file = join(folder, '..', 'whole.an-cu')
  const bad = join(folder, '..', 'bad.an-cu')
  expect((await told('backup', file)).code).toBe(0)
  const whole = await readFile(file)
  const flipped = Buffer.from(whole)
  const middle = Math.floor(whole.length / 2)
  flipped[middle] = (flipped[middle] ?? 0) ^ 0xff
  const own = folder
  folder = join(folder, '..', 'never-made')
  try {
    for (const bytes of [flipped, whole.subarray(0, middle), Buffer.from('nothing of ours')]) {
      await writeFile(bad, bytes)
      const { code, out, err } = await told('restore', bad)
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/^(Bản sao lưu|Tệp này).*Chưa ghi gì; hãy .+\.\n$/u)
    }
    expect((await told('restore', '/no/such.an-cu')).err).toBe('Không có tệp /no/such.an-cu.\n')
    expect(existsSync(folder)).toBe(false)
  } finally {
    folder = own
  }
})

test('a backup of the running program restores elsewhere to the same answers', async () => {
  server = await startServer()
  const file = join(folder, '..', 'all.an-cu')
  expect((await told('backup', file)).code).toBe(0)
  expect(await told('backup', file)).toEqual({
    code: 1,
    out: '',
    err: `Đã có tệp ${file}. Không ghi đè; chọn tên khác.\n`,
  })
  expect((await told('restore', file)).err).toContain('đã có 5 mục')
  const here = await told('status', '--on', on, '--json')
  server.signal('SIGTERM')
  await server.ended

  const own = folder
  folder = join(folder, '..', 'elsewhere')
  try {
    expect(await told('restore', file)).toEqual({
      code: 0,
      out: 'Đã khôi phục tỉnh kon-tum: 5 mục của sổ.\n',
      err: '',
    })
    expect(await told('status', '--on', on, '--json')).toEqual(here)
    expect(await told('verify')).toMatchObject({ code: 0, out: expect.stringContaining('units, standing') })
  } finally {
    folder = own
  }
})
