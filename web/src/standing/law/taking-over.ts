import { screenPaths } from '@ancu/core/kernel'

import type { Reading, SetRow } from './answers.ts'

type Fitting = { readonly set: string; readonly forKinds: readonly SetRow['forKinds'][number][] }
type MaybeComing = Fitting & Pick<SetRow | Reading, 'time'>
type Known = { readonly sets: readonly (Fitting & Pick<SetRow, 'judges'>)[] }

/** Whether the set could take the place of the one that judges: for the same kind of unit, and not over yet. */
export function couldTakeOver({ set, time, forKinds }: MaybeComing, { sets }: Known): boolean {
  const judging = sets.find(({ judges }) => judges)
  if (judging === undefined || judging.set === set || time === 'ended') return false
  return forKinds.some((kind) => judging.forKinds.includes(kind))
}

/** Address of what the set would change, without its query. */
export function comingPath(set: string): string {
  return screenPaths.coming.replace('$setId', set)
}
