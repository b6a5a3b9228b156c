import { formatNumber } from '@ancu/core/text'
import {
  createContext,
  startTransition,
  Suspense,
  use,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'

import { chooseLanguage, chosenLanguage } from './chosen-language.ts'
import {
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

/** Keeps the language chosen on this machine and says it to the document. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(chosenLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(
    () => ({
      language,
      speak: (chosen: Language) => {
        chooseLanguage(chosen)
        // The page stays as it is until the other texts are here.
        startTransition(() => setLanguage(chosen))
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={value}>
      <Suspense>{children}</Suspense>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageInUse {
  return useContext(LanguageContext)
}

/** The texts of one slice in the language in use. */
export function useText<Key extends string>(texts: Messages<Key>): Say<Key> {
  const { language } = useLanguage()
  const words = language === 'vi' ? texts.vi : (texts.arrived() ?? use(texts.en()))
  return useMemo(() => (key: Key, params?: Params) => say(words, language, key, params), [words, language])
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
