import { useCallback } from 'react'

import { assessmentMessages, causeWords } from '@ancu/core/assessments'

import { useLanguage } from '../ui/language.tsx'

/** One cause or several together, all of them named: "mức yêu cầu cao hơn và thêm chỉ tiêu mới". */
export function useCauseWords(): (cause: string) => string {
  const { language } = useLanguage()
  return useCallback((cause) => causeWords(cause, assessmentMessages(language)), [language])
}
