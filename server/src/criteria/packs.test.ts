import { cp, mkdir, readFile, rm, symlink, truncate } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { compareJudging, criteriaMessages } from '@ancu/core/criteria'

import { checkPack, readPacks } from './packs.ts'
import { faultsOf, packsFolder, readmePacks, writeIn, type ReadmePacks } from './testing/readme-packs.ts'

let packs: ReadmePacks
let example = ''

beforeAll(async () => {
  packs = await readmePacks()
  ;({ example } = packs)
})

afterAll(() => packs.remove())

describe('the packs of this project', () => {
  test('are correct, their examples hold, and they are sealed as published', async () => {
    const read = await readPacks(packsFolder)

    expect(read.ok ? [] : read.refusal).toEqual([])
    const told = read.ok
      ? read.value.map(({ edition: { set } }) => [
          set.id,
          set.edition,
          set.criteria.length,
          set.criteria.flatMap((one) => one.indicators).length,
        ])
      : []
    expect(told).toEqual([
      ['city-completed-2021-2025', 1, 1, 0],
      ['commune-2016-2020', 1, 19, 49],
      ['commune-2021-2025', 1, 19, 57],
      ['commune-2026-2030', 1, 10, 0],
      ['commune-advanced-2021-2025', 1, 19, 75],
      ['commune-model-2021-2025', 1, 3, 3],
      ['commune-modern-2026-2030', 1, 1, 0],
      ['district-2021-2025', 1, 9, 14],
      ['district-advanced-2021-2025', 1, 2, 2],
      ['district-special-2024', 1, 3, 4],
      ['village-kontum-2019-2020', 1, 16, 3],
      ['village-kontum-2022-2025', 1, 10, 0],
      ['village-model-area-kontum', 1, 10, 0],
    ])
  })

  test('judge a country like numbers in a loop written by hand', async () => {
    const read = await readPacks(packsFolder)
    const pack = read.ok
      ? read.value.find(({ edition }) => edition.set.id === 'commune-2021-2025')
      : undefined
    if (!pack) throw new Error('the set of 2021-2025 is in packs/')

    expect(compareJudging(pack.edition, () => performance.now(), 2_000, 1)).toMatchObject({
      agree: true,
      indicators: 57,
    })
  })
})

describe('the pack of packs/README.md', () => {
  test('that counts points is correct as it stands', async () => {
    const pack = await checkPack(join(example, 'points'))

    expect(pack.ok ? [] : pack.refusal).toEqual([])
    expect(pack.ok && pack.value.edition.set.criteria).toHaveLength(6)
  })

  test('is correct as it stands, and its digest depends on what it says alone', async () => {
    const pack = await checkPack(example)
    const other = await packs.aCopy()
    await writeIn(
      other,
      'criteria.yaml',
      `# a remark\n${await readFile(join(other, 'criteria.yaml'), 'utf8')}`,
    )
    const remarked = await checkPack(other)

    expect(pack.ok ? [] : pack.refusal).toEqual([])
    expect(remarked.ok && pack.ok && remarked.value.digest === pack.value.digest).toBe(true)
  })

  test('an edition that the changelog does not tell of', async () => {
    const { faults } = await packs.changed('pack.yaml', 'edition: 1', 'edition: 2', 'edition')

    expect(faults).toEqual(['CHANGELOG.md: editionNotInChangelog'])
  })

  test('a fault is told in both languages', async () => {
    const folder = await packs.aCopy()
    await rm(join(folder, 'documents.yaml'))
    const [fault] = await faultsOf(folder)

    expect(fault).toMatchObject({ file: 'documents.yaml', code: 'fileMissing' })
    expect(criteriaMessages('vi').say('issue.fileMissing')).toBe(
      'Thiếu tệp này, hoặc nó không phải là tệp thường.',
    )
    expect(criteriaMessages('en').say(`issue.${fault?.code ?? 'notYaml'}`)).toContain('missing')
  })

  test('every fault has its facts for its sentence', async () => {
    const folder = await packs.aCopy()
    for (const [file, right, wrong] of [
      ['criteria.yaml', 'm-example-water', 'm-none'],
      ['criteria.yaml', 'mountain: 60', 'mountain: 160'],
      ['criteria.yaml', 'count: 2', 'count: 9'],
      ['pack.yaml', 'indicators: 6', 'indicators: 7'],
    ] as const) {
      await writeIn(folder, file, (await readFile(join(folder, file), 'utf8')).replace(right, wrong))
    }
    const faults = await faultsOf(folder)

    expect(faults.length).toBeGreaterThanOrEqual(3)
    for (const { code, facts } of faults) {
      expect(criteriaMessages('vi').say(`issue.${code}`, facts)).not.toContain('{')
      expect(criteriaMessages('en').say(`issue.${code}`, facts)).not.toContain('{')
    }
  })
})

