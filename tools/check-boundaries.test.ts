import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOrder } from './boundaries.ts'
import { checkBoundaries, importsOf } from './check-boundaries.ts'
import { runNode } from './child.ts'
import { root } from './project.ts'
import { aTree, type Tree } from './testing/trees.ts'

const architecture = '# x\n\n```order\nstanding\nfigures\nunits → kernel\n```\n'

function aProject(files: Tree): string {
  return aTree({ 'ARCHITECTURE.md': architecture, ...files })
}

function faultsIn(files: Tree): readonly string[] {
  return checkBoundaries(aProject(files)).faults
}

describe('between packages', () => {
  const allowed: [string, string][] = [
    ['web/src/units/page.tsx', '@ancu/core/units'],
    ['server/src/units/store.ts', '@ancu/core/units'],
    ['server/src/units/demo.ts', '@ancu/worlds/kon-tum'],
    ['cli/src/units.ts', '@ancu/server/units'],
    ['cli/src/units.ts', '@ancu/core/units'],
    ['tools/golden.ts', '@ancu/cli/units'],
    ['e2e/journey.ts', '../tools/golden.ts'],
    ['core/src/units/unit.ts', 'zod'],
  ]
  test.each(allowed)('%s may import %s', (path, target) => {
    expect(faultsIn({ [path]: `import '${target}'` })).toEqual([])
  })

  const forbidden: [string, string][] = [
    ['core/src/units/unit.ts', '@ancu/server/units'],
    ['core/src/units/unit.ts', '@ancu/worlds/kon-tum'],
    ['worlds/kon-tum/index.ts', '@ancu/core/units'],
    ['web/src/units/page.tsx', '@ancu/server/units'],
    ['web/src/units/page.tsx', '@ancu/worlds/kon-tum'],
    ['server/src/units/store.ts', '@ancu/web/units'],
    ['server/src/units/store.ts', '@ancu/cli/units'],
    ['server/src/units/store.ts', '../../../core/src/units/unit.ts'],
    ['server/src/units/store.ts', '../../../tools/golden.ts'],
  ]
  test.each(forbidden)('%s may not import %s', (path, target) => {
    expect(faultsIn({ [path]: `\nimport '${target}'` })).toEqual([
      expect.stringContaining(`${path}:2 imports ${target}`),
    ])
  })
})

describe('inside a package', () => {
  test('a slice imports those below it, by any of their files', () => {
    const code = "import '../figures/facts.ts'\nimport '../kernel/index.ts'"
    expect(faultsIn({ 'core/src/standing/standing.ts': code })).toEqual([])
  })

  test.each(['core', 'server', 'web', 'cli'])('in %s a slice does not import one above it', (home) => {
    expect(faultsIn({ [`${home}/src/units/unit.ts`]: "import '../figures/facts.ts'" })).toEqual([
      `${home}/src/units/unit.ts:1 imports ../figures/facts.ts: figures lies above units`,
    ])
  })

  test('the slices of cli may be single files', () => {
    expect(faultsIn({ 'cli/src/units.ts': "import './figures.ts'\nimport './kernel.ts'" })).toEqual([
      'cli/src/units.ts:1 imports ./figures.ts: figures lies above units',
    ])
  })

  test('a slice does not go through its own door', () => {
    expect(faultsIn({ 'core/src/units/unit.ts': "import './index.ts'\nimport './facts.ts'" })).toEqual([
      'core/src/units/unit.ts:1 imports ./index.ts: inside a slice import the file, not its door',
    ])
  })

  test('a technical folder lies under every slice and imports none', () => {
    const files = {
      'server/src/units/store.ts': "import '../database/index.ts'",
      'server/src/database/pool.ts': "import '../units/store.ts'",
      'web/src/ui/tile.tsx': "import '../figures/facts.ts'",
      'server/src/http/route.ts': "import '../commands/command.ts'",
    }
    expect(faultsIn(files)).toEqual([
      'server/src/database/pool.ts:1 imports ../units/store.ts: a technical folder imports no slice',
      'web/src/ui/tile.tsx:1 imports ../figures/facts.ts: a technical folder imports no slice',
    ])
  })

  test('the outermost files import everything and are imported by nobody else', () => {
    const files = {
      'server/src/main.ts': "import './app.ts'",
      'server/src/app.ts': "import './standing/routes.ts'\nimport './database/index.ts'",
      'server/src/units/routes.ts': "import '../app.ts'",
    }
    expect(faultsIn(files)).toEqual([
      'server/src/units/routes.ts:1 imports ../app.ts: nobody imports what puts everything together',
    ])
  })

  test('builders for tests import any slice and are imported by tests alone', () => {
    const files = {
      'core/src/testing/world.ts': "import '../standing/standing.ts'",
      'core/src/units/unit.ts': "import '../testing/world.ts'",
      'core/src/units/unit.test.ts': "import '../testing/world.ts'",
    }
    expect(faultsIn(files)).toEqual(['core/src/units/unit.ts:1 imports ../testing/world.ts: for tests alone'])
  })

  test('a folder that is no slice is named', () => {
    expect(faultsIn({ 'core/src/utils/pad.ts': 'export {}' })).toEqual([
      'core/src/utils/pad.ts is in no slice of ARCHITECTURE.md',
    ])
  })
})

