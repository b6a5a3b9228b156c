import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { cutFonts } from './cut-fonts.ts'

test('the digits and the highland letters are cut to a few kilobytes, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'an-cu-fonts-'))
  try {
    await cutFonts(folder)
    const names = await readdir(folder)
    expect(names.toSorted()).toEqual([
      'digits-400.woff2',
      'digits-600.woff2',
      'highland-400.woff2',
      'highland-600.woff2',
    ])
    for (const name of names) {
      const font = await readFile(join(folder, name))
      expect(font.subarray(0, 4).toString('latin1')).toBe('wOF2')
      expect(font.length).toBeLessThan(4_000)
    }
    const before = await stat(join(folder, 'digits-400.woff2'))
    await cutFonts(folder)
    expect((await stat(join(folder, 'digits-400.woff2'))).mtimeMs).toBe(before.mtimeMs)
  } finally {
    await rm(folder, { recursive: true })
  }
})
