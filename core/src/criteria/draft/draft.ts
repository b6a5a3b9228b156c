import { z } from 'zod'

import { isoDate } from '../../kernel/index.ts'
import { unitKinds } from '../../units/index.ts'

/** A draft of a pack: what was recognised in an annex, what people made of it, and what is still in doubt. */

const place = z.strictObject({ table: z.int(), row: z.int(), cell: z.int() })
const places = z.array(place)

/** Places in the source by field of the draft: `name`, `code`, `level.TN`. */
const from = z.record(z.string(), places)

const levelWords = ['delegated', 'unknown', 'notApplicable'] as const

/** A level as a pack writes it, for one column. */
export const draftLevel = z.union([
  z.number(),
  z.enum(levelWords),
  z.strictObject({ byYear: z.record(z.string().regex(/^20\d\d$/), z.number()) }),
])

const compared = {
  /** Empty until one is chosen. */
  measure: z.string().max(80),
  levels: z.record(z.string().max(80), draftLevel),
}

const simpleRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pass'), delegated: z.boolean() }),
  z.strictObject({ kind: z.literal('atLeast'), ...compared }),
  z.strictObject({ kind: z.literal('atMost'), ...compared }),
  z.strictObject({ kind: z.literal('noneOf'), measure: z.string().max(80) }),
  /** Nobody has said yet what is asked; the words of the source stand beside. */
  z.strictObject({ kind: z.literal('unclear') }),
])

const part = z.strictObject({ name: z.string().max(2000), rule: simpleRule })

const draftRule = z.discriminatedUnion('kind', [
  ...simpleRule.options,
  z.strictObject({ kind: z.literal('allOf'), parts: z.array(part).min(1).max(20) }),
  z.strictObject({ kind: z.literal('anyOf'), parts: z.array(part).min(1).max(20) }),
])

const text = z.string().max(2000)
const shortText = z.string().max(500)

const passRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allCriteria') }),
  z.strictObject({
    kind: z.literal('atLeastCriteria'),
    count: z.int().min(1).max(99),
    required: z.array(z.string().max(5)),
  }),
  z.strictObject({
    kind: z.literal('points'),
    passAt: z.number().min(0).max(10_000),
    /** Least share of its points that each criterion must have, in percent. */
    floorPercent: z.number().min(0).max(100).optional(),
    notApplicable: z.enum(['granted', 'rescaled']),
  }),
])

/** What the annex's table does not say: which decision, when, for whom, when the whole is met. */
export const draftHead = z.strictObject({
  set: z.string().max(80),
  edition: z.int().min(1).max(999),
  name: shortText,
  nameEn: shortText,
  short: shortText,
  document: z.strictObject({
    id: z.string().max(80),
    title: shortText,
    number: shortText,
    day: isoDate.optional(),
    issuer: shortText,
  }),
  article: shortText,
  from: isoDate.optional(),
  until: isoDate.optional(),
  forKinds: z.array(z.enum(unitKinds)).max(unitKinds.length),
  programmeOnly: z.boolean(),
  passRule,
  basicallyMetCounts: z.boolean(),
  notApplicableCounts: z.boolean(),
})

export const draftColumn = z.strictObject({
  id: z.string().max(40),
  name: shortText,
  groups: z.array(z.string().max(80)).max(50),
  from: places,
})

export const draftGroup = z.strictObject({ id: z.string().max(40), name: shortText, from: places })

export const draftCriterion = z.strictObject({
  key: z.string().max(40),
  group: z.string().max(40),
  code: z.string().max(5),
  name: shortText,
  nameEn: shortText,
  short: shortText,
  /** Counts as key when revocation is judged. */
  isKey: z.boolean(),
  from,
})

export const draftIndicator = z.strictObject({
  key: z.string().max(40),
  criterion: z.string().max(40),
  code: z.string().max(8),
  name: text,
  nameEn: text,
  ifAny: z.boolean(),
  points: z.number().min(0).max(1000).optional(),
  rule: draftRule,
  /** Columns in which a rule without levels does not apply. */
  notApplicableIn: z.array(z.string().max(40)),
  from,
})

/** A measure that no set has yet. */
export const draftMeasure = z.strictObject({
  id: z.string().max(80),
  name: shortText,
  nameEn: shortText,
  kind: z.enum(['pass', 'count', 'share', 'amount']),
  quantity: shortText,
  scale: z.int().min(0).max(6),
  time: z.enum(['instant', 'year', 'halfYear', 'schoolYear']),
  overUnits: z.enum(['add', 'reweight', 'none']),
})

const doubtCodes = [
  'capitalsLowered',
  'cellDash',
  'cellEmpty',
  'cellShared',
  'codeNumbered',
  'columnGroups',
  'columnsDiffer',
  'delegatedKind',
  'delegatedWithNumber',
  'directionGuessed',
  'headAssumed',
  'headGuessed',
  'headMissing',
  'levelFromName',
  'levelInName',
  'levelTwice',
  'measureGuessed',
  'measureNew',
  'moreParts',
  'nameMissing',
  'notUnderstood',
  'numberTwoWays',
  'partsJoined',
  'pointsNotUnderstood',
  'range',
  'restOfCell',
  'ruleUnclear',
  'splitByLines',
  'strictBound',
] as const

const draftDoubt = z.strictObject({
  id: z.string(),
  /** `head`, `columns`, `criterion:c1`, `indicator:i1`, `measure:m-…`, `group:g1`. */
  target: z.string(),
  /** Field of the target: `name`, `rule`, `level.TN`. */
  field: z.string(),
  code: z.enum(doubtCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  from: places,
})

export const draftForm = z.strictObject({
  head: draftHead,
  columns: z.array(draftColumn),
  groups: z.array(draftGroup),
  criteria: z.array(draftCriterion),
  indicators: z.array(draftIndicator),
  measures: z.array(draftMeasure),
  doubts: z.array(draftDoubt),
  /** Cells of the source that hold something and that nothing was made of. */
  unused: places,
})

export type Draft = z.output<typeof draftForm>
export type DraftHead = Draft['head']
export type DraftColumn = Draft['columns'][number]
export type DraftGroup = Draft['groups'][number]
export type DraftCriterion = Draft['criteria'][number]
export type DraftIndicator = Draft['indicators'][number]
export type DraftMeasure = Draft['measures'][number]
export type DraftDoubt = Draft['doubts'][number]
export type DraftLevel = z.output<typeof draftLevel>
export type DraftRule = DraftIndicator['rule']
export type SimpleRule = z.output<typeof simpleRule>
export type DoubtCode = DraftDoubt['code']
