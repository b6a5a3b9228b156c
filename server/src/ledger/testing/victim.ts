import { readFile, writeFile } from 'node:fs/promises'

import { sql } from 'kysely'

import { ledgerTableNames } from '../../commands/index.ts'
import { aClock, aProgram } from '../../commands/testing/index.ts'
import type { Storage } from '../../database/index.ts'
import { backup } from '../backup.ts'
import { restore, type RestoreOptions } from '../restore.ts'
import { aFolderForFiles, fillLittle } from './fixture.ts'
import { pack, unpack, type Part } from './tar.ts'

/** An empty database onto which archives are tried, and a good archive to make bad ones of. */
export type Victim = {
  readonly good: Buffer
  readonly parts: readonly Part[]
  at(name: string): string
  /** Code and facts of the refusal; `restored` when there was none. */
  tryFile(file: string, options?: RestoreOptions): Promise<string>
  tryBytes(bytes: Buffer, options?: RestoreOptions): Promise<string>
  tryParts(parts: readonly Part[], options?: RestoreOptions): Promise<string>
  isEmpty(): Promise<boolean>
  remove(): Promise<void>
}

export async function aVictim(full: Storage, empty: Storage): Promise<Victim> {
  const files = await aFolderForFiles()
  const program = await aProgram(full, { clock: aClock('2025-08-01T20:00:00Z') })
  await fillLittle(program)
  await backup(program, files.at('good'))
  const bad = files.at('bad')

  async function tryFile(file: string, options: RestoreOptions = {}): Promise<string> {
    const outcome = await restore(empty, file, options)
    if (outcome.ok) return 'restored'
    const { code, ...facts } = outcome.refusal
    const told = 'findings' in facts ? facts.findings.map((finding) => finding.code) : Object.values(facts)
    return [code, ...new Set(told.filter((fact) => fact !== file))].join(' ')
  }

  return {
    good: await readFile(files.at('good')),
    parts: await unpack(files.at('good')),
    at: files.at,
    tryFile,
    async tryBytes(bytes, options) {
      await writeFile(bad, bytes)
      return tryFile(bad, options)
    },
    async tryParts(parts, options) {
      await pack(bad, parts)
      return tryFile(bad, options)
    },
    async isEmpty() {
      const tables = ['province', 'ledger_head', 'entry', ...ledgerTableNames, 'unit_within', 'standing']
      const conditions = tables.map((table) => sql`not exists (select from ${sql.table(table)})`)
      const { rows } = await sql<{ empty: boolean }>`
        select ${sql.join(conditions, sql` and `)} as empty`.execute(empty.db)
      return rows[0]?.empty === true
    },
    remove: () => files.remove(),
  }
}
