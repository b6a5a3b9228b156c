import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import { draftPack } from '@ancu/server/drafting'
import { packsFolder } from '@ancu/server/routes'

import type { Command } from './command.ts'

export const draftingCommands: readonly Command[] = [
  {
    words: ['packs', 'draft'],
    summary: 'summary.packs.draft',
    operands: ['file'],
    options: { out: 'folder', part: 'number', overwrite: 'flag' },
    needs: 'nothing',
    example: 'phu-luc.docx --out bo-tieu-chi-moi',
    run: async (context) => {
      const {
        operands: [file = ''],
        values,
        json,
        say,
        language,
      } = context
      const part = values.part === undefined ? 1 : Number(values.part)
      if (!Number.isSafeInteger(part) || part < 1) {
        return refused({ code: 'inputWrong', field: 'part', problem: 'wrongType', expected: 'int' })
      }
      const bytes = await context.readFile(file)
      if (!bytes.ok) return bytes
      const drafted = await draftPack(packsFolder, { bytes: bytes.value, part: part - 1 })
      if (!drafted.ok) return drafted
      const { filesFor, ...told } = drafted.value
      const folder = resolve(typeof values.out === 'string' ? values.out : told.set)
      const isShared = existsSync(join(dirname(folder), 'measures.yaml'))
      const files = filesFor(isShared ? 'there' : 'inside', language)
      const written = await writeFolder(folder, files, values.overwrite === true)
      if (!written.ok) return written
      const names = files.map(({ name }) => name)
      return accepted({
        text: json
          ? JSON.stringify({ ...told, folder, files: names })
          : say('say.packDrafted', { ...told, folder }),
      })
    },
  },
]

async function writeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
  overwrites: boolean,
): Promise<Result<undefined, Refusal>> {
  try {
    await mkdir(folder, { recursive: true })
    const there = await readdir(folder)
    if (there.length > 0 && !overwrites) return refused({ code: 'fileExists', file: folder })
    for (const { name, text } of files) await writeFile(join(folder, name), text)
    return accepted(undefined)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    return refused({ code: 'fileNotWritable', file: folder, detail: String(error.code) })
  }
}
