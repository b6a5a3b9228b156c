import en from '../../locales/en/assessments.json' with { type: 'json' }
import vi from '../../locales/vi/assessments.json' with { type: 'json' }
import { formatNumber, messagesOf, type Language, type Messages } from '../text/index.ts'
import { isCause } from './causes.ts'
import type { LackKind } from './nearest.ts'

export type AssessmentMessages = typeof vi

/** Words of comparisons: causes, changes, what stood on either side. */
export function assessmentMessages(language: Language): Messages<AssessmentMessages> {
  return messagesOf(language, { vi, en })
}

/** One cause or several together, as people read it. */
export function causeWords(cause: string, messages: Messages<AssessmentMessages>): string {
  const names = cause.split('+').map((one) => (isCause(one) ? messages.say(`cause.${one}`) : one))
  return names.join(messages.say('and'))
}

/** What an indicator, or a criterion as a whole, waits for; how far it falls short only where a part of it is done. */
export function lackWords(
  { kind, share }: { readonly kind: LackKind; readonly share: number },
  language: Language,
): string {
  const { say } = assessmentMessages(language)
  if (kind === 'shortfall' && share >= 1) return say('lack.unmet')
  return say(`lack.${kind}`, { percent: formatNumber(Math.ceil(share * 100), language) })
}
