import { useCallback } from 'react'

import type { Comparison } from './answers.ts'
import { useCompareText } from './texts.ts'

const kinds = ['commune', 'village'] as const

/** What the units compared are called after a number: communes or villages where they all are, else units. */
export function useUnitWord({ units }: Pick<Comparison, 'units'>): (n: number) => string {
  const t = useCompareText()
  const kind = kinds.find((each) => units.every((unit) => unit.kind === each)) ?? 'unit'
  return useCallback((n) => t(`units.${kind}`, { n }), [t, kind])
}
