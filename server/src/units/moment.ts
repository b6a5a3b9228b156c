import { accepted, refused, type IsoDate, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { knownSeqOn, type Reader } from '../commands/index.ts'

/** From where a question is asked, as far as the caller says. */
export type AskedWhen = {
  /** Today without it. */
  readonly on?: IsoDate | undefined
  /** All that is known without it; at most what was known at the end of that day. */
  readonly known?: IsoDate | undefined
  /** As `known`, by a ledger number; with both, the earlier knowledge counts. */
  readonly knownSeq?: number | undefined
}

/** The day that is asked about, and the last ledger number whose knowledge counts. */
export type SettledMoment = {
  readonly on: IsoDate
  readonly known: IsoDate | undefined
  readonly knownSeq: number
}

/**
 * Settles from where any question is asked. Days are Viet Nam's; no answer is given about a future day, a
 * future knowledge, or a ledger number that is not there yet.
 */
export async function settleMoment(
  reader: Reader,
  { on = reader.today, known, knownSeq }: AskedWhen,
): Promise<Result<SettledMoment, Refusal>> {
  const { today, knownSeq: head } = reader
  const future = [on, known].find((day) => day !== undefined && day > today)
  if (future !== undefined) return refused({ code: 'futureDay', on: future, today })
  if (knownSeq !== undefined && knownSeq > head) return refused({ code: 'knownSeqAhead', knownSeq, head })
  const ofDay = known === undefined ? head : await knownSeqOn(reader, known)
  return accepted({ on, known, knownSeq: Math.min(knownSeq ?? head, ofDay) })
}
