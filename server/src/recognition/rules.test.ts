import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readPacks } from '../criteria/packs.ts'
import { readmePacks } from '../criteria/testing/readme-packs.ts'
import { packsFolder } from '../routes.ts'
import { readRevocationRules } from './rules.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'an-cu-revocation-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('rules of revocation', () => {
  test('of the program are those of QĐ 18/2022, article 4, with the bound that is disputed', async () => {
    const rules = await readRevocationRules(packsFolder)

    expect(rules).toMatchObject({
      ok: true,
      value: [
        {
          source: { document: 'qd-18-2022', article: 'Điều 4', checked: 'partial' },
          from: '2022-08-02',
          until: '2026-01-01',
          conditions: [
            { from: 30, below: 50, key: 1, disputed: {} },
            { from: 50, key: 0 },
          ],
        },
      ],
    })
  })

  test('of the page that explains them are read', async () => {
    const readme = await readmePacks()
    const rules = await readRevocationRules(join(readme.example, 'above'))
    await readme.remove()

    expect(rules).toMatchObject({
      ok: true,
      value: [
        {
          id: 'example-rule',
          kinds: ['village'],
          conditions: [
            { from: 30, below: 50, key: 1 },
            { from: 50, key: 0 },
          ],
        },
      ],
    })
  })

  test('name sets that the program has, and a document that those sets cite', async () => {
    const [rules, packs] = [await readRevocationRules(packsFolder), await readPacks(packsFolder)]
    if (!rules.ok || !packs.ok) throw new Error('the program’s own packs are wrong')
    for (const { sets, source } of rules.value) {
      for (const set of Object.values(sets)) {
        const pack = packs.value.find(({ edition }) => edition.set.id === set)
        expect(pack?.edition.documents.map(({ id }) => id)).toContain(source.document)
        expect(pack?.edition.set.criteria.some((criterion) => criterion.key)).toBe(true)
      }
    }
  })

  test.each([
    ['- id: r-1\n  from: 2022-08-02\n  kinds: [commune]\n', 1],
    [
      '- id: r-1\n  source: { document: d, checked: partial }\n  from: 2022-02-30\n  kinds: [commune]\n  sets: {}\n  conditions: [{ from: 50 }]\n',
      3,
    ],
    [
      '- id: r-1\n  source: { document: d, checked: partial }\n  from: 2022-08-02\n  kinds: [castle]\n  sets: {}\n  conditions: [{ from: 150 }]\n',
      4,
    ],
    ['- id: r-1\n  id: r-2\n', 2],
  ])('that are wrong name the line: %j', async (text, line) => {
    await writeFile(join(folder, 'revocation.yaml'), text)
    const read = await readRevocationRules(folder)

    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.refusal[0]).toMatchObject({ file: 'revocation.yaml', line })
  })

  test('that are missing are a fault as well', async () => {
    expect(await readRevocationRules(join(folder, 'absent'))).toEqual({
      ok: false,
      refusal: [{ file: 'revocation.yaml', line: undefined, why: 'fileMissing' }],
    })
  })
})
