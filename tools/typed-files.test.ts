import { expect, test } from 'vitest'
import { runNode } from './child.ts'
import { toolScript } from './project.ts'
import { aTree } from './testing/trees.ts'
import { untypedFiles } from './typed-files.ts'

test('files that the compiler read as parts of a project are counted, the others named', async () => {
  const options =
    '"composite": true, "emitDeclarationOnly": true, "types": [], "rootDir": ".", "outDir": ".tsbuild"'
  const built = '"tsBuildInfoFile": ".tsbuild/tsconfig.tsbuildinfo"'
  const folder = aTree({
    'tsconfig.json': '{ "files": [], "references": [{ "path": "core" }] }',
    'core/tsconfig.json': `{ "compilerOptions": { ${options}, ${built} }, "include": ["src"] }`,
    'core/src/a.ts': 'export const a = 1\n',
    'core/src/b.ts': "export * from './c.js'\n",
    'core/src/c.ts': 'export const c = 1\n',
    'core/other/d.ts': 'export const d: string = 1\n',
  })

  const { code } = await runNode([toolScript('typescript', 'tsc'), '-b'], { folder })

  expect(code).toBe(0)
  expect(untypedFiles(folder)).toEqual({ typed: 3, untyped: ['core/other/d.ts'] })
})
