import vi from '../../../core/locales/vi/screens.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const screenMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/screens.json', { with: { type: 'json' } }),
})

export type ScreenKey = keyof typeof vi

/** Texts that every screen shares: faults, the time bar's marks, names of the screens. */
export function useScreenText(): Say<ScreenKey> {
  return useText(screenMessages)
}
