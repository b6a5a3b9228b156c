import { createHash } from 'node:crypto'

import { canonicalJson, type Plain } from '@ancu/core/kernel'

import type { Part } from './tar.ts'

type Row = Record<string, Plain | undefined>

/** Changes the text of a table's part, and the manifest so that it agrees with it. */
export function withText(
  parts: readonly Part[],
  table: string,
  change: (text: string) => string,
): readonly Part[] {
  const name = `${table}/000001.ndjson`
  const text = change(parts.find((part) => part.name === name)?.text ?? '')
  const rows = text.split('\n').length - 1
  const signed = {
    name,
    rows,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }
  return withManifest(
    parts.map((part) => (part.name === name ? { name, text } : part)),
    (manifest) => ({
      ...manifest,
      rows: { ...manifest.rows, [table]: rows },
      parts: manifest.parts.map((part) => (part.name === name ? signed : part)),
    }),
  )
}

/** As `withText`, row by row. */
export function withRows(
  parts: readonly Part[],
  table: string,
  change: (rows: readonly Row[]) => readonly Row[],
): readonly Part[] {
  return withText(parts, table, (text) =>
    change(
      text
        .split('\n')
        .slice(0, -1)
        .map((line): Row => JSON.parse(line)),
    )
      .map((row) => `${canonicalJson(row)}\n`)
      .join(''),
  )
}

type LooseManifest = {
  readonly format: number
  readonly province: string
  readonly head: { readonly [key: string]: Plain }
  readonly rows: { readonly [table: string]: number }
  readonly parts: readonly { readonly name: string; readonly [key: string]: Plain }[]
}

export function withManifest(
  parts: readonly Part[],
  change: (manifest: LooseManifest) => Plain,
): readonly Part[] {
  return parts.map((part) => {
    if (part.name !== 'manifest.json') return part
    const manifest: LooseManifest = JSON.parse(part.text)
    return { ...part, text: `${canonicalJson(change(manifest))}\n` }
  })
}
