import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './project.ts'

export type Ended = {
  /** 128 and the number of the signal for a child that a signal ended. */
  readonly code: number
  /** Both streams in the order they came; empty when they were shown instead. */
  readonly output: string
}

type Manner = {
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Its streams are ours: what it says is seen as it says it. */
  readonly shown?: boolean
  readonly killAfterMs?: number
}

/** Runs a script by this very Node, without its experimental warnings, until it ends. */
export function runNode(args: readonly string[], manner: Manner = {}): Promise<Ended> {
  return runCommand(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], manner)
}

export function runCommand(command: string, args: readonly string[], manner: Manner = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: manner.folder ?? root,
      env: { ...process.env, ...manner.environment },
      stdio: manner.shown === true ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
      timeout: manner.killAfterMs,
      killSignal: 'SIGKILL',
    })
    const said: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
    child.once('error', fail)
    child.once('close', (code, signal) => {
      const died = 128 + (signal === null ? 0 : constants.signals[signal])
      done({ code: code ?? died, output: Buffer.concat(said).toString('utf8') })
    })
  })
}
