import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './project.ts'

/** What the web part is made of; folders with everything in them. */
const sources = [
  'web/src',
  'web/public',
  'web/tools',
  'web/index.html',
  'web/vite.config.ts',
  'web/package.json',
  'core/src',
  'core/locales',
  'package-lock.json',
]

/** Whether something the web part is made of is newer than the built one; a deleted file counts by its folder. */
export function isStale(folder: string): boolean {
  const page = join(folder, 'web/dist/index.html')
  if (!existsSync(page)) return true
  const built = statSync(page).mtimeMs
  return sources.some((path) => newest(join(folder, path)) > built)
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return readdirSync(path)
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), about.mtimeMs)
}

/**
 * Builds beside the folder in use and then changes places, so that a running server never serves half a build.
 * The page carries the time at which the build began: what was changed meanwhile is newer.
 */
export async function buildWeb(folder: string): Promise<void> {
  const { build } = await import('vite')
  const began = new Date()
  const [made, dist] = [join(folder, `web/.tsbuild/dist-${process.pid}`), join(folder, 'web/dist')]
  try {
    await build({
      root: join(folder, 'web'),
      configFile: join(folder, 'web/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: made, emptyOutDir: true },
    })
    utimesSync(join(made, 'index.html'), began, began)
    mkdirSync(dirname(dist), { recursive: true })
    rmSync(dist, { recursive: true, force: true })
    renameSync(made, dist)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

if (import.meta.main && isStale(root)) {
  process.stderr.write('Đang dựng giao diện web… / Building the web part…\n')
  try {
    await buildWeb(root)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.stderr.write('Không dựng được giao diện web. / The web part could not be built.\n')
    process.exitCode = 1
  }
}
