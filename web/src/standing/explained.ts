import { z } from 'zod'

import { ranks, type Rank } from '@ancu/core/decisions'
import { formatPercent, formatScaled, formatShare, withUnit, type Language } from '@ancu/core/text'

import type { Indicator, Verdict } from './answers.ts'

const words = z.object({ vi: z.string(), en: z.string() })
const verdict = z.enum(['met', 'unmet', 'unknown', 'notApplicable'])

const source = z.object({
  document: z.string(),
  article: z.string().optional(),
  checked: z.enum(['text', 'guidance', 'partial', 'memory', 'unknown']),
  note: z.string().optional(),
})

const measure = z.object({
  id: z.string(),
  name: words,
  kind: z.enum(['pass', 'count', 'share', 'amount']),
  quantity: words,
  scale: z.int(),
})

const figure = z.object({ num: z.number(), den: z.number(), notApplicableReason: z.string().optional() })

const level = z.object({
  kind: z.enum(['set', 'decision', 'delegated', 'unknown']),
  scaled: z.number().optional(),
  source: source.optional(),
  decision: z.string().optional(),
})

/** A rule with what became of it, as the answer carries it; parts only in rules made of others. */
const rule = z.object({
  kind: z.enum([
    'pass',
    'atLeast',
    'atMost',
    'noneOf',
    'register',
    'unitsAtLeast',
    'unitsAtMost',
    'score',
    'allOf',
    'anyOf',
    'atLeastOf',
  ]),
  verdict,
  measure: measure.optional(),
  figure: figure.optional(),
  level: level.optional(),
  source: source.optional(),
  get parts() {
    return z.array(rule).optional()
  },
})

type Rule = z.output<typeof rule>
export type Measure = z.output<typeof measure>
export type LegalSource = z.output<typeof source>

/** One condition at the end of the rule of an indicator: what is measured, against what. */
export type Condition = {
  readonly kind: Rule['kind']
  readonly verdict: Verdict
  readonly measure: Measure | undefined
  readonly figure: Rule['figure']
  readonly level: Rule['level']
  readonly sources: readonly LegalSource[]
}

/** The conditions of an indicator in the order of its rule; the answer's chain of reasons is read here only. */
export function conditionsOf({ explanation }: Pick<Indicator, 'explanation'>): readonly Condition[] {
  return leavesOf(z.looseObject({ rule }).parse(explanation).rule)
}

function leavesOf(one: Rule): readonly Condition[] {
  if (one.parts !== undefined) return one.parts.flatMap(leavesOf)
  const sources = [one.source, one.level?.source].filter((each) => each !== undefined)
  return [
    {
      kind: one.kind,
      verdict: one.verdict,
      measure: one.measure,
      figure: one.figure,
      level: one.level,
      sources,
    },
  ]
}

const askedRank = z.looseObject({
  rule: z.looseObject({
    kind: z.literal('register'),
    register: z.literal('recognition'),
    entry: z.enum(ranks),
  }),
})

/** The rank that a prerequisite asks for; undefined where it asks for something else. */
export function rankAsked({ explanation }: Pick<Indicator, 'explanation'>): Rank | undefined {
  const asked = askedRank.safeParse(explanation)
  return asked.success ? asked.data.rule.entry : undefined
}

/** "27,9 %", "44,7 triệu đồng/người/năm"; never rounded to the other side of its level. Undefined without a figure. */
export function figureText({ measure, figure, level }: Condition, language: Language): string | undefined {
  if (measure === undefined || figure === undefined || figure.notApplicableReason !== undefined)
    return undefined
  if (measure.kind === 'share') return formatShare(figure.num, figure.den, language, level?.scaled)
  return withUnit(formatScaled(figure.num, measure.scale, language), measure.quantity[language])
}

/** "≥ 30 %"; undefined where no level is known, or the rule compares with none. */
export function levelText({ kind, measure, level }: Condition, language: Language): string | undefined {
  if (measure === undefined || level?.scaled === undefined) return undefined
  const words =
    measure.kind === 'share'
      ? formatPercent(level.scaled, language)
      : withUnit(formatScaled(level.scaled, measure.scale, language), measure.quantity[language])
  return `${kind === 'atMost' ? '≤' : '≥'}\u00a0${words}`
}

/** Whether the level of a condition was held against the text of the law. */
export function isChecked({ level, sources }: Condition): boolean {
  return level?.kind === 'decision' || sources.every(({ checked }) => checked === 'text')
}
