import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyTree } from './copy-tree.ts'
import { faultOf, isKilled, parseMutants, type Mutant } from './mutants.ts'
import { root } from './project.ts'
import { aTree } from './testing/trees.ts'

const rule = 'export const isMet = (value: number): boolean => value >= 80\n'

function aProject(): string {
  const folder = aTree({
    'package.json': '{ "name": "p", "type": "module" }',
    'core/package.json':
      '{ "name": "@ancu/core", "type": "module", "exports": { "./*": "./src/*/index.ts" } }',
    'core/src/rule/index.ts': rule,
    'server/rule.test.ts':
      "import { expect, test } from 'vitest'\nimport { isMet } from '@ancu/core/rule'\n" +
      "test('the level itself is met', () => expect(isMet(80)).toBe(true))\n",
    'data/kept.db': 'not copied',
  })
  mkdirSync(join(folder, 'node_modules/@ancu'), { recursive: true })
  symlinkSync(join(folder, 'core'), join(folder, 'node_modules/@ancu/core'), 'junction')
  symlinkSync(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction')
  return folder
}

function aMutant(change: Partial<Mutant> = {}): Mutant {
  return {
    file: 'core/src/rule/index.ts',
    find: '>=',
    replace: '>',
    why: 'the level itself no longer meets',
    tests: ['server/rule.test.ts'],
    ...change,
  }
}

test('a mutant is killed in a copy through the packages of the copy, and the file is put back', async () => {
  const folder = aProject()
  const copy = copyTree(folder)
  try {
    expect(await isKilled(aMutant(), copy, 60_000)).toBe(true)
    expect(await isKilled(aMutant({ find: '80', replace: '79' }), copy, 60_000)).toBe(false)
    expect(readFileSync(join(copy, 'core/src/rule/index.ts'), 'utf8')).toBe(rule)
    expect(readFileSync(join(folder, 'core/src/rule/index.ts'), 'utf8')).toBe(rule)
    expect(existsSync(join(copy, 'data'))).toBe(false)
  } finally {
    rmSync(copy, { recursive: true })
  }
}, 60_000)

test('a mutant that cannot be applied in exactly one place, or breaks the file, is a fault of the list', () => {
  const folder = aProject()

  expect(faultOf(aMutant(), folder)).toBeUndefined()
  expect(faultOf(aMutant({ find: '<' }), folder)).toBe('"<" is found 0 times in core/src/rule/index.ts')
  expect(faultOf(aMutant({ find: 'e' }), folder)).toMatch(/found \d+ times/)
  expect(faultOf(aMutant({ replace: '>=' }), folder)).toMatch('nothing is changed')
  expect(faultOf(aMutant({ replace: '> >' }), folder)).toMatch('does not parse when changed')
  expect(faultOf(aMutant({ file: 'core/none.ts' }), folder)).toBe('core/none.ts is not there')
})

test('a mutant names its tests and its reason', () => {
  expect(parseMutants(JSON.stringify([aMutant()]))).toEqual([aMutant()])
  expect(() => parseMutants(JSON.stringify([aMutant({ tests: [] })]))).toThrow('tests')
  expect(() => parseMutants(JSON.stringify([{ ...aMutant(), why: undefined }]))).toThrow('why')
})
