import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { SourceFile } from '@ancu/core/criteria'
import type { Refusal } from '@ancu/core/text'

import { readWorkbook } from './sheet.ts'
import { mostRows, TooLong } from './tables.ts'
import { readWord } from './word.ts'
import { NotXml, readXml } from './xml.ts'
import { mostSwelling, openZip, type Zip, type ZipFault } from './zip.ts'

const notDocument: Refusal = { code: 'officeNotDocument' }

const refusalOfZip = {
  encrypted: { code: 'officeEncrypted' },
  swollen: { code: 'officeSwollen', most: mostSwelling },
  notZip: notDocument,
} as const satisfies Record<ZipFault, Refusal>

/** Reads a Word document or an Excel workbook; by what it is, whatever its name says. */
export function readOffice(bytes: Uint8Array): Result<SourceFile, Refusal> {
  if (bytes.byteLength === 0) return refused({ code: 'officeEmpty' })
  if (isCompound(bytes)) return refused({ code: isLocked(bytes) ? 'officeEncrypted' : 'officeOldFormat' })
  const zip = openZip(bytes)
  if (!zip.ok) return refused(refusalOfZip[zip.refusal])
  if (zip.value.names.some((name) => /vbaProject\.bin$/i.test(name))) return refused({ code: 'officeMacro' })
  try {
    return readParts(zip.value)
  } catch (error) {
    if (error instanceof TooLong) return refused({ code: 'officeTooLong', most: mostRows })
    // Bytes that are no UTF-8 are no text of a document.
    if (error instanceof NotXml || error instanceof TypeError) return refused(notDocument)
    throw error
  }
}

function readParts(zip: Zip): Result<SourceFile, Refusal> {
  const relations = zip.read('_rels/.rels')
  if (!relations.ok) return refused(refusalOfZip[relations.refusal])
  const main = relations.value ? mainPart(relations.value) : undefined
  if (main === undefined) return refused(notDocument)
  if (main.startsWith('xl/')) {
    const book = readWorkbook(zip, main)
    return book.ok ? book : refused(refusalOfZip[book.refusal])
  }
  const part = zip.read(main)
  if (!part.ok) return refused(refusalOfZip[part.refusal])
  return part.value && main.startsWith('word/') ? accepted(readWord(part.value)) : refused(notDocument)
}

/** The part that the file is about, as it says itself. */
function mainPart(relations: Uint8Array): string | undefined {
  let main: string | undefined
  readXml(relations, {
    open: (name, { Type = '', Target = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/officeDocument')) main ??= Target.replace(/^\//, '')
    },
  })
  return main
}

/** The container of old files, and of new ones that have a password. */
function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => bytes[at] === byte)
}

function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  )
}
