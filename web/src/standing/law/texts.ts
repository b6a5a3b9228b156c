import vi from '../../../../core/locales/vi/law-screen.json' with { type: 'json' }

import { useText } from '../../ui/language.tsx'
import { messages, type Say } from '../../ui/messages.ts'

const lawMessages = messages({
  vi,
  en: () => import('../../../../core/locales/en/law-screen.json', { with: { type: 'json' } }),
})

export type LawKey = keyof typeof vi
export type LawSay = Say<LawKey>

/** Texts of the screens about the law: sets, levels, documents wanted. */
export function useLawText(): LawSay {
  return useText(lawMessages)
}
