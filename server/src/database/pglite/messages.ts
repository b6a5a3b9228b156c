/** What the main thread hands the worker when it starts it. */
export type WorkerOrder = {
  /** The folder of the cluster itself; made, whole or not at all, when it is absent. */
  readonly cluster: string
  /** One Int32 in shared memory, raised by each fsync: it outlives a worker that had to be ended. */
  readonly fsyncs: SharedArrayBuffer
  /** The engine's code. */
  readonly compiled: WebAssembly.Module
}

/** Bytes of the wire protocol, whole messages only, sent over the link of that number. */
export type ToWorker =
  | { readonly kind: 'send'; readonly link: number; readonly bytes: Uint8Array }
  | { readonly kind: 'close' }

export type FromWorker =
  | { readonly kind: 'creating' }
  | { readonly kind: 'ready' }
  /** The engine did not come up; the message ends with the last lines it wrote. */
  | { readonly kind: 'failed'; readonly code: string | undefined; readonly message: string }
  | { readonly kind: 'received'; readonly link: number; readonly bytes: Uint8Array }
  /** All that was sent in one `send` has been answered. */
  | { readonly kind: 'answered' }
  /** What was sent has been answered for the last time: the engine is not ready for more. */
  | { readonly kind: 'broken' }
  /** The file system refused a write; the engine may not survive it. */
  | { readonly kind: 'diskFailed'; readonly code: string }
