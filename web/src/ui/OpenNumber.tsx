import { useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { Go } from './Go.tsx'
import { useSourcePlace } from './SourcePlace.tsx'
import './open-number.css'

export type OpenNumberProps = {
  /** The number as it is read: "48/85". */
  readonly children: ReactNode
  /** The whole meaning, beginning with the number: "48/85 xã đạt đủ 19/19 tiêu chí, mở danh sách". */
  readonly means: string
  /** In a column where every number opens the underline goes and the colour stays. */
  readonly inColumn?: boolean
} & (
  | { readonly href: string }
  | { readonly onOpen: () => void; readonly isOpen?: boolean }
  /** Opens in place, in the nearest `SourcePlace`. */
  | { readonly renderSource: () => ReactNode }
)

/** A number that opens: press it and see the rows, the rule and the people behind it. */
export function OpenNumber(props: OpenNumberProps) {
  const { children, means, inColumn = false } = props
  const className = inColumn ? 'ac-open ac-open-column ac-so' : 'ac-open'
  if ('href' in props) {
    return (
      <Go href={props.href} className={className} label={means}>
        {children}
      </Go>
    )
  }
  if ('renderSource' in props) return <SourceNumber {...props} className={className} />
  return (
    <button
      type="button"
      className={className}
      aria-label={means}
      aria-expanded={props.isOpen}
      onClick={props.onOpen}
    >
      {children}
    </button>
  )
}

type SourceNumberProps = Extract<OpenNumberProps, { readonly renderSource: () => ReactNode }> & {
  readonly className: string
}

function SourceNumber({ children, means, renderSource, className }: SourceNumberProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const place = useSourcePlace()
  const isOpen = place.openId === id
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={className}
        aria-label={means}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}panel` : undefined}
        onClick={() => place.toggle(id, anchor.current)}
      >
        {children}
      </button>
      {isOpen &&
        place.slot !== null &&
        createPortal(<div id={`${id}panel`}>{renderSource()}</div>, place.slot)}
    </>
  )
}
