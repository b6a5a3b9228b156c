import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EngineOptions = Parameters<NodeFS['init']>[1]

/** The parts of Emscripten's Node file system that are changed here; it comes without types. */
type NodeFileSystem = {
  stream_ops: { fsync?: (stream: { readonly nfd: number }) => number }
  tryFSOperation: (operation: () => unknown) => unknown
}

/** WASI's number for EIO. */
const ioError = 29

/** Errors after which the engine can neither write nor be trusted to stop by itself. */
const fatal = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'])

/**
 * PGlite's Node file system has no fsync: what the engine asks to be forced to disk is only written.
 * This one forces it, counts it, and tells when the disk fails.
 */
export class DurableFs extends NodeFS {
  readonly #told: { onFsync: () => void; onDiskFailed: (code: string) => void }

  constructor(folder: string, told: { onFsync: () => void; onDiskFailed: (code: string) => void }) {
    super(folder)
    this.#told = told
  }

  override async init(engine: PGlite, options: EngineOptions): Promise<{ emscriptenOpts: EngineOptions }> {
    const { emscriptenOpts } = await super.init(engine, options)
    const mend = (module: { NODEFS: NodeFileSystem }): void => this.#mend(module.NODEFS)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [mend, ...(emscriptenOpts.preRun ?? [])] } }
  }

  #mend(files: NodeFileSystem): void {
    const attempt = files.tryFSOperation
    files.tryFSOperation = (operation) =>
      attempt(() => {
        try {
          return operation()
        } catch (error) {
          this.#tell(error)
          throw error
        }
      })

    files.stream_ops.fsync = (stream) => {
      try {
        force(stream.nfd)
      } catch (error) {
        this.#tell(error)
        return ioError
      }
      this.#told.onFsync()
      return 0
    }
  }

  #tell(error: unknown): void {
    const code = codeOf(error)
    if (code !== undefined && fatal.has(code)) this.#told.onDiskFailed(code)
  }
}

/** Forces a folder and all in it to disk. */
export function forceTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) forceTree(path)
    else forcePath(path)
  }
  forcePath(folder)
}

export function forcePath(path: string): void {
  const file = openSync(path, 'r')
  try {
    force(file)
  } finally {
    closeSync(file)
  }
}

function force(file: number): void {
  try {
    fsyncSync(file)
  } catch (error) {
    // What is opened for reading only cannot be forced on Windows, and folders not at all; NTFS journals them.
    if (process.platform !== 'win32' || codeOf(error) !== 'EPERM') throw error
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
