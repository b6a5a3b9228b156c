import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { groupsUnheard } from './pack-groups.ts'
import { checkPackNamed } from './routes.ts'
import { packsFolder, readmePacks, writeIn, type ReadmePacks } from './testing/readme-packs.ts'

let packs: ReadmePacks

beforeAll(async () => {
  packs = await readmePacks()
})
afterAll(() => packs.remove())

const unheard = async (folder: string): Promise<readonly string[]> =>
  (await groupsUnheard(folder, packsFolder)).map(
    ({ file, line, facts }) => `${file}:${line ?? ''} ${facts['group'] ?? ''}`,
  )

test('a group that no list has is named with its line, and the pack is right all the same', async () => {
  const folder = await packs.aCopy()
  const at = (await readFile(join(folder, 'pack.yaml'), 'utf8'))
    .split('\n')
    .findIndex((line) => line.includes('mountain-village'))
  const lines = [`pack.yaml:${at + 1} mountain-village`, `pack.yaml:${at + 1} border-village`]

  expect(await unheard(folder)).toEqual([...lines, `pack.yaml:${at + 5} plain-village`])
  const outcome = await checkPackNamed(packsFolder, { pack: folder })
  expect(outcome).toMatchObject({ ok: true, value: { examples: 10, warnings: [{}, {}, {}] } })
  const [warning] = outcome.ok ? outcome.value.warnings : []
  expect(warning).toMatchObject({ file: 'pack.yaml', line: at + 1, problem: 'groupUnheard' })
  expect(warning?.vi).toContain('“mountain-village”')
})

test('groups are looked for in conditions and in what the set is for, and may stand in a list of their own', async () => {
  const folder = await packs.aCopy()
  const text = await readFile(join(folder, 'pack.yaml'), 'utf8')
  const prerequisite = [
    'forGroups: [border]',
    'prerequisites:',
    '  - code: DK1',
    '    name: { vi: Biên giới, en: Border }',
    '    nameChecked: text',
    '    rule:',
    '      kind: allOf',
    '      parts:',
    '        - { kind: register, register: group, entry: bodrer, name: { vi: b, en: b }, source: { checked: text } }',
    '',
  ]
  await writeIn(folder, 'pack.yaml', `${text}${prerequisite.join('\n')}`)
  const own = ['mountain-village', 'border-village', 'plain-village'].map(
    (id) => `- { id: ${id}, name: { vi: x, en: x } }`,
  )
  await writeIn(folder, '../groups.yaml', own.join('\n'))

  expect(await unheard(folder)).toEqual([`pack.yaml:${text.split('\n').length + 8} bodrer`])
})

test('what is wrong with a list of groups is told with its line, and no group is called unheard for it', async () => {
  const folder = await packs.aCopy()
  const said = async (list: string): Promise<readonly string[]> => {
    await writeIn(folder, '../groups.yaml', list)
    const faults = await groupsUnheard(folder, packsFolder)
    return faults.map(({ file, line, code }) => `${file}:${line ?? ''} ${code}`)
  }
  const group = (id: string): string => `- { id: ${id}, name: { vi: x, en: x } }\n`

  expect(await said(`${group('plain-village')}- { id: other }\n`)).toEqual(['../groups.yaml:2 keyMissing'])
  expect(await said(`${group('plain-village')}${group('plain-village')}`)).toEqual(['../groups.yaml:2 twice'])
  expect(await said(`${group('plain-village')}\t- {`)).toEqual([
    expect.stringMatching(/^\.\.\/groups\.yaml:2 /),
  ])
  const outcome = await checkPackNamed(packsFolder, { pack: folder })
  expect(outcome).toMatchObject({ ok: true, value: { warnings: [{ file: '../groups.yaml', line: 2 }] } })
})

test('the packs of this project name groups that are listed, on the page as well', async () => {
  const folders = (await readdir(packsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const named = await Promise.all(folders.map(({ name }) => unheard(join(packsFolder, name))))
  const listed = (await readFile(join(packsFolder, 'groups.yaml'), 'utf8')).matchAll(/id: ([\w-]+)/g)
  const page = await readFile(join(packsFolder, 'README.md'), 'utf8')

  expect(named.flat()).toEqual([])
  expect([...listed].map(([, id]) => id).filter((id) => !page.includes(`\`${id}\``))).toEqual([])
})
