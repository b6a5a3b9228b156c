import {
  formatNumber,
  formatPercent,
  formatScaled,
  formatShare,
  withUnit,
  type Language,
  type Messages,
} from '../text/index.ts'
import type { LegalSource, Measure } from './criteria.ts'
import type { ExplainedPart } from './explanation.ts'
import type { CriteriaMessages } from './messages.ts'
import type { Bounds } from './points.ts'
import type { ExplainFigure } from './rules/explained.ts'

export type Telling = {
  readonly explanation: ExplainedPart
  readonly messages: Messages<CriteriaMessages>
  readonly documentName: (document: string) => string
  /** The indicator has one rule only, so that its measure need not be named. */
  readonly isAlone: boolean
}

/** A figure: a share in percent, on its own side of `level`, with what it is a share of where `messages` are given. */
export function figureWords(
  measure: Measure,
  figure: ExplainFigure,
  language: Language,
  level?: number,
  messages?: Messages<CriteriaMessages>,
): string {
  const unit = measure.quantity[language]
  if (measure.kind !== 'share') return withUnit(formatScaled(figure.num, measure.scale, language), unit)
  const share = formatShare(figure.num, figure.den, language, level)
  if (!messages) return share
  const den = withUnit(formatNumber(figure.den, language), unit)
  return messages.say('explain.shareFigure', { num: formatNumber(figure.num, language), den, share })
}

/** A level on the measure's scale. */
export function levelWords(measure: Measure, level: { readonly scaled: number }, language: Language): string {
  return measure.kind === 'share'
    ? formatPercent(level.scaled, language)
    : withUnit(formatScaled(level.scaled, measure.scale, language), measure.quantity[language])
}

/** Says of which year a level is, where it differs by year. */
export function ofYear(
  level: { readonly year: number | undefined },
  words: string,
  messages: Messages<CriteriaMessages>,
): string {
  return level.year === undefined ? words : messages.say('explain.ofYear', { level: words, year: level.year })
}

/** How far a figure is from its level: of the counted thing, or on the scale of an amount. */
export function gapFacts(
  measure: Measure,
  gap: number,
  language: Language,
): { readonly number: string; readonly unit: string } {
  return { number: formatScaled(gap, measure.scale, language), unit: measure.quantity[language] }
}

/** Document and article, and how far they were checked. */
export function sourceWords(source: LegalSource, { messages, documentName }: Telling): string {
  const document = documentName(source.document)
  const place =
    source.article === undefined
      ? document
      : messages.say('explain.sourceArticle', { document, article: source.article })
  return messages.say('explain.sourceChecked', {
    source: place,
    checked: uncapitalised(messages.say(`checked.${source.checked}`)),
  })
}

/** A name inside a sentence. */
export function uncapitalised(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** Points from hundredths: "7,5". */
export function formatPoints(hundredths: number, language: Language): string {
  return formatNumber(hundredths / 100, language)
}

/** Points that something has, or may have: "7 điểm", "từ 5 đến 10 điểm". */
export function boundsWords({ least, most }: Bounds, messages: Messages<CriteriaMessages>): string {
  const [fewest, greatest] = [least, most].map((points) => formatPoints(points, messages.language))
  return least === most
    ? messages.say('explain.score.points', { points: fewest ?? '' })
    : messages.say('explain.score.between', { least: fewest ?? '', most: greatest ?? '' })
}
