import { z } from 'zod'

import { ranks } from '../decisions/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import { identity, placeShown, unitId, unitKinds } from '../units/index.ts'
import { bases } from './standing.ts'

/**
 * From where a question is asked. `on` is the day it is true of (default today in Viet Nam), `known` the day
 * whose knowledge is used (default all knowledge), or `knownSeq` a ledger number.
 */
export const momentQuery = {
  on: isoDate.optional(),
  known: isoDate.optional(),
  knownSeq: z.coerce.number().int().nonnegative().optional(),
}

/** And which set and basis judge: default the set that the province applied that day, and `official`. */
export const judgedQuery = {
  ...momentQuery,
  set: identity.optional(),
  basis: z.enum(bases).optional(),
}

/** A unit is asked for by id, by code on the day, by name, or as `former:<unit>`: all its lineage. */
export const unitReference = z.string().min(1).max(120)

export const verdictName = z.enum(['met', 'unmet', 'unknown', 'notApplicable'])

/**
 * What a set says of a unit, the same in every answer. `applicable` false: the set is not for it ("không thuộc đối
 * tượng"), which is not unknown. Verdict and bounds are null where nothing judges the unit: where the set is not for
 * it, or where no set is known by which the province judges; a unit that takes part in the programme is then applicable.
 */
export const judgement = {
  applicable: z.boolean(),
  whole: verdictName.nullable(),
  /** Criteria that count as met, at least and, with those unknown, at most. */
  least: z.int().nullable(),
  most: z.int().nullable(),
}

export const unitLabel = z.object({
  id: unitId,
  code: z.string().nullable(),
  name: z.string(),
  place: placeShown,
  kind: z.enum(unitKinds),
})

/** Names of a criterion; the short ones are for narrow tiles. */
export const criterionName = z.object({
  vi: z.string(),
  en: z.string(),
  short: z.string(),
  shortEn: z.string(),
})

const band = z.object({ from: z.int(), to: z.int(), communes: z.int() })

const communeTotalsAnswer = z.object({
  total: z.int(),
  meeting: z.int(),
  notMeeting: z.int(),
  undetermined: z.int(),
  recognised: z.int(),
  recognisedNotMeeting: z.int(),
  meetingNotRecognised: z.int(),
  advanced: z.int(),
  model: z.int(),
  modern: z.int(),
  averageCriteria: z.number().nullable(),
  averageBounds: z.object({ least: z.number(), most: z.number() }).nullable(),
  criteriaMet: z.int(),
  criteriaUnknown: z.int(),
  bands: z.array(band),
  bandUndetermined: z.int(),
})

const villageTotalsAnswer = z.object({
  total: z.int(),
  ethnicMinority: z.int(),
  /** Distinct villages that hold a recognition as NTM village (thôn NTM). */
  recognised: z.int(),
  recognisedEthnicMinority: z.int(),
  /** Distinct villages that hold a recognition as model village or residential area. */
  model: z.int(),
  pilots: z.int(),
  recognisedPilots: z.int(),
})

const statusAnswer = z.object({
  on: isoDate,
  /** Day whose knowledge was asked for; null: all there is. */
  known: isoDate.nullable(),
  knownSeq: z.int(),
  set: z.string().nullable(),
  edition: z.int().nullable(),
  /** False where the set's own period in force does not cover the day. */
  setInForce: z.boolean(),
  basis: z.enum(bases),
  unit: unitLabel,
  communes: communeTotalsAnswer,
  villages: villageTotalsAnswer,
  /** True where any figure, verdict or decision behind the totals is generated, not published. */
  illustrative: z.boolean(),
})

export const status = {
  method: 'GET',
  path: '/status',
  summary: 'Totals of an area on a day, as known at a time, under a set, on a basis',
  query: z.strictObject({ ...judgedQuery, unit: unitReference.optional() }),
  answer: statusAnswer,
} as const satisfies Endpoint

