import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { browserMissing, findBrowser } from './browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'browser-'))

function aProgram(path: string, mode = 0o755): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  chmodSync(file, mode)
  return file
}

afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('CHROME_PATH decides alone, and a wrong one is not passed over in silence', () => {
  const chosen = aProgram('mine')
  aProgram('bin/chromium')
  const environment = { PATH: join(folder, 'bin') }

  expect(findBrowser({ platform: 'linux', environment: { ...environment, CHROME_PATH: chosen } })).toBe(
    chosen,
  )
  expect(
    findBrowser({ platform: 'linux', environment: { ...environment, CHROME_PATH: join(folder, 'none') } }),
  ).toBeUndefined()
})

test('on the path, Chromium comes before Chrome, and what cannot be run is passed over', () => {
  aProgram('a/chromium', 0o644)
  const chromium = aProgram('b/chromium')
  aProgram('a/google-chrome')
  const environment = { PATH: `${join(folder, 'a')}:${join(folder, 'b')}` }

  expect(findBrowser({ platform: 'linux', environment })).toBe(chromium)
})

test('the usual places of macOS and Windows are known', () => {
  const mac = aProgram('Applications/Chromium.app/Contents/MacOS/Chromium')
  const windows = aProgram('Google/Chrome/Application/chrome.exe')

  expect(findBrowser({ platform: 'darwin', environment: { HOME: folder } })).toBe(mac)
  expect(findBrowser({ platform: 'win32', environment: { PROGRAMFILES: folder } })).toBe(windows)
})

test('the sentence says how to get a browser in both languages', () => {
  expect(browserMissing).toMatch(/hãy cài .*apt-get install chromium/)
  expect(browserMissing).toMatch(/install one with .*apt-get install chromium/)
})
