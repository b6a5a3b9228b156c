import { existsSync, readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildWeb, isStale } from './build.ts'
import { root } from './project.ts'
import { aTree, write } from './testing/trees.ts'

function aWebPart(): string {
  const folder = aTree({
    'package.json': '{ "type": "module" }',
    'package-lock.json': '{}',
    'core/src/kernel/day.ts': '',
    'web/package.json': '{ "type": "module" }',
    'web/vite.config.ts': 'export default {}',
    'web/index.html': '<!doctype html><script type="module" src="/src/main.ts"></script>',
    'web/src/main.ts': "document.title = 'first'",
    'web/src/main.test.ts': '',
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  setTime(folder, 1000, ['package-lock.json', 'core/src/kernel/day.ts', 'web/index.html', 'web/src/main.ts'])
  setTime(folder, 1000, ['web/vite.config.ts', 'web/package.json', 'core/src/kernel', 'core/src', 'web/src'])
  return folder
}

function setTime(folder: string, seconds: number, paths: readonly string[]): void {
  for (const path of paths) utimesSync(join(folder, path), seconds, seconds)
}

test('the web part is built into place, and again when something in it has changed', async () => {
  const folder = aWebPart()
  write(folder, { 'web/dist/old.js': 'of an older build' })
  expect(isStale(folder)).toBe(true)

  await buildWeb(folder)

  expect(readFileSync(join(folder, 'web/dist/index.html'), 'utf8')).toMatch(/assets\/index-.*\.js/)
  expect(existsSync(join(folder, 'web/dist/old.js'))).toBe(false)
  expect(isStale(folder)).toBe(false)
}, 60_000)

test.each(['core/src/kernel/day.ts', 'web/src/main.ts', 'web/index.html', 'package-lock.json'])(
  'a newer %s makes the build stale, a newer test does not',
  (path) => {
    const folder = aWebPart()
    write(folder, { 'web/dist/index.html': '' })
    setTime(folder, 2000, ['web/dist/index.html', 'web/dist'])
    setTime(folder, 3000, ['web/src/main.test.ts'])
    expect(isStale(folder)).toBe(false)

    setTime(folder, 3000, [path])
    expect(isStale(folder)).toBe(true)
  },
)

test('a deleted source makes the build stale', () => {
  const folder = aWebPart()
  write(folder, { 'web/dist/index.html': '' })
  setTime(folder, 2000, ['web/dist/index.html'])
  expect(isStale(folder)).toBe(false)

  rmSync(join(folder, 'web/src/main.ts'))
  expect(isStale(folder)).toBe(true)
})
