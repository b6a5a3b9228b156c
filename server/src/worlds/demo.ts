import { defaultSeed, makeWorld } from '@ancu/worlds/kon-tum'

import type { LoadedWorld } from './load.ts'

/** The demo province of a seed, ready to be loaded; the same seed is the same world. */
export function demoWorld(seed: number = defaultSeed): LoadedWorld {
  const { entries } = makeWorld(seed)
  return { name: `kon-tum ${seed}`, via: 'world', entries }
}
