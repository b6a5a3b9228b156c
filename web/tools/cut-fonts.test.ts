import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { cutFonts, written } from './cut-fonts.ts'

const root = join(import.meta.dirname, '../..')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'an-cu-fonts-'))
  await cutFonts(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['digits', [400, 600], 4_000],
  ['highland', [400, 600], 4_000],
  ['text-latin', [400, 500, 600], 16_000],
  ['text-vietnamese', [400, 500, 600], 12_000],
])('%s is cut to little', async (name, weights, most) => {
  const made = (await readdir(folder)).filter((file) => file.startsWith(`${name}-`))
  expect(made.toSorted()).toEqual(weights.map((weight) => `${name}-${weight}.woff2`))
  for (const file of made) {
    const font = await readFile(join(folder, file))
    expect(font.subarray(0, 4).toString('latin1')).toBe('wOF2')
    expect(font.length).toBeLessThan(most)
  }
})

test('what was cut is not cut again', async () => {
  const names = await readdir(folder)
  const times = () =>
    Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const))
  const before = await times()
  await cutFonts(folder)

  expect(await times()).toEqual(before)
})

test('the style sheet leaves out no letter that the font draws, and has none twice', async () => {
  const sheet = await readFile(join(folder, 'text.css'), 'utf8')
  const faces = [...sheet.matchAll(/font-weight: (\d+);[^}]*unicode-range: ([^;]*);/g)]
  const points = faces
    .filter(([, weight]) => weight === '400')
    .flatMap(([, , ranges = '']) =>
      ranges.split(', ').flatMap((range) => {
        const [first = 0, last = first] = range
          .slice(2)
          .split('-')
          .map((point) => Number.parseInt(point, 16))
        return Array.from({ length: last - first + 1 }, (_, at) => first + at)
      }),
    )

  expect(faces).toHaveLength(12)
  expect(new Set(points).size).toBe(points.length)
  for (const letter of 'AzĐđỹỸ₫\u0301Œ’—') expect(points).toContain(letter.codePointAt(0))
  // Letters outside of what is drawn are for another font.
  expect(points).not.toContain('Ĕ'.codePointAt(0))
})

/** Letters of the font's own ranges: others come from another font whatever is cut. */
const ofTheFont =
  /[\u0020-\u00ff\u0102-\u0103\u0110-\u0111\u0128-\u0129\u0168-\u0169\u01a0-\u01b0\u1ea0-\u1ef9\u2000-\u206f\u20ab]/u

test('every letter of the screens and the packs is among those that are cut', async () => {
  const files = [
    ...['vi', 'en'].flatMap((language) =>
      ['ui', 'screens', 'overview', 'units-screen', 'standing-screen', 'units', 'criteria'].map(
        (name) => `core/locales/${language}/${name}.json`,
      ),
    ),
    ...['commune-2016-2020', 'commune-2021-2025'].map((set) => `packs/${set}/criteria.yaml`),
  ]
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')))
  const letters = new Set(
    texts
      .map((text) => text.replaceAll(/\\u[0-9a-f]{4}/g, ''))
      .join('')
      .replaceAll('\n', ''),
  )
  const missing = [...letters].filter(
    (letter) => ofTheFont.test(letter) && !written.has(letter.codePointAt(0) ?? 0),
  )

  expect(missing).toEqual([])
})
