import vi from '../../../core/locales/vi/disagreements-screen.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const disagreementTexts = messages({
  vi,
  en: () => import('../../../core/locales/en/disagreements-screen.json', { with: { type: 'json' } }),
})

export type DisagreementsKey = keyof typeof vi
export type DisagreementsSay = Say<DisagreementsKey>

/** Texts of the list of disagreements and of the note that settles one. */
export function useDisagreementsText(): DisagreementsSay {
  return useText(disagreementTexts)
}
