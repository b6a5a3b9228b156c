import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder that holds the root `package.json`. */
export const root = resolve(import.meta.dirname, '..')

/** Built, installed or kept by the program: not written by people. The second are so at the top alone. */
const notSource = new Set(['node_modules', '.git', '.tsbuild', 'dist', 'coverage', '.vitest'])
const notSourceAtTop = new Set(['data', 'pictures'])

export function isSource(path: string): boolean {
  const names = path.split('/')
  return !names.some((name) => notSource.has(name)) && !notSourceAtTop.has(path)
}

/** Every source file below `folder` whose name ends in one of `endings`; paths from `folder` with `/`, sorted. */
export function sourceFiles(folder: string, endings: readonly string[]): readonly string[] {
  return walk(folder, '')
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .toSorted()
}

function walk(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (!isSource(path)) return []
    if (entry.isDirectory()) return walk(folder, path)
    return entry.isFile() ? [path] : []
  })
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

/** The script of a tool from npm, to be run by this Node: the links in `.bin` differ by system. */
export function toolScript(name: string, tool = name): string {
  const folder = join(root, 'node_modules', name)
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const bin = about !== null && typeof about === 'object' && 'bin' in about ? about.bin : undefined
  const file = bin !== null && typeof bin === 'object' ? new Map(Object.entries(bin)).get(tool) : bin
  if (typeof file !== 'string') throw new Error(`${name} has no tool ${tool}`)
  return join(folder, file)
}
