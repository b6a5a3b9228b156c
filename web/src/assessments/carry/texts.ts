import vi from '../../../../core/locales/vi/carry-screen.json' with { type: 'json' }

import { useText } from '../../ui/language.tsx'
import { messages, type Say } from '../../ui/messages.ts'

const carryMessages = messages({
  vi,
  en: () => import('../../../../core/locales/en/carry-screen.json', { with: { type: 'json' } }),
})

/** Texts of the screen that carries conclusions over to another set. */
export function useCarryText(): Say<keyof typeof vi> {
  return useText(carryMessages)
}
