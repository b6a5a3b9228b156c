import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenFiles, type GoldenFile } from './golden-files.ts'
import { root } from './project.ts'

/** Makes every golden file anew and gives those that differ from the file in the tree, with the first difference. */
export async function outOfDate(
  files: readonly GoldenFile[],
  folder: string,
): Promise<readonly { file: string; text: string; difference: string }[]> {
  const found = []
  for (const { file, make } of files) {
    const text = await make()
    const path = join(folder, file)
    const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
    if (before !== text) found.push({ file, text, difference: firstDifference(before, text) })
  }
  return found
}

function firstDifference(before: string, after: string): string {
  const [old, made] = [before.split('\n'), after.split('\n')]
  const line = made.findIndex((text, index) => text !== old[index])
  const at = line < 0 ? made.length : line
  return `line ${at + 1}:\n- ${old[at] ?? '(end)'}\n+ ${made[at] ?? '(end)'}`
}

if (import.meta.main) {
  const onlyCheck = process.argv.includes('--check')
  const stale = await outOfDate(goldenFiles, root)
  for (const { file, text, difference } of stale) {
    if (!onlyCheck) writeFileSync(join(root, file), text)
    process.stdout.write(`${file} ${onlyCheck ? 'is out of date' : 'updated'}, ${difference}\n`)
  }
  process.stdout.write(`golden: ${goldenFiles.length} files\n`)
  if (onlyCheck && stale.length > 0)
    process.stdout.write('Update them with npm run golden and read the change.\n')
  process.exitCode = onlyCheck && (stale.length > 0 || goldenFiles.length === 0) ? 1 : 0
}
