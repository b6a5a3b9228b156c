import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { bases, unitReference } from '../standing/index.ts'
import { identity } from '../units/index.ts'
import { comparison } from './api.ts'
import { lackKinds } from './nearest.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })

const nearCriterion = z.object({
  code: z.string(),
  name: bilingual,
  lacks: z.array(
    z.object({
      kind: z.enum(lackKinds),
      /** Null where the criterion as a whole waits. */
      indicator: z.string().nullable(),
      name: bilingual.nullable(),
      /** Of a shortfall, how much of what is asked is still to be done: 0 to 1. */
      share: z.number(),
      /** The verdict with its reason; null where the criterion as a whole waits, or a conclusion says other than the figures. */
      text: bilingual.nullable(),
    }),
  ),
})

const asked = {
  /** The day it takes over, which may lie ahead; without it the first day of the set, or `on` if that is later. */
  from: isoDate.optional(),
  /** From which day it is looked at: the set applied then is the one that goes. */
  on: isoDate.optional(),
  unit: unitReference.optional(),
  known: isoDate.optional(),
  knownSeq: z.coerce.number().int().nonnegative().optional(),
  basis: z.enum(bases).optional(),
}

const answer = comparison.extend({
  units: z.array(
    comparison.shape.units.element.extend({
      /** At most three criteria in the unit's own hands, the nearest first. */
      nearest: z.array(nearCriterion),
      /** Criteria not met that wait for a document: a level, or their own text. */
      waiting: z.int(),
    }),
  ),
})

/** What a set that is coming would change on the day it takes over, by what is known today. */
export const comingSet = {
  method: 'GET',
  path: '/coming',
  summary:
    'What each unit of an area would keep and lose when another set takes over, and the three criteria nearest to being met',
  query: z.strictObject({ set: identity, ...asked }),
  answer,
} as const satisfies Endpoint

/** The same of a draft that nobody has published yet; rows that nobody has confirmed count as they are written. */
export const comingDraft = {
  method: 'GET',
  path: '/drafts/:draft/coming',
  summary: 'What each unit of an area would keep and lose if a draft were published and took over',
  params: z.strictObject({ draft: identity }),
  query: z.strictObject(asked),
  answer: answer.extend({
    draft: z.object({
      id: z.string(),
      version: z.int(),
      /** Indicators that a second person has not held against the source. */
      unconfirmed: z.int(),
      doubts: z.int(),
      /** Laid aside: nobody works on it. */
      discarded: z.boolean(),
    }),
  }),
} as const satisfies Endpoint
