import { z } from 'zod'

import { identity, shortText } from '../../units/index.ts'
import { lowerLevels, registers, type LowerLevel, type Register } from '../criteria.ts'

/** Rules and levels as a person writes them; `packs/README.md` explains each key. */

export const words = z.strictObject({ vi: shortText, en: shortText })

/** The law's own wording and notes on it can be longer than a name. */
export const lawText = z
  .string()
  .max(2000)
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text.length > 0 && !/\p{Cc}/u.test(text), 'notShortText')

export const checked = z.enum(['text', 'guidance', 'partial', 'memory', 'unknown'])

/** Document and article are those of the pack's own `source` where left out. */
export const source = z.strictObject({
  document: identity.optional(),
  article: shortText.optional(),
  checked,
  note: lawText.optional(),
})

const levelWord = z.enum(['delegated', 'unknown', 'notApplicable'])
export const amount = z.number()

const levelKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, 'notAKey')

const years = z.record(z.string(), amount).refine((given) => Object.keys(given).length > 0, 'levelWrong')

const level = z.union([
  amount,
  levelWord,
  z.strictObject({ value: z.union([amount, levelWord]), source: source.optional() }),
  z.strictObject({ byYear: years, source: source.optional() }),
  z.strictObject({
    ofSet: z.strictObject({ set: identity, key: levelKey, percent: z.number().positive().max(1000) }),
    source: source.optional(),
  }),
])

const stepLevels = z.union([amount, levelWord, z.record(z.string(), level)])

const step = z.strictObject({
  key: levelKey.optional(),
  atLeast: stepLevels.optional(),
  atMost: stepLevels.optional(),
  points: z.number().nonnegative(),
})

const levelled = { key: levelKey.optional(), source, levels: z.record(z.string(), level) }

export type SourceForm = z.output<typeof source>
export type LevelForm = z.output<typeof level>

type LevelledForm = {
  readonly key?: string | undefined
  readonly source: SourceForm
  readonly levels: Readonly<Record<string, LevelForm>>
}

type ComparedForm = LevelledForm & { readonly measure: string }

type UnitsForm = LevelledForm & {
  readonly of: LowerLevel
  readonly as: 'share' | 'count'
  readonly name?: { readonly vi: string; readonly en: string } | undefined
  readonly that: RuleForm
}

/** A step of a ladder: a level that is one for all columns, or one for each. */
export type StepForm = z.output<typeof step>

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
  | {
      readonly kind: 'register'
      readonly register: Register
      readonly entry: string
      readonly name?: { readonly vi: string; readonly en: string } | undefined
      readonly source: SourceForm
    }
  | ({ readonly kind: 'unitsAtLeast' } & UnitsForm)
  | ({ readonly kind: 'unitsAtMost' } & UnitsForm)
  | {
      readonly kind: 'score'
      readonly key?: string | undefined
      readonly measure: string
      readonly steps?: readonly StepForm[] | undefined
      readonly asGiven?: true | undefined
      readonly source: SourceForm
    }
  | { readonly kind: 'allOf'; readonly parts: readonly RuleForm[] }
  | { readonly kind: 'anyOf'; readonly parts: readonly RuleForm[] }
  | { readonly kind: 'atLeastOf'; readonly count: number; readonly parts: readonly RuleForm[] }

const parts = z.array(z.lazy(() => rule)).min(1)

const units = {
  of: z.enum(lowerLevels),
  as: z.enum(['share', 'count']),
  name: words.optional(),
  that: z.lazy(() => rule),
}

export const rule: z.ZodType<RuleForm> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pass'),
    measure: identity.optional(),
    delegated: z.boolean().default(false),
    source,
  }),
  z.strictObject({ kind: z.literal('atLeast'), measure: identity, ...levelled }),
  z.strictObject({ kind: z.literal('atMost'), measure: identity, ...levelled }),
  z.strictObject({ kind: z.literal('noneOf'), measure: identity, source }),
  z.strictObject({
    kind: z.literal('register'),
    register: z.enum(registers),
    entry: identity,
    name: words.optional(),
    source,
  }),
  z.strictObject({ kind: z.literal('unitsAtLeast'), ...units, ...levelled }),
  z.strictObject({ kind: z.literal('unitsAtMost'), ...units, ...levelled }),
  z.strictObject({
    kind: z.literal('score'),
    key: levelKey.optional(),
    measure: identity,
    steps: z.array(step).min(1).optional(),
    asGiven: z.literal(true).optional(),
    source,
  }),
  z.strictObject({ kind: z.literal('allOf'), parts }),
  z.strictObject({ kind: z.literal('anyOf'), parts }),
  z.strictObject({ kind: z.literal('atLeastOf'), count: z.int().positive(), parts }),
])
