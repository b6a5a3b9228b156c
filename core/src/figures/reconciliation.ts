import { z } from 'zod'

import { identity, shortText, unitId } from '../units/index.ts'

/** Figures against conclusion; the commune's own verdict or figure against the checked one; villages against commune. */
export const disagreementKinds = ['computedAttested', 'selfAssessed', 'claimedFigure', 'villageSum'] as const

const subject = new RegExp(`^(?:${disagreementKinds.join('|')})(?::[A-Za-z0-9._-]{1,80}){1,3}$`)

/**
 * A note that settles a disagreement: why figures, conclusions or sums differ, and what holds. It names the facts
 * that it is about, so that the disagreement is open again as soon as another fact takes part in it.
 */
export const reconciliationFact = z.strictObject({
  id: identity,
  unit: unitId,
  /** What disagrees, as the work list names it: `computedAttested:commune-2021-2025:10`. */
  subject: z.string().regex(subject, 'notASubject'),
  /** Ids of the figures and conclusions that disagree. */
  facts: z.array(identity).min(1).max(500),
  note: shortText,
  document: identity.optional(),
  /** Takes an earlier note on the same subject back. */
  withdrawn: z.boolean().default(false),
  illustrative: z.boolean().default(false),
})

export type Reconciliation = z.output<typeof reconciliationFact>

export type KnownReconciliation = Reconciliation & { readonly seq: number }

/** The note on a subject that was written last; of two of one entry the one of the greater id. */
export function newestNote(notes: readonly KnownReconciliation[]): KnownReconciliation | undefined {
  return notes.toSorted((one, other) => other.seq - one.seq || (one.id < other.id ? 1 : -1))[0]
}
