import { expect, test } from 'vitest'
import { runTests, countReport } from './vitest.ts'
import { aTree } from './testing/trees.ts'

function aReport(...files: { status?: string; tests?: readonly string[] }[]): unknown {
  return {
    testResults: files.map(({ status = 'passed', tests = [] }, file) => ({
      name: `${file}.test.ts`,
      status,
      assertionResults: tests.map((one, number) => ({ status: one, fullName: `${one} ${number}` })),
    })),
  }
}

test('tests are counted over all files, and those that did not run are named', () => {
  const json = aReport(
    { tests: ['passed', 'skipped'] },
    { status: 'failed', tests: ['failed', 'passed', 'todo'] },
  )

  expect(countReport(json, 1)).toEqual({ passed: 2, failed: 1, skipped: ['skipped 1', 'todo 2'], files: 2 })
})

test('a file that cannot be read is a failure of its own', () => {
  expect(countReport(aReport({ status: 'failed' }, { tests: ['passed'] }), 1)).toMatchObject({ failed: 1 })
})

test('a run that broke off is a failure although no test failed', () => {
  expect(countReport(aReport({ tests: ['passed'] }), 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(countReport({ testResults: [] }, 137)).toMatchObject({ passed: 0, failed: 1 })
})

test('a real run is counted, an error outside every test and a file without a test included', async () => {
  const sound = "import { expect, test } from 'vitest'\ntest('one', () => expect(1).toBe(1))\n"
  const folder = aTree({
    'package.json': '{ "type": "module" }',
    'sound.test.ts': sound,
    'late.test.ts': `${sound}void Promise.reject(new Error('nobody waits for this'))\n`,
    'broken.test.ts': 'export const = 1\n',
  })

  const all = await runTests({ folder })
  const one = await runTests({ folder, files: ['sound.test.ts'] })
  const none = await runTests({ folder, files: ['nothing.test.ts'] })

  expect(all).toMatchObject({ passed: 2, files: 3 })
  expect(all.failed).toBeGreaterThan(0)
  expect(one).toMatchObject({ passed: 1, failed: 0, files: 1 })
  expect(none).toMatchObject({ passed: 0, failed: 1 })
})
