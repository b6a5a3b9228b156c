import { useEffect, useMemo, useRef, type ReactNode } from 'react'

import { useEscape } from './escape.ts'
import { PlaceContext } from './SourcePlace.tsx'

export type OpenedSourceProps = {
  readonly onClose: () => void
  /** One `SourcePanel`. */
  readonly children: ReactNode
}

/** A panel that stands where it is put: for figures whose numbers are no buttons of their own, such as the cloth. */
export function OpenedSource({ onClose, children }: OpenedSourceProps) {
  const host = useRef<HTMLDivElement>(null)
  const place = useMemo(
    () => ({ openId: undefined, slot: null, toggle: () => undefined, close: onClose }),
    [onClose],
  )
  useEscape(host, true, onClose)
  useEffect(() => {
    const before = document.activeElement
    host.current?.querySelector<HTMLElement>('[data-source-heading]')?.focus({ preventScroll: true })
    host.current?.scrollIntoView({ block: 'nearest' })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <PlaceContext value={place}>
      <div ref={host} className="ac-source-opened">
        {children}
      </div>
    </PlaceContext>
  )
}
