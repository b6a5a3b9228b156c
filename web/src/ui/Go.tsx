import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode, Ref } from 'react'

export type GoProps = {
  readonly href: string
  readonly children: ReactNode
  readonly className?: string
  /** Accessible name, where the words inside do not say enough. */
  readonly label?: string
  readonly isCurrent?: boolean
  readonly ref?: Ref<HTMLAnchorElement>
  readonly onFollow?: () => void
}

/** A link inside the program: an ordinary address that does not load the page anew. */
export function Go({ href, children, className, label, isCurrent = false, ref, onFollow }: GoProps) {
  const router = useRouter()
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onFollow?.()
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.history.push(href)
  }
  return (
    <a
      ref={ref}
      href={href}
      className={className}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
