import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { identity, unitKinds } from '../units/index.ts'
import { criterionName, momentQuery } from './api.ts'
import { documentShown, levelShown } from './unit-api.ts'

/** A text in both languages. */
export const words = z.object({ vi: z.string(), en: z.string() })
/** Name of a set; `short` is for narrow places. */
export const setName = words.extend({ short: z.string() })
const checked = z.enum(['text', 'guidance', 'partial', 'memory', 'unknown'])

const legalSource = z.object({
  document: z.string(),
  article: z.string().nullable(),
  checked,
  note: z.string().nullable(),
})

const period = z.object({ from: isoDate, until: isoDate.nullable() })

/** From which day the province judges by the set, as far as is known; the law's own period is another thing. */
const application = z.object({
  from: isoDate,
  document: z.string().nullable(),
  /** True where no document says the day. */
  assumed: z.boolean(),
  note: z.string().nullable(),
})

/** From where a question about the law was answered. */
export const answeredMoment = {
  on: isoDate,
  known: isoDate.nullable(),
  knownSeq: z.int(),
}

const edition = z.object({ edition: z.int(), digest: z.string(), seq: z.int() })

const headShape = {
  set: z.string(),
  name: setName,
  inForce: period,
  /** Where the day lies in the law's own period. */
  time: z.enum(['coming', 'inForce', 'ended']),
  applied: application.nullable(),
  /** Whether the province judges its communes by it on the day. */
  judges: z.boolean(),
  forKinds: z.array(z.enum(unitKinds)),
  replaces: z.string().nullable(),
  /** Known editions, the newest first: it is the one that judges and is read. */
  editions: z.array(edition),
}

export const setHead = z.object(headShape)

export const listSets = {
  method: 'GET',
  path: '/sets',
  summary:
    'Criteria sets as known: in force when, applied by the province from when, how much of each is known',
  query: z.strictObject(momentQuery),
  answer: z.object({
    ...answeredMoment,
    sets: z.array(
      z.object({
        ...headShape,
        criteria: z.int(),
        indicators: z.int(),
        /** The decision's own number of indicators, where it has more than are known. */
        declaredIndicators: z.union([z.int(), z.literal('unknown')]).nullable(),
        /** Levels of the wordings in force on the day; one shared by columns counts once. */
        levels: z.object({
          stated: z.int(),
          decided: z.int(),
          delegated: z.int(),
          unknown: z.int(),
          notApplicable: z.int(),
        }),
      }),
    ),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint

const readLevel = z.object({
  /** Columns side by side that share it; `*` where the set has none. */
  columns: z.array(z.string()),
  state: z.enum(['stated', 'decided', 'delegated', 'unknown', 'notApplicable']),
  /** On the scale of the measure, of a share percent times 100. */
  scaled: z.int().nullable(),
  /** Year whose figures it judges, where it differs by year. */
  year: z.int().nullable(),
  byYear: z.record(z.string(), z.int()).nullable(),
  /** The level of another set that it is so much of, in percent times 100. */
  of: z.object({ set: z.string(), key: z.string(), percent: z.int() }).nullable(),
  source: legalSource.nullable(),
  decision: z.string().nullable(),
})

const readTerm = z.object({
  /** How deep in the rule: 0 is the rule itself. */
  depth: z.int(),
  /** Kind of the rule: pass, atLeast, atMost, noneOf, allOf, anyOf, atLeastOf and so on. */
  kind: z.string(),
  /** How many of the parts; of a rule that counts them. */
  count: z.int().nullable(),
  measure: z.string().nullable(),
  /** What people call it: of a register, and of lower units that meet something. */
  name: words.nullable(),
  /** Which lower units are counted, and whether as a share or a number. */
  units: z.object({ of: z.string(), as: z.enum(['share', 'count']) }).nullable(),
  /** What a decision of the province names to fill its levels. */
  key: z.string().nullable(),
  /** Left to the province without a number: "Đạt, theo quy định cụ thể của UBND cấp tỉnh". */
  delegated: z.boolean(),
  source: legalSource.nullable(),
  levels: z.array(readLevel),
})

const readPrerequisite = z.object({
  code: z.string(),
  name: words,
  nameChecked: checked,
  terms: z.array(readTerm),
})

const owner = z.object({ name: words, from: isoDate.nullable(), until: isoDate.nullable(), checked })
const continues = z.array(z.object({ set: z.string(), codes: z.array(z.string()) }))

const readIndicator = z.object({
  code: z.string(),
  name: words,
  nameChecked: checked,
  ifAny: z.boolean(),
  /** Columns in which it does not apply, whatever the figures. */
  notApplicableIn: z.array(z.string()),
  evidence: z.array(z.string()),
  /** The bodies that answer for it on the day: its own, else its criterion's. */
  owners: z.array(owner),
  continues,
  provisions: z.array(
    period.extend({
      /** Whether it holds on the day. */
      inForce: z.boolean(),
      terms: z.array(readTerm),
    }),
  ),
})

const readCriterion = z.object({
  code: z.string(),
  group: words,
  name: criterionName,
  nameChecked: checked,
  /** Counts as key when revocation is judged. */
  key: z.boolean(),
  /** False: the law has more indicators here than are known. */
  complete: z.boolean(),
  /** What would complete it. */
  source: legalSource.nullable(),
  /** Of all times; departments were reorganised while sets were in force. */
  owners: z.array(owner),
  continues,
  indicators: z.array(readIndicator),
})

export const readSet = {
  method: 'GET',
  path: '/sets/:set',
  summary:
    'One set as its decision has it: criteria, indicators, wordings and levels on a day, with their sources',
  params: z.strictObject({ set: identity }),
  query: z.strictObject({ ...momentQuery, edition: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    ...answeredMoment,
    ...headShape,
    /** The day it is read on: the one asked for, or the nearest on which the set is in force. */
    readOn: isoDate,
    edition,
    legalBasis: z.array(legalSource),
    /** How the criteria make up the verdict on the whole set. */
    passRule: z.looseObject({ kind: z.string() }),
    /** What a unit must be before its criteria count. */
    prerequisites: z.array(readPrerequisite),
    basicallyMetCounts: z.boolean(),
    notApplicableCounts: z.boolean(),
    declaredIndicators: z.union([z.int(), z.literal('unknown')]).nullable(),
    columns: z.array(
      z.object({
        id: z.string(),
        name: words,
        source: legalSource,
        /** Units of the province in force that it judges on the day. */
        units: z.int(),
      }),
    ),
    criteria: z.array(readCriterion),
    /** Measures that the set names, by id. */
    measures: z.record(
      z.string(),
      z.object({
        name: words,
        kind: z.enum(['pass', 'count', 'share', 'amount']),
        quantity: words,
        /** Decimals that its levels keep: of a share in percent two. */
        decimals: z.int(),
        negative: z.boolean(),
      }),
    ),
    /** What the province decided on levels of the set, as known, by id; corrected and withdrawn ones are left out. */
    levels: z.record(z.string(), levelShown),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint
