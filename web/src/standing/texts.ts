import vi from '../../../core/locales/vi/standing-screen.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const standingMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/standing-screen.json', { with: { type: 'json' } }),
})

export type StandingKey = keyof typeof vi
export type StandingSay = Say<StandingKey>

export function useStandingText(): StandingSay {
  return useText(standingMessages)
}
