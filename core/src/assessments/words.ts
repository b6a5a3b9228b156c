import { criteriaMessages, figureWords, levelWords, type ResolvedLevel } from '../criteria/index.ts'
import { formatDay, type Language } from '../text/index.ts'
import { assessmentMessages } from './messages.ts'
import type { ComparedReason } from './compare.ts'
import type { Leaf } from './leaves.ts'
import type { Seen } from './why.ts'

/** A reason for people: what the figure and its level are now, and what they were before. */
export function reasonWords(
  reason: ComparedReason,
  language: Language,
  documentName: (document: string) => string,
): string {
  const { say } = assessmentMessages(language)
  const told = (seen: Seen | undefined): string => sideWords(seen, language, documentName)
  return say('reason', { now: told(reason.new), before: told(reason.old) })
}

function sideWords(
  seen: Seen | undefined,
  language: Language,
  documentName: (document: string) => string,
): string {
  const { say } = assessmentMessages(language)
  if (seen === undefined) return say('notAsked')
  const { leaf, indicator } = seen
  const verdict = criteriaMessages(language).say(`verdict.${indicator.verdict}`).toLocaleLowerCase('vi')
  if (leaf?.measure === undefined) {
    return say(indicator.stale ? 'verdictOnStale' : 'verdictOnly', { verdict })
  }
  const figure = figureSaid(leaf, seen, language)
  const level = levelSaid(leaf, language, documentName)
  return level === undefined
    ? say('figureOnly', { figure, verdict })
    : say('figureAndLevel', { figure, level })
}

function figureSaid({ figure, measure, level }: Leaf, { indicator }: Seen, language: Language): string {
  const { say } = assessmentMessages(language)
  if (figure === undefined || measure === undefined) return say('noFigure')
  if (figure.notApplicableReason !== undefined)
    return say('figureNotApplicable', { reason: figure.notApplicableReason })
  const scaled = level && 'scaled' in level ? level.scaled : undefined
  const words = figureWords(measure, figure, language, scaled)
  const isStale = indicator.figures.some(({ fact, stale }) => stale && fact.id === figure.id)
  if (figure.day !== undefined) {
    return say(isStale ? 'staleFigureOn' : 'figureOn', { figure: words, day: formatDay(figure.day) })
  }
  return say(isStale ? 'staleFigure' : 'figure', { figure: words, year: figure.year })
}

function levelSaid(
  { measure, level }: Leaf,
  language: Language,
  documentName: (document: string) => string,
): string | undefined {
  if (level === undefined || measure === undefined) return undefined
  const { say } = assessmentMessages(language)
  if (!('scaled' in level)) return say('noLevel')
  return say('level', { level: levelWords(measure, level, language), source: sourceOf(level, documentName) })
}

function sourceOf(level: ResolvedLevel, documentName: (document: string) => string): string {
  const [document, article] =
    level.kind === 'decision'
      ? [level.document, level.article]
      : [level.source?.document ?? '', level.source?.article]
  return [documentName(document), ...(article === undefined ? [] : [article])].join(', ')
}
