import { z } from 'zod'

import { isoDate } from '../../kernel/index.ts'
import { identity, shortText, unitKinds } from '../../units/index.ts'
import { ranks } from '../ranks.ts'
import { amount, checked, lawText, rule, source, words } from './form-rules.ts'

export type { LevelForm, RuleForm, SourceForm } from './form-rules.ts'

/** The files of a pack as a person writes them; `packs/README.md` explains each key. */

const owner = z.strictObject({
  body: z.string(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  checked,
})

const indicatorCode = z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'notACode')

/** What it continues of an older set; the first code is the one compared with. */
const continues = z.array(z.strictObject({ set: identity, codes: z.array(indicatorCode).min(1) })).default([])

const indicator = z.strictObject({
  code: indicatorCode,
  name: z.strictObject({ vi: lawText, en: lawText }),
  nameChecked: checked,
  ifAny: z.boolean().default(false),
  owners: z.array(owner).default([]),
  evidence: z.array(lawText).default([]),
  /** Most points, and those from which on it is met, where the set counts points. */
  points: z.number().positive().optional(),
  passAt: z.number().positive().optional(),
  /** Columns in which the indicator does not apply; where the rule has levels, the word `notApplicable` says so. */
  notApplicableIn: z.array(z.string()).default([]),
  continues,
  rule: rule.optional(),
  provisions: z
    .array(z.strictObject({ from: isoDate, until: isoDate.optional(), rule }))
    .min(1)
    .optional(),
})

const criterionCode = z.string().regex(/^\d{1,2}$/, 'notACode')

const criterion = z.strictObject({
  code: criterionCode,
  group: z.string(),
  name: z.strictObject({ vi: shortText, en: shortText, short: shortText, shortEn: shortText }),
  nameChecked: checked,
  key: z.boolean().default(false),
  owners: z.array(owner).default([]),
  /** False: the decision has indicators here that are not in this list, because we could not read them. */
  complete: z.boolean().default(true),
  /** Which document would complete it; the pack's own source where left out. */
  source: source.optional(),
  continues,
  indicators: z.array(indicator).default([]),
})

const measure = z.strictObject({
  id: identity,
  name: words,
  kind: z.enum(['pass', 'count', 'share', 'amount']),
  quantity: words.optional(),
  scale: z.int().min(0).max(6).default(0),
  negative: z.boolean().default(false),
  most: z.number().positive().optional(),
  time: z.enum(['instant', 'year', 'halfYear', 'schoolYear']).default('instant'),
  staleAfterMonths: z.int().positive().max(120).optional(),
  overUnits: z.enum(['add', 'reweight', 'none']),
  precedence: z.enum(['entered', 'derived']).default('entered'),
})

const document = z.strictObject({
  id: identity,
  title: shortText,
  number: shortText.optional(),
  day: isoDate.optional(),
  issuer: shortText.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  unchecked: z.boolean().default(true),
  note: shortText.optional(),
})

/** Groups of units that packs and worlds may name. */
const groups = z.array(z.strictObject({ id: identity, name: words }))

const prerequisite = z.strictObject({
  code: z.string().regex(/^[A-Z]{1,4}\d{1,2}$/, 'notACode'),
  name: z.strictObject({ vi: lawText, en: lawText }),
  nameChecked: checked,
  rule,
})

