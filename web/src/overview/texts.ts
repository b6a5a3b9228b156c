import vi from '../../../core/locales/vi/overview.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const overviewMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/overview.json', { with: { type: 'json' } }),
})

export type OverviewKey = keyof typeof vi

export function useOverviewText(): Say<OverviewKey> {
  return useText(overviewMessages)
}
