import { criteriaMessages, describe, figureWords, type Measure, type Verdict } from '../criteria/index.ts'
import type { KnownClaim, KnownFigure } from '../figures/index.ts'
import { formatDay, type Language } from '../text/index.ts'
import type { ComputedAttested, Quantity, VillageSum } from './disagreements.ts'
import { assessmentMessages } from './messages.ts'

type NameOf = (document: string) => string

/** What the figures come to: of an indicator why, of a criterion why of those that decide it. */
export function computedWords(
  { criterion, indicator }: Pick<ComputedAttested, 'criterion' | 'indicator'>,
  language: Language,
  documentName: NameOf,
): string {
  const messages = criteriaMessages(language)
  const decisive = indicator
    ? [indicator]
    : criterion.indicators.filter(({ computed }) => computed === criterion.computed)
  const { say } = assessmentMessages(language)
  return decisive
    .map(({ code, explanation }) =>
      say('say.indicator', { code, text: describe(explanation, messages, documentName).heading }),
    )
    .join(' ')
}

/** What a body or the unit itself concluded, at which stage, and when. */
export function claimWords({ verdict, stage, asOf }: KnownClaim, language: Language): string {
  const criteria = criteriaMessages(language)
  return assessmentMessages(language).say('say.concluded', {
    stage: criteria.say(`claimStage.${stage}`),
    verdict: lowered(criteria.say(`verdict.${verdict}`)),
    day: formatDay(asOf),
  })
}

/** A figure with whose it is. */
export function figureOfStage(figure: KnownFigure, measure: Measure, language: Language): string {
  return assessmentMessages(language).say('say.figureOfStage', {
    stage: criteriaMessages(language).say(`figureStage.${figure.stage}`),
    figure: quantityWords(figure, measure, language),
  })
}

/** The sum, and of how many villages. */
export function sumWords({ sum, parts, of }: VillageSum, measure: Measure, language: Language): string {
  return assessmentMessages(language).say('say.sum', {
    figure: inWords({ ...sum, year: 0, notApplicableReason: undefined }, measure, language),
    told: parts.length,
    of,
  })
}

function quantityWords(figure: KnownFigure, measure: Measure, language: Language): string {
  const { num, den, scaled, year, notApplicableReason } = figure
  return inWords({ num: num ?? scaled ?? 0, den: den ?? 1, year, notApplicableReason }, measure, language)
}

function inWords(
  figure: Quantity & { readonly year: number; readonly notApplicableReason: string | undefined },
  measure: Measure,
  language: Language,
): string {
  const criteria = criteriaMessages(language)
  if (figure.notApplicableReason !== undefined) return verdictWord('notApplicable', language)
  return figureWords(
    measure,
    { ...figure, id: undefined, illustrative: false },
    language,
    undefined,
    criteria,
  )
}

function verdictWord(verdict: Verdict, language: Language): string {
  return lowered(criteriaMessages(language).say(`verdict.${verdict}`))
}

function lowered(text: string): string {
  return text.toLocaleLowerCase('vi')
}
