import { z } from 'zod'

/*
 * The parts of an explanation that a verdict is recomputed from, as the public answer carries them. They are
 * written down here once more, so that nothing of the program's own judging stands behind the second judge.
 */

const verdict = z.enum(['met', 'unmet', 'unknown', 'notApplicable'])
export type Verdict = z.output<typeof verdict>

const source = z.object({
  document: z.string().min(1),
  article: z.string().min(1).optional(),
  checked: z.enum(['text', 'guidance', 'partial', 'memory', 'unknown']),
})

/** A rule with what became of it; the parts of one made of others are rules. */
const rule = z.object({
  kind: z.enum(['pass', 'atLeast', 'atMost', 'noneOf', 'allOf', 'anyOf', 'atLeastOf']),
  verdict,
  count: z.int().optional(),
  key: z.string().optional(),
  measure: z.object({ id: z.string(), kind: z.enum(['pass', 'count', 'share', 'amount']) }).optional(),
  figure: z
    .object({
      id: z.string(),
      num: z.int(),
      den: z.int(),
      notApplicableReason: z.string().min(1).optional(),
    })
    .optional(),
  level: z
    .object({
      kind: z.enum(['set', 'decision', 'delegated', 'unknown', 'notApplicable']),
      scaled: z.int().optional(),
      source: source.optional(),
      decision: z.string().optional(),
    })
    .optional(),
  source: source.optional(),
  get parts() {
    return z.array(rule).optional()
  },
})
export type Rule = z.output<typeof rule>

const written = {
  id: z.string().min(1),
  document: z.string().nullable(),
  evidence: z.string().min(1).nullable(),
  entrySeq: z.int().positive(),
}

const stages = ['selfAssessed', 'verified', 'appraised', 'decided'] as const

const claim = z.object({
  ...written,
  stage: z.enum(stages).transform((stage) => stages.indexOf(stage)),
  verdict: z.enum(['met', 'basicallyMet', 'unmet', 'notApplicable']),
  asOf: z.string(),
  reason: z.string().min(1).nullable(),
  contenders: z.array(z.object({ id: z.string(), entrySeq: z.int().positive() })),
})
export type Claim = z.output<typeof claim>

const figure = z.object({
  ...written,
  measure: z.string(),
  lastDay: z.string(),
  contenders: z.array(z.string()),
})

const indicator = z.object({
  code: z.string(),
  verdict,
  computed: verdict,
  conclusions: z.array(claim),
  figures: z.array(figure),
  explanation: z.object({ verdict, rule }),
  text: z.object({
    vi: z.object({
      heading: z.string().min(1),
      lines: z.array(z.object({ about: z.enum(['parts', 'figure', 'level']), text: z.string().min(1) })),
    }),
  }),
  missing: z.array(z.object({ kind: z.string(), key: z.string() })),
})
export type Indicator = z.output<typeof indicator>

const criterion = z.object({
  code: z.string(),
  verdict,
  computed: verdict,
  basicallyMet: z.boolean(),
  spokenBy: z.enum(['conclusion', 'indicators']),
  conclusions: z.array(claim),
  indicators: z.array(indicator).min(1),
})
export type Criterion = z.output<typeof criterion>

/** Whether the set is for the unit at all; if not, there is nothing else to be read. */
export const judged = z.object({ applicable: z.boolean() })

/** Where one unit stands, as `GET /units/:unit/standing` answers. */
export const explained = z.object({
  on: z.string(),
  known: z.string().nullable(),
  set: z.string().nullable(),
  basis: z.enum(['official', 'computed']),
  unit: z.object({ id: z.string() }),
  whole: verdict,
  spokenBy: z.enum(['conclusion', 'criteria']),
  conclusions: z.array(claim),
  countsAsMet: z.object({ basicallyMet: z.boolean(), notApplicable: z.boolean() }).nullable(),
  counts: z.object({ met: z.int(), unmet: z.int(), unknown: z.int(), notApplicable: z.int() }),
  least: z.int(),
  most: z.int(),
  criteria: z.array(criterion),
  levels: z.record(
    z.string(),
    z.object({
      scaled: z.int(),
      document: z.string(),
      article: z.string().nullable(),
      from: z.string(),
      entrySeq: z.int().positive(),
    }),
  ),
  documents: z.record(z.string(), z.object({ title: z.string().min(1), unchecked: z.boolean() })),
  entries: z.record(z.string(), z.object({ officer: z.string().min(1), knownOn: z.string() })),
})
export type Explained = z.output<typeof explained>
