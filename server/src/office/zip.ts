import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

import { accepted, refused, type Result } from '@ancu/core/kernel'

export type ZipFault = 'encrypted' | 'notZip' | 'swollen'

/** The files of an archive by name; each is unpacked when it is asked for. */
export type Zip = {
  readonly names: readonly string[]
  /** The bytes of a file; undefined where there is none of that name. */
  readonly read: (name: string) => Result<Uint8Array | undefined, ZipFault>
}

/** A file may be this many times as large as it is packed, once it is larger than `smallBytes`. */
export const mostSwelling = 100

/** What is no larger opened is no danger, however well it is packed. */
const smallBytes = 1024 * 1024

/** Most bytes of one opened file. */
const mostOpened = 128 * 1024 * 1024

const mostEntries = 10_000

type Entry = {
  readonly method: number
  readonly packed: number
  readonly opened: number
  readonly crc: number
  readonly at: number
}

const endSign = 0x06054b50
const entrySign = 0x02014b50
const localSign = 0x04034b50

/** Reads the directory of an archive. Refused before anything is unpacked: a password, and what swells too much. */
export function openZip(bytes: Uint8Array): Result<Zip, ZipFault> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return refused('notZip')
  const count = view.readUInt16LE(end + 10)
  if (count > mostEntries) return refused('notZip')
  const entries = new Map<string, Entry>()
  let at = view.readUInt32LE(end + 16)
  let opened = 0
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== entrySign) return refused('notZip')
    if ((view.readUInt16LE(at + 8) & 1) === 1) return refused('encrypted')
    const entry = {
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packed: view.readUInt32LE(at + 20),
      opened: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    }
    const nameEnd = at + 46 + view.readUInt16LE(at + 28)
    entries.set(view.toString('utf8', at + 46, nameEnd), entry)
    if (swells(entry.opened, entry.packed)) return refused('swollen')
    opened += entry.opened
    at = nameEnd + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  if (swells(opened, bytes.byteLength)) return refused('swollen')
  return accepted({ names: [...entries.keys()], read: (name) => unpack(view, entries.get(name)) })
}

function swells(opened: number, packed: number): boolean {
  return opened > mostOpened || (opened > smallBytes && opened > packed * mostSwelling)
}

/** The record at the end of the file, behind which only a comment stands. */
function findEnd(view: Buffer): number | undefined {
  const earliest = Math.max(0, view.length - 22 - 0xffff)
  for (let at = view.length - 22; at >= earliest; at -= 1) if (view.readUInt32LE(at) === endSign) return at
  return undefined
}

function unpack(view: Buffer, entry: Entry | undefined): Result<Uint8Array | undefined, ZipFault> {
  if (entry === undefined) return accepted(undefined)
  const { at, method, packed, opened, crc } = entry
  if (at + 30 > view.length || view.readUInt32LE(at) !== localSign) return refused('notZip')
  const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28)
  const content = view.subarray(start, start + packed)
  if (content.length !== packed) return refused('notZip')
  const whole = method === 0 ? content : method === 8 ? inflate(content, opened) : undefined
  if (whole === 'swollen') return refused('swollen')
  return whole === undefined || whole.length !== opened || crc32(whole) !== crc
    ? refused('notZip')
    : accepted(whole)
}

/** Never more than the directory says, which has been looked at. */
function inflate(content: Buffer, opened: number): Buffer | 'swollen' | undefined {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, opened) })
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'swollen'
      : undefined
  }
}

/** Packs files into an archive, in the order given; the same files give the same bytes. */
export function writeZip(
  files: readonly { readonly name: string; readonly content: string | Uint8Array }[],
): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const title = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    // Names are UTF-8.
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(8, 4)
    // 1/1/1980, the first day there is.
    shared.writeUInt16LE(33, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(title.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    const local = Buffer.concat([signed(localSign), shared, title, packed])
    locals.push(local)
    directory.push(Buffer.concat([signed(entrySign), Buffer.from([20, 0]), shared, rest, title]))
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, listed, signed(endSign), end])
}

function signed(sign: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(sign)
  return bytes
}