describe('cycles', () => {
  test('files that import each other are named, over any number of steps and by types alone', () => {
    const files = {
      'core/src/units/a.ts': "export * from './b.ts'",
      'core/src/units/b.ts': "export const c = () => import('./c.ts')",
      'core/src/units/c.ts': "import type { A } from './a.ts'",
      'core/src/units/d.ts': "import './a.ts'",
    }
    expect(faultsIn(files)).toEqual([
      'import cycle: core/src/units/a.ts, core/src/units/b.ts, core/src/units/c.ts',
    ])
  })

  test('two files that import each other, and one that imports itself, are cycles', () => {
    const files = {
      'core/src/units/a.ts': "import './b.ts'",
      'core/src/units/b.ts': "import './a.ts'",
      'core/src/units/c.ts': "import './c.ts'",
    }
    expect(faultsIn(files)).toEqual([
      'import cycle: core/src/units/a.ts, core/src/units/b.ts',
      'import cycle: core/src/units/c.ts',
    ])
  })

  test('a worker may read the types of the file that starts it', () => {
    const files = {
      'server/src/database/pool.ts': "new Worker(new URL('./worker.ts', import.meta.url))",
      'server/src/database/worker.ts': "import type { A } from './pool.ts'",
    }
    expect(faultsIn(files)).toEqual([])
  })
})

test('every way of writing an import is read, and text that looks like one is not', () => {
  const code = [
    "import a from './a.ts'",
    "import type { B } from './b.ts'",
    "export * from './c.ts'",
    "export { d } from './d.ts'",
    "type E = import('./e.ts').E",
    "const f = await import('./f.ts')",
    "new Worker(new URL('./g.ts', import.meta.url))",
    "const no = `import './no.ts'` // import './no.ts'",
  ].join('\n')

  const found = importsOf('x.ts', code)

  expect(found.map((one) => one.target).toSorted()).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`),
  )
  expect(found.find((one) => one.target === './f.ts')?.line).toBe(6)
})

test('the order of the project itself is read from the page that prints it', () => {
  const order = readOrder(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))
  expect(order.indexOf('standing')).toBeLessThan(order.indexOf('figures'))
  expect(order.at(-1)).toBe('kernel')
})

test('a page without the order, and a tree without a file, are failures', async () => {
  expect(() => readOrder('```ts\nunits\n```')).toThrow('```order')

  const script = join(root, 'tools/check-boundaries.ts')
  const empty = await runNode([script, aProject({})])
  const sound = await runNode([script, aProject({ 'core/src/units/unit.ts': "import '../kernel/day.ts'" })])

  expect(empty).toMatchObject({ code: 1, output: expect.stringContaining('0 files') })
  expect(sound).toMatchObject({ code: 0, output: 'boundaries: 1 files, 1 imports, 0 faults\n' })
})
