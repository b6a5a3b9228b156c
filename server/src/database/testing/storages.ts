import { afterAll, beforeAll, describe } from 'vitest'
import { openStorage } from '../open.ts'
import type { Engine, OpenOptions, Place, Storage } from '../storage.ts'
import {
  aCopiedDatabase,
  aCopiedFolder,
  aMigratedFolder,
  aPostgresDatabase,
  type OwnPlace,
} from './places.ts'
import type { Template } from './template.ts'

/** What a suite of database tests is given; to be used inside its tests and hooks. */
export type Given = {
  readonly engine: Engine
  /**
   * The suite's own storage: as it was made, migrated and empty or a copy, when its first test starts; closed and
   * removed after its last.
   */
  readonly storage: Storage
  readonly place: Place
  /** Closes the suite's storage and opens it again, as a restart of the program does. */
  reopen(): Promise<Storage>
  /** One more storage made as the suite's own, on the same engine; closed and removed with the suite. */
  another(): Promise<Storage>
}

/**
 * Runs a suite on PGlite, and once more on PostgreSQL when `TEST_DATABASE_URL` names a server on which
 * databases may be made. `options` are those of opening; with `migrations`, the folder of others than the own.
 */
export function withStorages(name: string, suite: (given: Given) => void, options: OpenOptions = {}): void {
  runSuite(name, suite, options, {
    pglite: () => aMigratedFolder(options.migrations),
    postgres: aPostgresDatabase,
  })
}

/** Runs a suite as `withStorages` does, on storages that are copies of the template. */
export function withCopies(name: string, suite: (given: Given) => void, template: Template): void {
  runSuite(
    name,
    suite,
    {},
    { pglite: () => aCopiedFolder(template), postgres: (server) => aCopiedDatabase(server, template) },
  )
}

type Places = {
  pglite(): Promise<OwnPlace>
  postgres(server: string): Promise<OwnPlace>
}

function runSuite(name: string, suite: (given: Given) => void, options: OpenOptions, places: Places): void {
  describe(`${name} (pglite)`, () => {
    suite(hold('pglite', () => places.pglite(), options))
  })

  const server = process.env['TEST_DATABASE_URL']
  if (server === undefined || server === '') return
  describe(`${name} (postgres)`, () => {
    suite(hold('postgres', () => places.postgres(server), options))
  })
}

function hold(engine: Engine, make: () => Promise<OwnPlace>, options: OpenOptions): Given {
  const made: { own: OwnPlace; storage: Storage }[] = []

  const another = async (): Promise<Storage> => {
    const own = await make()
    const storage = await openStorage(own.place, options)
    made.push({ own, storage })
    return storage
  }
  const first = (): { own: OwnPlace; storage: Storage } => {
    const [found] = made
    if (found === undefined) throw new Error('a storage is there only inside tests and hooks')
    return found
  }

  beforeAll(async () => {
    await another()
  })
  afterAll(async () => {
    for (const { own, storage } of made) {
      await storage.close()
      await own.remove()
    }
  })

  return {
    engine,
    get storage() {
      return first().storage
    },
    get place() {
      return first().own.place
    },
    async reopen() {
      const opened = first()
      await opened.storage.close()
      opened.storage = await openStorage(opened.own.place, options)
      return opened.storage
    },
    another,
  }
}
