import type { ReactNode } from 'react'

import { useLanguage, useUiText } from './language.tsx'

/** Words that there are in Vietnamese alone: they are read out as such, and an English page says that they are. */
export function Vietnamese({ children }: { readonly children: ReactNode }) {
  const t = useUiText()
  const { language } = useLanguage()
  if (language === 'vi') return children
  return (
    <>
      <span lang="vi">{children}</span> <span className="ac-small">{t('inVietnamese')}</span>
    </>
  )
}
