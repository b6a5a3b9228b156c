import vi from '../../../core/locales/vi/regressions-screen.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const regressionMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/regressions-screen.json', { with: { type: 'json' } }),
})

/** Texts of the screen of criteria that are no longer met. */
export function useRegressionsText(): Say<keyof typeof vi> {
  return useText(regressionMessages)
}
