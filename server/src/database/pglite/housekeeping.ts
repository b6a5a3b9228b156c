import { sql, type Kysely } from 'kysely'
import type { Database } from '../storage.ts'

/** Milliseconds. */
const interval = 60_000

/** Bytes of log that would have to be replayed after a crash: beyond it, a checkpoint is due. */
const checkpointAfter = 32 * 1024 * 1024

/**
 * PGlite has one process, so nobody else makes checkpoints or vacuums: without this the log and the dead rows
 * of a server that runs for weeks only grow, and the planner never learns how large a table is.
 * Returns what stops it; a round under way ends like any other work.
 */
export function keepHouse(db: Kysely<Database>): () => void {
  const timer = setInterval(() => {
    tidy(db).catch(() => {
      // The next round tries again; what ails the engine is told to whoever is using it.
    })
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}

/** One round: a checkpoint if much has been written since the last, and the tables that autovacuum would take. */
export async function tidy(db: Kysely<Database>): Promise<void> {
  const { rows: logs } = await sql<{ behind: string }>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) as behind
    from pg_control_checkpoint()`.execute(db)
  if (Number(logs[0]?.behind) > checkpointAfter) await sql`checkpoint`.execute(db)

  // The thresholds are autovacuum's own.
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, relname as name
    from pg_stat_user_tables
    where n_dead_tup > 50 + 0.2 * n_live_tup
      or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
      or n_mod_since_analyze > 50 + 0.1 * n_live_tup
    order by schemaname, relname`.execute(db)
  for (const { schema, name } of tables) await sql`vacuum (analyze) ${sql.id(schema, name)}`.execute(db)
}
