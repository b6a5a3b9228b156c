import { z } from 'zod'

import { isoDate, type Endpoint } from '../kernel/index.ts'
import { criterionName, judgedQuery, judgement, unitLabel, unitReference, verdictName } from './api.ts'
import { bases } from './standing.ts'

/** A conclusion by a body, as shown: whose, when, on which paper. */
export const conclusion = z.object({
  id: z.string(),
  stage: z.enum(['selfAssessed', 'verified', 'appraised', 'decided']),
  verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
  asOf: isoDate,
  reason: z.string().nullable(),
  document: z.string().nullable(),
  evidence: z.string().nullable(),
  /** The conclusion under another set that was confirmed to count under this one; named in `carried`. */
  carriedFrom: z.string().nullable(),
  entrySeq: z.int(),
  illustrative: z.boolean(),
  /** Conclusions of the same stage and day that do not count and wait to be settled. */
  contenders: z.array(
    z.object({
      id: z.string(),
      verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
      entrySeq: z.int(),
    }),
  ),
})

export const figureShown = z.object({
  id: z.string(),
  measure: z.string(),
  period: z.string(),
  lastDay: isoDate,
  num: z.number().nullable(),
  den: z.number().nullable(),
  scaled: z.number().nullable(),
  notApplicableReason: z.string().nullable(),
  stage: z.string(),
  nature: z.string(),
  document: z.string().nullable(),
  evidence: z.string().nullable(),
  entrySeq: z.int(),
  illustrative: z.boolean(),
  staleFrom: isoDate.nullable(),
  stale: z.boolean(),
  contenders: z.array(z.string()),
})

const described = z.object({
  heading: z.string(),
  lines: z.array(
    z.object({
      depth: z.int(),
      about: z.enum(['parts', 'figure', 'level']),
      verdict: verdictName,
      text: z.string(),
    }),
  ),
})

/** Points in hundredths, and how many there are to have; fewest and most while some are open. */
const scoreShown = z.object({ least: z.int(), most: z.int(), max: z.int() })

/** One rule of the set: what is concluded, what the figures say, and why. */
const partStanding = {
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  /** The verdict on the asked basis. */
  verdict: verdictName,
  /** From the figures alone. */
  computed: verdictName,
  conclusions: z.array(conclusion),
  figures: z.array(figureShown),
  /** The chain of reasons of the computed verdict, as core's `Explanation`. */
  explanation: z.looseObject({}),
  /** The chain in words, ready to be shown. */
  text: z.object({ vi: described, en: described }),
  stale: z.boolean(),
  disagrees: z.boolean(),
  /** What would end the unknown: a figure, a level (with its set where it is another's), a conclusion, lower units. */
  missing: z.array(
    z.object({
      kind: z.enum(['figure', 'level', 'conclusion', 'units']),
      key: z.string(),
      set: z.string().optional(),
    }),
  ),
}

/** What a unit must be before its criteria count. */
export const prerequisiteStanding = z.object(partStanding)

const indicatorStanding = z.object({
  ...partStanding,
  /** Null where the set counts no points. */
  score: scoreShown.nullable(),
  /** Body that answers for it on the day. */
  owner: z.object({ vi: z.string(), en: z.string() }).nullable(),
})

export const criterionStanding = z.object({
  code: z.string(),
  name: criterionName,
  group: z.object({ vi: z.string(), en: z.string() }),
  key: z.boolean(),
  verdict: verdictName,
  computed: verdictName,
  basicallyMet: z.boolean(),
  /** Which conclusion spoke, or `indicators` where the verdict is the weakest of its indicators. */
  spokenBy: z.enum(['conclusion', 'indicators']),
  conclusions: z.array(conclusion),
  stale: z.boolean(),
  disagrees: z.boolean(),
  /** False: the set has indicators here that are not known to us, and `wanted` would tell of them. */
  complete: z.boolean(),
  wanted: z.object({ document: z.string(), article: z.string().nullable() }).nullable(),
  score: scoreShown.nullable(),
  indicators: z.array(indicatorStanding),
})

