import { useEffect, useRef } from 'react'

import { faultOf } from '../../api/fault.ts'
import { useScreenText } from '../../api/texts.ts'
import { Go } from '../../ui/Go.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ErrorNote } from '../../ui/states.tsx'
import { useNaming } from '../../units/names.ts'
import { useUnitHref } from '../compare/unit-href.ts'
import type { WithdrawCommand } from './commands.ts'
import { byUnit, type CarriableRow, type CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'

type Recorded = {
  readonly kind: 'recorded'
  readonly seq: number
  readonly rows: readonly CarriableRow[]
  readonly withdrawal: WithdrawCommand
}

/** What was written last, as long as the page is open. */
export type Done =
  | Recorded
  | { readonly kind: 'withdrawn'; readonly seq: number; readonly rows: readonly CarriableRow[] }

export type CarryDoneProps = Pick<CarryAnswer, 'newSide'> & {
  readonly done: Done | undefined
  /** Why the last could not be taken back. */
  readonly failed: unknown
  readonly isUndoing: boolean
  readonly onUndo: (recorded: Recorded) => void
}

/** Says what was written and where in the ledger, where to see it, and takes it back by an entry more. */
export function CarryDone({ done, newSide, failed, isUndoing, onUndo }: CarryDoneProps) {
  const t = useCarryText()
  const screen = useScreenText()
  const { language } = useLanguage()
  const { named } = useNaming()
  const unitHref = useUnitHref({ newSide })
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done !== undefined) place.current?.focus()
  }, [done])
  if (done === undefined) return null
  const fault = failed === null ? undefined : faultOf(failed)
  const units = byUnit(done.rows)
  const [first] = units
  return (
    <>
      <div ref={place} tabIndex={-1} role="status" className="ac-carry-done">
        <p>
          {t(`done.${done.kind}`, {
            n: done.rows.length,
            units: units.length,
            set: newSide.name.short,
            seq: String(done.seq),
          })}{' '}
          {done.kind === 'recorded' && (
            <button type="button" className="ac-act" disabled={isUndoing} onClick={() => onUndo(done)}>
              {t('done.undo')}
            </button>
          )}
          {first !== undefined && units.length === 1 && (
            <>
              {' '}
              <Go href={unitHref(first.unit.id)}>{t('done.unit', { unit: named(first.unit) })}</Go>
            </>
          )}
        </p>
      </div>
      {fault !== undefined && (
        <ErrorNote
          what={fault.kind === 'refused' ? fault.says[language] : screen('fault.unreachable')}
          todo={t(fault.kind === 'refused' ? 'refused.undo' : 'refused.undoLater')}
        />
      )}
    </>
  )
}
