import { sql } from 'kysely'

import type { Reader } from '../commands/index.ts'

/** Whether the demo is to be loaded into the province's ledger, was declined, or is there whole. */
export type DemoState = 'wanted' | 'declined' | 'loaded'

export async function getDemoState(reader: Reader): Promise<DemoState> {
  const { rows } = await sql<{ demo: DemoState }>`
    select demo
    from province
    where id = ${reader.provinceId}`.execute(reader.tx)
  const [row] = rows
  if (!row) throw new Error(`the ledger of ${reader.provinceId} has not been opened`)
  return row.demo
}

/** No fact of the ledger, so it has no entry; written under `maintain`. */
export async function saveDemoState(reader: Reader, demo: DemoState): Promise<void> {
  await sql`
    update province
    set demo = ${demo}
    where id = ${reader.provinceId}`.execute(reader.tx)
}