describe('what is no pack', () => {
  test('a link, a folder and a sparse giant are no files', async () => {
    const folder = await packs.aCopy()
    await rm(join(folder, 'criteria.yaml'))
    await symlink('/dev/zero', join(folder, 'criteria.yaml'))
    await rm(join(folder, 'documents.yaml'))
    await mkdir(join(folder, 'documents.yaml'))
    await truncate(join(folder, 'measures.yaml'), 2 ** 31)

    expect((await faultsOf(folder)).map((each) => `${each.file} ${each.code}`)).toEqual([
      'criteria.yaml fileMissing',
      'documents.yaml fileMissing',
      'measures.yaml fileTooLarge',
    ])
  })

  test('examples are not judged where they are far more than people write', async () => {
    const folder = await packs.aCopy()
    const many = `# ${'x'.repeat(250_000)}\n- { name: x, whole: true, verdict: unknown }\n`
    for (const name of ['a', 'b', 'c', 'd']) await writeIn(folder, `examples/${name}.yaml`, many)

    expect((await faultsOf(folder)).map((each) => `${each.file} ${each.code}`)).toEqual([
      'examples fileTooLarge',
    ])
  })

  test('a hostile file is told beside the faults of the others', async () => {
    const folder = await packs.aCopy()
    await writeIn(folder, 'criteria.yaml', 'a: &a [*a]')
    await writeIn(folder, 'documents.yaml', '- __proto__: { id: x }')
    await writeIn(folder, 'examples/all.yaml', '- !!js/function "x"')

    expect((await faultsOf(folder)).map((each) => `${each.file}:${each.line ?? ''} ${each.code}`)).toEqual([
      'criteria.yaml:1 aliasUsed',
      'documents.yaml:1 keyReserved',
      'examples/all.yaml:1 notYaml',
    ])
    await cp(join(example, 'criteria.yaml'), join(folder, 'criteria.yaml'))
    await rm(join(folder, 'examples'), { recursive: true })
    expect((await faultsOf(folder)).map((each) => `${each.file}:${each.line ?? ''} ${each.code}`)).toContain(
      'documents.yaml:1 keyReserved',
    )
  })

  test('a folder that is not there', async () => {
    expect(await faultsOf(join(packs.scratch, 'nowhere'))).toMatchObject([{ code: 'folderMissing' }])
    expect(await readPacks(join(packs.scratch, 'nowhere'))).toMatchObject({ ok: false })
  })
})

describe('a published edition is sealed', () => {
  async function aPublished(): Promise<{
    around: string
    folder: string
    lock: Record<string, Record<string, string>>
  }> {
    const folder = await packs.aCopy()
    const around = dirname(folder)
    const pack = await checkPack(folder)
    const lock = { 'example-green-village': { 1: pack.ok ? pack.value.digest : '' } }
    await writeIn(around, 'packs.lock.json', JSON.stringify(lock))
    return { around, folder, lock }
  }

  async function edit(folder: string): Promise<void> {
    const text = await readFile(join(folder, 'criteria.yaml'), 'utf8')
    await writeIn(folder, 'criteria.yaml', text.replace('plain: 89.5', 'plain: 89'))
    await rm(join(folder, 'examples'), { recursive: true })
  }

  async function codesOf(around: string): Promise<readonly string[]> {
    const read = await readPacks(around)
    return read.ok ? [] : read.refusal.map((fault) => `${fault.file} ${fault.code}`)
  }

  test('an edited one is told, alone and among all', async () => {
    const { around, folder } = await aPublished()
    expect(await codesOf(around)).toEqual([])

    await edit(folder)

    expect(await faultsOf(folder)).toMatchObject([
      { file: 'pack.yaml', code: 'publishedEdited', facts: { next: 2 } },
    ])
    expect(await codesOf(around)).toEqual(['pack/pack.yaml publishedEdited'])
  })

  test('mended as another edition beside it, both are read', async () => {
    const { around, folder, lock } = await aPublished()
    const second = join(around, 'pack-e2')
    await cp(folder, second, { recursive: true })
    await edit(second)
    await writeIn(
      second,
      'pack.yaml',
      (await readFile(join(second, 'pack.yaml'), 'utf8')).replace('edition: 1', 'edition: 2'),
    )
    await writeIn(second, 'CHANGELOG.md', '## Edition 2\n')

    expect(await codesOf(around)).toEqual(['packs.lock.json editionNotLocked'])

    const pack = await checkPack(second)
    const digest = pack.ok ? pack.value.digest : ''
    await writeIn(
      around,
      'packs.lock.json',
      JSON.stringify({ 'example-green-village': { ...lock['example-green-village'], 2: digest } }),
    )
    const read = await readPacks(around)
    expect(read.ok && read.value.map(({ edition }) => edition.set.edition)).toEqual([1, 2])
  })

  test('one that vanished, one that is there twice and a broken lock are told', async () => {
    const { around, folder } = await aPublished()
    await cp(folder, join(around, 'twin'), { recursive: true })
    expect(await codesOf(around)).toEqual(['twin/pack.yaml editionTwice'])

    await rm(join(around, 'twin'), { recursive: true })
    await rm(folder, { recursive: true })
    expect(await codesOf(around)).toEqual(['packs.lock.json lockedMissing'])

    await writeIn(around, 'packs.lock.json', '{')
    expect(await codesOf(around)).toEqual(['packs.lock.json lockWrong'])
  })
})
