import vi from '../../../../core/locales/vi/coming-screen.json' with { type: 'json' }

import { useText } from '../../ui/language.tsx'
import { messages, type Say } from '../../ui/messages.ts'

const comingMessages = messages({
  vi,
  en: () => import('../../../../core/locales/en/coming-screen.json', { with: { type: 'json' } }),
})

/** Texts of the screen of a set that is coming. */
export function useComingText(): Say<keyof typeof vi> {
  return useText(comingMessages)
}
