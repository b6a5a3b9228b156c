import { useCallback } from 'react'

import { useLanguage } from '../ui/language.tsx'
import type { Disagreement } from './disagreements-filter.ts'
import { useDisagreementsText } from './disagreements-texts.ts'

/** "Chỉ tiêu 17.10. …", "Tiêu chí 15. Y tế": the nearest part of the set a disagreement is about, else what is measured. */
export function useAboutWords(): (row: Disagreement) => string {
  const t = useDisagreementsText()
  const { language } = useLanguage()
  return useCallback(
    ({ criterion, indicator, measure, subject }) => {
      if (indicator !== null)
        return t('list.indicator', { code: indicator.code, name: indicator.name[language] })
      if (criterion !== null)
        return t('list.criterion', { code: criterion.code, name: criterion.name[language] })
      return measure?.name[language] ?? subject
    },
    [t, language],
  )
}
