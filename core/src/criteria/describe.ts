import type { Messages } from '../text/index.ts'
import type { Verdict } from './criteria.ts'
import { levelsIn, openLeaves, type ExplainedPart } from './explanation.ts'
import type { CriteriaMessages } from './messages.ts'
import type { ResolvedLevel } from './levels.ts'
import { visitExplained, type ExplainedOf, type ExplainedRule } from './rules/explained.ts'
import { tellers, type Told } from './tellers.ts'
import { uncapitalised, type Telling } from './words.ts'

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
  explanation: ExplainedPart,
  messages: Messages<CriteriaMessages>,
  documentName: (document: string) => string = (document) => document,
): Described {
  const telling: Telling = { explanation, messages, documentName, isAlone: !('parts' in explanation.rule) }
  return { heading: headingOf(telling), lines: linesOf(explanation.rule, 0, telling) }
}

function headingOf(telling: Telling): string {
  const { explanation, messages } = telling
  if (!explanation.appliesInColumn) {
    return messages.say('explain.notApplicable', { reasons: notInColumn(telling) })
  }
  const told = decisive(explanation.rule).map((leaf) => ({
    leaf,
    told: visitExplained<Telling, Told>(tellers, leaf, telling),
  }))
  const reasons = told.flatMap(({ leaf, told: { reason } }) => {
    if (leaf.verdict === 'unknown') return missing(leaf, telling)
    return leaf.verdict === 'notApplicable' ? reasonNotApplicable(leaf, telling) : (reason ?? '')
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

function missing(leaf: ExplainedRule, telling: Telling): readonly string[] {
  const { messages } = telling
  if ('counts' in leaf) return [...missingUnits(leaf, telling), ...missingLevel(leaf.level, telling)]
  if (!('figure' in leaf)) return []
  const reasons: string[] = []
  if (leaf.measure === undefined) reasons.push(messages.say('explain.missingConclusion'))
  else if (leaf.figure === undefined) {
    const measure = uncapitalised(leaf.measure.name[messages.language])
    reasons.push(messages.say('explain.missingFigure', { measure }))
  }
  const levels = levelsIn(leaf).flatMap((level) => missingLevel(level, telling))
  return [...reasons, ...new Set(levels)]
}

function missingLevel(level: ResolvedLevel, { messages, explanation }: Telling): readonly string[] {
  const { code } = explanation
  if (level.kind !== 'unknown' && level.kind !== 'delegated') return []
  if (level.of) {
    const set = level.of.name?.[messages.language] ?? level.of.set
    return [messages.say('explain.missingLevelOfSet', { key: level.of.key, set })]
  }
  return [
    messages.say(level.kind === 'unknown' ? 'explain.missingLevel' : 'explain.missingDecision', { code }),
  ]
}

function missingUnits(
  { of, counts }: ExplainedOf<'unitsAtLeast'> | ExplainedOf<'unitsAtMost'>,
  { messages }: Telling,
): readonly string[] {
  const open = counts ? counts.possible - counts.sure : 0
  const unit = messages.say(`explain.units.${of}`)
  return open > 0 ? [messages.say('explain.units.open', { count: open, unit })] : []
}

function reasonNotApplicable(leaf: ExplainedRule, telling: Telling): string {
  const levels = levelsIn(leaf)
  if (levels.length > 0 && levels.every((level) => level.kind === 'notApplicable'))
    return notInColumn(telling)
  if ('counts' in leaf) {
    const unit = telling.messages.say(`explain.units.${leaf.of}`)
    return telling.messages.say('explain.units.noneThere', { unit })
  }
  return 'figure' in leaf ? (leaf.figure?.notApplicableReason ?? '') : ''
}

function notInColumn({ explanation, messages }: Telling): string {
  const column = explanation.columnName?.[messages.language]
  return column === undefined
    ? messages.say('explain.notForAny')
    : messages.say('explain.notInColumn', { column })
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
