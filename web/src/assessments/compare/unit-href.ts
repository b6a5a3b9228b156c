import { useCallback } from 'react'

import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { useMoment } from '../../api/Moment.tsx'
import type { Comparison } from './answers.ts'

/** Page of a unit, judged there as on the newer side. */
export function useUnitHref({ newSide }: Pick<Comparison, 'newSide'>): (unit: string) => string {
  const { href, askedWhen } = useMoment()
  const sets = useAnswer(listSets, askedWhen)
  const judging = sets.data?.sets.find(({ judges }) => judges)?.set
  const set = newSide.set === judging ? undefined : newSide.set
  return useCallback((unit) => href(`/don-vi/${unit}`, { set }), [href, set])
}
