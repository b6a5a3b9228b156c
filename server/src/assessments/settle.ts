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
