import { configDefaults, defineConfig } from 'vitest/config'

import { LongestFirst } from './tools/longest-first.ts'

/** The name of a test file tells its kind, so that a kind can be run alone: `vitest run --project db`. */
const databaseTests = '**/*.db.test.ts'

export default defineConfig({
  test: {
    allowOnly: false,
    sequence: { sequencer: LongestFirst },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{core,worlds,tools,server,cli,web,bench,e2e/harness}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, databaseTests],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [databaseTests],
          // They wait for disks and child processes more than they compute.
          maxWorkers: 2,
          // No suite replaces a module or changes the process; what they share is loaded, and compiled, once.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.test.ts'],
          // A page is waited for as long as a busy machine needs; one that comes at once is not slowed down.
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
