import { z } from 'zod'

import { setApplication } from '../criteria/index.ts'
import { decisionFact, documentFact } from '../decisions/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import { identity } from '../units/index.ts'
import { enteredFigure, enteredLevel } from './entered.ts'
import { verdictClaim } from './facts.ts'

/** Most rows that one command takes: an import of a province's sheet. */
const mostRows = 25_000

const written = z.object({
  /** The ledger entry that holds it. */
  seq: z.int(),
  /** True where this command had been carried out before; nothing was written again. */
  repeated: z.boolean(),
  rows: z.int(),
})

const command = {
  commandId: identity,
  reason: z.string().max(500).optional(),
  documents: z.array(documentFact).max(1000).default([]),
}

const listed = {
  unit: z.string().min(1).max(120).optional(),
  on: isoDate.optional(),
  known: isoDate.optional(),
  knownSeq: z.coerce.number().int().nonnegative().optional(),
  after: identity.optional(),
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
}

const rows = <Row extends z.ZodObject>(row: Row) =>
  z.object({ knownSeq: z.int(), rows: z.array(row), next: z.string().nullable() })

const nullable = z.string().nullable()

const words = z.object({ vi: z.string(), en: z.string() })

/** Measures of the rows, by id: in what unit their values are, and with how many decimals. */
const measures = z.record(
  z.string(),
  z.object({ name: words, kind: z.string(), quantity: words, decimals: z.int() }),
)

const value = z.number().nullable().describe('The number as people read it: 44.7 where `scaled` is 447.')

export const addFigures = {
  method: 'POST',
  path: '/figures',
  summary: 'Record figures; a correction names the figure it replaces',
  body: z.strictObject({ ...command, figures: z.array(enteredFigure).min(1).max(mostRows) }),
  answer: written,
} as const satisfies Endpoint

export const listFigures = {
  method: 'GET',
  path: '/figures',
  summary: 'Figures as they were entered, the replaced ones included, by id',
  query: z.strictObject({ ...listed, measure: identity.optional() }),
  answer: rows(
    z.object({
      id: z.string(),
      unit: z.string(),
      measure: z.string(),
      period: z.string(),
      stage: z.string(),
      nature: z.string(),
      num: z.number().nullable(),
      den: z.number().nullable(),
      value,
      scaled: z.int().nullable().describe('The same as a whole number on the scale of its measure.'),
      notApplicableReason: nullable,
      document: nullable,
      evidence: nullable,
      replaces: nullable,
      batch: nullable,
      illustrative: z.boolean(),
      seq: z.int(),
    }),
  ).extend({ measures }),
} as const satisfies Endpoint

export const addVerdicts = {
  method: 'POST',
  path: '/verdicts',
  summary: 'Record what bodies with the duty conclude on indicators, criteria or whole sets',
  body: z.strictObject({ ...command, verdicts: z.array(verdictClaim).min(1).max(mostRows) }),
  answer: written,
} as const satisfies Endpoint

export const withdrawVerdicts = {
  method: 'POST',
  path: '/verdicts/withdrawals',
  summary:
    'Take back conclusions that were written by mistake or carried over too soon; what they said before stays to be read',
  body: z.strictObject({
    commandId: identity,
    reason: z.string().max(500).optional(),
    /** `claim` is the conclusion that is taken back, `id` of the row that takes it back. */
    claims: z
      .array(z.strictObject({ id: identity, claim: identity }))
      .min(1)
      .max(mostRows),
  }),
  answer: written,
} as const satisfies Endpoint

export const listVerdicts = {
  method: 'GET',
  path: '/verdicts',
  summary: 'Attested verdicts as they were entered, the replaced ones included, by id',
  query: z.strictObject({ ...listed, set: identity.optional() }),
  answer: rows(
    z.object({
      id: z.string(),
      unit: z.string(),
      set: z.string(),
      scope: z.string(),
      code: nullable,
      verdict: z.string(),
      asOf: isoDate,
      stage: z.string(),
      reason: nullable,
      document: nullable,
      evidence: nullable,
      replaces: nullable,
      /** Takes back what it replaces and says nothing itself. */
      withdrawn: z.boolean(),
      /** The conclusion under another set that was confirmed to count under this one. */
      carriedFrom: nullable,
      batch: nullable,
      illustrative: z.boolean(),
      seq: z.int(),
    }),
  ),
} as const satisfies Endpoint

export const addDecisions = {
  method: 'POST',
  path: '/decisions',
  summary: 'Record decisions of recognition, confirmation, announcement or revocation',
  body: z.strictObject({ ...command, decisions: z.array(decisionFact).min(1).max(mostRows) }),
  answer: written,
} as const satisfies Endpoint

export const listDecisions = {
  method: 'GET',
  path: '/decisions',
  summary: 'Decisions in the register, by id',
  query: z.strictObject(listed),
  answer: rows(
    z.object({
      id: z.string(),
      unit: z.string(),
      act: z.string(),
      rank: z.string(),
      day: isoDate,
      dayAssumed: z.boolean(),
      number: nullable,
      issuer: nullable,
      yearOfStandard: z.int().nullable(),
      set: nullable,
      document: nullable,
      revokes: nullable,
      replaces: nullable,
      illustrative: z.boolean(),
      note: nullable,
      seq: z.int(),
    }),
  ),
} as const satisfies Endpoint

export const addLevels = {
  method: 'POST',
  path: '/levels',
  summary: 'Fill levels left to the province, by a dated decision; the pack stays as it is',
  body: z.strictObject({ ...command, levels: z.array(enteredLevel).min(1).max(1000) }),
  answer: written,
} as const satisfies Endpoint

export const addApplications = {
  method: 'POST',
  path: '/set-applications',
  summary:
    'Record from which day the province judges its communes by a set; a correction names what it replaces',
  body: z.strictObject({ ...command, applications: z.array(setApplication).min(1).max(100) }),
  answer: written,
} as const satisfies Endpoint

export const listLevels = {
  method: 'GET',
  path: '/levels',
  summary: "The province's level decisions, by id",
  query: z.strictObject({ ...listed, set: identity.optional() }),
  answer: rows(
    z.object({
      id: z.string(),
      set: z.string(),
      key: z.string(),
      column: z.string(),
      year: z.int().nullable(),
      measure: nullable,
      value,
      scaled: z
        .int()
        .describe('The same as a whole number: percent times 100, or on the scale of its measure.'),
      document: z.string(),
      article: nullable,
      from: isoDate,
      until: isoDate.nullable(),
      replaces: nullable,
      withdrawn: z.boolean(),
      illustrative: z.boolean(),
      seq: z.int(),
    }),
  ).extend({ measures }),
} as const satisfies Endpoint
