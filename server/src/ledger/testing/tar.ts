import { readFile, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'

/** One part of an archive, as other means than the program's read and write it. */
export type Part = {
  readonly name: string
  readonly text: string
  /** Size to declare instead of the true one. */
  readonly declared?: number
  /** Kind of the tar's entry: `0` a file, `2` a link, `5` a folder, `x` an extension. */
  readonly type?: string
}

export async function unpack(file: string): Promise<readonly Part[]> {
  const bytes = gunzipSync(await readFile(file))
  const parts: Part[] = []
  for (let at = 0; bytes[at] !== 0;) {
    const name = bytes.toString('latin1', at, at + 100).replace(/\0+$/, '')
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8)
    parts.push({ name, text: bytes.toString('utf8', at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return parts
}

export async function pack(file: string, parts: readonly Part[]): Promise<void> {
  await writeFile(file, gzipSync(tarOf(parts)))
}

export function tarOf(parts: readonly Part[]): Buffer {
  const blocks = parts.flatMap((part) => {
    const bytes = Buffer.from(part.text)
    return [headerOf(part, bytes.length), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function headerOf({ name, declared, type = '0' }: Part, size: number): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, 'latin1')
  header.write('0000644\x000000000\x000000000\0', 100)
  header.write(`${(declared ?? size).toString(8).padStart(11, '0')}\x0000000000000\0        ${type}`, 124)
  header.write('ustar\x0000', 257)
  let sum = 0
  for (const byte of header) sum += byte
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}
