import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { codeOf, DurableFs, forcePath, forceTree } from './durable-fs.ts'
import type { FromWorker, ToWorker, WorkerOrder } from './messages.ts'

if (parentPort === null) throw new Error('this file runs in a worker thread')
const port = parentPort

const order: WorkerOrder = workerData
const fsyncs = new Int32Array(order.fsyncs)
const lastLines: string[] = []

/** The engine's own parameters, but with durability. */
const startParams = PGlite.defaultStartParams
  .filter((parameter) => parameter !== '-F')
  .concat('-c', 'fsync=on', '-c', 'wal_sync_method=fsync')
  // The log of a province is small; what a checkpoint has made needless goes, and is not kept for reuse.
  .concat('-c', 'min_wal_size=32MB', '-c', 'max_wal_size=128MB')

function tell(message: FromWorker): void {
  port.postMessage(message)
}

async function start(cluster: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFs(cluster, {
      onFsync: () => Atomics.add(fsyncs, 0, 1),
      onDiskFailed: (code) => tell({ kind: 'diskFailed', code }),
    }),
    extensions: { btree_gist },
    startParams,
    pgliteWasmModule: order.compiled,
    onStderr: keep,
  })
}

/** Keeps what the engine writes to its error output: the reason, if it does not come up. */
function keep(line: string): boolean {
  lastLines.push(line)
  if (lastLines.length > 20) lastLines.shift()
  return false
}

/** A cluster appears under its name when it is complete and on disk: the engine itself forces none of its first files. */
async function create(): Promise<void> {
  const unfinished = `${order.cluster}.new`
  try {
    rmSync(unfinished, { recursive: true, force: true })
    const engine = await start(unfinished)
    await engine.close()
    forceTree(unfinished)
    renameSync(unfinished, order.cluster)
    forcePath(dirname(order.cluster))
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

/** A message of the simple query protocol. */
function query(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const unheard = { onRawData: () => {} }

/** The first packet of a connection begins with its length, every other with a letter. */
const isStartUp = (bytes: Uint8Array): boolean => bytes[0] === 0

async function answer(engine: PGlite, link: number, bytes: Uint8Array): Promise<void> {
  if (isStartUp(bytes)) {
    // There is one session for ever: what the last connection left in it must not reach this one.
    await engine.execProtocolRawStream(query('rollback'), unheard)
    await engine.execProtocolRawStream(query('discard all'), unheard)
  }
  let end = Buffer.alloc(0)
  await engine.execProtocolRawStream(bytes, {
    onRawData: (answered) => {
      // What is given is a view of the engine's memory.
      const copy = answered.slice()
      end = Buffer.concat([end, copy.subarray(-readyLength)]).subarray(-readyLength)
      const message: FromWorker = { kind: 'received', link, bytes: copy }
      port.postMessage(message, [copy.buffer])
    },
  })
  // After a panic a server closes its connections; this engine falls silent, and its client would wait for ever.
  tell({ kind: asksForReady(bytes) && !end.subarray(0, 5).equals(ready) ? 'broken' : 'answered' })
}

/** The message that the engine is ready for the next query; one letter for its transaction follows. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5])
const readyLength = ready.length + 1

const sync = Buffer.from([0x53, 0, 0, 0, 4])

/** A first packet, a simple query or whatever ends in a sync is to be answered so. */
function asksForReady(bytes: Uint8Array): boolean {
  return isStartUp(bytes) || bytes[0] === 0x51 || sync.equals(bytes.subarray(-sync.length))
}

async function close(engine: PGlite): Promise<void> {
  await engine.execProtocolRawStream(query('rollback'), unheard)
  await engine.execProtocolRawStream(query('checkpoint'), unheard)
  await engine.close()
  port.close()
}

try {
  if (!existsSync(order.cluster)) {
    tell({ kind: 'creating' })
    await create()
  }
  // Into a folder without one it would put a new cluster, among whatever lies there.
  if (!existsSync(join(order.cluster, 'PG_VERSION'))) throw new Error(`${order.cluster} is not a database`)
  const engine = await start(order.cluster)
  let last = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    last = last.then(() =>
      message.kind === 'send' ? answer(engine, message.link, message.bytes) : close(engine),
    )
  })
  tell({ kind: 'ready' })
} catch (error) {
  const message = [error instanceof Error ? error.message : String(error), ...lastLines].join('\n')
  tell({ kind: 'failed', code: codeOf(error), message })
}
