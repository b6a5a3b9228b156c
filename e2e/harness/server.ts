import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type RunningServer = {
  /** `http://127.0.0.1:<port>`, as the server printed it. */
  readonly address: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Everything it has said so far, on both streams. */
  said(): string
  /** Asks it to stop and waits until it has; gives its exit code. Removes the data folder if it was made here. */
  stop(): Promise<number>
}

type Wishes = {
  /** Kept when given; else a temporary one, removed at the end. */
  readonly dataFolder?: string
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly withinMs?: number
}

const main = resolve(import.meta.dirname, '../../server/src/main.ts')

/** Starts the real server in a process of its own on a free port, and waits until it prints its address. */
export async function startServer(wishes: Wishes = {}): Promise<RunningServer> {
  const dataFolder = wishes.dataFolder ?? mkdtempSync(join(tmpdir(), 'an-cu-data-'))
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, ...(wishes.args ?? [])],
    {
      env: {
        ...environmentWithoutStorage(),
        AN_CU_DATA: dataFolder,
        PORT: String(await freePort()),
        ...wishes.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  const listen = (chunk: Buffer): void => {
    said += chunk.toString('utf8')
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const ended = new Promise<number>((done) => {
    child.once('close', (code) => done(code ?? 1))
  })
  const stop = async (signal: NodeJS.Signals): Promise<number> => {
    child.kill(signal)
    const code = await ended
    if (wishes.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
    return code
  }

  const latest = Date.now() + (wishes.withinMs ?? 120_000)
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (address !== undefined) {
      return { address, dataFolder, process: child, said: () => said, stop: () => stop('SIGTERM') }
    }
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > latest) {
      const code = await stop('SIGKILL')
      throw new Error(`the server printed no address (exit ${code}); it said:\n${said}`)
    }
    await sleep(50)
  }
}

/** A storage named for the tester's own server must not become the storage of a journey. */
function environmentWithoutStorage(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _left, ...environment } = process.env
  return environment
}

/** A port that was free a moment ago; the server itself refuses a port that is taken by then. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}
