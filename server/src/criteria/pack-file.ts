import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import {
  LineCounter,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
} from 'yaml'

import { accepted, refused, type Result } from '@ancu/core/kernel'

/** What can be wrong with a file before anybody asks what it says; each is a message of `criteria.issue`. */
export type FileFaultCode =
  | 'aliasUsed'
  | 'controlCharacter'
  | 'fileMissing'
  | 'fileTooLarge'
  | 'notNfc'
  | 'notUtf8'
  | 'notYaml'
  | 'tooDeep'

export type FileFault = {
  readonly code: FileFaultCode
  readonly line: number | undefined
  readonly facts: Readonly<Record<string, string | number>>
}

/** A YAML file as plain values, and the line of each of them. */
export type YamlFile = {
  readonly raw: unknown
  /** Line of a place, or of the nearest thing around it that is there; the first line is 1. */
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/** No pack written by people comes near it; what is larger is not read. */
export const largestFile = 1_000_000

/** Lists in maps in lists, as deep as packs ever need and far below what a parser can bear. */
const deepest = 40

/** A text file in UTF-8, NFC, without control characters. */
export async function readTextFile(folder: string, name: string): Promise<Result<string, FileFault>> {
  const path = join(folder, name)
  const stats = await lstat(path).catch(() => undefined)
  if (!stats?.isFile()) return fault('fileMissing')
  if (stats.size > largestFile) return fault('fileTooLarge', undefined, { most: largestFile })
  const text = decode(await readFile(path))
  if (text === undefined) return fault('notUtf8')
  const control = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u.exec(text)
  if (control) {
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return fault('controlCharacter', lineAt(text, control.index), { code: `U+${code}` })
  }
  const line = text.split('\n').findIndex((each) => each !== each.normalize('NFC'))
  return line >= 0 ? fault('notNfc', line + 1) : accepted(text)
}

/** Plain YAML 1.2 without anchors: no text of a file can make more than it says. */
export function parseYaml(text: string): Result<YamlFile, FileFault> {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      stringKeys: true,
      prettyErrors: false,
      lineCounter: lines,
    })
    const [problem] = [...document.errors, ...document.warnings]
    if (problem) return fault('notYaml', lines.linePos(problem.pos[0]).line, { reason: problem.message })
    const hostile = findHostile(document.contents, deepest)
    if (hostile) return fault(hostile.code, lines.linePos(hostile.offset).line)
    return accepted({
      raw: document.toJS({ maxAliasCount: 0 }),
      lineOf: (path) => lineOf(document, lines, path),
    })
  } catch (error) {
    if (error instanceof RangeError) return fault('tooDeep')
    throw error
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

type Hostile = { readonly code: 'aliasUsed' | 'tooDeep'; readonly offset: number }

/** The first alias, or the first value that lies deeper than `depth`. */
function findHostile(node: unknown, depth: number): Hostile | undefined {
  if (isAlias(node)) return { code: 'aliasUsed', offset: node.range?.[0] ?? 0 }
  if (!isCollection(node)) return undefined
  if (depth === 0) return { code: 'tooDeep', offset: node.range?.[0] ?? 0 }
  const inside: readonly unknown[] = isMap(node) ? node.items.map((pair) => pair.value) : node.items
  for (const item of inside) {
    const found = findHostile(item, depth - 1)
    if (found) return found
  }
  return undefined
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key))
      if (!pair) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)]
      if (!isScalar(item) && !isCollection(item)) break
      offset = item.range?.[0] ?? offset
      node = item
    } else break
  }
  return lines.linePos(offset).line
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function fault(
  code: FileFaultCode,
  line?: number,
  facts: FileFault['facts'] = {},
): { readonly ok: false; readonly refusal: FileFault } {
  return refused({ code, line, facts })
}
