import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { documentShown, unitLabel, unitReference, verdictName } from '../standing/index.ts'
import { identity } from '../units/index.ts'
import { side } from './api.ts'
import { carryGrounds, carryObstacles } from './carrying.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })

const part = z.object({ code: z.string(), criterion: z.string(), name: bilingual })

const carriableShown = z.object({
  unit: unitLabel,
  district: z.string().nullable(),
  scope: z.enum(['criterion', 'indicator']),
  old: part,
  /** Null where the new set asks for nothing that continues it. */
  new: part.nullable(),
  /** Why it may be carried over; null where it may not. */
  ground: z.enum(carryGrounds).nullable(),
  obstacle: z.enum(carryObstacles).nullable(),
  /** What the new set says of the unit there without it. */
  verdict: verdictName.nullable(),
  claim: z.object({
    id: z.string(),
    verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
    stage: z.enum(['selfAssessed', 'verified', 'appraised', 'decided']),
    asOf: isoDate,
    reason: z.string().nullable(),
    document: z.string().nullable(),
    evidence: z.string().nullable(),
    entrySeq: z.int(),
    illustrative: z.boolean(),
  }),
})

/** Conclusions under one set that may count under another, each to be confirmed or left. */
export const listCarriable = {
  method: 'GET',
  path: '/carry-over',
  summary:
    'Conclusions under one set, held against what another asks: which may be carried over with a confirmation, and why not the others',
  query: z.strictObject({
    old: identity,
    new: identity,
    on: isoDate.optional(),
    unit: unitReference.optional(),
    known: isoDate.optional(),
    knownSeq: z.coerce.number().int().nonnegative().optional(),
    /** Those that may be carried over, or the others. */
    show: z.enum(['carriable', 'not']).default('carriable'),
  }),
  answer: z.object({
    on: isoDate,
    known: isoDate.nullable(),
    knownSeq: z.int(),
    unit: unitLabel,
    oldSide: side,
    newSide: side,
    counts: z.object({
      carriable: z.int(),
      grounds: z.array(z.object({ ground: z.enum(carryGrounds), count: z.int() })),
      obstacles: z.array(z.object({ obstacle: z.enum(carryObstacles), count: z.int() })),
    }),
    rows: z.array(carriableShown),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint

/** The confirmation: what is not named stays where it is. */
export const carryOver = {
  method: 'POST',
  path: '/carry-over',
  summary:
    'Confirm that conclusions under one set count under another: each is recorded there with its day, paper and evidence, naming the one it was carried over from',
  body: z.strictObject({
    commandId: identity,
    old: identity,
    new: identity,
    /** The day the sets are held against each other; today when left out. */
    on: isoDate.optional(),
    /** The unit or area that they are of, where that is not the whole province. */
    unit: unitReference.optional(),
    reason: z.string().max(500).optional(),
    /** `id` is that of the conclusion to be recorded, `claim` of the one that is carried over. */
    claims: z
      .array(z.strictObject({ id: identity, claim: identity }))
      .min(1)
      .max(5000),
  }),
  answer: z.object({ seq: z.int(), repeated: z.boolean(), rows: z.int() }),
} as const satisfies Endpoint
