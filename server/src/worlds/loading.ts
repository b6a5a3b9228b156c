import { readFile } from 'node:fs/promises'

import { accepted, refused, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { worldFile, type loadWorld as endpoint } from '@ancu/core/worlds'

import { localOperator, read, type Program } from '../commands/index.ts'
import { readPacks } from '../criteria/packs.ts'
import { refusalOfIssues } from '../http/issues.ts'
import { demoWorld } from './demo.ts'
import { loadWorld, type LoadedWorld } from './load.ts'

/** Largest file of a world: a country's facts of ten years. */
const mostBytes = 512 * 1024 * 1024

/** Loads a demo world or a world from a file; only into a ledger without an entry. */
export async function loadInto(
  program: Program,
  asked: EndpointInput<typeof endpoint>,
  packsFolder: string,
): Promise<Result<EndpointAnswer<typeof endpoint>, Refusal>> {
  const seq = await read(program, localOperator, async (reader) => reader.knownSeq)
  if (seq > 0) return refused({ code: 'ledgerNotEmpty', province: program.provinceId, seq })
  const world = await worldAsked(asked)
  if (!world.ok) return world
  const packs = await readPacks(packsFolder)
  if (!packs.ok) throw new Error(`the program's own packs are wrong: ${JSON.stringify(packs.refusal)}`)
  const loaded = await loadWorld(program, world.value, packs.value)
  return loaded.ok ? accepted({ entries: world.value.entries.length, seq: loaded.value.seq }) : loaded
}

async function worldAsked({
  seed,
  file,
}: EndpointInput<typeof endpoint>): Promise<Result<LoadedWorld, Refusal>> {
  if (seed !== undefined && file === undefined) return accepted(demoWorld(seed))
  if (file === undefined || seed !== undefined) {
    return refused({ code: 'inputWrong', field: 'seed', problem: 'missing' })
  }
  const read = await readJson(file)
  if (!read.ok) return read
  const world = worldFile.safeParse(read.value)
  if (!world.success) return refused(refusalOfIssues(world.error.issues, read.value))
  return accepted({ name: 'file', via: 'file', entries: world.data.entries })
}

async function readJson(file: string): Promise<Result<unknown, Refusal>> {
  try {
    const bytes = await readFile(file)
    if (bytes.byteLength > mostBytes) return refused({ code: 'fileNotReadable', file, detail: 'EFBIG' })
    return accepted(JSON.parse(bytes.toString('utf8').normalize('NFC')))
  } catch (error) {
    if (error instanceof SyntaxError) return refused({ code: 'bodyNotJson' })
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EIO'
    return refused(
      code === 'ENOENT' ? { code: 'fileNotFound', file } : { code: 'fileNotReadable', file, detail: code },
    )
  }
}
