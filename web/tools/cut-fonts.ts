import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import subsetFont from 'subset-font'

/** Letters of Ba Na, Gia Rai and Xơ Đăng spelling that Be Vietnam Pro does not draw. */
const highlandLetters = 'ĔĕĬĭŎŏŬŭČčɃƀ'

const cuts = [
  {
    name: 'digits-400.woff2',
    from: '@fontsource/inter/files/inter-latin-400-normal.woff2',
    text: '0123456789',
  },
  {
    name: 'digits-600.woff2',
    from: '@fontsource/inter/files/inter-latin-600-normal.woff2',
    text: '0123456789',
  },
  {
    name: 'highland-400.woff2',
    from: '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2',
    text: highlandLetters,
  },
  {
    name: 'highland-600.woff2',
    from: '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2',
    text: highlandLetters,
  },
] as const

/**
 * Writes the few glyphs that are needed of two large fonts into `folder`. A file that is newer than the
 * font it is cut from stays as it is.
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
