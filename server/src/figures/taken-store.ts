import { sql } from 'kysely'

import type { FactBundle, FactSection } from '@ancu/core/figures'

import type { LedgerTable, Reader } from '../commands/index.ts'

const tables = {
  documents: 'document',
  figures: 'figure',
  verdicts: 'verdict_claim',
  decisions: 'decision',
  levels: 'level_decision',
  setApplications: 'set_application',
  reconciliations: 'reconciliation',
} as const satisfies Record<FactSection, LedgerTable>

const sections = [
  'documents',
  'figures',
  'verdicts',
  'decisions',
  'levels',
  'setApplications',
  'reconciliations',
] as const

/** Ids of the rows of a command that rows of the ledger already have, by section. */
export async function findTakenIds(
  reader: Reader,
  facts: FactBundle,
): Promise<ReadonlyMap<FactSection, ReadonlySet<string>>> {
  const taken = new Map<FactSection, ReadonlySet<string>>()
  for (const section of sections) {
    const ids = facts[section].map(({ id }) => id)
    if (ids.length === 0) continue
    const { rows } = await sql<{ id: string }>`
      select id
      from ${sql.table(tables[section])}
      where province_id = ${reader.provinceId}
        and id = any(${ids})
      order by id`.execute(reader.tx)
    taken.set(section, new Set(rows.map(({ id }) => id)))
  }
  return taken
}
