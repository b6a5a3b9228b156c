import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { identity } from '../units/index.ts'

const setName = z.object({ vi: z.string(), en: z.string(), short: z.string() })

const published = {
  /** Ledger entry that published it; null where it only lies in the packs folder. */
  seq: z.int().nullable(),
  digest: z.string(),
}

/** Groups that columns, sets and rules may name: those listed beside the packs, and those of units on the day. */
export const listGroups = {
  method: 'GET',
  path: '/groups',
  summary: 'Groups of units that a criteria set may name, with how many units are in each on a day',
  query: z.strictObject({
    on: isoDate.optional(),
    known: isoDate.optional(),
    knownSeq: z.coerce.number().int().nonnegative().optional(),
  }),
  answer: z.object({
    on: isoDate,
    knownSeq: z.int(),
    groups: z.array(
      z.object({
        id: z.string(),
        /** Null of a group that no list names. */
        name: z.object({ vi: z.string(), en: z.string() }).nullable(),
        /** Units in it on the day, by level. */
        communes: z.int(),
        villages: z.int(),
        others: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint

export const listPacks = {
  method: 'GET',
  path: '/packs',
  summary: 'Editions of criteria sets: those in the packs folder and those published in the ledger',
  answer: z.object({
    knownSeq: z.int(),
    packs: z.array(
      z.object({
        set: z.string(),
        edition: z.int(),
        name: setName,
        from: isoDate,
        until: isoDate.nullable(),
        criteria: z.int(),
        indicators: z.int(),
        /** As many as the decision has; more than `indicators` where not all are known by name. */
        declaredIndicators: z.union([z.int(), z.literal('unknown')]),
        inFolder: z.boolean(),
        ...published,
      }),
    ),
  }),
} as const satisfies Endpoint

export const showPack = {
  method: 'GET',
  path: '/packs/:set',
  summary:
    'A published edition whole, the newest unless one is named: criteria, rules, levels, measures, documents',
  params: z.strictObject({ set: identity }),
  query: z.strictObject({ edition: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    knownSeq: z.int(),
    set: z.string(),
    edition: z.int(),
    seq: z.int(),
    digest: z.string(),
    content: z.looseObject({}),
  }),
} as const satisfies Endpoint

/** A folder by its absolute path, or the name of a set in the packs folder of the program. */
const pack = z.string().min(1).max(1000)

export const checkPack = {
  method: 'POST',
  path: '/packs/check',
  summary: 'Reads a pack and judges its examples; faults name file and line; nothing is written',
  body: z.strictObject({ pack, edition: z.int().positive().optional() }),
  answer: z.object({
    set: z.string(),
    edition: z.int(),
    digest: z.string(),
    criteria: z.int(),
    indicators: z.int(),
    /** As many as the decision has; more than `indicators` where not all are known by name. */
    declaredIndicators: z.union([z.int(), z.literal('unknown')]),
    measures: z.int(),
    /** How many examples were judged. */
    examples: z.int(),
    /** What may be meant so and should be looked at: a group of units that no list of groups has. */
    warnings: z.array(
      z.object({
        file: z.string(),
        line: z.int().nullable(),
        problem: z.string(),
        vi: z.string(),
        en: z.string(),
      }),
    ),
  }),
} as const satisfies Endpoint

export const addPack = {
  method: 'POST',
  path: '/packs',
  summary: 'Publishes an edition: from then on verdicts may name it, and it is never edited',
  body: z.strictObject({
    commandId: identity,
    reason: z.string().max(500).optional(),
    pack,
    edition: z.int().positive().optional(),
  }),
  answer: z.object({
    seq: z.int(),
    repeated: z.boolean(),
    set: z.string(),
    edition: z.int(),
    digest: z.string(),
  }),
} as const satisfies Endpoint
