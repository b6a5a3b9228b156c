import { useCallback } from 'react'

import { useFormats } from '../../ui/language.tsx'
import { dayBefore } from '../../units/shown.ts'
import { useLawText } from './texts.ts'

/** A period in words, its last day included: "8/3/2022 – 14/2/2026", "từ 15/2/2026". */
export function usePeriod(): (period: { readonly from: string; readonly until: string | null }) => string {
  const t = useLawText()
  const format = useFormats()
  return useCallback(
    ({ from, until }) =>
      until === null
        ? t('period.from', { from: format.day(from) })
        : t('period.between', { from: format.day(from), until: format.day(dayBefore(until)) }),
    [t, format],
  )
}
