import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { checkPack, type PackFault } from '../packs.ts'

export const packsFolder = join(import.meta.dirname, '../../../../packs')

/** The packs of packs/README.md in folders of their own, and copies of them to spoil. */
export type ReadmePacks = {
  /** Folder of the first; that with points is in `points` inside it. */
  readonly example: string
  readonly scratch: string
  aCopy(): Promise<string>
  /** A pack with one text in one file replaced by another, and the line where `marker` then stands. */
  changed(
    file: string,
    right: string,
    wrong: string,
    marker: string,
  ): Promise<{ readonly faults: readonly string[]; readonly line: number }>
  remove(): Promise<void>
}

/** Cuts the files of the packs out of the page: each block that is fenced with the name of a file. */
export async function readmePacks(): Promise<ReadmePacks> {
  const scratch = await mkdtemp(join(tmpdir(), 'an-cu-packs-'))
  const example = join(scratch, 'from-readme')
  const readme = await readFile(join(packsFolder, 'README.md'), 'utf8')
  for (const [, name, text] of readme.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)) {
    await writeIn(example, name ?? '', text ?? '')
  }
  let copies = 0
  const aCopy = async (): Promise<string> => {
    copies += 1
    const folder = join(scratch, `around-${copies}`, 'pack')
    await cp(example, folder, { recursive: true })
    return folder
  }
  return {
    example,
    scratch,
    aCopy,
    changed: async (file, right, wrong, marker) => {
      const folder = await aCopy()
      const text = await readFile(join(folder, file), 'utf8')
      if (!text.includes(right)) throw new Error(`${right} is not in ${file}`)
      const edited = text.replace(right, wrong)
      await writeIn(folder, file, edited)
      const pack = file.startsWith('points/') ? join(folder, 'points') : folder
      const faults = (await faultsOf(pack)).map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.code}`)
      return { faults, line: edited.slice(0, edited.indexOf(marker)).split('\n').length }
    },
    remove: () => rm(scratch, { recursive: true, force: true }),
  }
}

export async function faultsOf(folder: string): Promise<readonly PackFault[]> {
  const outcome = await checkPack(folder)
  return outcome.ok ? [] : outcome.refusal
}

export async function writeIn(folder: string, name: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true })
  await writeFile(join(folder, name), text)
}
