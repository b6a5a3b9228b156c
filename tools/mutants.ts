import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { z } from 'zod'
import { copyTree } from './copy-tree.ts'
import { root } from './project.ts'
import { runTests } from './vitest.ts'

/** A small wrong change, and the tests that must notice it. */
export type Mutant = z.infer<typeof mutant>

const mutant = z.strictObject({
  file: z.string(),
  find: z.string().min(1),
  replace: z.string(),
  why: z.string().min(1),
  tests: z.array(z.string()).min(1),
})

export const parseMutants = (text: string): readonly Mutant[] => z.array(mutant).parse(JSON.parse(text))

/** What makes a mutant worthless: it cannot be applied in one place, changes nothing, or does not even parse. */
export function faultOf({ file, find, replace }: Mutant, folder: string): string | undefined {
  const text = read(folder, file)
  if (text === undefined) return `${file} is not there`
  const places = text.split(find).length - 1
  if (places !== 1) return `${JSON.stringify(find)} is found ${places} times in ${file}`
  if (find === replace) return `${file}: nothing is changed`
  if (!/\.tsx?$/.test(file)) return undefined
  const [error] = parseSync(
    file,
    text.replace(find, () => replace),
  ).errors
  return error === undefined ? undefined : `${file} does not parse when changed: ${error.message}`
}

function read(folder: string, file: string): string | undefined {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return undefined
  }
}

/** Applies the change in a copy of the project, runs its tests there, and puts the file back. */
export async function isKilled(one: Mutant, copy: string, killAfterMs: number): Promise<boolean> {
  const path = join(copy, one.file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(one.find, () => one.replace),
  )
  try {
    const run = await runTests({ folder: copy, files: one.tests, stopAtFirst: true, killAfterMs })
    return run.failed > 0
  } finally {
    writeFileSync(path, text)
  }
}

/** Fewer than this many would not say much about the tests. */
const fewest = 40

/** Arguments choose mutants by a part of the file's name: for those who write them. */
async function main(only: readonly string[]): Promise<number> {
  const listed = parseMutants(readFileSync(join(root, 'tools/mutants.json'), 'utf8'))
  const faults = listed.flatMap((one) => faultOf(one, root) ?? [])
  if (faults.length > 0) {
    say(faults.join('\n'))
    return 1
  }
  const chosen = listed.filter((one) => only.length === 0 || only.some((file) => one.file.includes(file)))
  const survivors = await tryInCopies(chosen)
  say(`mutants: ${chosen.length} changes, ${chosen.length - survivors} killed, ${survivors} survived`)
  if (listed.length < fewest) say(`${listed.length} mutants are listed, at least ${fewest} are wanted`)
  return survivors === 0 && chosen.length > 0 && listed.length >= fewest ? 0 : 1
}

async function tryInCopies(mutants: readonly Mutant[]): Promise<number> {
  const copies = [copyTree(root), copyTree(root)]
  try {
    return await tryAll(mutants, copies)
  } finally {
    for (const copy of copies) rmSync(copy, { recursive: true, force: true })
  }
}

/** A death only counts when the unchanged program passes the same tests. */
async function tryAll(mutants: readonly Mutant[], copies: readonly string[]): Promise<number> {
  const files = [...new Set(mutants.flatMap((one) => one.tests))]
  const began = performance.now()
  const sound = await runTests({ folder: copies[0] ?? root, files, shown: true })
  if (sound.failed > 0 || sound.passed === 0 || sound.files < files.length) {
    say(`the unchanged program does not pass its tests: ${sound.files} of ${files.length} files read`)
    return mutants.length
  }
  const killAfterMs = 60_000 + 3 * Math.round(performance.now() - began)
  const waiting = [...mutants]
  let survivors = 0
  const lane = async (copy: string): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const killed = await isKilled(one, copy, killAfterMs)
      if (!killed) survivors += 1
      say(`${killed ? '✓ killed  ' : '✗ SURVIVED'} ${one.file}: ${one.why}`)
    }
  }
  await Promise.all(copies.map(lane))
  return survivors
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
