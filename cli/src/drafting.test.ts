import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { writeZip } from '@ancu/server/office'

import { criteriaCommands } from './criteria.ts'
import { draftingCommands } from './drafting.ts'
import { run } from './run.ts'

const table = [
  'BỘ TIÊU CHÍ XÃ NÔNG THÔN MỚI GIAI ĐOẠN 2026-2030',
  '(Kèm theo Quyết định số 51/2025/QĐ-TTg ngày 29/12/2025 của Thủ tướng Chính phủ)',
  'TT\tTiêu chí\tNội dung\tMức đạt',
  '1\tĐiện\tTỷ lệ hộ sử dụng điện thường xuyên, an toàn\t≥ 98%',
  '2\tThu nhập\tThu nhập bình quân đầu người\tkhông rõ',
].join('\n')

let scratch = ''

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'an-cu-draft-'))
})
afterAll(() => rm(scratch, { recursive: true }))

async function told(...args: readonly string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const say = (text: string): void => {
    said += text
  }
  const surroundings = {
    environment: {},
    readStandardInput: async () => new Uint8Array(),
    write: say,
    complain: say,
  }
  const code = await run([...draftingCommands, ...criteriaCommands], args, surroundings)
  return { code, said }
}

test('an annex becomes the folder of a pack, whose check says what is still to be done', async () => {
  const file = join(scratch, 'phu-luc.txt')
  await writeFile(file, table)
  const folder = join(scratch, 'drafted')

  const { code, said } = await told('packs', 'draft', file, '--out', folder, '--json')

  expect(code).toBe(0)
  expect(JSON.parse(said)).toMatchObject({
    set: 'commune-2026-2030',
    criteria: 2,
    indicators: 2,
    unused: 0,
    folder,
  })
  const doubts = await readFile(join(folder, 'DOUBTS.md'), 'utf8')
  expect(doubts).toMatch(/criteria\.yaml:\d+: Chưa hiểu ô mức: “không rõ”\./)
  const line = Number(/criteria\.yaml:(\d+): Chưa hiểu/.exec(doubts)?.[1])
  const criteria = (await readFile(join(folder, 'criteria.yaml'), 'utf8')).split('\n')
  expect(criteria.slice(line - 4, line).join('\n')).toContain('# ? Chưa hiểu ô mức')

  const check = await told('packs', 'check', folder)
  expect(check.code).toBe(1)
  expect(check.said).toMatch(/criteria\.yaml:\d+: /)
  expect(check.said.trim().split('\n')).toHaveLength(2)
})

test('nothing is written over, and what is no annex is refused', async () => {
  const file = join(scratch, 'phu-luc.txt')
  await writeFile(file, table)

  expect(await told('packs', 'draft', file, '--out', scratch)).toMatchObject({ code: 1 })
  await writeFile(file, writeZip([{ name: 'a', content: 'b' }]))
  expect((await told('packs', 'draft', file, '--out', join(scratch, 'no'))).said).toContain('.docx')
})

test.each([
  ['commune-2021-2025', '19 tiêu chí, 57 chỉ tiêu,'],
  ['commune-2026-2030', '10 tiêu chí, 0 trên 47 chỉ tiêu,'],
  ['village-model-area-kontum', '10 tiêu chí, 0 trong số chưa rõ bao nhiêu chỉ tiêu,'],
])('the check of %s counts what the decision has, not only what is known of it', async (pack, counted) => {
  const { code, said } = await told('packs', 'check', pack)

  expect([code, said]).toEqual([0, expect.stringContaining(counted)])
})
