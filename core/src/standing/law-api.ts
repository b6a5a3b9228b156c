import { z } from 'zod'

import { documentFact } from '../decisions/index.ts'
import { enteredLevel } from '../figures/index.ts'
import { isoDate, type Endpoint } from '../kernel/index.ts'
import { identity } from '../units/index.ts'
import { momentQuery, unitLabel, unitReference } from './api.ts'
import { answeredMoment, setName, words } from './sets-api.ts'
import { documentShown } from './unit-api.ts'

const waiting = {
  /** Computed verdicts that are unknown for want of it alone: no figure and no conclusion is missing as well. */
  alone: z.int(),
  /** Those unknown for want of it and of something else. */
  along: z.int(),
}

export const missingDocuments = {
  method: 'GET',
  path: '/missing-documents',
  summary: 'Documents of the law that are wanted, those first for which most verdicts of an area wait',
  query: z.strictObject({ ...momentQuery, set: identity.optional(), unit: unitReference.optional() }),
  answer: z.object({
    ...answeredMoment,
    unit: unitLabel,
    /** The sets that the province applies on the day, or the one asked for. */
    sets: z.array(
      z.object({
        set: z.string(),
        edition: z.int(),
        name: setName,
        applied: z.boolean(),
        /** Columns of levels, whose ids the parts below name. */
        columns: z.array(z.object({ id: z.string(), name: words })),
        units: z.int(),
        verdicts: z.int(),
        unknown: z.int(),
        ...waiting,
      }),
    ),
    wanted: z.array(
      z.object({
        set: z.string(),
        /** A text of the law, or a decision of the province. */
        from: z.enum(['law', 'province']),
        /** Null for what the province has yet to decide. */
        document: z.string().nullable(),
        ...waiting,
        parts: z.array(
          z.object({
            why: z.enum(['delegated', 'unknown', 'incomplete', 'name', 'application']),
            /** Of the indicator, criterion or prerequisite; null where the whole set waits. */
            code: z.string().nullable(),
            name: words.nullable(),
            /** What a decision of the province names to fill the level. */
            key: z.string().nullable(),
            columns: z.array(z.string()),
            years: z.array(z.int()),
            article: z.string().nullable(),
            note: z.string().nullable(),
            ...waiting,
          }),
        ),
      }),
    ),
    documents: z.record(z.string(), documentShown),
  }),
} as const satisfies Endpoint

/** How many verdicts become another one than before, by what they become. */
const becoming = z.object({ met: z.int(), unmet: z.int(), unknown: z.int(), notApplicable: z.int() })

const changed = z.object({
  indicators: becoming,
  criteria: becoming,
  whole: becoming,
})

/** Checked as `addLevels` checks it, and judged; nothing is written. */
export const previewLevels = {
  method: 'POST',
  path: '/levels/preview',
  summary: 'What verdicts of an area on a day would change if these levels were decided; nothing is written',
  body: z.strictObject({
    levels: z.array(enteredLevel).min(1).max(1000),
    documents: z.array(documentFact).max(1000).default([]),
    on: isoDate.optional(),
    unit: unitReference.optional(),
  }),
  answer: z.object({
    on: isoDate,
    knownSeq: z.int(),
    unit: unitLabel,
    /** The sets whose levels they are. */
    sets: z.array(
      z.object({
        set: z.string(),
        units: z.int(),
        computed: changed,
        official: changed,
        /** Computed verdicts on indicators, by code; only those of which any changes. */
        indicators: z.array(becoming.extend({ code: z.string(), name: words })),
      }),
    ),
  }),
} as const satisfies Endpoint
