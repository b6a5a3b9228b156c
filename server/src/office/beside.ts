import { Worker } from 'node:worker_threads'

export type Limits = { readonly seconds: number; readonly megabytes: number }

type Outcome = { readonly done: unknown } | { readonly gaveUp: 'time' | 'memory' }

let last: Promise<unknown> = Promise.resolve()

/**
 * Lets a thread of its own do work that a hostile file could make long or large, so that it costs the program neither
 * its time nor its memory. The thread sends one message; what goes wrong in it is thrown here. One works at a time, so
 * that many files at once take no more memory than one.
 */
export function runBeside(thread: URL, given: unknown, limits: Limits): Promise<Outcome> {
  const outcome = last.then(() => runNow(thread, given, limits))
  last = outcome.catch(() => undefined)
  return outcome
}

async function runNow(thread: URL, given: unknown, { seconds, megabytes }: Limits): Promise<Outcome> {
  const worker = new Worker(thread, {
    workerData: given,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => resolve({ gaveUp: 'time' }), seconds * 1000)
  worker.once('message', (done: unknown) => resolve({ done }))
  worker.once('error', (error: unknown) => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isMemory) resolve({ gaveUp: 'memory' })
    else reject(error)
  })
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
