import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { isSource } from './project.ts'

/**
 * A copy of the project in a temporary folder. Packages from outside are linked; the project's own point into
 * the copy, so that nothing in it reaches back.
 */
export function copyTree(folder: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'an-cu-copy-')))
  const path = (file: string): string => relative(folder, file).split(sep).join('/')
  cpSync(folder, copy, { recursive: true, filter: (file) => file === folder || isSource(path(file)) })

  linkAll(join(folder, 'node_modules'), join(copy, 'node_modules'))
  for (const name of readdirSync(copy)) {
    const own = join(folder, name, 'node_modules')
    if (existsSync(own) && name !== 'node_modules') linkAll(own, join(copy, name, 'node_modules'))
  }
  const scope = join(folder, 'node_modules/@ancu')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const home = path(realpathSync(join(scope, name)))
    link(join(copy, home), join(copy, 'node_modules/@ancu', name))
  }
  return copy
}

/** Caches stay behind: they hold the names of files. */
function linkAll(from: string, to: string): void {
  mkdirSync(join(to, '@ancu'), { recursive: true })
  for (const name of readdirSync(from)) {
    if (name !== '@ancu' && (!name.startsWith('.') || name === '.bin')) link(join(from, name), join(to, name))
  }
}

function link(target: string, place: string): void {
  symlinkSync(target, place, 'junction')
}
