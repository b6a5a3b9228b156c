import { z } from 'zod'

import { ranks } from '../decisions/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import {
  bases,
  criterionName,
  documentShown,
  judgedQuery,
  unitLabel,
  unitReference,
} from '../standing/index.ts'

export const riskStatuses = ['risk', 'possible', 'unknown', 'none'] as const

const bounds = z.object({ least: z.int(), most: z.int() })

const ruleShown = z.object({
  id: z.string(),
  document: z.string(),
  article: z.string().nullable(),
  checked: z.string(),
  note: z.string().nullable(),
  from: isoDate,
  until: isoDate.nullable(),
  /** By rank: the set that judges, whatever set the decision used. */
  sets: z.record(z.string(), z.string()),
  /** Per cent of the criteria that fail, at least `from`, less than `below`; key criteria among them, at least. */
  conditions: z.array(
    z.object({
      from: z.int(),
      below: z.int().nullable(),
      key: z.int(),
      disputed: z.object({ vi: z.string(), en: z.string() }).nullable(),
    }),
  ),
})

const criterionShown = z.object({ code: z.string(), name: criterionName, key: z.boolean() })

const riskRow = z.object({
  unit: unitLabel,
  district: z.string().nullable(),
  rank: z.enum(ranks),
  decision: z.object({
    id: z.string(),
    number: z.string().nullable(),
    day: isoDate,
    set: z.string().nullable(),
    document: z.string().nullable(),
    illustrative: z.boolean(),
  }),
  /**
   * `risk`: a condition of revocation holds; `possible`: it may, while verdicts are unknown; `unknown`: the set is
   * not at hand or nothing is known; `none`: no condition holds, or no rule is known (`rule` is null).
   */
  status: z.enum(riskStatuses),
  rule: z.string().nullable(),
  /** The set that judges, and how many criteria it has; null where none does. */
  set: z.string().nullable(),
  of: z.int(),
  failing: bounds,
  keyFailing: bounds,
  /** How many more criteria may fail until a condition holds; null where that is not known or never. */
  margin: bounds.nullable(),
  unmet: z.array(criterionShown),
  unknown: z.array(criterionShown),
  illustrative: z.boolean(),
})

/** Which recognised units are how far from what a revocation presupposes: a risk, never a loss. */
export const atRisk = {
  method: 'GET',
  path: '/decisions/at-risk',
  summary:
    'Recognised units by how near they are to the conditions of revocation in force that day; only a decision revokes',
  query: z.strictObject({
    on: judgedQuery.on,
    known: judgedQuery.known,
    knownSeq: judgedQuery.knownSeq,
    basis: judgedQuery.basis,
    unit: unitReference.optional(),
  }),
  answer: z.object({
    on: isoDate,
    known: isoDate.nullable(),
    knownSeq: z.int(),
    basis: z.enum(bases),
    unit: unitLabel,
    /** Rules in force that day. */
    rules: z.array(ruleShown),
    counts: z.object({
      risk: z.int(),
      possible: z.int(),
      unknown: z.int(),
      none: z.int(),
      /** Recognitions of ranks and units of which no rule is known that day; they are not among the others. */
      withoutRule: z.int(),
    }),
    /** One row per unit and rank; the nearest to revocation first. */
    rows: z.array(riskRow),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint
