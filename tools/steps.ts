import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runCommand, runNode, type Ended } from './child.ts'
import { root, sourceFiles, toolScript } from './project.ts'
import { untypedFiles } from './typed-files.ts'

export type Outcome = {
  readonly ok: boolean
  /** How much it read: nothing is a failure, whatever the step itself thinks. */
  readonly read: number
  readonly output: string
}

export type Step = {
  readonly name: string
  /** What it counts, in the plural. */
  readonly reads: 'files' | 'packages'
  readonly run: () => Promise<Outcome>
}

/** Everything that is checked without running the program; each step stands alone. */
export const steps: readonly Step[] = [
  { name: 'types', reads: 'files', run: checkTypes },
  { name: 'lint', reads: 'files', run: checkLint },
  { name: 'boundaries', reads: 'files', run: () => countedRun('tools/check-boundaries.ts') },
  { name: 'format', reads: 'files', run: () => countedRun(toolScript('oxfmt'), '--check', '.') },
  { name: 'dead code', reads: 'files', run: () => countedRun(toolScript('knip'), ...knipArguments) },
  { name: 'lockfile', reads: 'packages', run: checkLockfile },
  { name: 'golden files', reads: 'files', run: () => countedRun('tools/golden.ts', '--check') },
]

const knipArguments = ['--no-progress', '--reporter=symbols', '--reporter=./tools/knip-reporter.ts']

async function countedRun(...args: readonly string[]): Promise<Outcome> {
  return counted(await runNode(args))
}

/** Every tool says `N files` of all that it read at its end, in its own words. */
export function counted({ code, output }: Ended): Outcome {
  const counts = [...output.matchAll(/(\d+) files?\b/g)]
  return { ok: code === 0, read: Number(counts.at(-1)?.[1] ?? 0), output }
}

async function checkTypes(): Promise<Outcome> {
  const { code, output } = await runNode([toolScript('typescript', 'tsc'), '-b'])
  const { typed, untyped } = untypedFiles(root)
  const named = untyped.map((path) => `${path} is in no TypeScript project\n`)
  return {
    ok: code === 0 && untyped.length === 0,
    read: typed,
    output: output + (code === 0 ? named.join('') : ''),
  }
}

/** A lint rule is changed for everybody or obeyed, never switched off for a line. */
const suppression = /(?:ox|es)lint-disable|@ts-(?:ignore|expect-error|nocheck)/

async function checkLint(): Promise<Outcome> {
  const ended = await runNode([toolScript('oxlint'), '.'])
  const suppressed = sourceFiles(root, ['.ts', '.tsx', '.js']).filter((path) =>
    suppression.test(readFileSync(join(root, path), 'utf8')),
  )
  const { ok, read, output } = counted(ended)
  return {
    ok: ok && suppressed.length === 0,
    read,
    output: output + suppressed.map((path) => `${path} switches a rule off\n`).join(''),
  }
}

/** `npm install` leaves packages of other systems out in silence; `npm ci` then refuses its own lockfile. */
async function checkLockfile(): Promise<Outcome> {
  const { code, output } = await runCommand('npm', [
    'ci',
    '--dry-run',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ])
  const lock = z.object({ packages: z.record(z.string(), z.unknown()) })
  const packages = lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages
  return { ok: code === 0, read: Object.keys(packages).length, output }
}
