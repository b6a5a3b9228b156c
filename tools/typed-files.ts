import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { sourceFiles } from './project.ts'

/** What `tsc -b` leaves of a project: names, and the numbers of those that it was asked to check; from 1. */
const buildInfo = z.object({
  fileNames: z.array(z.string()).default([]),
  root: z.array(z.union([z.int(), z.tuple([z.int(), z.int()])])).default([]),
})

/** How many source files the compiler has read as parts of a project, and those that no project holds. */
export function untypedFiles(folder: string): { typed: number; untyped: readonly string[] } {
  const typed = new Set(
    buildInfosIn(folder).flatMap((file) =>
      filesOf(file).map((path) => relative(folder, path).split(sep).join('/')),
    ),
  )
  const written = sourceFiles(folder, ['.ts', '.tsx'])
  return {
    typed: written.filter((path) => typed.has(path)).length,
    untyped: written.filter((path) => !typed.has(path)),
  }
}

function buildInfosIn(folder: string): readonly string[] {
  const projects = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return ['.', ...projects.map((entry) => entry.name)]
    .flatMap((name) =>
      ['.tsbuild', '.tsbuild/test'].map((built) => join(folder, name, built, 'tsconfig.tsbuildinfo')),
    )
    .filter((file) => existsSync(file))
}

function filesOf(file: string): readonly string[] {
  const { fileNames, root } = buildInfo.parse(JSON.parse(readFileSync(file, 'utf8')))
  const isRoot = (number: number): boolean =>
    root.some((one) => (typeof one === 'number' ? one === number : one[0] <= number && number <= one[1]))
  return fileNames.filter((_, index) => isRoot(index + 1)).map((name) => resolve(file, '..', name))
}
