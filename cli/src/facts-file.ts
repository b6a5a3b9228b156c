import { createHash } from 'node:crypto'

import { z } from 'zod'

import { accepted, refused, type Plain, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { parseCsv } from './csv.ts'
import { readTable, type FactsShape, type Fault, type FindUnit } from './facts-table.ts'

/** Rows of facts from a file, as the API takes them; `lines` says where each stands in a CSV. */
export type FactsFile = {
  readonly rows: readonly Plain[]
  /** What a JSON file gives besides its rows. */
  readonly documents: Plain | undefined
  readonly reason: Plain | undefined
  readonly lines: readonly number[] | undefined
  /** Digest of the file and of what it is for: the same file is the same command. */
  readonly digest: string
}

/** Reads JSON where the first character says so, else CSV. All that is wrong with a CSV is told at once. */
export async function readFacts(
  file: string,
  bytes: Uint8Array,
  shape: FactsShape,
  findUnit: FindUnit,
): Promise<Result<FactsFile, Refusal>> {
  const text = decode(bytes)
  const digest = createHash('sha256').update(`${shape.section}\n`).update(bytes).digest('hex')
  if (text === undefined)
    return refused(fileWrong(file, [{ code: 'lineWrong', line: 1, problem: 'notUtf8' }]))
  if (/^\uFEFF?\s*[[{]/.test(text)) return readJson(file, text.replace(/^\uFEFF/, ''), shape, digest)
  const table = parseCsv(text)
  if (!table.ok) return refused(fileWrong(file, [{ code: 'lineWrong', ...table.refusal }]))
  const read = await readTable(table.value, shape, digest, findUnit)
  if (!read.ok) return refused('code' in read.refusal ? read.refusal : fileWrong(file, read.refusal))
  return accepted({ ...read.value, documents: undefined, reason: undefined, digest })
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const json = z.json()

function readJson(file: string, text: string, shape: FactsShape, digest: string): Result<FactsFile, Refusal> {
  const parsed = parseJson(text)
  if (!parsed.ok)
    return refused(fileWrong(file, [{ code: 'lineWrong', line: parsed.refusal, problem: 'notJson' }]))
  const { section } = shape
  const listed = listedPage.safeParse(parsed.value)
  const members = listed.success
    ? { [section]: replacedFirst(listed.data.rows).map((row) => asEntered(row, shape)) }
    : Array.isArray(parsed.value)
      ? { [section]: parsed.value }
      : z.record(z.string(), json).parse(parsed.value)
  const { [section]: rows = [], documents, reason, ...unknown } = members
  const [extra] = Object.keys(unknown)
  if (extra !== undefined) return refused({ code: 'inputWrong', field: extra, problem: 'unknownField' })
  if (!Array.isArray(rows))
    return refused({ code: 'inputWrong', field: section, problem: 'wrongType', expected: 'array' })
  return accepted({ rows, documents, reason, lines: undefined, digest })
}

/** What `list --json` prints. */
const listedPage = z.strictObject({
  knownSeq: z.int(),
  rows: z.array(z.record(z.string(), json)),
  next: z.string().nullable(),
  measures: json.optional(),
})

/** Members that lists answer and nobody enters. */
const answerOnly = new Set(['seq', 'measure'])

/** Rows in an order in which each comes after those that it replaces, revokes or was carried over from. */
export function replacedFirst<Listed extends { readonly [name: string]: Plain }>(
  rows: readonly Listed[],
): readonly Listed[] {
  const byId = new Map(rows.map((row) => [row['id'], row]))
  const placed = new Set<Listed>()
  const place = (row: Listed): void => {
    if (placed.has(row) || !byId.delete(row['id'])) return
    for (const older of [row['replaces'], row['revokes'], row['carriedFrom']]) {
      const found = byId.get(older)
      if (found !== undefined) place(found)
    }
    placed.add(row)
  }
  for (const row of rows) place(row)
  return [...placed]
}

/** A row of a list as it would be entered: without what it has not, and without what the program added. */
function asEntered(row: { readonly [name: string]: Plain }, { row: schema }: FactsShape): Plain {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => value !== null && (Object.hasOwn(schema.shape, name) || !answerOnly.has(name)),
    ),
  )
}

/** JSON, or the line at which it stops being JSON. */
function parseJson(text: string): Result<Plain, number> {
  try {
    return accepted(json.parse(JSON.parse(text)))
  } catch (error) {
    const at =
      error instanceof SyntaxError ? Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length) : 0
    return refused(text.slice(0, at).split('\n').length)
  }
}

function fileWrong(file: string, faults: readonly Fault[]): Refusal {
  return { code: 'fileWrong', file, faults }
}
