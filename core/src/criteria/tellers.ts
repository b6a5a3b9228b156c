import { formatDay, formatPercent } from '../text/index.ts'
import { levelLine, type KnownLevel } from './level-words.ts'
import { ranks } from './ranks.ts'
import type { ExplainedOf, ExplainedVisitor, UnitCounts } from './rules/explained.ts'
import {
  boundsWords,
  figureWords,
  formatPoints,
  gapFacts,
  levelWords,
  ofYear,
  sourceWords,
  uncapitalised,
  type Telling,
} from './words.ts'

/** What is told of one rule: the title of its parts, or why it is as it is, its figure and its level. */
export type Told = {
  readonly title?: string
  readonly reason?: string
  readonly gap?: string | undefined
  readonly figure?: string
  readonly level?: string
}

/** One function per rule kind. */
export const tellers = {
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
  register: (rule, telling) => {
    const { messages } = telling
    const entry = registerWords(rule, messages)
    const level = messages.say(`explain.register.${rule.register}.level`, { entry })
    return {
      reason: messages.say(`explain.register.${rule.register}.${rule.verdict === 'met' ? 'met' : 'unmet'}`, {
        entry,
      }),
      figure: heldLine(rule, entry, telling),
      level: messages.say('explain.level', { level, source: sourceWords(rule.source, telling) }),
    }
  },
  unitsAtLeast: (rule, telling) => ofUnits(rule, telling),
  unitsAtMost: (rule, telling) => ofUnits(rule, telling),
  score: (rule, telling) => {
    const { messages } = telling
    const { measure, figure, score, most, passAt, source, verdict } = rule
    const points = (number: number): string => formatPoints(number, messages.language)
    const ladder = (rule.steps ?? []).map((step) => stepWords(rule, step, telling)).join('; ')
    const told = ladder === '' ? messages.say('explain.score.asGiven', { most: points(most) }) : ladder
    return {
      figure: figureLine(measure, figure, telling),
      level: messages.say('explain.score.level', { level: told, source: sourceWords(source, telling) }),
      reason:
        score && (verdict === 'met' || verdict === 'unmet')
          ? messages.say(`explain.score.${verdict}`, {
              score: boundsWords(score, messages),
              passAt: points(passAt),
            })
          : '',
    }
  },
  allOf: (_, { messages }) => ({ title: messages.say('explain.allOf') }),
  anyOf: (_, { messages }) => ({ title: messages.say('explain.anyOf') }),
  atLeastOf: ({ count }, { messages }) => ({ title: messages.say('explain.atLeastOf', { count }) }),
} as const satisfies ExplainedVisitor<Telling, Told>

function compared(rule: ExplainedOf<'atLeast'> | ExplainedOf<'atMost'>, telling: Telling): Told {
  const { messages } = telling
  const { measure, figure, level, kind, verdict } = rule
  const told = (one: KnownLevel): string =>
    messages.say(`explain.${kind}.level`, { level: levelWords(measure, one, messages.language) })
  const facts = {
    figure: figureLine(measure, figure, telling, 'scaled' in level ? level.scaled : undefined),
    level: levelLine(level, told, telling),
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

/** "từ 80 % trở lên: 10 điểm" */
function stepWords(
  { measure }: ExplainedOf<'score'>,
  { kind, level, points }: NonNullable<ExplainedOf<'score'>['steps']>[number],
  { messages }: Telling,
): string {
  const words =
    'scaled' in level
      ? messages.say(`explain.${kind}.level`, {
          level: ofYear(level, levelWords(measure, level, messages.language), messages),
        })
      : messages.say(level.kind === 'notApplicable' ? 'explain.score.notAsked' : 'explain.score.open')
  return messages.say('explain.score.step', { level: words, points: formatPoints(points, messages.language) })
}

function ofUnits(rule: ExplainedOf<'unitsAtLeast'> | ExplainedOf<'unitsAtMost'>, telling: Telling): Told {
  const { messages } = telling
  const { kind, level, verdict, counts } = rule
  const unit = messages.say(`explain.units.${rule.of}`)
  const name = rule.name?.[messages.language] ?? messages.say('explain.units.meeting', { unit })
  const words = (one: KnownLevel): string => {
    const number = rule.as === 'share' ? formatPercent(one.scaled, messages.language) : String(one.scaled)
    return messages.say(`explain.units.${rule.as}`, { number, name, unit })
  }
  const told = (one: KnownLevel): string =>
    messages.say(kind === 'unitsAtLeast' ? 'explain.atLeast.level' : 'explain.atMost.level', {
      level: words(one),
    })
  const facts = { level: levelLine(level, told, telling), figure: countsLine(rule, name, unit, telling) }
  if (!counts || !('scaled' in level) || (verdict !== 'met' && verdict !== 'unmet')) return facts
  return {
    ...facts,
    reason: messages.say(`explain.units.${kind}.${verdict}`, {
      counts: countsWords(counts, name, messages),
      level: words(level),
    }),
    gap:
      rule.gap === undefined
        ? undefined
        : messages.say(kind === 'unitsAtLeast' ? 'explain.atLeast.gap' : 'explain.atMost.gap', {
            number: String(rule.gap),
            unit,
          }),
  }
}

function countsLine(
  { counts }: ExplainedOf<'unitsAtLeast'> | ExplainedOf<'unitsAtMost'>,
  name: string,
  unit: string,
  { messages }: Telling,
): string {
  if (!counts || counts.total === 0) return messages.say('explain.units.noneThere', { unit })
  return messages.say('explain.units.figure', { counts: countsWords(counts, name, messages) })
}

function countsWords(
  { sure, possible, total }: UnitCounts,
  name: string,
  messages: Telling['messages'],
): string {
  return sure === possible
    ? messages.say('explain.units.counted', { sure, total, name })
    : messages.say('explain.units.between', { sure, possible, total, name })
}

function registerWords({ entry, name }: ExplainedOf<'register'>, messages: Telling['messages']): string {
  if (name) return name[messages.language]
  const rank = ranks.find((one) => one === entry)
  return rank === undefined ? entry : messages.say(`rank.${rank}`)
}

function heldLine({ held }: ExplainedOf<'register'>, entry: string, telling: Telling): string {
  const { messages, documentName } = telling
  if (!held) return messages.say('explain.register.notHeld', { entry })
  const facts = [
    messages.say('explain.register.yes'),
    ...(held.from === undefined
      ? []
      : [messages.say('explain.register.since', { from: formatDay(held.from) })]),
    ...(held.document === undefined ? [] : [documentName(held.document)]),
  ]
  return messages.say('explain.register.held', { entry, facts: facts.join(', ') })
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
  const facts = { measure: name, figure: words }
  const text =
    figure.day === undefined
      ? messages.say('explain.figure', { ...facts, year: figure.year })
      : messages.say('explain.figureOn', { ...facts, day: formatDay(figure.day) })
  return figure.illustrative ? messages.say('explain.illustrative', { text }) : text
}
