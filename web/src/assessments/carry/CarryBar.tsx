import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'

import { useFormats } from '../../ui/language.tsx'
import { mostAtOnce } from './commands.ts'
import { byUnit, type CarriableRow } from './rows.ts'
import { useCarryText } from './texts.ts'

export type CarryBarProps = {
  readonly chosen: readonly CarriableRow[]
  readonly onClear: () => void
  readonly onConfirm: () => void
}

/** How much is ticked, in sight wherever the list is scrolled to, and the way to the confirmation. */
export function CarryBar({ chosen, onClear, onConfirm }: CarryBarProps) {
  const t = useCarryText()
  const format = useFormats()
  const n = chosen.length
  const isTooMany = n > mostAtOnce
  const words = useRef<HTMLParagraphElement>(null)
  const before = useRef(n)
  useEffect(() => {
    // The button that was pressed went with the last tick.
    if (before.current > 0 && n === 0 && document.activeElement === document.body) words.current?.focus()
    before.current = n
  }, [n])
  return (
    <div className="ac-carry-bar ac-noprint" data-idle={n === 0 ? true : undefined}>
      <p ref={words} tabIndex={-1} role="status">
        {n === 0 ? t('bar.none') : t('bar.some', { n, units: byUnit(chosen).length })}
        {isTooMany && ` ${t('bar.tooMany', { most: format.number(mostAtOnce) })}`}
      </p>
      {n > 0 && (
        <>
          <Button aria-haspopup="dialog" disabled={isTooMany} onClick={onConfirm}>
            {t('bar.confirm', { n })}
          </Button>
          <button type="button" className="ac-act" onClick={onClear}>
            {t('bar.clear')}
          </button>
        </>
      )}
    </div>
  )
}
