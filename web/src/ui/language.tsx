import { formatNumber } from '@ancu/core/text'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'

import {
  languages,
  say,
  sayDay,
  uiMessages,
  type Language,
  type Messages,
  type Params,
  type Say,
  type UiKey,
} from './messages.ts'

type LanguageInUse = { readonly language: Language; readonly speak: (language: Language) => void }

const LanguageContext = createContext<LanguageInUse>({ language: 'vi', speak: () => undefined })

const storageKey = 'an-cu-language'

/** Keeps the language chosen on this machine and says it to the document. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(
    () => ({
      language,
      speak: (chosen: Language) => {
        rememberLanguage(chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): LanguageInUse {
  return useContext(LanguageContext)
}

/** The texts of one slice in the language in use. */
export function useText<Key extends string>(texts: Messages<Key>): Say<Key> {
  const { language } = useLanguage()
  return useMemo(() => (key: Key, params?: Params) => say(texts, language, key, params), [texts, language])
}

/** The texts of the design system itself. */
export function useUiText(): Say<UiKey> {
  return useText(uiMessages)
}

/** Numbers and days as the language in use writes them. */
export function useFormats(): {
  readonly number: (value: number, decimals?: number) => string
  readonly day: (day: string) => string
} {
  const { language } = useLanguage()
  return useMemo(
    () => ({ number: (value, decimals) => formatNumber(value, language, decimals), day: sayDay }),
    [language],
  )
}

function rememberedLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey)
    return languages.find((language) => language === kept) ?? 'vi'
  } catch {
    return 'vi' // storage forbidden by the browser: the language lasts as long as the page
  }
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // storage forbidden by the browser: nothing is lost but the habit
  }
}
