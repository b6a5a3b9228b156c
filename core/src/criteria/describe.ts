import type { Messages } from '../text/index.ts'
import type { Verdict } from './criteria.ts'
import { openLeaves, type Explanation } from './explanation.ts'
import type { CriteriaMessages } from './messages.ts'
import {
  visitExplained,
  type ExplainedOf,
  type ExplainedRule,
  type ExplainedVisitor,
} from './rules/explain.ts'
import { everyColumn } from './levels.ts'
import {
  figureWords,
  gapFacts,
  levelWords,
  ofYear,
  sourceWords,
  uncapitalised,
  type Telling,
} from './words.ts'

/** An explanation in words: its heading is the verdict with its reason, its lines follow the rule part by part. */
export type Described = { readonly heading: string; readonly lines: readonly DescribedLine[] }

export type DescribedLine = {
  /** How deep in the rule: 0 is the rule itself. */
  readonly depth: number
  readonly about: 'parts' | 'figure' | 'level'
  readonly verdict: Verdict
  readonly text: string
}

/**
 * An explanation for people. No figure is rounded to the other side of its level. `documentName` turns the
 * identity of a document into what people call it: "QĐ 318/QĐ-TTg".
 */
export function describe(
  explanation: Explanation,
  messages: Messages<CriteriaMessages>,
  documentName: (document: string) => string = (document) => document,
): Described {
  const telling: Telling = { explanation, messages, documentName, isAlone: !('parts' in explanation.rule) }
  return { heading: headingOf(telling), lines: linesOf(explanation.rule, 0, telling) }
}

/** What is told of one rule: the title of its parts, or why it is as it is, its figure and its level. */
type Told = {
  readonly title?: string
  readonly reason?: string
  readonly gap?: string | undefined
  readonly figure?: string
  readonly level?: string
}

const tellers = {
  pass: (rule, telling) => {
    const { messages } = telling
    const measure = rule.measure ? uncapitalised(rule.measure.name[messages.language]) : ''
    const level = messages.say(rule.delegated ? 'explain.pass.delegatedLevel' : 'explain.pass.level')
    return {
      reason:
        rule.verdict === 'met' || rule.verdict === 'unmet'
          ? messages.say(`explain.pass.${rule.verdict}`, { measure })
          : '',
      figure: rule.measure
        ? figureLine(rule.measure, rule.figure, telling)
        : messages.say('explain.concludedOnly'),
      level: messages.say('explain.level', { level, source: sourceWords(rule.source, telling) }),
    }
  },
  atLeast: (rule, telling) => compared(rule, telling),
  atMost: (rule, telling) => compared(rule, telling),
  noneOf: (rule, telling) => {
    const { messages } = telling
    const measure = uncapitalised(rule.measure.name[messages.language])
    const figure = rule.figure ? figureWords(rule.measure, rule.figure, messages.language) : ''
    return {
      reason:
        rule.verdict === 'met' || rule.verdict === 'unmet'
          ? messages.say(`explain.noneOf.${rule.verdict}`, { measure, figure })
          : '',
      figure: figureLine(rule.measure, rule.figure, telling),
      level: messages.say('explain.level', {
        level: messages.say('explain.noneOf.level'),
        source: sourceWords(rule.source, telling),
      }),
    }
  },
  allOf: (_, { messages }) => ({ title: messages.say('explain.allOf') }),
  anyOf: (_, { messages }) => ({ title: messages.say('explain.anyOf') }),
  atLeastOf: ({ count }, { messages }) => ({ title: messages.say('explain.atLeastOf', { count }) }),
} as const satisfies ExplainedVisitor<Telling, Told>

function compared(rule: ExplainedOf<'atLeast'> | ExplainedOf<'atMost'>, telling: Telling): Told {
  const { messages } = telling
  const { measure, figure, level, kind, verdict } = rule
  const line = levelLine(rule, telling)
  const facts = {
    figure: figureLine(measure, figure, telling, 'scaled' in level ? level.scaled : undefined),
    level: line,
  }
  if (!figure || !('scaled' in level) || (verdict !== 'met' && verdict !== 'unmet')) return facts
  const reason = messages.say(`explain.${kind}.${verdict}`, {
    figure: figureWords(measure, figure, messages.language, level.scaled),
    level: ofYear(level, levelWords(measure, level, messages.language), messages),
  })
  const name = uncapitalised(measure.name[messages.language])
  return {
    ...facts,
    reason: telling.isAlone ? reason : messages.say('explain.named', { measure: name, reason }),
    gap:
      rule.gap === undefined
        ? undefined
        : messages.say(`explain.${kind}.gap`, gapFacts(measure, rule.gap, messages.language)),
  }
}

