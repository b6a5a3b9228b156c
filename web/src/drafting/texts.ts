import vi from '../../../core/locales/vi/drafting.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const draftingMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/drafting.json', { with: { type: 'json' } }),
})

export type DraftingKey = keyof typeof vi

/** Texts of the screens on which an annex becomes a set. */
export function useDraftingText(): Say<DraftingKey> {
  return useText(draftingMessages)
}
