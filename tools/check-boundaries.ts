import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Visitor, parseSync } from 'vite'
import { cyclesIn, faultsOf, readOrder, type Import, type SourceFile } from './boundaries.ts'
import { isTest, root, sourceFiles } from './project.ts'

/** Reads every import of every source file under `folder`, tests excepted, and says what points the wrong way. */
export function checkBoundaries(folder: string): {
  files: number
  imports: number
  faults: readonly string[]
} {
  const order = readOrder(readFileSync(join(folder, 'ARCHITECTURE.md'), 'utf8'))
  const files = sourceFiles(folder, ['.ts', '.tsx'])
    .filter((path) => !isTest(path))
    .map((path): SourceFile => ({ path, imports: importsOf(path, readFileSync(join(folder, path), 'utf8')) }))
  return {
    files: files.length,
    imports: files.reduce((sum, file) => sum + file.imports.length, 0),
    faults: [...faultsOf(files, order), ...cyclesIn(files)],
  }
}

/** Static, dynamic and type imports, re-exports, and files started through `new URL(…, import.meta.url)`. */
export function importsOf(path: string, code: string): readonly Import[] {
  const { program, errors } = parseSync(path, code)
  if (errors[0] !== undefined) throw new Error(`${path}: ${errors[0].message}`)
  const found: Import[] = []
  const add = (start: number, target: unknown, starts = false): void => {
    if (typeof target !== 'string') return
    found.push({ target, line: code.slice(0, start).split('\n').length, starts })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.start, node.source.value),
    ExportAllDeclaration: (node) => add(node.start, node.source.value),
    ExportNamedDeclaration: (node) => add(node.start, node.source?.value),
    TSImportType: (node) => add(node.start, node.source.value),
    ImportExpression: (node) =>
      add(node.start, node.source.type === 'Literal' ? node.source.value : undefined),
    NewExpression: (node) => {
      const [first] = node.arguments
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL'
      if (isUrl && first?.type === 'Literal' && String(first.value).startsWith('.'))
        add(node.start, first.value, true)
    },
  }).visit(program)
  return found
}

if (import.meta.main) {
  const { files, imports, faults } = checkBoundaries(resolve(process.argv[2] ?? root))
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  process.stdout.write(`boundaries: ${files} files, ${imports} imports, ${faults.length} faults\n`)
  if (files === 0 || imports === 0) process.stdout.write('boundaries: nothing was read\n')
  process.exitCode = files > 0 && imports > 0 && faults.length === 0 ? 0 : 1
}
