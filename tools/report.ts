import type { Outcome, Step } from './steps.ts'

export type Told = { readonly name: string; readonly ok: boolean }

/**
 * Runs independent steps, as many at once as there are cores for, in the order given; tells each when it ends,
 * with how much it read and how long it took, and what it said when it failed.
 */
export async function runSteps(steps: readonly Step[], atOnce = 2): Promise<readonly Told[]> {
  const waiting = [...steps]
  const told: Told[] = []
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      told.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return told
}

export async function runStep(step: Step): Promise<Told> {
  const started = performance.now()
  const outcome = await outcomeOf(step)
  const ok = outcome.ok && outcome.read > 0
  if (!ok) process.stdout.write(`${outcome.output.trimEnd()}\n`)
  if (outcome.ok && !ok) process.stdout.write(`${step.name}: nothing was read\n`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const [mark, name, read] = [ok ? '✓' : '✗', step.name.padEnd(13), String(outcome.read).padStart(5)]
  process.stdout.write(`${mark} ${name} ${read} ${step.reads.padEnd(8)} ${seconds.padStart(6)} s\n`)
  return { name: step.name, ok }
}

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run()
  } catch (error) {
    return { ok: false, read: 0, output: String(error instanceof Error ? error.stack : error) }
  }
}
