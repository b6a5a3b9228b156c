import { randomUUID } from 'node:crypto'
import { link, open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

import type { ArchiveRefusal, FileRefusal } from './refusals.ts'

/**
 * An archive is a gzipped tar of plain files, so that it can be opened without this program. Nothing in it
 * depends on when, where or on which engine it was made: the same ledger up to the same number gives the
 * same bytes.
 */
export type ArchivePart = { readonly name: string; readonly bytes: Buffer }

/** Bytes of the archive unpacked beyond which none is written or read, unless told otherwise. */
export const largestArchive = 64 * 1024 ** 3

/** A part is held in memory, so a declared size beyond this is refused unread. */
const largestPart = 64 * 1024 ** 2

/** Thrown within the reading and writing of archives; the doors turn it into a refusal. */
export class ArchiveError extends Error {
  readonly refusal: ArchiveRefusal | FileRefusal

  constructor(refusal: ArchiveRefusal | FileRefusal, options?: ErrorOptions) {
    super(`archive: ${JSON.stringify(refusal)}`, options)
    this.name = 'ArchiveError'
    this.refusal = refusal
  }
}

/**
 * Writes an archive under another name, forces it to disk, and only then gives it its name: there is never
 * half an archive under that name, and without `overwrite` never another one's place taken. Gives its size.
 */
export async function writeArchive(
  file: string,
  parts: AsyncIterable<ArchivePart>,
  { overwrite, largest }: { readonly overwrite: boolean; readonly largest: number },
): Promise<number> {
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`)
  try {
    if (!overwrite && (await exists(file))) throw new ArchiveError({ code: 'fileExists', file })
    const handle = await open(unfinished, 'wx', 0o600)
    await pipeline(
      Readable.from(tarOf(parts, largest), { objectMode: true }),
      createGzip(),
      handle.createWriteStream({ flush: true }),
    )
    const { size } = await stat(unfinished)
    await publish(unfinished, file, overwrite)
    return size
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw fileError(error, file)
  }
}

/** Opens a file to read it more than once, the same each time. */
export async function openArchive(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file, 'r')
    if ((await handle.stat()).isFile()) return handle
    await handle.close()
    throw new ArchiveError({ code: 'fileNotReadable', file, detail: 'not a file' })
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    const detail = codeOf(error)
    throw new ArchiveError(
      detail === 'ENOENT' ? { code: 'fileNotFound', file } : { code: 'fileNotReadable', file, detail },
      { cause: error },
    )
  }
}

/** The parts of an archive in order, each whole; throws ArchiveError at the first thing that is not as written. */
export async function* readArchive(
  handle: FileHandle,
  largest: number,
  onRead?: (bytes: number) => void,
): AsyncGenerator<ArchivePart> {
  let position = 0
  const source = Readable.from(chunksOf(handle, (read) => (position = read)))
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const bytes = bytesOf(source.pipe(gunzip))
  let total = 0
  try {
    for (;;) {
      const header = await bytes.take(blockSize)
      if (header.every((byte) => byte === 0)) break
      const { name, size } = readHeader(header)
      total += size
      if (size > largestPart || total > largest)
        throw new ArchiveError({ code: 'archiveTooLarge', limit: size > largestPart ? largestPart : largest })
      const content = await bytes.take(size)
      const padding = await bytes.take(paddingOf(size))
      if (padding.some((byte) => byte !== 0)) throw broken('padding')
      yield { name, bytes: content }
      onRead?.(position)
    }
    if ((await bytes.take(blockSize)).some((byte) => byte !== 0)) throw broken('end')
    if (!(await bytes.isAtEnd()) || gunzip.bytesWritten !== (await handle.stat()).size)
      throw broken('trailing bytes')
  } catch (error) {
    throw readError(error)
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

/** A stream of the handle's own would close it at its end, and the file is read twice. */
async function* chunksOf(handle: FileHandle, onRead: (position: number) => void): AsyncGenerator<Buffer> {
  for (let position = 0; ;) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(256 * 1024), { position })
    if (bytesRead === 0) return
    position += bytesRead
    onRead(position)
    yield buffer.subarray(0, bytesRead)
  }
}

const blockSize = 512

async function* tarOf(parts: AsyncIterable<ArchivePart>, largest: number): AsyncGenerator<Buffer> {
  let total = 0
  for await (const { name, bytes } of parts) {
    total += bytes.length
    if (bytes.length > largestPart || total > largest)
      throw new ArchiveError({
        code: 'archiveTooLarge',
        limit: bytes.length > largestPart ? largestPart : largest,
      })
    yield Buffer.concat([headerOf(name, bytes.length), bytes, Buffer.alloc(paddingOf(bytes.length))])
  }
  yield Buffer.alloc(2 * blockSize)
}

function paddingOf(size: number): number {
  return (blockSize - (size % blockSize)) % blockSize
}

/** A header of POSIX ustar for a plain file without owner and date. */
function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(blockSize)
  header.write(name, 0, 100, 'ascii')
  const fields = ['0000644', '0000000', '0000000', size.toString(8).padStart(11, '0'), '00000000000']
  header.write(`${fields.join('\0')}\0`, 100, 'ascii')
  header.write('0', 156, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return header
}

/** Only headers as `headerOf` writes them are understood: no links, folders, extensions or other dialects. */
function readHeader(header: Buffer): { readonly name: string; readonly size: number } {
  const end = header.indexOf(0)
  const name = header.toString('latin1', 0, Math.max(0, Math.min(end, 100)))
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8)
  if (!/^[\x21-\x7e]+$/.test(name) || !Number.isSafeInteger(size) || !headerOf(name, size).equals(header))
    throw broken('header')
  return { name, size }
}

/** Sum of the bytes, those of the checksum itself taken as spaces. */
function checksumOf(header: Buffer): number {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}

function bytesOf(stream: AsyncIterable<Buffer>): {
  take(size: number): Promise<Buffer>
  isAtEnd(): Promise<boolean>
} {
  const chunks = stream[Symbol.asyncIterator]()
  let ahead: Buffer = Buffer.alloc(0)
  return {
    async take(size) {
      const taken = [ahead.subarray(0, size)]
      let missing = size - ahead.length
      ahead = ahead.subarray(size)
      while (missing > 0) {
        const { done, value } = await chunks.next()
        if (done) throw new ArchiveError({ code: 'archiveTruncated' })
        taken.push(value.subarray(0, missing))
        ahead = value.subarray(missing)
        missing -= value.length
      }
      return Buffer.concat(taken)
    },
    async isAtEnd() {
      if (ahead.length > 0) return false
      const { done } = await chunks.next()
      return done === true
    },
  }
}

/** Without `overwrite` the new name is linked, which fails when it is taken, even taken just now. */
async function publish(unfinished: string, file: string, overwrite: boolean): Promise<void> {
  if (overwrite) await rename(unfinished, file)
  else {
    await link(unfinished, file)
    await rm(unfinished)
  }
  // A name lasts once its folder is on disk; Windows neither offers nor needs this.
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

function broken(detail: string): ArchiveError {
  return new ArchiveError({ code: 'notAnArchive', detail })
}

function readError(error: unknown): unknown {
  const code = codeOf(error)
  if (code === 'Z_BUF_ERROR') return new ArchiveError({ code: 'archiveTruncated' }, { cause: error })
  if (code.startsWith('Z_')) return new ArchiveError({ code: 'notAnArchive', detail: code }, { cause: error })
  return error
}

function fileError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'EEXIST') return new ArchiveError({ code: 'fileExists', file }, { cause: error })
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new ArchiveError({ code: 'diskFull', file }, { cause: error })
  if (/^E[A-Z]+$/.test(code))
    return new ArchiveError({ code: 'fileNotWritable', file, detail: code }, { cause: error })
  return error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
