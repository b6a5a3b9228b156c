import { afterAll, beforeAll, expect, test } from 'vitest'

import { openLedger } from '@ancu/server/commands'
import { openStorage } from '@ancu/server/database'
import { packsFolder, project } from '@ancu/server/routes'
import { freePort, serverMain, startChild } from '@ancu/server/testing'

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

let store: Awaited<ReturnType<typeof aMigratedFolder>>

beforeAll(async () => {
  store = await aMigratedFolder()
  const storage = await openStorage(store.place)
  const program = { storage, provinceId: 'kon-tum', clock: () => Date.UTC(2026, 10, 21, 3), project }
  await openLedger(storage, 'kon-tum')
  await record(program, 'law', law, valueOf(await readPacks(packsFolder)))
  const codes = ['6', '4', '3', '17']
  const verdicts = codes.map((code) => claim(`v-${code}`, older, code, 'met', '2022-06-30'))
  await record(program, 'verdicts', { verdicts })
  await storage.close()
})
afterAll(() => store.remove())

async function told(...args: string[]) {
  let [out, err] = ['', '']
  const code = await run(commands, args, {
    environment: { AN_CU_DATA: store.place.folder },
    readStandardInput: async () => new Uint8Array(),
    write: (text) => (out += text),
    complain: (text) => (err += text.includes('… /') ? '' : text),
  })
  return { code, out, err }
}

const withdraw = (...more: string[]) => told('verdicts', 'withdraw', ...more)

async function conclusions(set = older): Promise<readonly string[]> {
  const { out } = await told('verdicts', 'list', '--set', set, '--json')
  const page: { rows: { id: string; replaces: string | null; withdrawn: boolean }[] } = JSON.parse(out)
  return page.rows
    .map(({ id, replaces, withdrawn }) => (withdrawn ? `back ${replaces ?? ''}` : id))
    .toSorted()
}

test('conclusions are named by their ids or by their entry, and nothing is recorded otherwise', async () => {
  expect((await withdraw()).err).toBe('Mục “ID”: còn thiếu.\n')
  expect((await withdraw('v-6', '--entry', '2', '--lang', 'en')).err).toBe(
    'Field “--entry”: does not go with ID.\n',
  )
  expect((await withdraw('--entry', 'hai')).err).toBe('Mục “--entry”: phải là số nguyên.\n')
  expect((await withdraw('--entry', '1')).err).toBe('Mục “--entry”: mục 1 của sổ không ghi kết luận nào.\n')
  expect(await withdraw('v-6', 'v-none')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('v-none'),
  })
  expect((await withdraw('--help')).out).toContain('an-cu verdicts withdraw [ID …] [--entry SỐ]')
  expect(await conclusions()).toEqual(['v-17', 'v-3', 'v-4', 'v-6'])
})

test('a conclusion is taken back once, and the command may be sent again', async () => {
  const first = await withdraw('v-17', '--reason', 'Ghi nhầm')
  const again = await withdraw('v-17', '--reason', 'Ghi nhầm')
  const other = await withdraw('v-17', '--lang', 'en')

  expect(first).toEqual({ code: 0, out: 'Đã ghi 1 dòng, mục 3 của sổ.\n', err: '' })
  expect(again.out).toBe('Đã ghi từ trước, ở mục 3 của sổ. Không ghi thêm gì.\n')
  expect(other).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/“v-17” (?:has|is|was)/) })
  expect(await conclusions()).toEqual(['back v-17', 'v-17', 'v-3', 'v-4', 'v-6'])
})

test('an entry is taken back through the running server as without one, and may be carried over again', async () => {
  const carry = () => told('verdicts', 'carry', older, newer, '--on', '2022-10-31', '--confirm', '--json')
  const { seq, rows }: { seq: number; rows: number } = JSON.parse((await carry()).out)
  const child = startChild(serverMain, {
    environment: { AN_CU_DATA: store.place.folder, PORT: String(await freePort()) },
  })
  await child.says(/http:/)
  const back = await withdraw('--entry', String(seq), '--json')
  const nothing = await withdraw('--entry', String(seq), '--json')
  child.signal('SIGTERM')
  await child.ended
  const afresh: { seq: number; repeated: boolean } = JSON.parse((await carry()).out)
  const within = await withdraw('--entry', String(afresh.seq))

  expect(JSON.parse(back.out)).toEqual({ seq: seq + 1, repeated: false, rows })
  expect(nothing).toMatchObject({ code: 0, out: '{"rows":0}\n' })
  expect(afresh).toEqual({ seq: seq + 2, repeated: false, rows })
  expect(within.out).toBe(`Đã ghi ${rows} dòng, mục ${seq + 3} của sổ.\n`)
  expect((await withdraw('--entry', String(seq))).out).toContain('Không ghi gì.')
  expect((await conclusions(newer)).filter((one) => one.startsWith('back'))).toHaveLength(2 * rows)
}, 120_000)