function levelLine(rule: ExplainedOf<'atLeast'> | ExplainedOf<'atMost'>, telling: Telling): string {
  const { messages, explanation, documentName } = telling
  const { level, measure, kind } = rule
  if (level.kind === 'delegated') return messages.say('explain.levelDelegated')
  if (level.kind === 'unknown') return messages.say('explain.levelUnknown')
  const bare = messages.say(`explain.${kind}.level`, { level: levelWords(measure, level, messages.language) })
  const words = ofYear(level, bare, messages)
  if (level.kind === 'decision') {
    const document = documentName(level.document)
    const source =
      level.article === undefined
        ? document
        : messages.say('explain.sourceArticle', { document, article: level.article })
    const text = messages.say('explain.levelDecided', { level: words, source })
    return level.illustrative ? messages.say('explain.illustrative', { text }) : text
  }
  const source = sourceWords(level.source, telling)
  const column = explanation.columnName?.[messages.language]
  return column === undefined || level.column === everyColumn
    ? messages.say('explain.level', { level: words, source })
    : messages.say('explain.levelOfColumn', { level: words, column, source })
}

function figureLine(
  measure: NonNullable<ExplainedOf<'pass'>['measure']>,
  figure: ExplainedOf<'pass'>['figure'],
  { messages }: Telling,
  level?: number,
): string {
  const name = measure.name[messages.language]
  if (!figure) return messages.say('explain.noFigure', { measure: name })
  if (figure.notApplicableReason !== undefined) {
    return messages.say('explain.figureNotApplicable', { measure: name, reason: figure.notApplicableReason })
  }
  const words = figureWords(measure, figure, messages.language, level, messages)
  const text = messages.say('explain.figure', { measure: name, figure: words, year: figure.year })
  return figure.illustrative ? messages.say('explain.illustrative', { text }) : text
}

function headingOf(telling: Telling): string {
  const { explanation, messages } = telling
  const told = decisive(explanation.rule).map((leaf) => ({
    leaf,
    told: visitExplained<Telling, Told>(tellers, leaf, telling),
  }))
  const reasons = told.flatMap(({ leaf, told: { reason } }) => {
    if (leaf.verdict === 'unknown') return missing(leaf, telling)
    return leaf.verdict === 'notApplicable' ? reasonNotApplicable(leaf) : (reason ?? '')
  })
  const heading = messages.say(`explain.${explanation.verdict}`, {
    reasons: [...new Set(reasons)].join('; '),
  })
  const gaps = told.flatMap(({ told: { gap } }) => gap ?? [])
  return gaps.length === 1 ? `${heading} ${gaps[0]}` : heading
}

/** The rules at the ends of the tree that make the verdict what it is. */
function decisive(rule: ExplainedRule): readonly ExplainedRule[] {
  if (rule.verdict === 'unknown') return openLeaves(rule)
  if (!('parts' in rule)) return [rule]
  const parts = rule.parts.filter((part) => part.verdict === rule.verdict)
  return (rule.kind === 'anyOf' && rule.verdict === 'met' ? parts.slice(0, 1) : parts).flatMap(decisive)
}

function missing(leaf: ExplainedRule, { messages, explanation }: Telling): readonly string[] {
  if (!('figure' in leaf)) return []
  const { code } = explanation.indicator
  const reasons: string[] = []
  if (leaf.measure === undefined) reasons.push(messages.say('explain.missingConclusion'))
  else if (leaf.figure === undefined) {
    const measure = uncapitalised(leaf.measure.name[messages.language])
    reasons.push(messages.say('explain.missingFigure', { measure }))
  }
  if ('level' in leaf && leaf.level.kind === 'unknown')
    reasons.push(messages.say('explain.missingLevel', { code }))
  if ('level' in leaf && leaf.level.kind === 'delegated')
    reasons.push(messages.say('explain.missingDecision', { code }))
  return reasons
}

function reasonNotApplicable(leaf: ExplainedRule): string {
  return 'figure' in leaf ? (leaf.figure?.notApplicableReason ?? '') : ''
}

function linesOf(rule: ExplainedRule, depth: number, telling: Telling): readonly DescribedLine[] {
  const told = visitExplained<Telling, Told>(tellers, rule, telling)
  const line = (about: DescribedLine['about'], text: string | undefined): readonly DescribedLine[] =>
    text === undefined ? [] : [{ depth, about, verdict: rule.verdict, text }]
  const parts = 'parts' in rule ? rule.parts.flatMap((part) => linesOf(part, depth + 1, telling)) : []
  return [
    ...line('parts', told.title),
    ...line('figure', told.figure),
    ...line('level', told.level),
    ...parts,
  ]
}
