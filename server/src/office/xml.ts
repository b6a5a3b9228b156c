import { Parser } from 'htmlparser2'

/**
 * A file that is no plain XML: it holds the character zero, or declares a document type, by which it could name
 * entities and other files.
 */
export class NotXml extends Error {}

export type XmlReader = {
  /** `name` without its prefix; attributes without theirs. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads XML from its beginning to its end. Knows no entities but the five, and asks for no other file. */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open?.(localName(name), localNames(attributes)),
      ontext: (text) => reader.text?.(text),
      onclosetag: (name) => reader.close?.(localName(name)),
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) throw new NotXml()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (text.includes('\0')) throw new NotXml()
  parser.end(text)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
}
