import type { CriteriaSet } from '@ancu/core/criteria'
import { accepted, refused, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import type { Program, Reader } from '../commands/index.ts'
import { areaOf, settle, type AskedMoment } from '../standing/moment.ts'
import { judgedSide, type AskedSide } from './sides.ts'

/** One side of a comparison, settled and judged as any question about standing is. */
export async function sideAsked(
  reader: Reader,
  program: Program,
  asked: AskedMoment,
): Promise<Result<AskedSide, Refusal>> {
  const settled = await settle(reader, program, asked)
  if (!settled.ok) return settled
  const { edition, moment } = settled.value
  if (edition === undefined) return refused({ code: 'noSetApplied', on: moment.on })
  const question = { ...settled.value, edition }
  const area = areaOf(question, asked.unit)
  return area.ok ? accepted(judgedSide(question, area.value)) : area
}

type ForKinds = Pick<CriteriaSet, 'id' | 'forKinds'>

/** Refuses two sets of which no unit is judged by both: one is for villages, say, the other for communes. */
export function sidesFor(old: ForKinds, current: ForKinds): Result<void, Refusal> {
  if (old.forKinds.some((kind) => current.forKinds.includes(kind))) return accepted(undefined)
  return refused({
    code: 'setsForOthers',
    old: old.id,
    set: current.id,
    kinds: old.forKinds,
    otherKinds: current.forKinds,
  })
}
