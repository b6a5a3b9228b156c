import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'

import { useEscape } from './escape.ts'
import './source-panel.css'

export type Place = {
  readonly openId: string | undefined
  readonly slot: HTMLElement | null
  readonly toggle: (id: string, anchor: HTMLElement | null) => void
  readonly close: () => void
}

export const PlaceContext = createContext<Place>({
  openId: undefined,
  slot: null,
  toggle: () => undefined,
  close: () => undefined,
})

/** The place in which the numbers inside it open: under the number at the desk, at its end on a phone. */
export function SourcePlace({ children }: { readonly children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const anchor = useRef<HTMLElement>(null)
  const [slot, setSlot] = useState<HTMLDivElement | null>(null)
  const [openId, setOpenId] = useState<string>()

  const close = useCallback(() => {
    setOpenId(undefined)
    anchor.current?.focus()
  }, [])
  const toggle = useCallback((id: string, element: HTMLElement | null) => {
    anchor.current = element
    setOpenId((open) => (open === id ? undefined : id))
  }, [])

  useEscape(host, openId !== undefined, close)

  useLayoutEffect(() => {
    if (openId === undefined || slot === null) return
    putUnder(slot, anchor.current, host.current)
    slot.querySelector<HTMLElement>('[data-source-heading]')?.focus({ preventScroll: true })
    slot.scrollIntoView({ block: 'nearest' })
  }, [openId, slot])

  useEffect(() => {
    if (openId === undefined || slot === null) return
    function onPointer(event: PointerEvent) {
      const target = event.target
      if (!(target instanceof Node) || slot === null) return
      if (isFloating(slot) && !slot.contains(target) && !anchor.current?.contains(target))
        setOpenId(undefined)
    }
    function onResize() {
      if (slot !== null) putUnder(slot, anchor.current, host.current)
    }
    document.addEventListener('pointerdown', onPointer)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      window.removeEventListener('resize', onResize)
    }
  }, [openId, slot])

  const place = useMemo(() => ({ openId, slot, toggle, close }), [openId, slot, toggle, close])
  return (
    <PlaceContext value={place}>
      <div ref={host} className="ac-source-place">
        {children}
        <div ref={setSlot} className="ac-source-slot" hidden={openId === undefined} />
      </div>
    </PlaceContext>
  )
}

export function useSourcePlace(): Place {
  return useContext(PlaceContext)
}

/** Below the number, never beyond the right edge of the place. Style sheets decide whether it floats at all. */
function putUnder(slot: HTMLElement, anchor: HTMLElement | null, host: HTMLElement | null): void {
  if (anchor === null || host === null) return
  const [number, place] = [anchor.getBoundingClientRect(), host.getBoundingClientRect()]
  const widest = Math.max(0, place.width - slot.offsetWidth)
  slot.style.setProperty('--ac-source-left', `${Math.max(0, Math.min(number.left - place.left, widest))}px`)
  slot.style.setProperty('--ac-source-top', `${number.bottom - place.top + 10}px`)
}

function isFloating(slot: HTMLElement): boolean {
  return getComputedStyle(slot).position === 'absolute'
}
