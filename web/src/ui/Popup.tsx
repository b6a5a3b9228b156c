import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

import { useEscape } from './escape.ts'
import './popup.css'

export type PopupProps = {
  /** What stands on the button. */
  readonly label: ReactNode
  /** Name of the small form that opens. */
  readonly name: string
  readonly className?: string
  /** The form; it closes itself through `close`, and the focus goes back to the button. */
  readonly children: (close: () => void) => ReactNode
}

const focusable = 'input:not([disabled]), select, textarea, button:not([disabled]), a[href]'

/** A button under which a small form opens. Escape, a press outside and leaving it by Tab close it. */
export function Popup({ label, name, className = 'ac-pick', children }: PopupProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const wrapper = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const close = useCallback(() => setOpen(false), [])
  useEscape(wrapper, isOpen, close)

  useLayoutEffect(() => {
    const [opened, opener] = [panel.current, button.current]
    if (!isOpen || opened === null) return
    keepInside(opened)
    const first =
      opened.querySelector<HTMLElement>('[data-first]') ?? opened.querySelector<HTMLElement>(focusable)
    first?.focus({ preventScroll: true })
    return () => {
      // The panel is gone by now: focus that was inside has fallen to the body.
      if (document.activeElement === document.body) opener?.focus()
    }
  }, [isOpen])

  useEffect(() => {
    const element = wrapper.current
    if (!isOpen || element === null) return
    function onPointer(event: PointerEvent) {
      if (event.target instanceof Node && element?.contains(event.target) === false) setOpen(false)
    }
    function onFocusOut(event: FocusEvent) {
      if (event.relatedTarget instanceof Node && element?.contains(event.relatedTarget) === false)
        setOpen(false)
    }
    document.addEventListener('pointerdown', onPointer)
    element.addEventListener('focusout', onFocusOut)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      element.removeEventListener('focusout', onFocusOut)
    }
  }, [isOpen])

  return (
    <span ref={wrapper} className="ac-popup">
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      {isOpen && (
        <div ref={panel} id={id} role="dialog" aria-label={name} className="ac-popup-panel">
          {children(close)}
        </div>
      )}
    </span>
  )
}

/** Moves the panel left by what would stick out of the window. */
function keepInside(panel: HTMLElement): void {
  panel.style.setProperty('--ac-popup-shift', '0px')
  const edge = document.documentElement.clientWidth - 12
  const box = panel.getBoundingClientRect()
  const shift = Math.min(0, edge - box.right)
  panel.style.setProperty('--ac-popup-shift', `${Math.max(shift, 12 - box.left)}px`)
}
