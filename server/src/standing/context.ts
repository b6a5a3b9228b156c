import { levelsKnown, setsNamedBy, type LevelContext } from '@ancu/core/criteria'
import type { Moment } from '@ancu/core/figures'

import type { KnownEdition, ProvinceImage } from '../figures/image.ts'
import { findEdition } from '../figures/province.ts'

/** The day judged on, the level decisions known that count, and the other sets on whose levels this one's hang. */
export function contextAt(
  image: ProvinceImage,
  { set }: KnownEdition,
  { on, knownSeq }: Moment,
): LevelContext {
  const sets = [set.id, ...setsNamedBy(set)]
  return {
    on,
    decisions: sets.flatMap((id) => levelsKnown(image.levels, id, knownSeq)),
    findSet: (id) => findEdition(image, id, knownSeq)?.set,
  }
}
