import vi from '../../../core/locales/vi/risk-screen.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const riskMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/risk-screen.json', { with: { type: 'json' } }),
})

/** Texts of the screen of units that may lose their recognition. */
export function useRiskText(): Say<keyof typeof vi> {
  return useText(riskMessages)
}