/** What a client needs before it asks anything: the day today, and how the world in hand opens. */
export const meta = {
  method: 'GET',
  path: '/meta',
  summary:
    'Today in Viet Nam, the ledger and its first day, the province, the sets held, and the day the demo world opens on',
  answer: z.object({
    today: isoDate,
    knownSeq: z.int(),
    /** First day that can be asked for; null in an empty world. */
    from: isoDate.nullable(),
    /** First day whose knowledge can be asked for: before it nothing was written. Null in an empty ledger. */
    knownFrom: isoDate.nullable(),
    province: unitLabel.nullable(),
    /** Day the screens open on where none is asked for: of the demo world its own, else null (today). */
    opensOn: isoDate.nullable(),
    demo: z.boolean(),
    sets: z.array(
      z.object({
        id: z.string(),
        edition: z.int(),
        name: z.object({ vi: z.string(), en: z.string(), short: z.string() }),
        from: isoDate,
        until: isoDate.nullable(),
        /** Whether it can be asked for where communes are counted. */
        forCommunes: z.boolean(),
      }),
    ),
  }),
} as const satisfies Endpoint

const communeRow = unitLabel.extend({
  district: unitId.nullable(),
  inProgramme: z.boolean(),
  /**
   * One letter per criterion in the order of the set: m met, u unmet, k unknown, n not applicable, b basically met;
   * empty where nothing judges it.
   */
  verdicts: z.string(),
  ...judgement,
  ranks: z.array(z.enum(ranks)),
  point: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
  /** Units it was made of, with what each of them held on its last day; empty where nothing was merged. */
  inherits: z.array(
    z.object({
      unit: unitLabel,
      /** Its last day, of which all that follows is true. */
      on: isoDate,
      ...judgement,
      ranks: z.array(z.enum(ranks)),
      /** The latest decision that a rank it held rests on; null where it held none. */
      recognised: z.object({ day: isoDate, dayAssumed: z.boolean() }).nullable(),
    }),
  ),
  illustrative: z.boolean(),
})

export const overview = {
  method: 'GET',
  path: '/overview',
  summary: 'Everything the overview shows: totals, the matrix of criteria by communes, the diagram of units',
  query: z.strictObject({ ...judgedQuery, unit: unitReference.optional() }),
  answer: statusAnswer.extend({
    setName: z.object({ vi: z.string(), en: z.string(), short: z.string() }).nullable(),
    criteria: z.array(
      z.object({
        code: z.string(),
        name: criterionName,
        key: z.boolean(),
        met: z.int(),
        unmet: z.int(),
        unknown: z.int(),
      }),
    ),
    districts: z.array(unitLabel),
    communes: communeTotalsAnswer,
    rows: z.array(communeRow),
    /** Averages and totals at the days the province reported, for the small chart; a change of set is a gap. */
    series: z.array(
      z.object({
        on: isoDate,
        set: z.string(),
        total: z.int(),
        meeting: z.int(),
        recognised: z.int(),
        averageCriteria: z.number().nullable(),
      }),
    ),
  }),
} as const satisfies Endpoint

/** Verdicts of every commune, one letter each: for export, and for whoever wants to judge again. */
export const listStandings = {
  method: 'GET',
  path: '/standings',
  summary:
    'Verdicts of every commune of an area per criterion and per indicator, with the column that judged it',
  query: z.strictObject({ ...judgedQuery, unit: unitReference.optional() }),
  answer: z.object({
    on: isoDate,
    known: isoDate.nullable(),
    knownSeq: z.int(),
    set: z.string().nullable(),
    edition: z.int().nullable(),
    basis: z.enum(bases),
    rows: z.array(
      z.object({
        unit: unitId,
        column: z.string(),
        whole: verdictName,
        /** One letter each in the order of the set: m met, u unmet, k unknown, n not applicable. */
        criteria: z.string(),
        indicators: z.string(),
      }),
    ),
  }),
} as const satisfies Endpoint
