import { ownMigrations, readMigrations } from './migrate.ts'
import { openFolder } from './pglite/storage.ts'
import { openPostgres } from './postgres.ts'
import type { OpenOptions, Place, Storage } from './storage.ts'

/**
 * Opens the database in a folder (PGlite, made if it is absent) or at a URL (PostgreSQL 15 or newer), and
 * brings it up to the last migration. Throws `StorageError` for what the operator can mend; then nothing has
 * been changed but migrations that had already succeeded.
 */
export async function openStorage(where: Place, options: OpenOptions = {}): Promise<Storage> {
  const migrations = readMigrations(options.migrations ?? ownMigrations)
  return 'folder' in where
    ? openFolder(where.folder, migrations, options)
    : openPostgres(where.databaseUrl, migrations, options)
}