const pack = z.strictObject({
  set: identity,
  edition: z.int().positive(),
  name: z.strictObject({ vi: shortText, en: shortText, short: shortText }),
  source: z.strictObject({ document: identity, article: shortText.optional() }),
  legalBasis: z.array(source.extend({ document: identity })).min(1),
  inForce: z.strictObject({ from: isoDate, until: isoDate.optional() }),
  replaces: identity.optional(),
  forKinds: z.array(z.enum(unitKinds)).min(1),
  forGroups: z.array(identity).min(1).optional(),
  programmeOnly: z.boolean(),
  passRule: z.union([
    z.literal('allCriteria'),
    z.strictObject({ atLeastCriteria: z.int().positive(), required: z.array(criterionCode).default([]) }),
    z.strictObject({
      points: z.strictObject({
        passAt: z.number().positive(),
        criterionFloor: z
          .union([
            z.literal('none'),
            z.strictObject({ percent: z.number().positive().max(100) }),
            z.strictObject({ points: z.number().positive() }),
          ])
          .default('none'),
        notApplicable: z.enum(['granted', 'rescaled']),
      }),
    }),
  ]),
  prerequisites: z.array(prerequisite).default([]),
  basicallyMetCounts: z.boolean(),
  notApplicableCounts: z.boolean(),
  counts: z.strictObject({
    criteria: z.int().positive().max(99),
    indicators: z.union([z.int().positive().max(999), z.literal('unknown')]),
    points: z.number().positive().optional(),
  }),
  bands: z.array(z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })).min(1),
  groups: z.record(z.string(), words),
  bodies: z.record(z.string(), words).default({}),
  columns: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'notAColumn'),
        name: words,
        anyOfGroups: z.array(identity).default([]),
        anyOfKinds: z.array(z.enum(unitKinds)).default([]),
        source,
      }),
    )
    .default([]),
})

const exampleFigure = z.union([
  z.number(),
  z.literal('notApplicable'),
  z.strictObject({ num: z.int().nonnegative(), den: z.int().positive(), year: z.int().optional() }),
  z.strictObject({ value: z.number(), year: z.int().optional() }),
])

/** Recognitions that a unit holds and groups it is in. */
const exampleRegisters = z
  .strictObject({
    recognition: z.array(z.enum(ranks)).default([]),
    group: z.array(identity).default([]),
  })
  .prefault({})

const example = z.strictObject({
  name: shortText,
  /** Code of what is judged; or the whole set. */
  indicator: z.string().optional(),
  prerequisite: z.string().optional(),
  criterion: z.string().optional(),
  whole: z.literal(true).optional(),
  /** Column of levels; left out: the levels for all. */
  column: z.string().optional(),
  on: isoDate.optional(),
  figures: z.record(z.string(), exampleFigure).default({}),
  registers: exampleRegisters,
  /** Units that lie in it, each so many times. */
  lower: z
    .array(
      z.strictObject({
        times: z.int().positive().max(1000).default(1),
        column: z.string().optional(),
        figures: z.record(z.string(), exampleFigure).default({}),
        registers: exampleRegisters,
      }),
    )
    .default([]),
  /** What bodies have concluded, by code of an indicator or criterion; for examples of a criterion or the whole. */
  concluded: z.record(z.string(), z.enum(['met', 'unmet', 'notApplicable'])).default({}),
  /** Levels that a province has decided. */
  decided: z
    .array(
      z.strictObject({
        key: z.string(),
        column: z.string().default('all'),
        year: z.int().optional(),
        level: amount,
        from: isoDate.optional(),
        until: isoDate.optional(),
      }),
    )
    .default([]),
  verdict: z.enum(['met', 'unmet', 'unknown', 'notApplicable']),
  /** Points that must come out, or the fewest and the most. */
  score: z
    .union([
      z.number().nonnegative(),
      z.strictObject({ least: z.number().nonnegative(), most: z.number().nonnegative() }),
    ])
    .optional(),
  /** Measures without a figure that keep an indicator or prerequisite unknown. */
  missing: z.array(z.string()).default([]),
  /** Keys of levels not known that keep it unknown. */
  missingLevels: z.array(z.string()).default([]),
})

export type PackForm = z.output<typeof pack>
export type CriterionForm = z.output<typeof criterion>
export type IndicatorForm = z.output<typeof indicator>
export type OwnerForm = z.output<typeof owner>
export type MeasureForm = z.output<typeof measure>
export type DocumentForm = z.output<typeof document>
export type ExampleForm = z.output<typeof example>
export type ExampleFigureForm = z.output<typeof exampleFigure>

export const fileForms = {
  pack,
  criteria: z.array(criterion).min(1),
  measures: z.array(measure),
  groups,
  documents: z.array(document).min(1),
  examples: z.array(example).min(1),
} as const
