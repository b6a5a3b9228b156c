import { defaultSeed, makeWorld } from '@ancu/worlds/kon-tum'

import { entryId, type LoadedWorld } from './load.ts'

/** The demo province of a seed, ready to be loaded; the same seed is the same world. */
export function demoWorld(seed: number = defaultSeed): LoadedWorld {
  const { entries } = makeWorld(seed)
  return { name: `${demoName}${seed}`, via: 'world', entries }
}

/** Seed of the demo province whose first entry has this command id; undefined where it is no demo's. */
export function demoSeedOf(commandId: string): number | undefined {
  const [, seed] = new RegExp(`^${entryId({ name: `${demoName}(\\d+)` }, 0)}$`).exec(commandId) ?? []
  return seed === undefined ? undefined : Number(seed)
}

const demoName = 'kon-tum-'
