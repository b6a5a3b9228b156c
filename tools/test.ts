import { browserMissing, findBrowser } from '../e2e/harness/browser.ts'
import { runNode } from './child.ts'
import { root, sourceFiles } from './project.ts'
import { runStep, runSteps, type Told } from './report.ts'
import { steps, type Step } from './steps.ts'
import { runTests } from './vitest.ts'

type Count = { readonly passed: number; readonly failed: number }

/** The web part as journeys see it: built when something in it is newer. */
const webBuild: Step = {
  name: 'web build',
  reads: 'files',
  run: async () => {
    const { code, output } = await runNode(['tools/build.ts'])
    return { ok: code === 0, read: sourceFiles(`${root}/web`, ['.ts', '.tsx', '.css']).length, output }
  },
}

async function countTests(project: string): Promise<Count> {
  const { passed, failed, skipped } = await runTests({ projects: [project], shown: true })
  const left = process.env['TEST_DATABASE_URL'] === undefined ? [] : skipped
  for (const name of left) process.stdout.write(`✗ skipped, although both databases are there: ${name}\n`)
  const none = passed + failed === 0
  if (none) process.stdout.write(`✗ no test ran in ${project}\n`)
  return { passed, failed: failed + left.length + (none ? 1 : 0) }
}

function countSteps(told: readonly Told[]): Count {
  const passed = told.filter((step) => step.ok).length
  return { passed, failed: told.length - passed }
}

async function countJourneys(): Promise<Count> {
  if (findBrowser() !== undefined) return await countTests('e2e')
  process.stdout.write(`${browserMissing}\n`)
  return { passed: 0, failed: 1 }
}

const counts = [
  countSteps(await runSteps(steps)),
  await countTests('unit'),
  await countTests('db'),
  countSteps([await runStep(webBuild)]),
  await countJourneys(),
]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
process.stdout.write(`${passed} passed, ${failed} failed\n`)
