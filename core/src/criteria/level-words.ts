import { formatPercent } from '../text/index.ts'
import { everyColumn, type ResolvedLevel } from './levels.ts'
import { ofYear, sourceWords, type Telling } from './words.ts'

/** A level that a figure can be held against. */
export type KnownLevel = Extract<ResolvedLevel, { readonly scaled: number }>

/** The level, what it is to a figure in `words`, and who says so; or why there is none. */
export function levelLine(
  level: ResolvedLevel,
  words: (level: KnownLevel) => string,
  telling: Telling,
): string {
  const { messages, explanation, documentName } = telling
  switch (level.kind) {
    case 'notApplicable':
      return messages.say('explain.levelNotApplicable', { source: sourceWords(level.source, telling) })
    case 'delegated':
    case 'unknown':
      return openWords(level, telling)
    case 'decision': {
      const document = documentName(level.document)
      const source =
        level.article === undefined
          ? document
          : messages.say('explain.sourceArticle', { document, article: level.article })
      const text = messages.say('explain.levelDecided', {
        level: ofYear(level, words(level), messages),
        source,
      })
      return level.illustrative ? messages.say('explain.illustrative', { text }) : text
    }
    case 'set':
    case 'ofSet': {
      const source = sourceWords(level.source, telling)
      const told = ofYear(
        level,
        level.kind === 'set' ? words(level) : portionWords(level, words, telling),
        messages,
      )
      const column = explanation.columnName?.[messages.language]
      return column === undefined || level.column === everyColumn
        ? messages.say('explain.level', { level: told, source })
        : messages.say('explain.levelOfColumn', { level: told, column, source })
    }
  }
}

function portionWords(
  level: Extract<ResolvedLevel, { readonly kind: 'ofSet' }>,
  words: (level: KnownLevel) => string,
  { messages }: Telling,
): string {
  return messages.say('explain.levelOfSet', {
    level: words(level),
    percent: formatPercent(level.of.percent, messages.language),
    key: level.of.key,
    set: level.of.name?.[messages.language] ?? level.of.set,
  })
}

function openWords(
  { kind, of }: Extract<ResolvedLevel, { readonly kind: 'delegated' | 'unknown' }>,
  { messages }: Telling,
): string {
  if (of) {
    const facts = { key: of.key, set: of.name?.[messages.language] ?? of.set }
    return messages.say('explain.levelOfSetOpen', facts)
  }
  return messages.say(kind === 'delegated' ? 'explain.levelDelegated' : 'explain.levelUnknown')
}
