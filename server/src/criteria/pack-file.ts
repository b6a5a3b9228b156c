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
  | 'keyReserved'
  | 'keyTwice'
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

/** Six times the largest file of a real pack; what is larger is not read, because parsing it would take seconds. */
const largestFile = 300_000

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
  if (looksTooDeep(text)) return fault('tooDeep')
  const lines = new LineCounter()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    // Its own check compares every key with every other; ours looks them up.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) {
    return fault('notYaml', lines.linePos(problem.pos[0]).line, { reason: problem.message.slice(0, 120) })
  }
  const hostile = findHostile(document.contents, deepest)
  if (hostile) return fault(hostile.code, lines.linePos(hostile.offset).line)
  return accepted({ raw: document.toJS(), lineOf: (path) => lineOf(document, lines, path) })
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Far more brackets left open, or dashes in a row, than any pack has: the parser would take its time over them. */
function looksTooDeep(text: string): boolean {
  if (/(?:[-?][ \t]+){50}/.test(text)) return true
  let open = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === openSquare || letter === openCurly) open += 1
    if (letter === openSquare + 2 || letter === openCurly + 2) open = Math.max(0, open - 1)
    if (open > 100) return true
  }
  return false
}

const [openSquare, openCurly] = [0x5b, 0x7b]

type Hostile = {
  readonly code: 'aliasUsed' | 'keyReserved' | 'keyTwice' | 'tooDeep'
  readonly offset: number
}

/** The first alias, the first key given twice, or the first value that lies deeper than `depth`. */
function findHostile(node: unknown, depth: number): Hostile | undefined {
  if (isAlias(node)) return { code: 'aliasUsed', offset: node.range?.[0] ?? 0 }
  if (!isCollection(node)) return undefined
  if (depth === 0) return { code: 'tooDeep', offset: node.range?.[0] ?? 0 }
  const keys = isMap(node) ? node.items.map((pair) => pair.key) : []
  const twice = offsetOfRepeated(keys)
  if (twice !== undefined) return { code: 'keyTwice', offset: twice }
  const reserved = keys.find((key) => isScalar(key) && key.value === '__proto__')
  if (isScalar(reserved)) return { code: 'keyReserved', offset: reserved.range?.[0] ?? 0 }
  const inside: readonly unknown[] = isMap(node) ? node.items.map((pair) => pair.value) : node.items
  for (const item of inside) {
    const found = findHostile(item, depth - 1)
    if (found) return found
  }
  return undefined
}

function offsetOfRepeated(keys: readonly unknown[]): number | undefined {
  const seen = new Set<string>()
  for (const key of keys) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    if (seen.has(name)) return key.range?.[0] ?? 0
    seen.add(name)
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
