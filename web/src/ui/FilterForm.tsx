import type { ReactNode } from 'react'

import { useUiText } from './language.tsx'

export type FilterFormProps = {
  /** How many are left of how many: "6/57 chỉ tiêu". */
  readonly found: string
  /** Takes back all that is chosen; undefined while nothing is. */
  readonly onClear: (() => void) | undefined
  /** Of the one screen: how its fields are laid out. */
  readonly className?: string
  /** What else is told of what is left, or done with it. */
  readonly also?: ReactNode
  readonly children: ReactNode
}

/** Sifts what stands below it with every letter and choice; nothing has to be sent. */
export function FilterForm({ found, onClear, className, also, children }: FilterFormProps) {
  const t = useUiText()
  const look = ['ac-filters', className, 'ac-noprint'].filter((name) => name !== undefined)
  return (
    <form className={look.join(' ')} role="search" onSubmit={(event) => event.preventDefault()}>
      {children}
      <p className="ac-filters-foot ac-small">
        <span role="status">{found}</span>
        {onClear !== undefined && (
          <button type="button" className="ac-act" onClick={onClear}>
            {t('filter.clear')}
          </button>
        )}
        {also}
      </p>
    </form>
  )
}

/** Prints what is left. */
export function PrintThis({ children }: { readonly children: ReactNode }) {
  return (
    <button type="button" className="ac-act" onClick={() => window.print()}>
      {children}
    </button>
  )
}
