import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type ChildEnd = { readonly code: number | null; readonly out: string; readonly err: string }

export type Child = {
  readonly pid: number
  signal(signal: NodeJS.Signals): void
  /** Waits until it has said so on either stream; throws when it ends without. */
  says(what: RegExp): Promise<string>
  readonly ended: Promise<ChildEnd>
}

type Wishes = {
  readonly args?: readonly string[]
  /** Variables besides those of the tester; storages of the tester are never handed on. */
  readonly environment?: Readonly<Record<string, string>>
  /** Modules loaded before the program. */
  readonly preload?: readonly string[]
  readonly input?: Uint8Array | string
}

/** Runs a file of the project in a process of its own. */
export function startChild(
  file: string,
  { args = [], environment = {}, preload = [], input }: Wishes = {},
): Child {
  const { DATABASE_URL: _database, AN_CU_DATA: _folder, PORT: _port, ...own } = process.env
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...preload.flatMap((module) => ['--import', module]),
      file,
      ...args,
    ],
    { env: { ...own, ...environment }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  child.stdin.on('error', () => {
    // It ended without reading, which is its right.
  })
  child.stdin.end(input)
  let hasEnded = false
  const ended = new Promise<ChildEnd>((done) => {
    child.once('close', (code) => {
      hasEnded = true
      done({ code, out, err })
    })
  })
  return {
    pid: child.pid ?? 0,
    signal: (signal) => child.kill(signal),
    async says(what) {
      for (;;) {
        const said = what.exec(out) ?? what.exec(err)
        if (said !== null) return said[0]
        if (hasEnded) throw new Error(`it ended without saying ${String(what)}:\n${out}${err}`)
        await wait(20)
      }
    },
    ended,
  }
}

export const serverMain = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A port that was free a moment ago, and a hold on one that is taken. */
export async function freePort(): Promise<number> {
  const taken = await takenPort()
  await taken.free()
  return taken.port
}

export async function takenPort(): Promise<{ readonly port: number; free(): Promise<void> }> {
  const server = createServer()
  const port = await new Promise<number>((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') done(address.port)
    })
  })
  return {
    port,
    free: () =>
      new Promise((done) => {
        server.close(() => done())
      }),
  }
}
