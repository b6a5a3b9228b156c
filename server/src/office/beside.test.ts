import { expect, test } from 'vitest'
import { z } from 'zod'

import { runBeside } from './beside.ts'

const usual = { seconds: 30, megabytes: 64 }

function threadOf(code: string): URL {
  return new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'\n${code}`)}`,
  )
}

const times = z.object({ done: z.object({ from: z.number(), to: z.number() }) })

test('threads work one after the other, also after one that failed or was given up', async () => {
  const slow = threadOf(
    'const from = Date.now(); setTimeout(() => parentPort.postMessage({ from, to: Date.now() }), 50)',
  )
  const outcomes = await Promise.allSettled([
    runBeside(slow, {}, usual),
    runBeside(threadOf('throw new Error("broken")'), {}, usual),
    runBeside(threadOf('setInterval(() => undefined, 1000)'), {}, { ...usual, seconds: 0.2 }),
    runBeside(slow, {}, usual),
  ])

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  const [first, , givenUp, last] = outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : undefined,
  )
  expect(givenUp).toEqual({ gaveUp: 'time' })
  expect(times.parse(last).done.from).toBeGreaterThan(times.parse(first).done.to)
})
