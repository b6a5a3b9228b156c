import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import subsetFont from 'subset-font'

/** Letters of Ba Na, Gia Rai and Xơ Đăng spelling that Be Vietnam Pro does not draw. */
const highlandLetters = 'ĔĕĬĭŎŏŬŭČčɃƀ'

/** What the font's own two files draw, as their makers declare it. */
const drawn = {
  latin:
    '0000-00FF 0131 0152-0153 02BB-02BC 02C6 02DA 02DC 2000-206F 20AC 2122 2191 2193 2212 2215 FEFF FFFD',
  vietnamese:
    '0102-0103 0110-0111 0128-0129 0168-0169 01A0-01A1 01AF-01B0 0300-0301 0303-0304 0308-0309 0323 0329 1EA0-1EF9 20AB',
} as const

/** What Vietnamese and English are written with: ASCII, the letters with their marks, signs, dashes, quotes, spaces. */
export const written: ReadonlySet<number> = new Set([
  ...pointsOf(
    '0020-007E 00A0 00AB 00B0-00B3 00B7 00BB 00C0-00C3 00C8-00CA 00CC-00CD 00D2-00D5 00D7 00D9-00DA',
  ),
  ...pointsOf(
    '00DD 00E0-00E3 00E8-00EA 00EC-00ED 00F2-00F5 00F7 00F9-00FA 00FD 0102-0103 0110-0111 0128-0129',
  ),
  ...pointsOf(
    '0168-0169 01A0-01A1 01AF-01B0 1EA0-1EF9 2009 200B 2011 2013-2014 2018-2019 201C-201D 2022 2026',
  ),
  ...pointsOf('202F 20AB 2191 2193 2212'),
])

const weights = [400, 500, 600] as const

type Cut = { readonly name: string; readonly from: string; readonly text: string }

const cuts: readonly Cut[] = [
  ...weights.flatMap((weight) =>
    scripts().map((script) => ({
      name: `text-${script}-${weight}.woff2`,
      from: fileOf(script, weight),
      text: String.fromCodePoint(...pointsOf(drawn[script]).filter((point) => written.has(point))),
    })),
  ),
  ...([400, 600] as const).flatMap((weight) => [
    {
      name: `digits-${weight}.woff2`,
      from: `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`,
      text: '0123456789',
    },
    {
      name: `highland-${weight}.woff2`,
      from: `@fontsource/noto-sans/files/noto-sans-latin-ext-${weight}-normal.woff2`,
      text: highlandLetters,
    },
  ]),
]

/**
 * Writes the glyphs that are needed of large fonts into `folder`, and the style sheet that names them: whatever
 * else a font draws stays in its own file, which a browser asks for when a text has such a letter. A file that is
 * newer than what it is made of stays as it is.
 */
export async function cutFonts(folder: string): Promise<void> {
  const require = createRequire(import.meta.url)
  await mkdir(folder, { recursive: true })
  for (const cut of cuts) {
    const source = require.resolve(cut.from)
    const target = join(folder, cut.name)
    if (await isNewer(target, source)) continue
    await writeFile(target, await subsetFont(await readFile(source), cut.text, { targetFormat: 'woff2' }))
  }
  const sheet = join(folder, 'text.css')
  if (!(await isNewer(sheet, import.meta.filename))) await writeFile(sheet, faces().join('\n'))
}

/** The faces of the text font: of each file what is written, and what is not. */
function faces(): readonly string[] {
  return weights.flatMap((weight) =>
    scripts().flatMap((script) => {
      const points = pointsOf(drawn[script])
      return [
        face(
          weight,
          `./text-${script}-${weight}.woff2`,
          points.filter((point) => written.has(point)),
        ),
        face(
          weight,
          fileOf(script, weight),
          points.filter((point) => !written.has(point)),
        ),
      ]
    }),
  )
}

function face(weight: number, file: string, points: readonly number[]): string {
  return [
    '@font-face {',
    "  font-family: 'Be Vietnam Pro';",
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url('${file}') format('woff2');`,
    `  unicode-range: ${rangesOf(points).join(', ')};`,
    '}',
  ].join('\n')
}

function scripts(): readonly (keyof typeof drawn)[] {
  return ['latin', 'vietnamese']
}

function fileOf(script: string, weight: number): string {
  return `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${script}-${weight}-normal.woff2`
}

/** Code points of ranges as Unicode writes them: `0041-005A 00A0`. */
function pointsOf(ranges: string): readonly number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map((point) => Number.parseInt(point, 16))
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

/** Rising code points as a style sheet writes them: `U+41-5A, U+A0`. */
function rangesOf(points: readonly number[]): readonly string[] {
  const ranges: { first: number; last: number }[] = []
  for (const point of points) {
    const latest = ranges.at(-1)
    if (latest?.last === point - 1) latest.last = point
    else ranges.push({ first: point, last: point })
  }
  const hex = (point: number): string => point.toString(16).toUpperCase().padStart(4, '0')
  return ranges.map(({ first, last }) =>
    first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`,
  )
}

async function isNewer(target: string, source: string): Promise<boolean> {
  const [made, given, recipe] = await Promise.all([
    timeOf(target),
    timeOf(source),
    timeOf(import.meta.filename),
  ])
  return made > given && made > recipe
}

async function timeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).mtimeMs
  } catch {
    return 0
  }
}
