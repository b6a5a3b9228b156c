import type { Weave } from '../../ui/weave.tsx'
import { isUntold, type ComparedUnit } from './answers.ts'

export type LostBand = { readonly from: number; readonly to: number; readonly weave: Weave }

/** From what loses nothing, a whole cloth, to what loses most; the last band has no end. */
export const lostBands: readonly LostBand[] = [
  { from: 0, to: 0, weave: 'full' },
  { from: 1, to: 2, weave: 'high' },
  { from: 3, to: 5, weave: 'half' },
  { from: 6, to: 9, weave: 'low' },
  { from: 10, to: Infinity, weave: 'bare' },
]

/** How a unit is drawn by what it loses; unknown where one side says nothing of it. */
export function lostWeave(unit: ComparedUnit): Weave {
  if (isUntold(unit)) return 'unknown'
  return lostBands.find(({ from, to }) => from <= unit.lost && unit.lost <= to)?.weave ?? 'unknown'
}
