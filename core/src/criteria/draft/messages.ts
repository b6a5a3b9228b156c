import en from '../../../locales/en/drafting.json' with { type: 'json' }
import vi from '../../../locales/vi/drafting.json' with { type: 'json' }
import { messagesOf, type Language, type Messages } from '../../text/index.ts'

/** Words of drafts: doubts, names of fields, the screen. */
export function draftMessages(language: Language): Messages<typeof vi> {
  return messagesOf(language, { vi, en })
}
