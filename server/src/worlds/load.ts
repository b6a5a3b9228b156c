import { createHash } from 'node:crypto'

import { factBundle } from '@ancu/core/figures'
import { isoDate } from '@ancu/core/kernel'
import type { World } from '@ancu/worlds/kon-tum'

import { localOperator, read, type Program } from '../commands/index.ts'
import type { Pack } from '../criteria/packs.ts'
import { recordFacts, type SealedEdition } from '../figures/record.ts'

/** How far a world is loaded, in entries. */
export type LoadProgress = { readonly done: number; readonly total: number }

/**
 * Loads a world into an empty ledger, entry by entry as it became known, each marked as replayed. Loading
 * that was interrupted goes on where it stopped: an entry that is there already answers as the first time.
 */
export async function loadWorld(
  program: Program,
  world: World,
  packs: readonly Pack[],
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<void> {
  const total = world.entries.length
  for (const [index, entry] of world.entries.entries()) {
    const facts = factBundle.parse(entry.facts)
    const editions = facts.editions.map(({ set, edition }) => getSealed(packs, set, edition))
    const outcome = await recordFacts(
      program,
      localOperator,
      {
        commandId: entryId(world, index),
        kind: entry.kind,
        reason: entry.reason,
        via: 'world',
        replayedOn: isoDate.parse(entry.day),
      },
      facts,
      editions,
    )
    if (!outcome.ok)
      throw new Error(`the world's entry ${index} is refused: ${JSON.stringify(outcome.refusal)}`)
    onProgress({ done: index + 1, total })
  }
}

/** Whether a world has been loaded whole; a ledger with other entries has not to be loaded. */
export async function isLoaded(program: Program, world: World): Promise<boolean> {
  return read(program, localOperator, async (reader) => reader.knownSeq >= world.entries.length)
}

function getSealed(packs: readonly Pack[], set: string, edition: number): SealedEdition {
  const pack = packs.find((each) => each.edition.set.id === set && each.edition.set.edition === edition)
  if (!pack) throw new Error(`the world needs edition ${edition} of ${set}, which is not in packs/`)
  return { digest: pack.digest, content: pack.edition }
}

function entryId(world: World, index: number): string {
  const digest = createHash('sha256').update(`${world.provinceId} ${world.seed} ${index}`).digest('hex')
  return `world-${digest.slice(0, 32)}`
}
