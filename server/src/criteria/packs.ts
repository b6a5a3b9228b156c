import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'

import { z } from 'zod'

import { readPack, type Edition, type PackIssueCode, type RawFile } from '@ancu/core/criteria'
import { accepted, refused, type Plain, type Result } from '@ancu/core/kernel'

import { parseYaml, readTextFile, type FileFault, type FileFaultCode, type YamlFile } from './pack-file.ts'
import { sealOf } from './publish.ts'

/** An edition as it lies in its folder, with what seals it. */
export type Pack = {
  readonly folder: string
  readonly edition: Edition
  /** How many examples were judged, all as they should be. */
  readonly examples: number
  /** SHA-256 in hexadecimal of the canonical JSON of `content`. */
  readonly digest: string
  readonly content: Plain
}

/** A fault in a pack: in which file, on which line where it has one, and what. */
export type PackFault = {
  /** Path of the file from the folder that was asked for. */
  readonly file: string
  readonly line: number | undefined
  readonly code: PackIssueCode | FileFaultCode | LockFaultCode | 'folderMissing' | 'tooManyFiles'
  readonly facts: Readonly<Record<string, string | number>>
}

type LockFaultCode = 'editionNotLocked' | 'editionTwice' | 'lockedMissing' | 'lockWrong' | 'publishedEdited'

type PackResult<Value> = Result<Value, readonly PackFault[]>

const lockName = 'packs.lock.json'
const measuresName = 'measures.yaml'

/** Digests of published editions: set → number of the edition → digest. */
const lockForm = z.record(z.string(), z.record(z.string().regex(/^\d+$/), z.string().regex(/^[0-9a-f]{64}$/)))

/**
 * Reads the pack in one folder and judges its examples. The shared measures and the digests of published
 * editions are taken from the folder around it where it has them, or from `around`.
 */
export async function checkPack(
  folder: string,
  around: string = dirname(resolve(folder)),
): Promise<PackResult<Pack>> {
  if (!(await isFolder(folder)))
    return refused([fault('.', 'folderMissing', undefined, { folder: basename(folder) })])
  const lock = await readLock(around)
  const pack = await readFolder(folder, join(around, measuresName))
  if (!pack.ok || !lock.ok) {
    return refused([
      ...(lock.ok ? [] : [{ ...lock.refusal, file: relative(folder, join(around, lockName)) }]),
      ...(pack.ok ? [] : pack.refusal),
    ])
  }
  const edited = faultOfLock(pack.value, lock.value)
  return edited ? refused([edited]) : pack
}

/**
 * Reads every pack below a folder such as `packs/`; each sub-folder with a `pack.yaml` is one edition. Where
 * the folder has a lock, every edition in it must be there, unchanged, and every edition there must be in it.
 */
export async function readPacks(folder: string): Promise<PackResult<readonly Pack[]>> {
  if (!(await isFolder(folder)))
    return refused([fault('.', 'folderMissing', undefined, { folder: basename(folder) })])
  const lock = await readLock(folder)
  if (!lock.ok) return refused([lock.refusal])
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
  const faults: PackFault[] = []
  const packs: Pack[] = []
  for (const name of names) {
    if (!(await isPackFolder(join(folder, name)))) continue
    const pack = await readFolder(join(folder, name), join(folder, measuresName))
    if (pack.ok) packs.push(pack.value)
    else
      faults.push(
        ...pack.refusal.map((each) => ({ ...each, file: relative(folder, join(folder, name, each.file)) })),
      )
  }
  faults.push(
    ...faultsTogether(packs, lock.value).map((each) => ({
      ...each,
      file: relative(folder, resolve(folder, each.file)),
    })),
  )
  return faults.length > 0 ? refused(faults) : accepted(packs)
}

type Lock = z.output<typeof lockForm>

function faultsTogether(packs: readonly Pack[], lock: Lock | undefined): readonly PackFault[] {
  const named = packs.map((pack) => ({ pack, folder: basename(pack.folder), ...namesOf(pack) }))
  const twice = named
    .filter(
      ({ set, edition }, at) => named.findIndex((one) => one.set === set && one.edition === edition) < at,
    )
    .map(({ folder, set, edition }) =>
      fault(`${folder}/pack.yaml`, 'editionTwice', undefined, { set, edition }),
    )
  if (!lock) return twice
  const edited = named.flatMap(({ pack, folder }) => {
    const found = faultOfLock(pack, lock)
    return found ? [{ ...found, file: `${folder}/${found.file}` }] : []
  })
  const unlocked = named
    .filter(({ set, edition }) => lock[set]?.[String(edition)] === undefined)
    .map(({ pack, set, edition }) =>
      fault(lockName, 'editionNotLocked', undefined, { set, edition, digest: pack.digest }),
    )
  const missing = Object.entries(lock).flatMap(([set, editions]) =>
    Object.keys(editions)
      .filter((edition) => !named.some((one) => one.set === set && one.edition === Number(edition)))
      .map((edition) => fault(lockName, 'lockedMissing', undefined, { set, edition })),
  )
  return [...twice, ...edited, ...unlocked, ...missing]
}

