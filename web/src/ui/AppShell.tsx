import { useEffect, useState, type ReactNode } from 'react'

import { Go } from './Go.tsx'
import { useUiText } from './language.tsx'
import { SearchDialog } from './SearchDialog.tsx'
import type { SearchBoxProps } from './SearchBox.tsx'
import { Thread } from './Section.tsx'
import { LanguageSwitch, SchemeSwitch } from './Switches.tsx'
import { WeaveDefs } from './weave.tsx'
import './app-shell.css'

export type NavItem = { readonly href: string; readonly label: string; readonly isCurrent: boolean }

export type AppShellProps = {
  /** Words, no pictures. The same words stand in the dock of a phone. */
  readonly nav: readonly NavItem[]
  /** Search over everything: by `/`, from the header and from the dock. */
  readonly search?: Pick<SearchBoxProps, 'find' | 'onPick'>
  /** More lines for the foot of the page. */
  readonly footer?: ReactNode
  /** Begins with the time bar where there is one, then one `Page`. */
  readonly children: ReactNode
}

/** What stands around every page: mark, words, scheme, language, thread; the foot; the dock of a phone. */
export function AppShell({ nav, search, footer, children }: AppShellProps) {
  const t = useUiText()
  const [isSearching, setSearching] = useState(false)
  const hasSearch = search !== undefined
  useSlash(hasSearch, () => setSearching(true))
  const links = nav.map((item) => (
    <Go key={item.href} href={item.href} isCurrent={item.isCurrent}>
      {item.label}
    </Go>
  ))
  return (
    <>
      <a className="ac-skip" href="#noi-dung">
        {t('shell.skip')}
      </a>
      <WeaveDefs />
      <header className="ac-header">
        <div className="ac-page ac-header-line">
          <Go href="/" className="ac-mark" label={t('shell.home')}>
            <Mark />
            An&nbsp;Cư
          </Go>
          <nav className="ac-nav" aria-label={t('shell.nav')}>
            {links}
          </nav>
          <div className="ac-header-end">
            {hasSearch && (
              <button type="button" className="ac-act ac-header-search" onClick={() => setSearching(true)}>
                {t('shell.search')} <kbd>/</kbd>
              </button>
            )}
            <LanguageSwitch />
            <SchemeSwitch />
          </div>
        </div>
        <Thread />
      </header>
      {children}
      <footer className="ac-page ac-footer ac-note-text">
        <p>{t('shell.illustrative')}</p>
        <p>{t('shell.opens')}</p>
        {footer}
      </footer>
      <nav className="ac-dock" aria-label={t('shell.dock')}>
        {links}
        {hasSearch && (
          <button type="button" onClick={() => setSearching(true)}>
            {t('shell.search')}
          </button>
        )}
      </nav>
      {hasSearch && (
        <SearchDialog
          label={t('search.label')}
          hint={t('search.hint')}
          {...search}
          isOpen={isSearching}
          onClose={() => setSearching(false)}
        />
      )}
    </>
  )
}

export type PageProps = {
  /** Title of the document, before the name of the program. */
  readonly title: string
  readonly children: ReactNode
}

/** The content of a page; after a change of page the focus goes here. */
export function Page({ title, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · An Cư`
  }, [title])
  return (
    <main className="ac-page ac-main" id="noi-dung" tabIndex={-1}>
      {children}
    </main>
  )
}

function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden>
      <path d="M9 .4 12 1.4 15 .4 22.6 17H1.4z" />
      <path className="ac-mark-stilts" d="M5.4 17V24M12 17V24M18.6 17V24" />
    </svg>
  )
}

/** `/` opens the search wherever nobody is typing. */
function useSlash(isOn: boolean, open: () => void): void {
  useEffect(() => {
    if (!isOn) return
    function onKey(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn, open])
}
