import { setImmediate as breathe } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import type { FastifyInstance } from 'fastify'

import { localOperator, openLedger, read, type Program } from './commands/index.ts'
import { maintain } from './commands/maintain.ts'
import { readPacks } from './criteria/packs.ts'
import { openStorage, StorageError, type Place } from './database/index.ts'
import type { ServerParts } from './http/server.ts'
import { getEntry } from './ledger/index.ts'
import { packsFolder, project, routes } from './routes.ts'
import { refreshStanding } from './standing/projection.ts'
import type { StartStep } from './start.ts'
import { demoSeedOf, demoWorld, loadWorld } from './worlds/index.ts'
import { getDemoState, saveDemoState } from './worlds/store.ts'

/** The province whose ledger this program keeps; the demo world's own. */
const provinceId = 'kon-tum'

export type OpenProgram = {
  readonly place: Place
  /** Whether a new store is given the demo province; one that is not new stays as it is. */
  readonly demo: boolean
  /** Of the demo province; without it the one that the screens are made for. */
  readonly seed?: number | undefined
  readonly onProgress?: (step: StartStep) => void
  /** Ends the opening between two steps; what is loaded by then stays, and the next opening goes on. */
  readonly signal?: AbortSignal
  /** Address of this process's server, for the message to a second process. */
  readonly address?: string
  readonly clock?: () => number
}

/** Opens the data and brings them to where they can be asked; throws `StorageError` for what the operator can mend. */
export async function openProgram({
  place,
  demo,
  seed,
  onProgress = () => undefined,
  signal,
  address,
  clock = Date.now,
}: OpenProgram): Promise<Program> {
  const step = (told: StartStep): void => {
    signal?.throwIfAborted()
    onProgress(told)
  }
  const storage = await openStorage(place, { onProgress, ...(address === undefined ? {} : { address }) })
  try {
    const program = { storage, provinceId, clock, project }
    await openLedger(storage, provinceId)
    await settleDemo(program, { demo, seed }, step)
    step({ kind: 'standing' })
    await refreshStanding(program)
    signal?.throwIfAborted()
    return program
  } catch (error) {
    await storage.close()
    throw error
  }
}

/** The very first opening decides whether there is a demo; one that was cut off while loading it goes on with the same seed. */
async function settleDemo(
  program: Program,
  { demo, seed }: Pick<OpenProgram, 'demo' | 'seed'>,
  step: (told: StartStep) => void,
): Promise<void> {
  const { state, first } = await read(program, localOperator, async (reader) => ({
    state: await getDemoState(reader),
    first: await getEntry(reader, 1),
  }))
  if (state !== 'wanted') return
  const isOthers = first !== undefined && first.via !== 'world'
  if (isOthers || (!demo && first === undefined)) {
    return maintain(program, (reader) => saveDemoState(reader, 'declined'))
  }
  const begun = first && demoSeedOf(first.commandId)
  if (begun !== undefined && seed !== undefined && seed !== begun) {
    throw new StorageError({ code: 'demoOfAnotherSeed', begun, given: seed })
  }
  step({ kind: 'world' })
  await breathe()
  const packs = await readPacks(packsFolder)
  if (!packs.ok) throw new Error(`the program's own packs are wrong: ${JSON.stringify(packs.refusal)}`)
  const loaded = await loadWorld(program, demoWorld(begun ?? seed), packs.value, ({ done, total }) =>
    step({ kind: 'loading', done, of: total }),
  )
  if (!loaded.ok) throw new Error(`the demo province is refused: ${JSON.stringify(loaded.refusal)}`)
  await maintain(program, (reader) => saveDemoState(reader, 'loaded'))
}

const webFolder = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** The whole server as a value, with the program's own routes and pages unless others are handed in. */
export async function buildApp(
  parts: Pick<ServerParts, 'program' | 'start' | 'log'> & Partial<ServerParts>,
): Promise<FastifyInstance> {
  // The command line shares this file and serves nothing.
  const { buildServer } = await import('./http/server.ts')
  return buildServer({ routes, webFolder, ...parts })
}
