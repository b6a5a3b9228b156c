import { expect, test, vi } from 'vitest'
import { runSteps } from './report.ts'
import { counted, steps, type Outcome, type Step } from './steps.ts'

function aStep(name: string, outcome: Outcome | Error): Step {
  const run = (): Promise<Outcome> =>
    outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  return { name, reads: 'files', run }
}

test('the count is what a tool says of everything it read, at its end', () => {
  const format =
    'Format issues found in above 22 files. Run without `--check`.\nFinished in 69ms on 89 files.'

  expect(counted({ code: 1, output: format })).toEqual({ ok: false, read: 89, output: format })
  expect(counted({ code: 0, output: 'Finished in 1ms on 1 file with 9 rules.' })).toMatchObject({
    ok: true,
    read: 1,
  })
  expect(counted({ code: 0, output: 'no violations' })).toMatchObject({ read: 0 })
})

test('a step that read nothing fails, and so does one that throws', async () => {
  const written: string[] = []
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })

  const told = await runSteps([
    aStep('sound', { ok: true, read: 3, output: 'quiet' }),
    aStep('empty', { ok: true, read: 0, output: '' }),
    aStep('wrong', { ok: false, read: 3, output: 'the reason' }),
    aStep('broken', new Error('thrown')),
  ])
  write.mockRestore()

  expect(told.filter((one) => one.ok).map((one) => one.name)).toEqual(['sound'])
  expect(told).toHaveLength(4)
  const text = written.join('')
  expect(text).toMatch(/✓ sound +3 files/)
  expect(text).not.toContain('quiet')
  expect(text).toMatch(/empty: nothing was read/)
  expect(text).toContain('the reason')
  expect(text).toContain('thrown')
})

test('every step has a name of its own', () => {
  expect(new Set(steps.map((step) => step.name)).size).toBe(steps.length)
})
