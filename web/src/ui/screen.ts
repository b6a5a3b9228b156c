import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react'

/** Whether the window is as narrow as a phone's; paper is not, whatever its width. */
export function useIsPhone(): boolean {
  return useIsNarrow(43.75)
}

/** Whether rows of a table are blocks: on a phone, and of a wide table on a tablet too. */
export function useIsBlocks(isWide: boolean): boolean {
  return useIsNarrow(isWide ? 65 : 43.75)
}

function useIsNarrow(ems: number): boolean {
  const isNarrow = useMedia(`screen and (max-width: ${ems}em)`)
  return !useIsPrinted() && isNarrow
}

let isPrinted = false

/** Said before the page is laid out for paper, when it still matches the screen. */
export function useIsPrinted(): boolean {
  return useSyncExternalStore(untilPrinted, () => isPrinted)
}

function untilPrinted(changed: () => void): () => void {
  const listen = ({ type }: Event) => {
    isPrinted = type === 'beforeprint'
    changed()
  }
  window.addEventListener('beforeprint', listen)
  window.addEventListener('afterprint', listen)
  return () => {
    window.removeEventListener('beforeprint', listen)
    window.removeEventListener('afterprint', listen)
  }
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** Width of an element in CSS pixels as it changes; `first` until it has been measured. */
export function useWidth(element: RefObject<Element | null>, first: number): number {
  const [width, setWidth] = useState(first)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
