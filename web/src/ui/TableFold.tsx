import { useState, type ReactNode } from 'react'

export type TableFoldProps = {
  readonly name: string
  readonly says: string
  /** Whether a row in it is opened, so that it has to be in sight. */
  readonly isOpened: boolean
  readonly children: ReactNode
}

/** Rows of a table that lie folded under their name and number. */
export function TableFold({ name, says, isOpened, children }: TableFoldProps) {
  const [isOpen, setOpen] = useState(isOpened)
  const [wasOpened, setWasOpened] = useState(isOpened)
  if (isOpened !== wasOpened) {
    setWasOpened(isOpened)
    if (isOpened) setOpen(true)
  }
  return (
    <details
      className="ac-table-fold"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <b>{name}</b> <span className="ac-small">{says}</span>
      </summary>
      {children}
    </details>
  )
}
