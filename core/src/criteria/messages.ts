import en from '../../locales/en/criteria.json' with { type: 'json' }
import vi from '../../locales/vi/criteria.json' with { type: 'json' }
import { messagesOf, type Language, type Messages } from '../text/index.ts'

export type CriteriaMessages = typeof vi

/** Words of criteria: verdicts, stages, explanations, faults of packs. */
export function criteriaMessages(language: Language): Messages<CriteriaMessages> {
  return messagesOf(language, { vi, en })
}
