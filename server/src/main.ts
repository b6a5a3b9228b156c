import { randomBytes, randomUUID } from 'node:crypto'

import { buildApp, openProgram } from './app.ts'
import type { Program } from './commands/index.ts'
import { holderOf, StorageError, type Place } from './database/index.ts'
import { listen, type Listening } from './http/listen.ts'
import { refreshStanding } from './standing/projection.ts'
import {
  inBothLanguages,
  placeOf,
  portNotice,
  portOf,
  storageNotice,
  tellProgress,
  wantedOf,
  type Environment,
  type Notice,
  type Wanted,
} from './start.ts'

const stop = new AbortController()
// Ctrl-C may come from the terminal, from npm and from what started this: one is as good as three.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

process.exitCode = await main(process.argv.slice(2), process.env)

async function main(args: readonly string[], environment: Environment): Promise<number> {
  const [first, ...others] = args
  const given = first === 'start' ? others : args
  if (given.includes('--help')) {
    process.stdout.write(inBothLanguages({ key: 'usage' }))
    return 0
  }
  const wanted = wantedOf(given)
  if (!wanted.ok) return fail(wanted.refusal, 2)
  const port = portOf(environment)
  if (!port.ok) return fail(port.refusal, 2)
  return start(port.value, placeOf(environment), wanted.value)
}

async function start(port: number, place: Place, wanted: Wanted): Promise<number> {
  const listening = await takePort(port, place)
  if (typeof listening === 'number') return listening
  const progress = tellProgress((text) => process.stderr.write(text))
  try {
    const { onProgress } = progress
    const program = await openProgram({
      place,
      ...wanted,
      onProgress,
      signal: stop.signal,
      address: listening.address,
    })
    progress.end()
    try {
      const key = randomBytes(32).toString('base64url')
      const log = (line: string): boolean => process.stderr.write(`${line}\n`)
      const app = await buildApp({ program, key, start: randomUUID(), log })
      await app.ready()
      listening.serve(app)
      program.storage.announce(listening.address, key)
      process.stdout.write(`An Cư: ${listening.address}\n`)
      const keeping = keepStanding(program, log)
      await stopped()
      clearInterval(keeping)
      await listening.close()
      await app.close()
    } finally {
      await program.storage.close()
    }
    return 0
  } catch (error) {
    if (error === stop.signal.reason) return 0
    return failOn(error)
  } finally {
    progress.end()
    await listening.close()
  }
}

/** The port before the data: who cannot serve does not migrate or load either. */
async function takePort(port: number, place: Place): Promise<Listening | number> {
  try {
    return await listen(port)
  } catch (error) {
    const holder = 'folder' in place ? holderOf(place.folder) : undefined
    return holder !== undefined && 'folder' in place
      ? fail(storageNotice({ code: 'folderHeld', folder: place.folder, ...holder }))
      : fail(portNotice(port, codeOf(error)))
  }
}

/** Once a minute: the day turns, and what moves many units at once sets today's standing back. */
function keepStanding(program: Program, log: (line: string) => void): NodeJS.Timeout {
  return setInterval(() => {
    refreshStanding(program).catch((error: unknown) => log(`standing: ${String(error)}`))
  }, 60_000)
}

async function stopped(): Promise<void> {
  if (stop.signal.aborted) return
  await new Promise<void>((done) => {
    stop.signal.addEventListener('abort', () => done(), { once: true })
  })
}

function failOn(error: unknown): number {
  if (error instanceof StorageError) return fail(storageNotice(error.problem))
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return fail({ key: 'unexpected' })
}

function fail(notice: Notice, code = 1): number {
  process.stderr.write(inBothLanguages(notice))
  return code
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
