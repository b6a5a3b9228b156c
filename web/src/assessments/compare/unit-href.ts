import { useCallback } from 'react'

import { listSets } from '@ancu/core/standing'

import { useAnswer } from '../../api/answers.ts'
import { useMoment } from '../../api/Moment.tsx'
import type { Comparison } from './answers.ts'

type Newer = Pick<Comparison, 'newSide'> & {
  /** What nobody has published judges no page. */
  readonly draft?: unknown
}

/** Page of a unit, judged there as on the newer side, unless that is a draft. */
export function useUnitHref({ newSide, draft }: Newer): (unit: string) => string {
  const { href, askedWhen } = useMoment()
  const sets = useAnswer(listSets, askedWhen)
  const judging = sets.data?.sets.find(({ judges }) => judges)?.set
  const set = newSide.set === judging || draft !== undefined ? undefined : newSide.set
  return useCallback((unit) => href(`/don-vi/${unit}`, { set }), [href, set])
}
