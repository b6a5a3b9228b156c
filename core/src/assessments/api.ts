import { z } from 'zod'

import { ranks } from '../decisions/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import { bases, documentShown, unitLabel, unitReference, verdictName } from '../standing/index.ts'
import { identity } from '../units/index.ts'
import { causes } from './causes.ts'

/** From where both sides are asked about: the knowledge that counts, and on whose word. */
const knowledge = {
  known: isoDate.optional(),
  knownSeq: z.coerce.number().int().nonnegative().optional(),
  basis: z.enum(bases).optional(),
}

const bilingual = z.object({ vi: z.string(), en: z.string() })

/** One of the two sides that are held against each other. */
export const side = z.object({
  on: isoDate,
  set: z.string(),
  edition: z.int(),
  name: z.object({ vi: z.string(), en: z.string(), short: z.string() }),
  /** False where the set's own period in force does not cover the day. */
  inForce: z.boolean(),
})

/** Criteria met of how many, and how many of them are unknown. */
const sideTotals = z.object({ met: z.int(), of: z.int(), unknown: z.int() })

const causeCount = z.object({
  /** One cause, or several together in a fixed order: `figureFell+levelRose`. */
  cause: z.string(),
  count: z.int(),
  lost: z.int(),
  gained: z.int(),
})

/** `new.met` = `old.met` − `lost` + `gained`; the counts of the causes add up to `lost` + `gained`. */
export const changeTotalsShown = z.object({
  old: sideTotals,
  new: sideTotals,
  kept: z.int(),
  gained: z.int(),
  lost: z.int(),
  stillNot: z.int(),
  /** Of those lost, how many are not unmet now but unknown. */
  lostToUnknown: z.int(),
  gainedFromUnknown: z.int(),
  causes: z.array(causeCount),
})

const levelSeen = z.object({
  /** On the scale of the measure, a share in percent times 100; null while it is not known. */
  scaled: z.int().nullable(),
  year: z.int().nullable(),
  document: z.string().nullable(),
  article: z.string().nullable(),
  /** The province's decision that fills it. */
  decision: z.string().nullable(),
})

const figureSeen = z.object({
  id: z.string(),
  period: z.string(),
  num: z.number().nullable(),
  den: z.number().nullable(),
  /** On the scale of the measure; null of a share. */
  scaled: z.number().nullable(),
  stale: z.boolean(),
  document: z.string().nullable(),
  entrySeq: z.int(),
  illustrative: z.boolean(),
})

/** An indicator as it stood on one side. */
const seen = z.object({
  indicator: z.string(),
  name: bilingual,
  verdict: verdictName,
  measure: z.string().nullable(),
  figure: figureSeen.nullable(),
  level: levelSeen.nullable(),
})

const claimSeen = z.object({
  id: z.string(),
  verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
  stage: z.enum(['selfAssessed', 'verified', 'appraised', 'decided']),
  asOf: isoDate,
  document: z.string().nullable(),
  entrySeq: z.int(),
  illustrative: z.boolean(),
})

const criterionSeen = z.object({
  code: z.string(),
  name: bilingual,
  key: z.boolean(),
  verdict: verdictName,
  /** The conclusion that speaks; null where the indicators do. */
  claim: claimSeen.nullable(),
})

/** A criterion that was lost or gained, and why. */
export const changeShown = z.object({
  change: z.enum(['gained', 'lost']),
  old: criterionSeen.nullable(),
  new: criterionSeen.nullable(),
  /** Lost to unknown, or gained from it. */
  throughUnknown: z.boolean(),
  cause: z.string(),
  causes: z.array(z.enum(causes)),
  /** Bodies that answer for the criterion on the later side. */
  owner: bilingual.nullable(),
  reasons: z.array(
    z.object({
      causes: z.array(z.enum(causes)),
      old: seen.nullable(),
      new: seen.nullable(),
      /** Figure, level and source of either side in words. */
      text: bilingual,
    }),
  ),
})

const unitSide = sideTotals.extend({ whole: verdictName })

const comparedUnit = unitLabel.extend({
  district: z.string().nullable(),
  /** Recognitions in force on the later day. */
  ranks: z.array(z.enum(ranks)),
  old: unitSide,
  new: unitSide,
  gained: z.int(),
  lost: z.int(),
  changes: z.array(changeShown),
})

