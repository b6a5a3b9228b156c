import { useEffect, type RefObject } from 'react'

/** While `isOn`, Escape pressed inside `place` calls `leave`; the innermost place that is open takes it. */
export function useEscape(place: RefObject<HTMLElement | null>, isOn: boolean, leave: () => void): void {
  useEffect(() => {
    const element = place.current
    if (!isOn || element === null) return
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      leave()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [place, isOn, leave])
}
