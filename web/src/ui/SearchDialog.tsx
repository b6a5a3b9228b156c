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
    const element = dialog.current
    if (!isOpen || element === null) return
    element.showModal()
    element.querySelector('input')?.focus()
    // What is pressed outside of the content is the dialog itself: its backdrop.
    const onPress = (event: MouseEvent) => {
      if (event.target === element) element.close()
    }
    element.addEventListener('click', onPress)
    return () => element.removeEventListener('click', onPress)
  }, [isOpen])
  if (!isOpen) return null
  return (
    <dialog ref={dialog} className="ac-dialog ac-search-dialog" aria-label={search.label} onClose={onClose}>
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
