import { z } from 'zod'

import { ranks } from '../criteria/index.ts'
import { isoDate } from '../kernel/index.ts'
import { identity, shortText, unitId } from '../units/index.ts'

/** A document: law, decision, report or published page. A number that was never published stays absent. */
export const documentFact = z.strictObject({
  id: identity,
  title: shortText,
  number: shortText.optional(),
  day: isoDate.optional(),
  issuer: shortText.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  /** False where the program's own text has been held against the document. */
  unchecked: z.boolean().default(true),
  illustrative: z.boolean().default(false),
  note: shortText.optional(),
})

/** Công nhận, công bố, thu hồi are different acts; confirmation keeps a rank after a review. */
export const decisionActs = ['recognise', 'confirm', 'announce', 'revoke'] as const

/**
 * A decision about one unit's rank. The year of the standard is another thing than the day of the decision
 * (Kon Tum's decisions 365 and 366 of 13/5/2019 are for 2018).
 */
export const decisionFact = z.strictObject({
  id: identity,
  unit: unitId,
  act: z.enum(decisionActs),
  rank: z.enum(ranks),
  /** First day it holds; where only "by May 2019" is published, that day with `dayAssumed`. */
  day: isoDate,
  dayAssumed: z.boolean().default(false),
  number: shortText.optional(),
  issuer: shortText.optional(),
  yearOfStandard: z.int().min(2009).max(2100).optional(),
  /** The set it was judged by; the program may not hold it. */
  set: identity.optional(),
  document: identity.optional(),
  /** The recognition that a revocation ends. */
  revokes: identity.optional(),
  replaces: identity.optional(),
  illustrative: z.boolean().default(false),
  note: shortText.optional(),
})

export type DocumentFact = z.output<typeof documentFact>
export type DecisionFact = z.output<typeof decisionFact>
