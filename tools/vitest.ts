import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { runNode } from './child.ts'
import { root, toolScript } from './project.ts'

export type TestRun = {
  readonly passed: number
  /** Tests that failed, files that could not be read, and runs that broke off each count. */
  readonly failed: number
  readonly skipped: readonly string[]
  readonly files: number
  /** What Vitest said; empty when it was shown as it came. */
  readonly output: string
}

type Selection = {
  readonly projects?: readonly string[]
  readonly files?: readonly string[]
  /** The tree whose tests are run; this one by default. */
  readonly folder?: string
  readonly shown?: boolean
  readonly stopAtFirst?: boolean
  readonly killAfterMs?: number
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
})

/** Runs tests with Vitest and counts them from its report, not from its exit code alone. */
export async function runTests(selection: Selection): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'an-cu-tests-'))
  const file = join(folder, 'report.json')
  try {
    const { code, output } = await runNode(
      [
        toolScript('vitest'),
        'run',
        ...(selection.projects ?? []).map((name) => `--project=${name}`),
        ...(selection.stopAtFirst === true ? ['--bail=1'] : []),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...(selection.files ?? []),
      ],
      {
        folder: selection.folder ?? root,
        shown: selection.shown ?? false,
        ...(selection.killAfterMs === undefined ? {} : { killAfterMs: selection.killAfterMs }),
      },
    )
    return { ...countReport(readReport(file), code), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { testResults: [] }
  }
}

/** An exit code other than 0 without a failed test (an error outside every test, say) is a failure of its own. */
export function countReport(json: unknown, exitCode: number): Omit<TestRun, 'output'> {
  const files = report.parse(json).testResults
  const tests = files.flatMap((file) => file.assertionResults)
  const failedTests = tests.filter((test) => test.status === 'failed').length
  const failedFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = failedTests + failedFiles
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
    files: files.length,
  }
}
