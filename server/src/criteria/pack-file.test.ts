import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { parseYaml, readTextFile } from './pack-file.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'an-cu-file-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(text: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, 'file.yaml'), text)
  const content = await readTextFile(folder, 'file.yaml')
  const file = content.ok ? parseYaml(content.value) : content
  return file.ok ? JSON.stringify(file.value.raw) : `${file.refusal.line ?? ''} ${file.refusal.code}`
}

const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, at) => {
    const nine = Array.from({ length: 9 }, () => `*${'abcdefgh'[at]}`)
    return `${name}: &${name} [${nine.join(', ')}]`
  }),
].join('\n')

const staircase = Array.from({ length: 10 }, (_, step) => ' '.repeat(step * 80) + '- '.repeat(40)).join('\n')

test.each<[string, string | Uint8Array, string]>([
  ['a bomb of aliases', laughs, '2 aliasUsed'],
  ['an alias to itself', 'a: &a [*a]', '1 aliasUsed'],
  ['brackets without end', '['.repeat(250_000), ' tooDeep'],
  ['braces without end', '{a: '.repeat(60_000), ' tooDeep'],
  ['dashes without end', '- '.repeat(100_000), ' tooDeep'],
  ['brackets that close', `${'['.repeat(60)}${']'.repeat(60)}`, '1 tooDeep'],
  ['steps', Array.from({ length: 700 }, (_, step) => `${' '.repeat(step)}a:`).join('\n'), '41 tooDeep'],
  ['a staircase of dashes', staircase, '2 tooDeep'],
  ['size', 'a'.repeat(300_001), ' fileTooLarge'],
  ['a NUL', '- code: "1"\n  group: a\u0000b', '2 controlCharacter'],
  ['an escape', 'a: \u001b[31m', '1 controlCharacter'],
  ['another encoding', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), ' notUtf8'],
  ['a broken letter', Uint8Array.of(0x61, 0x3a, 0x20, 0xc3), ' notUtf8'],
  ['marks apart', 'a: 1\nb: Nước'.normalize('NFD'), '2 notNfc'],
  ['a key twice', '- code: "1"\n  code: "2"', '2 keyTwice'],
  ['a number and a text as the same key', '2021: 1\n"2021": 2', '2 keyTwice'],
  ['two documents', '- a\n---\n- b', '2 notYaml'],
  ['a tag of its own', '- !!js/function "x"', '1 notYaml'],
  ['a list as a key', '? [a, b]\n: c', '1 notYaml'],
  ['a tab', 'a:\n\tb: 1', '2 notYaml'],
])('%s is a fault, never a crash', async (_, text, fault) => {
  expect(await read(text)).toBe(fault)
})

test('many keys and long lists are read in time that grows with them', async () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}: ${at}`).join('\n')
  expect(Object.keys(JSON.parse(await read(keys)))).toHaveLength(20_000)
})

test('plain YAML 1.2: days stay text, yes and no too, a mark of byte order is no matter', async () => {
  expect(await read('\ufeffday: 2022-03-08\nis: no\nhas: true\ncode: 17.10\nyears: { 2021: 4.5 }')).toBe(
    '{"day":"2022-03-08","is":"no","has":true,"code":17.1,"years":{"2021":4.5}}',
  )
})

test('a place is told by its line, or by that of what stands around it', () => {
  const file = parseYaml('- code: "1"\n  levels:\n    TN: 5\n- code: "2"\n')
  const lineOf = file.ok ? file.value.lineOf : () => 0

  expect(lineOf([])).toBe(1)
  expect(lineOf([0, 'levels', 'TN'])).toBe(3)
  expect(lineOf([0, 'levels', 'DBSH'])).toBe(2)
  expect(lineOf([1, 'code', 'deeper'])).toBe(4)
  expect(lineOf([7])).toBe(1)
})
