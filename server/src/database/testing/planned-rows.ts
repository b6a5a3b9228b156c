import { sql } from 'kysely'

import type { Storage } from '../storage.ts'

/** How many rows the planner takes each table to have; tables that nobody has counted are left out. */
export async function plannedRows({ db }: Storage): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select relname as name, reltuples::bigint as rows
    from pg_class
    where relnamespace = 'public'::regnamespace
      and relkind = 'r'
      and reltuples >= 0
    order by relname`.execute(db)
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
}