function faultOfLock(pack: Pack, lock: Lock | undefined): PackFault | undefined {
  const { set, edition } = namesOf(pack)
  const sealed = lock?.[set]?.[String(edition)]
  if (sealed === undefined || sealed === pack.digest) return undefined
  return fault('pack.yaml', 'publishedEdited', undefined, { set, edition, next: edition + 1 })
}

function namesOf(pack: Pack): { readonly set: string; readonly edition: number } {
  return { set: pack.edition.set.id, edition: pack.edition.set.edition }
}

async function readLock(folder: string): Promise<Result<Lock | undefined, PackFault>> {
  const text = await readTextFile(folder, lockName)
  if (!text.ok)
    return text.refusal.code === 'fileMissing'
      ? accepted(undefined)
      : refused(faultIn(lockName, text.refusal))
  try {
    return accepted(lockForm.parse(JSON.parse(text.value)))
  } catch {
    return refused(fault(lockName, 'lockWrong'))
  }
}

/** The measures that all packs of a folder share, as they lie in their file; none where there is no such file. */
export async function sharedMeasures(folder: string): Promise<RawFile> {
  const text = await readTextFile(folder, measuresName)
  if (!text.ok) return { name: `../${measuresName}`, raw: [] }
  if (lastShared?.text !== text.value) {
    const file = parseYaml(text.value)
    lastShared = {
      text: text.value,
      file: { name: `../${measuresName}`, raw: file.ok ? file.value.raw : [] },
    }
  }
  return lastShared.file
}

/** The file is looked at each time, and understood anew when it has changed. */
let lastShared: { readonly text: string; readonly file: RawFile } | undefined

/** Most examples of one pack, and most bytes of them together; more is no pack written by people. */
const mostExamples = 300
const mostExampleBytes = 1_000_000

async function readFolder(folder: string, sharedMeasures: string): Promise<PackResult<Pack>> {
  const faults: PackFault[] = []
  const files = new Map<string, YamlFile>()
  const read = async (name: string, isOptional = false): Promise<RawFile[]> => {
    const text = await readTextFile(folder, name)
    const file = text.ok ? parseYaml(text.value) : text
    if (file.ok) {
      files.set(name, file.value)
      return [{ name, raw: file.value.raw }]
    }
    if (!isOptional || file.refusal.code !== 'fileMissing') faults.push(faultIn(name, file.refusal))
    return []
  }
  const [pack] = await read('pack.yaml')
  const [criteria] = await read('criteria.yaml')
  const [documents] = await read('documents.yaml')
  const measures = [
    ...(await read(relative(folder, sharedMeasures), true)),
    ...(await read(measuresName, true)),
  ]
  const changelog = await readTextFile(folder, 'CHANGELOG.md')
  if (!changelog.ok) faults.push(faultIn('CHANGELOG.md', changelog.refusal))
  const examples: RawFile[] = []
  const names = await exampleNames(folder)
  if (names.length > mostExamples)
    faults.push(fault('examples', 'tooManyFiles', undefined, { most: mostExamples }))
  else if ((await bytesOf(folder, names)) > mostExampleBytes)
    faults.push(fault('examples', 'fileTooLarge', undefined, { most: mostExampleBytes }))
  else for (const name of names) examples.push(...(await read(name)))
  if (!pack || !criteria || !documents || !changelog.ok || faults.length > 0) return refused(faults)
  const edition = readPack({
    pack: pack.raw,
    criteria: criteria.raw,
    documents: documents.raw,
    measures,
    examples,
    changelog: changelog.value,
  })
  if (!edition.ok) {
    return refused(
      edition.refusal.map(({ file, path, code, facts }) =>
        fault(file, code, files.get(file)?.lineOf(path), facts),
      ),
    )
  }
  const judged = examples.reduce((sum, { raw }) => sum + (Array.isArray(raw) ? raw.length : 0), 0)
  return accepted({ folder, edition: edition.value, examples: judged, ...sealOf(edition.value) })
}

async function exampleNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'examples')).catch(() => [])
  return entries
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => `examples/${name}`)
}

async function bytesOf(folder: string, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name))
        .then(({ size }) => size)
        .catch(() => 0),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}

async function isPackFolder(path: string): Promise<boolean> {
  return (await stat(join(path, 'pack.yaml')).catch(() => undefined)) !== undefined
}

function faultIn(file: string, { code, line, facts }: FileFault): PackFault {
  return { file, line, code, facts }
}

function fault(
  file: string,
  code: PackFault['code'],
  line?: number,
  facts: PackFault['facts'] = {},
): PackFault {
  return { file, line, code, facts }
}
