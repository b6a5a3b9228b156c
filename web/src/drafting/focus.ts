import { useEffect, useRef, type RefObject } from 'react'

/** As a ref of what opens because somebody asked for it: the first field in it takes the focus. */
export function focusFirst(opened: HTMLElement | null): void {
  opened?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}

/** As a ref of what comes back in the place of a field: it takes the focus. */
export function focusSelf(element: HTMLElement | null): void {
  element?.focus()
}

/**
 * When the form of a row closes and the focus was in it, the focus goes to the button that opened it and the row
 * stays in sight.
 */
export function useBackToRow(isOpen: boolean, opener: RefObject<HTMLButtonElement | null>): void {
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    const isClosed = wasOpen.current && !isOpen
    wasOpen.current = isOpen
    // Focus that was in the form has fallen to the body; elsewhere it is where somebody went.
    if (!isClosed || document.activeElement !== document.body) return
    opener.current?.focus({ preventScroll: true })
    opener.current?.closest('.draft-row, .ac-section-head')?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, opener])
}
