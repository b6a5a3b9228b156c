import { readFile } from 'node:fs/promises'
import type { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { Link } from './link.ts'
import type { FromWorker, ToWorker, WorkerOrder } from './messages.ts'

/** Milliseconds. */
export type Limits = {
  /** A statement unanswered for so long is taken for one that never ends. */
  readonly statement: number
  /** Coming up may replay much, but not for ever. */
  readonly opening: number
  /** What is left to a statement after the disk has refused a write. */
  readonly afterDiskFailure: number
}

export const usualLimits: Limits = { statement: 120_000, opening: 600_000, afterDiskFailure: 1_000 }

/**
 * The engine went away with statements unanswered; the next connection finds it opened anew.
 * Codes as PostgreSQL's: 53100 disk full, 58030 disk error, 57014 statement ended, 57P02 engine died.
 */
class EngineStopped extends Error {
  readonly code: '53100' | '58030' | '57014' | '57P02'

  constructor(code: EngineStopped['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'EngineStopped'
    this.code = code
  }
}

type Running = {
  readonly worker: Worker
  readonly opened: Promise<void>
  /** Ends the wait for `opened`; of no effect once it is open. */
  readonly abandon: (error: Error) => void
  readonly links: Map<Link, number>
  unanswered: number
  watch: NodeJS.Timeout | undefined
  diskFailure: EngineStopped | undefined
  onEnded: (() => void) | undefined
}

/** PGlite in a worker thread, watched: it cannot be cancelled, so what does not answer is ended and opened anew. */
export class PgliteEngine {
  readonly #order: Omit<WorkerOrder, 'compiled'>
  readonly #limits: Limits
  readonly #onCreating: () => void
  #running: Running | undefined
  /** The end of the last worker: only then may another open the same folder. */
  #gone: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | undefined
  #lastLink = 0

  constructor(cluster: string, limits: Limits, onCreating: () => void) {
    this.#order = { cluster, fsyncs: new SharedArrayBuffer(4) }
    this.#limits = limits
    this.#onCreating = onCreating
  }

  /** Opens the engine if it is not open. */
  async open(): Promise<void> {
    await (
      await this.#reach()
    ).opened
  }

  /** A stream for `pg`. */
  connect(): Duplex {
    return new Link({
      join: async (link) => {
        const running = await this.#reach()
        await running.opened
        if (link.destroyed) throw new Error('given up before the database was open')
        const number = ++this.#lastLink
        running.links.set(link, number)
        return (bytes) => this.#send(running, { kind: 'send', link: number, bytes })
      },
      leave: (link) => this.#running?.links.delete(link),
    })
  }

  fsyncs(): number {
    return Atomics.load(new Int32Array(this.#order.fsyncs), 0)
  }

  /** Checkpoint and end. To be called when no statement is under way. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #reach(): Promise<Running> {
    while (this.#running === undefined) {
      const gone = this.#gone
      await gone
      const compiled = await compiledEngine()
      if (this.#closing !== undefined) throw new EngineStopped('57P02', 'the database is closed')
      if (this.#running === undefined && gone === this.#gone) this.#running = this.#start(compiled)
    }
    return this.#running
  }

  #start(compiled: WebAssembly.Module): Running {
    const order: WorkerOrder = { ...this.#order, compiled }
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: order })
    const { promise: opened, resolve, reject } = Promise.withResolvers<void>()
    const running: Running = {
      worker,
      opened,
      abandon: reject,
      links: new Map(),
      unanswered: 0,
      watch: undefined,
      diskFailure: undefined,
      onEnded: undefined,
    }
    opened.catch(() => {
      // Whoever waits for it is told.
    })

    const stop = (error: Error): void => this.#stop(running, error)
    running.watch = setTimeout(
      () => stop(new Mishap(engineDidNotOpen, 'the database engine did not come up in time')),
      this.#limits.opening,
    )
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'creating':
          return this.#onCreating()
        case 'ready':
          this.#watch(running)
          return resolve()
        case 'failed':
          return stop(running.diskFailure ?? new Mishap(message.code ?? engineDidNotOpen, message.message))
        case 'received':
          return deliver(running, message.link, message.bytes)
        case 'answered':
          running.unanswered -= 1
          return running.diskFailure === undefined ? this.#watch(running) : stop(running.diskFailure)
        case 'broken':
          return stop(running.diskFailure ?? new EngineStopped('57P02', 'the database engine died'))
        case 'diskFailed':
          return this.#endSoon(running, message.code)
      }
    })
    worker.on('error', (error) =>
      stop(new EngineStopped('57P02', `the database engine died: ${error.message}`)),
    )
    worker.on('exit', () => stop(new EngineStopped('57P02', 'the database engine has ended')))
    return running
  }

  #send(running: Running, message: ToWorker): void {
    if (running !== this.#running) return
    if (message.kind === 'send') running.unanswered += 1
    running.worker.postMessage(message)
    if (running.unanswered === 1) this.#watch(running)
  }

  /** Sets the watchdog anew for the oldest statement without an answer. */
  #watch(running: Running): void {
    if (running.diskFailure !== undefined) return
    clearTimeout(running.watch)
    if (running.unanswered === 0) return
    running.watch = setTimeout(() => {
      this.#stop(running, new EngineStopped('57014', 'a statement did not end and was ended with the engine'))
    }, this.#limits.statement)
  }

  /** The statement that met the failure may still say so itself; none is begun after it. */
  #endSoon(running: Running, code: string): void {
    if (running.diskFailure !== undefined) return
    const failure = diskFailure(code)
    running.diskFailure = failure
    clearTimeout(running.watch)
    if (running.unanswered === 0) this.#stop(running, failure)
    else running.watch = setTimeout(() => this.#stop(running, failure), this.#limits.afterDiskFailure)
  }

  #stop(running: Running, error: Error): void {
    clearTimeout(running.watch)
    if (this.#running !== running) return
    this.#running = undefined
    this.#gone = running.worker.terminate()
    running.abandon(error)
    for (const link of running.links.keys()) link.destroy(error)
    running.onEnded?.()
  }

  async #close(): Promise<void> {
    await this.#gone
    const running = this.#running
    if (running === undefined) return
    await running.opened.catch(() => {
      // Then there is nothing to close, and it has been stopped already.
    })
    if (running !== this.#running) return
    const timer = setTimeout(
      () => this.#stop(running, new EngineStopped('57P02', 'the database engine did not close')),
      this.#limits.statement,
    )
    // The thread ends by itself: ending it from outside while it goes can bring down the whole process.
    await new Promise<void>((resolve) => {
      running.onEnded = resolve
      this.#send(running, { kind: 'close' })
    })
    clearTimeout(timer)
    await this.#gone
  }
}

let compiling: Promise<WebAssembly.Module> | undefined

/** The engine's code, compiled once in a process: half of what opening takes. */
function compiledEngine(): Promise<WebAssembly.Module> {
  const file = new URL('./pglite.wasm', import.meta.resolve('@electric-sql/pglite'))
  compiling ??= readFile(file).then((bytes) => WebAssembly.compile(bytes))
  return compiling
}

/** Code of an error of opening that is not one of the file system's. */
export const engineDidNotOpen = 'ENGINE'

/** What the engine met when opening, or the file system when writing. */
class Mishap extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Mishap'
    this.code = code
  }
}

function deliver(running: Running, number: number, bytes: Uint8Array): void {
  for (const [link, known] of running.links) {
    if (known === number) link.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
}

function diskFailure(code: string): EngineStopped {
  const cause = new Mishap(code, `the file system refused to write: ${code}`)
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new EngineStopped('53100', 'the disk is full', { cause })
    : new EngineStopped('58030', 'the disk failed', { cause })
}
