import { z } from 'zod'

import { documentFact } from '../decisions/index.ts'
import { disagreementKinds, reconciliationFact } from '../figures/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import { documentShown, judgedQuery, unitLabel, unitReference } from '../standing/index.ts'
import { identity } from '../units/index.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })

/** What one of the two says, in words, and by which facts. */
const saidBy = z.object({
  by: z.enum(['figures', 'conclusion', 'unit', 'check', 'villages']),
  text: bilingual,
  facts: z.array(z.string()),
})

const counted = { open: z.int(), reconciled: z.int() }

const disagreementShown = z.object({
  kind: z.enum(disagreementKinds),
  /** Names it for a reconciling note. */
  subject: z.string(),
  unit: unitLabel,
  district: z.string().nullable(),
  criterion: z.object({ code: z.string(), name: bilingual }).nullable(),
  indicator: z.object({ code: z.string(), name: bilingual }).nullable(),
  measure: z.object({ id: z.string(), name: bilingual }).nullable(),
  period: z.string().nullable(),
  one: saidBy,
  other: saidBy,
  /** Ids of all facts that disagree: a note that names exactly these settles it. */
  facts: z.array(z.string()),
  /** Who answers for it on the day. */
  owner: bilingual.nullable(),
  state: z.enum(['open', 'reconciled']),
  note: z
    .object({ id: z.string(), note: z.string(), document: z.string().nullable(), entrySeq: z.int() })
    .nullable(),
  illustrative: z.boolean(),
})

/** Where what is known contradicts itself: a work list, each with who answers and whether it is settled. */
export const listDisagreements = {
  method: 'GET',
  path: '/disagreements',
  summary:
    'Where figures, conclusions, self-assessments and sums of an area contradict each other, with owner and reconciling note',
  query: z.strictObject({ ...judgedQuery, unit: unitReference.optional() }).omit({ basis: true }),
  answer: z.object({
    on: isoDate,
    known: isoDate.nullable(),
    knownSeq: z.int(),
    set: z.string().nullable(),
    edition: z.int().nullable(),
    unit: unitLabel,
    counts: z.object({
      ...counted,
      kinds: z.array(z.object({ kind: z.enum(disagreementKinds), ...counted })),
    }),
    rows: z.array(disagreementShown),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint

export const addReconciliations = {
  method: 'POST',
  path: '/reconciliations',
  summary: 'Record notes that settle disagreements, or take such notes back',
  body: z.strictObject({
    commandId: identity,
    reason: z.string().max(500).optional(),
    documents: z.array(documentFact).max(1000).default([]),
    reconciliations: z.array(reconciliationFact).min(1).max(1000),
  }),
  answer: z.object({ seq: z.int(), repeated: z.boolean(), rows: z.int() }),
} as const satisfies Endpoint

export const listReconciliations = {
  method: 'GET',
  path: '/reconciliations',
  summary: 'Reconciling notes as they were recorded, those taken back included, by id',
  query: z.strictObject({
    unit: unitReference.optional(),
    on: isoDate.optional(),
    known: isoDate.optional(),
    knownSeq: z.coerce.number().int().nonnegative().optional(),
  }),
  answer: z.object({
    knownSeq: z.int(),
    rows: z.array(
      z.object({
        id: z.string(),
        unit: z.string(),
        subject: z.string(),
        facts: z.array(z.string()),
        note: z.string(),
        document: z.string().nullable(),
        withdrawn: z.boolean(),
        illustrative: z.boolean(),
        seq: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint
