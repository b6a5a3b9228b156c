import vi from '../../../core/locales/vi/units-screen.json' with { type: 'json' }

import { useText } from '../ui/language.tsx'
import { messages, type Say } from '../ui/messages.ts'

const unitsMessages = messages({
  vi,
  en: () => import('../../../core/locales/en/units-screen.json', { with: { type: 'json' } }),
})

export type UnitsKey = keyof typeof vi

export function useUnitsText(): Say<UnitsKey> {
  return useText(unitsMessages)
}