/** How many units meet the whole set on either side. */
const wholes = z.object({
  old: z.int(),
  new: z.int(),
  noLonger: z.int(),
  /** Of those, how many may still meet it: they are not unmet but unknown. */
  noLongerUnknown: z.int(),
  newly: z.int(),
  /** Of those that no longer meet it, how many hold a recognition. */
  recognisedNoLonger: z.int(),
  recognisedNoLongerUnknown: z.int(),
})

export const comparison = changeTotalsShown.extend({
  known: isoDate.nullable(),
  knownSeq: z.int(),
  basis: z.enum(bases),
  unit: unitLabel,
  oldSide: side,
  newSide: side,
  meeting: wholes,
  criteria: z.array(
    changeTotalsShown.extend({
      old: sideTotals.extend({ code: z.string().nullable() }),
      new: sideTotals.extend({ code: z.string().nullable() }),
      name: bilingual,
      owner: bilingual.nullable(),
    }),
  ),
  /** By the bodies that answer for the criteria on the later side; null: nobody is named. */
  departments: z.array(changeTotalsShown.extend({ owner: bilingual.nullable() })),
  /** By the districts of the later day. */
  areas: z.array(changeTotalsShown.extend({ unit: unitLabel })),
  units: z.array(comparedUnit),
  /** Units that only one of the sides judges: made, ended or no longer in the programme between the two. */
  notCompared: z.array(unitLabel),
  /** Documents that anything above names, by id. */
  documents: z.record(z.string(), documentShown),
  illustrative: z.boolean(),
})

const fallen = {
  lost: z.int(),
  lostToUnknown: z.int(),
  causes: z.array(z.object({ cause: z.string(), count: z.int() })),
}

/** Where the time between two days is cut: nowhere, at the end of each year, or wherever anything changed. */
const regressionSteps = ['ends', 'year', 'change'] as const

const regressions = z.object({
  known: isoDate.nullable(),
  knownSeq: z.int(),
  basis: z.enum(bases),
  unit: unitLabel,
  from: isoDate,
  to: isoDate,
  step: z.enum(regressionSteps),
  ...fallen,
  /** What happened from one day to the next; days on which nothing was lost or gained are left out of `change`. */
  steps: z.array(changeTotalsShown.extend({ oldSide: side, newSide: side })),
  criteria: z.array(z.object({ code: z.string(), name: bilingual, owner: bilingual.nullable(), ...fallen })),
  departments: z.array(z.object({ owner: bilingual.nullable(), ...fallen })),
  areas: z.array(z.object({ unit: unitLabel, ...fallen })),
  units: z.array(
    unitLabel.extend({ district: z.string().nullable(), ranks: z.array(z.enum(ranks)), ...fallen }),
  ),
  /** What fell, the latest first; met on `from`, not met on `to`. */
  losses: z.array(changeShown.extend({ unit: z.string(), from: isoDate, to: isoDate })),
  notCompared: z.array(unitLabel),
  documents: z.record(z.string(), documentShown),
  illustrative: z.boolean(),
})

/** What fell between two days, whichever set judged on each. */
export const listRegressions = {
  method: 'GET',
  path: '/regressions',
  summary:
    'Criteria that units of an area met on one day and no longer meet on another, with the cause told apart',
  query: z.strictObject({
    from: isoDate,
    to: isoDate.optional(),
    unit: unitReference.optional(),
    /** Judges both days; without it the set that the province applied on each. */
    set: identity.optional(),
    step: z.enum(regressionSteps).default('ends'),
    ...knowledge,
  }),
  answer: regressions,
} as const satisfies Endpoint

/** The same figures and conclusions under two sets, on one day. */
export const compareSets = {
  method: 'GET',
  path: '/compare',
  summary:
    'What each unit of an area keeps, gains and loses from one set to another on a day, with causes that add up',
  query: z.strictObject({
    old: identity,
    new: identity,
    on: isoDate.optional(),
    unit: unitReference.optional(),
    ...knowledge,
  }),
  answer: comparison,
} as const satisfies Endpoint