export const entryShown = z.object({
  seq: z.int(),
  at: z.string(),
  knownOn: isoDate,
  officer: z.string(),
  via: z.string(),
  kind: z.string(),
  reason: z.string().nullable(),
  hash: z.string(),
  replayed: z.boolean(),
})

export const documentShown = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  day: isoDate.nullable(),
  issuer: z.string().nullable(),
  url: z.string().nullable(),
  unchecked: z.boolean(),
  illustrative: z.boolean(),
  note: z.string().nullable(),
})

/** A level that the province decided and an explanation names. */
export const levelShown = z.object({
  id: z.string(),
  key: z.string(),
  /** Column of the set, or `*`. */
  column: z.string(),
  /** The year whose figures it judges; null: every year. */
  year: z.int().nullable(),
  /** On the scale of the measure; a share in percent times 100. */
  scaled: z.int(),
  from: isoDate,
  until: isoDate.nullable(),
  document: z.string(),
  article: z.string().nullable(),
  entrySeq: z.int(),
  illustrative: z.boolean(),
})

/** A conclusion under another set from which one was carried over. */
export const carriedShown = z.object({
  set: z.string(),
  name: z.object({ vi: z.string(), en: z.string(), short: z.string() }),
  scope: z.enum(['indicator', 'criterion', 'whole']),
  code: z.string().nullable(),
  entrySeq: z.int(),
  /** Whether it still counts there, or has been replaced or taken back since. */
  state: z.enum(['stands', 'replaced', 'withdrawn']),
})

const unitStandingAnswer = z.object({
  on: isoDate,
  known: isoDate.nullable(),
  knownSeq: z.int(),
  set: z.string().nullable(),
  edition: z.int().nullable(),
  setName: z.object({ vi: z.string(), en: z.string(), short: z.string() }).nullable(),
  setInForce: z.boolean(),
  /** Level column that judged it, and why: groups it is in that day. */
  column: z.object({ id: z.string(), name: z.object({ vi: z.string(), en: z.string() }) }).nullable(),
  basis: z.enum(bases),
  unit: unitLabel,
  ...judgement,
  /** Which gave the verdict on the whole set: a conclusion on it, or its criteria. */
  spokenBy: z.enum(['conclusion', 'criteria']),
  /** Conclusions on the whole set, highest stage first. */
  conclusions: z.array(conclusion),
  /** Whether "cơ bản đạt" and "không áp dụng" count as met in this set; null where it judges no such unit. */
  countsAsMet: z.object({ basicallyMet: z.boolean(), notApplicable: z.boolean() }).nullable(),
  /** How criteria make up the verdict on the whole set, as core's `PassRule`; null where it judges no such unit. */
  passRule: z.looseObject({ kind: z.string() }).nullable(),
  /** Null where nothing judges it. */
  counts: z.object({ met: z.int(), unmet: z.int(), unknown: z.int(), notApplicable: z.int() }).nullable(),
  /** Points of the whole; null where the set counts none. */
  score: scoreShown.nullable(),
  prerequisites: z.array(prerequisiteStanding),
  criteria: z.array(criterionStanding),
  /** Level decisions, documents and ledger entries that anything above names, by id and number. */
  levels: z.record(z.string(), levelShown),
  documents: z.record(z.string(), documentShown),
  entries: z.record(z.string(), entryShown),
  carried: z.record(z.string(), carriedShown),
  illustrative: z.boolean(),
})

/** Where one unit stands and why, whole, or one criterion of it: `explain` on the command line. */
export const unitStanding = {
  method: 'GET',
  path: '/units/:unit/standing',
  summary: 'Verdicts of one unit with the chain of reasons behind each of them',
  params: z.strictObject({ unit: unitReference }),
  query: z.strictObject({ ...judgedQuery, criterion: z.string().max(5).optional() }),
  answer: unitStandingAnswer,
} as const satisfies Endpoint
