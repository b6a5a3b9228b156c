import { useCallback } from 'react'

import { recognitionMessages } from '@ancu/core/recognition'

import { useLanguage } from '../ui/language.tsx'
import type { RowState } from './risk.ts'

/** How a recognition stands, in words: a risk is never told as a loss. */
export function useStateWords(): (state: RowState) => string {
  const { language } = useLanguage()
  return useCallback(
    (state) => {
      const { say } = recognitionMessages(language)
      return state === 'withoutRule' ? say('noRule') : say(`status.${state}`)
    },
    [language],
  )
}
