import { sql } from 'kysely'

import type { Storage } from './storage.ts'

/**
 * Counts the rows of every table for the planner. After much was written at once nobody else does so soon, and
 * until then a table is read to its end for a few of its rows.
 */
export async function gatherStatistics({ db }: Storage): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name
    from pg_tables
    where schemaname = 'public'
    order by tablename`.execute(db)
  await sql`analyze ${sql.join(rows.map(({ name }) => sql.id('public', name)))}`.execute(db)
}
