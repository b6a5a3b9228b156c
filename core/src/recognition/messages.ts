import en from '../../locales/en/recognition.json' with { type: 'json' }
import vi from '../../locales/vi/recognition.json' with { type: 'json' }
import { messagesOf, type Language, type Messages } from '../text/index.ts'

export type RecognitionMessages = typeof vi

/** Words of recognition and of the risk of losing it; a risk is never told as a loss. */
export function recognitionMessages(language: Language): Messages<RecognitionMessages> {
  return messagesOf(language, { vi, en })
}
