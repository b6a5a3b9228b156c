import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Tree = Readonly<Record<string, string>>

/** A folder with these files, gone when the test is over. */
export function aTree(files: Tree): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'an-cu-tree-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  write(folder, files)
  return folder
}

export function write(folder: string, files: Tree): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
