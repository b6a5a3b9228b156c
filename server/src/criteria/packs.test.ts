import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { compareJudging, criteriaMessages } from '@ancu/core/criteria'

import { checkPack, readPacks, type PackFault } from './packs.ts'

const packsFolder = join(import.meta.dirname, '../../../packs')
let scratch = ''
let example = ''

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'an-cu-packs-'))
  example = join(scratch, 'from-readme')
  const readme = await readFile(join(packsFolder, 'README.md'), 'utf8')
  for (const [, name, text] of readme.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)) {
    await write(example, name ?? '', text ?? '')
  }
})

afterAll(() => rm(scratch, { recursive: true, force: true }))

async function write(folder: string, name: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
}

let copies = 0

/** A copy of the README's pack in a folder of its own. */
async function aCopy(): Promise<string> {
  copies += 1
  const folder = join(scratch, `around-${copies}`, 'pack')
  await cp(example, folder, { recursive: true })
  return folder
}

async function faultsOf(folder: string): Promise<readonly PackFault[]> {
  const outcome = await checkPack(folder)
  return outcome.ok ? [] : outcome.refusal
}

/** The README's pack with one text in one file replaced by another, and the line where `marker` then stands. */
async function changed(
  file: string,
  right: string,
  wrong: string,
  marker: string,
): Promise<{ faults: readonly string[]; line: number }> {
  const folder = await aCopy()
  const text = await readFile(join(folder, file), 'utf8')
  expect(text).toContain(right)
  const edited = text.replace(right, wrong)
  await write(folder, file, edited)
  const faults = (await faultsOf(folder)).map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.code}`)
  return { faults, line: edited.slice(0, edited.indexOf(marker)).split('\n').length }
}

describe('the packs of this project', () => {
  test('are correct, their examples hold, and they are sealed as published', async () => {
    const packs = await readPacks(packsFolder)

    expect(packs.ok ? [] : packs.refusal).toEqual([])
    const told = packs.ok
      ? packs.value.map(({ edition: { set } }) => [
          set.id,
          set.edition,
          set.criteria.length,
          set.criteria.flatMap((one) => one.indicators).length,
        ])
      : []
    expect(told).toEqual([
      ['commune-2016-2020', 1, 19, 49],
      ['commune-2021-2025', 1, 19, 57],
    ])
  })

  test('judge a country like numbers in a loop written by hand', async () => {
    const packs = await readPacks(packsFolder)
    const pack = packs.ok
      ? packs.value.find(({ edition }) => edition.set.id === 'commune-2021-2025')
      : undefined
    if (!pack) throw new Error('the set of 2021-2025 is in packs/')

    expect(compareJudging(pack.edition, () => performance.now(), 2_000, 1)).toMatchObject({
      agree: true,
      indicators: 57,
    })
  })
})

describe('the pack of packs/README.md', () => {
  test('is correct as it stands, and its digest depends on what it says alone', async () => {
    const pack = await checkPack(example)
    const other = await aCopy()
    await write(other, 'criteria.yaml', `# a remark\n${await readFile(join(other, 'criteria.yaml'), 'utf8')}`)
    const remarked = await checkPack(other)

    expect(pack.ok ? [] : pack.refusal).toEqual([])
    expect(remarked.ok && pack.ok && remarked.value.digest === pack.value.digest).toBe(true)
  })

  test.each<[file: string, right: string, wrong: string, code: string, marker?: string]>([
    ['criteria.yaml', 'measure: m-example-water', 'measure: m-example-watter', 'measureUnknown'],
    ['criteria.yaml', 'plain: 89.5', 'plane: 89.5', 'columnUnknown'],
    ['criteria.yaml', "code: '1.2'", 'code: 1.2', 'notQuoted'],
    ['criteria.yaml', "code: '1.2'", "code: '1.1' # again", 'twice'],
    ['criteria.yaml', 'kind: atMost', 'kind: atmost', 'valueUnknown'],
    ['criteria.yaml', 'plain: unknown', 'plain: unkown', 'levelWrong'],
    ['criteria.yaml', '        measure: m-example-huts\n', '', 'keyMissing', 'rule:\n        kind: noneOf'],
    ['criteria.yaml', 'from: 2025-07-01', 'from: 2025-08-01', 'provisionGap'],
    [
      'criteria.yaml',
      'key: 5-field',
      'key: 5-lanes',
      'levelKeyTwice',
      'key: 5-lanes, measure: m-example-field',
    ],
    ['criteria.yaml', 'count: 2', 'count: 4', 'countTooHigh'],
    ['criteria.yaml', 'example-amendment', 'example-amandment', 'documentUnknown'],
    ['criteria.yaml', 'plain: 89.5', 'plain: 89.555', 'levelOffScale'],
    ['pack.yaml', 'criteria: 5', 'criteria: 6', 'countDiffers'],
    ['pack.yaml', 'forKinds: [village]', 'forKinds: [hamlet]', 'valueUnknown'],
    ['pack.yaml', 'programmeOnly: false', 'programOnly: false', 'keyUnknown'],
    ['pack.yaml', 'programmeOnly: false', 'programOnly: false', 'keyMissing', 'set:'],
    ['documents.yaml', 'day: 2023-12-15', 'day: 2023-12-32', 'notADay'],
    ['measures.yaml', 'kind: share', 'kind: ratio', 'valueUnknown'],
    ['measures.yaml', 'overUnits: none', 'overUnits: none: x', 'notYaml'],
    ['examples/all.yaml', 'verdict: met', 'verdict: unmet', 'exampleFails'],
    ['examples/all.yaml', 'missing: [m-example-water]', 'missing: []', 'missingDiffers'],
  ])('%s: %j written as %j is %s, on its line', async (file, right, wrong, code, marker = wrong) => {
    const { faults, line } = await changed(file, right, wrong, marker)

    expect(faults).toContain(`${file}:${line} ${code}`)
  })

  test('an edition that the changelog does not tell of', async () => {
    const { faults } = await changed('pack.yaml', 'edition: 1', 'edition: 2', 'edition')

    expect(faults).toEqual(['CHANGELOG.md: editionNotInChangelog'])
  })

  test('a fault is told in both languages', async () => {
    const folder = await aCopy()
    await rm(join(folder, 'documents.yaml'))
    const [fault] = await faultsOf(folder)

    expect(fault).toMatchObject({ file: 'documents.yaml', code: 'fileMissing' })
    expect(criteriaMessages('vi').say('issue.fileMissing')).toBe(
      'Thiếu tệp này, hoặc nó không phải là tệp thường.',
    )
    expect(criteriaMessages('en').say(`issue.${fault?.code ?? 'notYaml'}`)).toContain('missing')
  })

  test('every fault has its facts for its sentence', async () => {
    const folder = await aCopy()
    for (const [file, right, wrong] of [
      ['criteria.yaml', 'm-example-water', 'm-none'],
      ['criteria.yaml', 'mountain: 60', 'mountain: 160'],
      ['criteria.yaml', 'count: 2', 'count: 9'],
      ['pack.yaml', 'indicators: 6', 'indicators: 7'],
    ] as const) {
      await write(folder, file, (await readFile(join(folder, file), 'utf8')).replace(right, wrong))
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
    const folder = await aCopy()
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

  test('a hostile file is told beside the faults of the others', async () => {
    const folder = await aCopy()
    await write(folder, 'criteria.yaml', 'a: &a [*a]')
    await write(folder, 'documents.yaml', '- __proto__: { id: x }')
    await write(folder, 'examples/all.yaml', '- !!js/function "x"')

    expect((await faultsOf(folder)).map((each) => `${each.file}:${each.line ?? ''} ${each.code}`)).toEqual([
      'criteria.yaml:1 aliasUsed',
      'examples/all.yaml:1 notYaml',
    ])
    await cp(join(example, 'criteria.yaml'), join(folder, 'criteria.yaml'))
    await rm(join(folder, 'examples'), { recursive: true })
    expect((await faultsOf(folder)).map((each) => `${each.file}:${each.line ?? ''} ${each.code}`)).toContain(
      'documents.yaml:1 keyMissing',
    )
  })

  test('a folder that is not there', async () => {
    expect(await faultsOf(join(scratch, 'nowhere'))).toMatchObject([{ code: 'folderMissing' }])
    expect(await readPacks(join(scratch, 'nowhere'))).toMatchObject({ ok: false })
  })
})

describe('a published edition is sealed', () => {
  async function aPublished(): Promise<{
    around: string
    folder: string
    lock: Record<string, Record<string, string>>
  }> {
    const folder = await aCopy()
    const around = dirname(folder)
    const pack = await checkPack(folder)
    const lock = { 'example-green-village': { 1: pack.ok ? pack.value.digest : '' } }
    await write(around, 'packs.lock.json', JSON.stringify(lock))
    return { around, folder, lock }
  }

  async function edit(folder: string): Promise<void> {
    const text = await readFile(join(folder, 'criteria.yaml'), 'utf8')
    await write(folder, 'criteria.yaml', text.replace('plain: 89.5', 'plain: 89'))
    await rm(join(folder, 'examples'), { recursive: true })
  }

  async function codesOf(around: string): Promise<readonly string[]> {
    const packs = await readPacks(around)
    return packs.ok ? [] : packs.refusal.map((fault) => `${fault.file} ${fault.code}`)
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
    await write(
      second,
      'pack.yaml',
      (await readFile(join(second, 'pack.yaml'), 'utf8')).replace('edition: 1', 'edition: 2'),
    )
    await write(second, 'CHANGELOG.md', '## Edition 2\n')

    expect(await codesOf(around)).toEqual(['packs.lock.json editionNotLocked'])

    const pack = await checkPack(second)
    const digest = pack.ok ? pack.value.digest : ''
    await write(
      around,
      'packs.lock.json',
      JSON.stringify({ 'example-green-village': { ...lock['example-green-village'], 2: digest } }),
    )
    const packs = await readPacks(around)
    expect(packs.ok && packs.value.map(({ edition }) => edition.set.edition)).toEqual([1, 2])
  })

  test('one that vanished, one that is there twice and a broken lock are told', async () => {
    const { around, folder } = await aPublished()
    await cp(folder, join(around, 'twin'), { recursive: true })
    expect(await codesOf(around)).toEqual(['twin/pack.yaml editionTwice'])

    await rm(join(around, 'twin'), { recursive: true })
    await rm(folder, { recursive: true })
    expect(await codesOf(around)).toEqual(['packs.lock.json lockedMissing'])

    await write(around, 'packs.lock.json', '{')
    expect(await codesOf(around)).toEqual(['packs.lock.json lockWrong'])
  })
})
