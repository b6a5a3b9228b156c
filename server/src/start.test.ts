import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import { flatten } from '@ancu/core/text'

import en from '../../core/locales/en/start.json' with { type: 'json' }
import viStart from '../../core/locales/vi/start.json' with { type: 'json' }
import type { StorageProblem } from './database/index.ts'
import { inBothLanguages, placeOf, portNotice, portOf, storageNotice, tellProgress } from './start.ts'

test.each([
  [{}, 8765],
  [{ PORT: '' }, 8765],
  [{ PORT: '1' }, 1],
  [{ PORT: '65535' }, 65_535],
])('%j asks for the port %i', (environment, port) => {
  expect(portOf(environment)).toEqual({ ok: true, value: port })
})

test('a database URL goes before a folder; an empty variable is as none', () => {
  const databaseUrl = 'postgres://127.0.0.1/an_cu'

  expect(placeOf({ DATABASE_URL: databaseUrl, AN_CU_DATA: '/data' })).toEqual({ databaseUrl })
  expect(placeOf({ DATABASE_URL: '', AN_CU_DATA: '/data' })).toEqual({ folder: '/data' })
  expect(placeOf({ AN_CU_DATA: '' })).toEqual({ folder: join(import.meta.dirname, '../../data') })
  expect(placeOf({})).toEqual(placeOf({ AN_CU_DATA: '' }))
})

test('a taken port comes with another to try', () => {
  expect(inBothLanguages(portNotice(8765, 'EADDRINUSE'))).toBe(
    'Cổng 8765 đang có chương trình khác dùng. Đóng chương trình ấy, hoặc chạy với PORT=8766.\n' +
      'Port 8765 is in use by another program. Close it, or run with PORT=8766.\n',
  )
  expect(portNotice(65_535, 'EADDRINUSE').facts).toEqual({ port: 65_535, other: 65_534 })
  expect(portNotice(80, 'EACCES')).toEqual({ key: 'portForbidden', facts: { port: 80, other: 8765 } })
  expect(inBothLanguages(portNotice(8765, 'EMFILE'))).toContain(
    'Không mở được cổng 8765. Chạy lại với PORT khác (chi tiết kỹ thuật: EMFILE)',
  )
})

const problems: readonly StorageProblem[] = [
  { code: 'folderNotWritable', folder: '/data' },
  { code: 'folderHeld', folder: '/data', pid: 7 },
  { code: 'folderHeld', folder: '/data', pid: undefined },
  { code: 'folderHeld', folder: '/data', pid: 7, address: 'http://127.0.0.1:8765' },
  { code: 'folderUnreadable', folder: '/data', detail: 'x' },
  { code: 'diskFull', place: '/data' },
  { code: 'databaseUrlInvalid' },
  { code: 'databaseUnreachable', place: 'postgres://h/d', detail: 'x' },
  { code: 'databaseForbidden', place: 'postgres://h/d', detail: 'x' },
  { code: 'databaseTooOld', place: 'postgres://h/d', have: '14.1', need: '15' },
  { code: 'newerVersion', place: '/data', have: 9, know: 4 },
  { code: 'migrationChanged', place: '/data', name: '0001-x' },
  { code: 'demoOfAnotherSeed', begun: 7, given: 8 },
]

test.each(problems)('the problem %j is one sentence or two in each language', (problem) => {
  const lines = inBothLanguages(storageNotice(problem)).trimEnd().split('\n')

  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatch(/^\p{Lu}.*[.)]$/u)
})

test('both languages say the same things with the same facts', () => {
  const [first, second] = [flatten(viStart), flatten(en)]

  expect([...second.keys()]).toEqual([...first.keys()])
  for (const [key, text] of first) expect([key, factsOf(second.get(key) ?? '')]).toEqual([key, factsOf(text)])
})

function factsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted()
}

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is not told of what takes less than a second', () => {
    const said: string[] = []
    const progress = tellProgress((text) => said.push(text))
    progress.onProgress({ kind: 'opening' })
    vi.advanceTimersByTime(800)
    progress.onProgress({ kind: 'standing' })
    vi.advanceTimersByTime(800)
    progress.end()
    vi.advanceTimersByTime(60_000)

    expect(said).toEqual([])
  })

  test('is told in both languages of what takes longer, and again every few seconds with where it is', () => {
    const said: string[] = []
    const progress = tellProgress((text) => said.push(text))
    progress.onProgress({ kind: 'loading', done: 1, of: 80 })
    vi.advanceTimersByTime(950)
    progress.onProgress({ kind: 'loading', done: 40, of: 80 })
    vi.advanceTimersByTime(3_000)
    progress.end()

    expect(said).toEqual([
      'Đang nạp tỉnh mẫu: 1 trên 80 lần ghi… / Loading the demo province: 1 of 80 entries…\n',
      'Đang nạp tỉnh mẫu: 40 trên 80 lần ghi… / Loading the demo province: 40 of 80 entries…\n',
    ])
  })
})
