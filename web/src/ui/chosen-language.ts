import { languages, type Language } from '@ancu/core/text'

const storageKey = 'an-cu-language'

let chosen = rememberedLanguage()

/** The language chosen on this machine; Vietnamese until somebody chooses. */
export function chosenLanguage(): Language {
  return chosen
}

/** Keeps the choice for this page, and for the next visit if the browser lets it. */
export function chooseLanguage(language: Language): void {
  chosen = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // storage forbidden by the browser: nothing is lost but the habit
  }
}

function rememberedLanguage(): Language {
  try {
    const kept = localStorage.getItem(storageKey)
    return languages.find((language) => language === kept) ?? 'vi'
  } catch {
    return 'vi' // storage forbidden by the browser: the language lasts as long as the page
  }
}
