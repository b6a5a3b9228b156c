import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, test } from 'vitest'
import { runNode } from './child.ts'
import { root, toolScript } from './project.ts'
import { aTree, type Tree } from './testing/trees.ts'

const found = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) })

const base = {
  '.gitignore': 'node_modules/\n',
  'package.json': '{ "type": "module" }',
  'tsconfig.json': '{ "compilerOptions": { "strict": true, "target": "es2024", "module": "nodenext" } }',
}

/** `file: rule` of everything that the project's own rules find in these files. */
async function lint(files: Tree): Promise<readonly string[]> {
  const folder = aTree({ ...base, ...files })
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const { output } = await runNode([toolScript('oxlint'), '--format=json', '.'], { folder })
  return found
    .parse(JSON.parse(output))
    .diagnostics.map(({ filename, code }) => `${filename}: ${/\((.*)\)/.exec(code)?.[1] ?? code}`)
    .toSorted()
}

test('core takes time, chance and identity as arguments and touches nothing', async () => {
  const files = {
    'core/src/units/a.ts': 'export const a = Date.now()\n',
    'core/src/units/b.ts': 'export const b = new Date()\n',
    'core/src/units/c.ts': 'export const c = Math.random()\n',
    'core/src/units/d.ts': "export { readFileSync } from 'node:fs'\n",
    'core/src/units/e.ts': 'export const e = crypto.randomUUID()\n',
    'core/src/units/sound.test.ts': 'export const f = new Date()\n',
    'server/src/units/sound.ts': 'export const g = [new Date(), Math.random()]\n',
  }
  expect(await lint(files)).toEqual([
    'core/src/units/a.ts: no-restricted-globals',
    'core/src/units/b.ts: no-restricted-globals',
    'core/src/units/c.ts: no-restricted-properties',
    'core/src/units/d.ts: no-restricted-imports',
    'core/src/units/e.ts: no-restricted-properties',
  ])
})

test('import cycles are errors', async () => {
  const files = {
    'core/src/units/a.ts': "import { b } from './b.ts'\nexport const a = (): number => b() + 1\n",
    'core/src/units/b.ts': "import { a } from './a.ts'\nexport const b = (): number => a() + 1\n",
  }
  expect(await lint(files)).toEqual(['core/src/units/a.ts: no-cycle', 'core/src/units/b.ts: no-cycle'])
})

test('a promise that nobody waits for is an error, which only types can tell', async () => {
  const code =
    'const later = (): Promise<number> => Promise.resolve(1)\nexport function go(): void {\n  later()\n}\n'
  expect(await lint({ 'server/src/units/a.ts': code })).toEqual([
    'server/src/units/a.ts: no-floating-promises',
  ])
})

test('ways around the compiler are errors', async () => {
  const files = {
    'server/src/units/a.ts': 'export const a = (x: any): unknown => x\n',
    'server/src/units/b.ts': 'export const b = (x: unknown): string => x as string\n',
    'server/src/units/c.ts': 'export const c = (x?: string): string => x!\n',
    'server/src/units/d.ts': 'export default 1\n',
    'server/src/units/e.ts': '// TODO later\nexport const e = 1\n',
    'server/src/units/f.ts': `${'// long\n'.repeat(300)}export const f = 1\n`,
  }
  expect(new Set(await lint(files))).toEqual(
    new Set([
      'server/src/units/a.ts: no-explicit-any',
      'server/src/units/b.ts: consistent-type-assertions',
      'server/src/units/b.ts: no-unsafe-type-assertion',
      'server/src/units/c.ts: no-non-null-assertion',
      'server/src/units/d.ts: no-default-export',
      'server/src/units/e.ts: no-warning-comments',
      'server/src/units/f.ts: max-lines',
    ]),
  )
})
