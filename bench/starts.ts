import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from '../e2e/harness/server.ts'
import { ms } from './measure.ts'

/** The program's own start, as an operator waits for it: the very first, which makes the demo, and the next. */
export async function benchStarts(): Promise<readonly string[]> {
  const parent = await mkdtemp(join(tmpdir(), 'an-cu-bench-'))
  try {
    const first = await startOnce(join(parent, 'data'))
    const second = await startOnce(join(parent, 'data'))
    const bare = await startBare()
    return [
      `first start, demo included: ${ms(first.ready)}, ${first.megabytes} MB`,
      `second start: ${ms(second.ready)}, ${second.megabytes} MB; Node alone: ${ms(bare)}; ${(second.ready / bare).toFixed(1)} times`,
    ]
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
}

async function startOnce(folder: string): Promise<{ ready: number; megabytes: number }> {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../server/src/main.ts')], {
    env: { ...process.env, AN_CU_DATA: folder, PORT: String(port), DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('http://')) resolve()
    })
    child.once('exit', () => reject(new Error('the program ended before it was ready')))
  })
  const ready = performance.now() - begun
  const megabytes = await memoryOf(child.pid)
  child.kill('SIGTERM')
  await ended
  return { ready, megabytes }
}

async function startBare(): Promise<number> {
  const begun = performance.now()
  await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).once('exit', resolve))
  return performance.now() - begun
}

/** Resident memory by the system's own account; NaN where it keeps none that we can read. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(text)?.[1] ?? Number.NaN) / 1000)
}
