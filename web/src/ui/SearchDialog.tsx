import { useEffect, useRef } from 'react'

import { useUiText } from './language.tsx'
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx'

export type SearchDialogProps = SearchBoxProps & {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The search over the page; the browser keeps the focus inside and gives it back. */
export function SearchDialog({ isOpen, onClose, onPick, ...search }: SearchDialogProps) {
  const t = useUiText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!isOpen) return
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog
      ref={dialog}
      className="ac-search-dialog"
      aria-label={search.label}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <button type="button" className="ac-act ac-search-dialog-close" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
      <SearchBox
        {...search}
        onPick={(option) => {
          dialog.current?.close()
          onPick(option)
        }}
      />
    </dialog>
  )
}
