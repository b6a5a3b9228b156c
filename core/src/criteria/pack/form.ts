import { z } from 'zod'

import { isoDate } from '../../kernel/index.ts'
import { identity, shortText, unitKinds } from '../../units/index.ts'

/** The files of a pack as a person writes them; `packs/README.md` explains each key. */

const words = z.strictObject({ vi: shortText, en: shortText })

/** The law's own wording and notes on it can be longer than a name. */
const lawText = z
  .string()
  .max(2000)
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text.length > 0 && !/\p{Cc}/u.test(text), 'notShortText')
const checked = z.enum(['text', 'guidance', 'partial', 'memory', 'unknown'])

/** Document and article are those of the pack's own `source` where left out. */
const source = z.strictObject({
  document: identity.optional(),
  article: shortText.optional(),
  checked,
  note: lawText.optional(),
})

const openWord = z.enum(['delegated', 'unknown'])
const amount = z.number()

const level = z.union([
  amount,
  openWord,
  z.strictObject({ value: z.union([amount, openWord]), source: source.optional() }),
  z.strictObject({ byYear: z.record(z.string(), amount), source: source.optional() }),
])

const compared = {
  key: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, 'notAKey')
    .optional(),
  measure: identity,
  source,
  levels: z.record(z.string(), level),
}

export type SourceForm = z.output<typeof source>
export type LevelForm = z.output<typeof level>

type ComparedForm = {
  readonly key?: string | undefined
  readonly measure: string
  readonly source: SourceForm
  readonly levels: Readonly<Record<string, LevelForm>>
}

export type RuleForm =
  | {
      readonly kind: 'pass'
      readonly measure?: string | undefined
      readonly delegated: boolean
      readonly source: SourceForm
    }
  | ({ readonly kind: 'atLeast' } & ComparedForm)
  | ({ readonly kind: 'atMost' } & ComparedForm)
  | { readonly kind: 'noneOf'; readonly measure: string; readonly source: SourceForm }
  | { readonly kind: 'allOf'; readonly parts: readonly RuleForm[] }
  | { readonly kind: 'anyOf'; readonly parts: readonly RuleForm[] }
  | { readonly kind: 'atLeastOf'; readonly count: number; readonly parts: readonly RuleForm[] }

const parts = z.array(z.lazy(() => rule)).min(1)

const rule: z.ZodType<RuleForm> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pass'),
    measure: identity.optional(),
    delegated: z.boolean().default(false),
    source,
  }),
  z.strictObject({ kind: z.literal('atLeast'), ...compared }),
  z.strictObject({ kind: z.literal('atMost'), ...compared }),
  z.strictObject({ kind: z.literal('noneOf'), measure: identity, source }),
  z.strictObject({ kind: z.literal('allOf'), parts }),
  z.strictObject({ kind: z.literal('anyOf'), parts }),
  z.strictObject({ kind: z.literal('atLeastOf'), count: z.int().positive(), parts }),
])

const owner = z.strictObject({
  body: z.string(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  checked,
})

const indicator = z.strictObject({
  code: z.string().regex(/^\d{1,2}(\.\d{1,2})?$/, 'notACode'),
  name: z.strictObject({ vi: lawText, en: lawText }),
  nameChecked: checked,
  ifAny: z.boolean().default(false),
  owners: z.array(owner).default([]),
  evidence: z.array(lawText).default([]),
  rule: rule.optional(),
  provisions: z
    .array(z.strictObject({ from: isoDate, until: isoDate.optional(), rule }))
    .min(1)
    .optional(),
})

const criterion = z.strictObject({
  code: z.string().regex(/^\d{1,2}$/, 'notACode'),
  group: z.string(),
  name: z.strictObject({ vi: shortText, en: shortText, short: shortText, shortEn: shortText }),
  nameChecked: checked,
  key: z.boolean().default(false),
  owners: z.array(owner).default([]),
  indicators: z.array(indicator).min(1),
})

const measure = z.strictObject({
  id: identity,
  name: words,
  kind: z.enum(['pass', 'count', 'share', 'amount']),
  quantity: words.optional(),
  scale: z.int().min(0).max(6).default(0),
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

const pack = z.strictObject({
  set: identity,
  edition: z.int().positive(),
  name: z.strictObject({ vi: shortText, en: shortText, short: shortText }),
  source: z.strictObject({ document: identity, article: shortText.optional() }),
  legalBasis: z.array(source.extend({ document: identity })).min(1),
  inForce: z.strictObject({ from: isoDate, until: isoDate.optional() }),
  replaces: identity.optional(),
  forKinds: z.array(z.enum(unitKinds)).min(1),
  programmeOnly: z.boolean(),
  passRule: z.literal('allCriteria'),
  basicallyMetCounts: z.boolean(),
  notApplicableCounts: z.boolean(),
  counts: z.strictObject({
    criteria: z.int().positive().max(99),
    indicators: z.int().positive().max(999),
  }),
  bands: z.array(z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() })).min(1),
  groups: z.record(z.string(), words),
  bodies: z.record(z.string(), words).default({}),
  columns: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'notAColumn'),
        name: words,
        anyOfGroups: z.array(identity).min(1),
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

const example = z.strictObject({
  name: shortText,
  /** Code of the indicator judged. */
  indicator: z.string(),
  /** Column of levels; left out: the levels for all. */
  column: z.string().optional(),
  on: isoDate.optional(),
  figures: z.record(z.string(), exampleFigure).default({}),
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
  /** Measures without a figure that keep it unknown. */
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
  documents: z.array(document).min(1),
  examples: z.array(example).min(1),
} as const
