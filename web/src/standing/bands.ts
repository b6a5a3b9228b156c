import type { Weave } from '../ui/weave.tsx'
import type { CommuneRow, Overview } from './answers.ts'
import { bandKey, bandOf, inheritedShare } from './filter.ts'

type Bands = Overview['communes']['bands']

/** From the fullest cloth to the barest, given out to the bands of a set from its highest one down. */
const weaves = ['full', 'high', 'half', 'low', 'bare'] as const satisfies readonly Weave[]

/** Bands of a set from the highest down, each with the way it is drawn. */
export function drawnBands(
  bands: Bands,
): readonly (Bands[number] & { readonly key: string; readonly weave: Weave })[] {
  return bands
    .toSorted((one, other) => other.from - one.from)
    .map((band, index) => ({ ...band, key: bandKey(band), weave: weaves[index] ?? 'bare' }))
}

export function weaveOf(overview: Overview, row: CommuneRow): Weave {
  if (!row.applicable) return 'outside'
  const key = bandOf(overview, row)
  return drawnBands(overview.communes.bands).find((band) => band.key === key)?.weave ?? 'unknown'
}

/** How a unit made of others is drawn by what they had; never taken for its own verdict. */
export const inheritedWeaves = { all: 'full', some: 'high', none: 'low' } as const satisfies Record<
  'all' | 'some' | 'none',
  Weave
>

export function inheritedWeaveOf(overview: Overview, row: CommuneRow): Weave {
  const share = inheritedShare(row)
  return share === undefined ? weaveOf(overview, row) : inheritedWeaves[share]
}
