import { z } from 'zod'

import { isoDate, type Plain } from '../../kernel/index.ts'
import { unitKinds } from '../../units/index.ts'
import { lowerLevels, registers, type CriteriaSet, type Measure, type Rule } from '../criteria.ts'
import type { Edition, PackDocument } from '../edition.ts'

/** The plain form in which an edition is sealed, stored and sent; the digest is of its canonical JSON. */
export function sealEdition({ set, measures, documents }: Edition): Plain {
  return { set, measures, documents }
}

/** An edition read back from its plain form; anything else is a broken promise of whoever stored it. */
export function openEdition(content: unknown): Edition {
  return edition.parse(content)
}

/** JSON leaves out what is undefined: an absent member is read as undefined. */
function maybe<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema> | undefined> {
  return schema.optional()
}

const text = z.string()
const words = z.object({ vi: text, en: text })
const checked = z.enum(['text', 'guidance', 'partial', 'memory', 'unknown'])
const source = z.object({ document: text, article: maybe(text), checked, note: maybe(text) })

const level = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), scaled: z.int(), source }),
  z.object({ kind: z.literal('byYear'), scaled: z.record(z.coerce.number(), z.int()), source }),
  z.object({ kind: z.literal('delegated'), source }),
  z.object({ kind: z.literal('unknown'), source }),
  z.object({ kind: z.literal('notApplicable'), source }),
  z.object({
    kind: z.literal('ofSet'),
    of: z.object({ set: text, key: text, percent: z.int() }),
    source,
  }),
])

const levelled = { key: text, levels: z.record(text, level) }
const compared = { ...levelled, measure: text }
const units = {
  of: z.enum(lowerLevels),
  as: z.enum(['share', 'count']),
  name: maybe(words),
  that: z.lazy(() => rule),
  ...levelled,
}
const parts = z.array(z.lazy(() => rule))

const rule: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass'), measure: maybe(text), delegated: z.boolean(), source }),
  z.object({ kind: z.literal('atLeast'), ...compared }),
  z.object({ kind: z.literal('atMost'), ...compared }),
  z.object({ kind: z.literal('noneOf'), measure: text, source }),
  z.object({
    kind: z.literal('register'),
    register: z.enum(registers),
    entry: text,
    name: maybe(words),
    source,
  }),
  z.object({ kind: z.literal('unitsAtLeast'), ...units }),
  z.object({ kind: z.literal('unitsAtMost'), ...units }),
  z.object({
    kind: z.literal('score'),
    measure: text,
    steps: maybe(z.array(z.object({ kind: z.enum(['atLeast', 'atMost']), ...compared, points: z.int() }))),
    most: z.int(),
    passAt: z.int(),
    source,
  }),
  z.object({ kind: z.literal('allOf'), parts }),
  z.object({ kind: z.literal('anyOf'), parts }),
  z.object({ kind: z.literal('atLeastOf'), count: z.int(), parts }),
])

const owner = z.object({ name: words, from: maybe(isoDate), until: maybe(isoDate), checked })

const continues = maybe(z.array(z.object({ set: text, codes: z.array(text) })))

const indicator = z.object({
  code: text,
  name: words,
  nameChecked: checked,
  provisions: z.array(z.object({ from: isoDate, until: maybe(isoDate), rule })),
  ifAny: z.boolean(),
  owners: z.array(owner),
  evidence: z.array(text),
  points: maybe(z.int()),
  notApplicableIn: maybe(z.array(text)),
  continues,
})

const column = z.object({
  id: text,
  name: words,
  anyOfGroups: z.array(text),
  anyOfKinds: maybe(z.array(z.enum(unitKinds))),
  source,
})

const set: z.ZodType<CriteriaSet> = z.object({
  id: text,
  edition: z.int(),
  name: words.extend({ short: text }),
  legalBasis: z.array(source),
  inForce: z.object({ from: isoDate, until: maybe(isoDate) }),
  replaces: maybe(text),
  forKinds: z.array(z.enum(unitKinds)),
  forGroups: maybe(z.array(text)),
  programmeOnly: z.boolean(),
  passRule: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('allCriteria') }),
    z.object({ kind: z.literal('atLeastCriteria'), count: z.int(), required: z.array(text) }),
    z.object({
      kind: z.literal('points'),
      passAt: z.int(),
      criterionFloor: maybe(z.union([z.object({ percent: z.int() }), z.object({ points: z.int() })])),
      notApplicable: z.enum(['granted', 'rescaled']),
    }),
  ]),
  prerequisites: maybe(z.array(z.object({ code: text, name: words, nameChecked: checked, rule }))),
  basicallyMetCounts: z.boolean(),
  notApplicableCounts: z.boolean(),
  bands: z.array(z.object({ from: z.int(), to: z.int() })),
  columns: z.array(column),
  declaredIndicators: maybe(z.union([z.int(), z.literal('unknown')])),
  criteria: z.array(
    z.object({
      code: text,
      group: words,
      name: words.extend({ short: text, shortEn: text }),
      nameChecked: checked,
      owners: z.array(owner),
      key: z.boolean(),
      complete: maybe(z.literal(false)),
      source: maybe(source),
      continues,
      indicators: z.array(indicator),
    }),
  ),
})

const measure: z.ZodType<Measure> = z.object({
  id: text,
  name: words,
  kind: z.enum(['pass', 'count', 'share', 'amount']),
  quantity: words,
  scale: z.int(),
  negative: maybe(z.literal(true)),
  most: maybe(z.int()),
  time: z.enum(['instant', 'year', 'halfYear', 'schoolYear']),
  staleAfterMonths: maybe(z.int()),
  overUnits: z.enum(['add', 'reweight', 'none']),
  precedence: z.enum(['entered', 'derived']),
})

const document: z.ZodType<PackDocument> = z.object({
  id: text,
  title: text,
  number: maybe(text),
  day: maybe(isoDate),
  issuer: maybe(text),
  url: maybe(text),
  unchecked: z.boolean(),
  note: maybe(text),
})

const edition = z.object({ set, measures: z.array(measure), documents: z.array(document) })
