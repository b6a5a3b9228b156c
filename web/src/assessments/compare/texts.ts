import vi from '../../../../core/locales/vi/compare-screen.json' with { type: 'json' }

import { useText } from '../../ui/language.tsx'
import { messages, type Say } from '../../ui/messages.ts'

const compareMessages = messages({
  vi,
  en: () => import('../../../../core/locales/en/compare-screen.json', { with: { type: 'json' } }),
})

export type CompareKey = keyof typeof vi

/** Texts of the screen that holds two sets against each other. */
export function useCompareText(): Say<CompareKey> {
  return useText(compareMessages)
}
