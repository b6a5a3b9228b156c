import { z } from 'zod'

import { isoDate, type Plain } from '../../kernel/index.ts'
import { unitKinds } from '../../units/index.ts'
import type { CriteriaSet, Measure, Rule } from '../criteria.ts'
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
])

const compared = { key: text, measure: text, levels: z.record(text, level) }
const parts = z.array(z.lazy(() => rule))

const rule: z.ZodType<Rule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass'), measure: maybe(text), delegated: z.boolean(), source }),
  z.object({ kind: z.literal('atLeast'), ...compared }),
  z.object({ kind: z.literal('atMost'), ...compared }),
  z.object({ kind: z.literal('noneOf'), measure: text, source }),
  z.object({ kind: z.literal('allOf'), parts }),
  z.object({ kind: z.literal('anyOf'), parts }),
  z.object({ kind: z.literal('atLeastOf'), count: z.int(), parts }),
])

const owner = z.object({ name: words, from: maybe(isoDate), until: maybe(isoDate), checked })

const indicator = z.object({
  code: text,
  name: words,
  nameChecked: checked,
  provisions: z.array(z.object({ from: isoDate, until: maybe(isoDate), rule })),
  ifAny: z.boolean(),
  owners: z.array(owner),
  evidence: z.array(text),
})

const set: z.ZodType<CriteriaSet> = z.object({
  id: text,
  edition: z.int(),
  name: words.extend({ short: text }),
  legalBasis: z.array(source),
  inForce: z.object({ from: isoDate, until: maybe(isoDate) }),
  replaces: maybe(text),
  forKinds: z.array(z.enum(unitKinds)),
  programmeOnly: z.boolean(),
  passRule: z.object({ kind: z.literal('allCriteria') }),
  basicallyMetCounts: z.boolean(),
  notApplicableCounts: z.boolean(),
  bands: z.array(z.object({ from: z.int(), to: z.int() })),
  columns: z.array(z.object({ id: text, name: words, anyOfGroups: z.array(text), source })),
  criteria: z.array(
    z.object({
      code: text,
      group: words,
      name: words.extend({ short: text, shortEn: text }),
      nameChecked: checked,
      owners: z.array(owner),
      key: z.boolean(),
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
