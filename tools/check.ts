import { runSteps } from './report.ts'
import { steps, type Outcome, type Step } from './steps.ts'
import { runTests } from './vitest.ts'

/** The fast tests: no database on disk, no browser. */
const unitTests: Step = {
  name: 'unit tests',
  reads: 'files',
  run: async (): Promise<Outcome> => {
    const { passed, failed, files, output } = await runTests({ projects: ['unit'] })
    return { ok: failed === 0 && passed > 0, read: files, output }
  },
}

const told = await runSteps([unitTests, ...steps])
const failed = told.filter((step) => !step.ok)
process.stdout.write(`${told.length - failed.length} passed, ${failed.length} failed\n`)
process.exitCode = failed.length === 0 ? 0 : 1
