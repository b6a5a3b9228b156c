import { memo, useEffect, useId, useMemo, useRef, type ReactNode } from 'react'

import { Go } from '../../ui/Go.tsx'
import { ReadTable } from '../../ui/ReadTable.tsx'
import { useNaming } from '../../units/names.ts'
import { useUnitHref } from '../compare/unit-href.ts'
import { countGrounds, type CarriableRow, type CarryAnswer, type UnitRows } from './rows.ts'
import { useCarryColumns } from './columns.tsx'
import { useCarryText } from './texts.ts'

export type UnitGroupProps = {
  readonly answer: CarryAnswer
  readonly group: UnitRows
  /** Of its own conclusions, as `idsOf` writes them: what is ticked elsewhere draws nothing here anew. */
  readonly ticked: string
  readonly isOpen: boolean
  readonly onToggle: (unit: string) => void
  readonly onTick?: (rows: readonly CarriableRow[], isOn: boolean) => void
}

/** One unit: how many of its conclusions may be carried over and why, one tick for all, and each when opened. */
export const UnitGroup = memo(function UnitGroup(props: UnitGroupProps) {
  const { answer, group, ticked: ids, isOpen, onToggle, onTick } = props
  const t = useCarryText()
  const { title, named } = useNaming()
  const id = useId()
  const unitHref = useUnitHref(answer)
  const ticked = useMemo(() => new Set(ids.split(' ')), [ids])
  const columns = useCarryColumns(answer, { ticked, ...(onTick === undefined ? {} : { onTick }) })
  const { unit, rows } = group
  const isCommune = unit.kind === 'commune'
  const chosen = rows.filter(({ claim }) => ticked.has(claim.id)).length
  const counts = countGrounds(rows).map(({ ground, count }) => t(`group.${ground}`, { n: count }))
  return (
    <section className="ac-carry-unit" aria-labelledby={id}>
      <div className="ac-carry-unit-head">
        <h3 id={id}>
          <button
            type="button"
            className="ac-toggle ac-carry-toggle"
            aria-expanded={isOpen}
            onClick={() => onToggle(unit.id)}
          >
            {title(unit)}
          </button>
        </h3>
        <p className="ac-small">
          {t('group.count', { n: rows.length, grounds: counts.join(', ') })}
          {chosen > 0 && <b> {t('group.chosen', { n: chosen })}</b>}
        </p>
        {onTick !== undefined && (
          <UnitTick
            label={
              <>
                {t(isCommune ? 'group.tick' : 'group.tickOther')}{' '}
                <span className="ac-sr">{isCommune ? unit.name : named(unit)}</span>
              </>
            }
            chosen={chosen}
            all={rows.length}
            onTick={(isOn) => onTick(rows, isOn)}
          />
        )}
      </div>
      {isOpen && (
        <>
          <ReadTable
            caption={t('list.caption', { unit: named(unit) })}
            isCaptionHidden
            columns={columns}
            rows={rows}
            rowKey={({ claim }) => claim.id}
          />
          <p className="ac-small ac-carry-unit-foot">
            <Go href={unitHref(unit.id)}>{t('group.page', { unit: named(unit) })}</Go>
          </p>
        </>
      )}
    </section>
  )
})

/** Ids of conclusions, which hold no space, in one text. */
export function idsOf(rows: readonly CarriableRow[]): string {
  return rows.map(({ claim }) => claim.id).join(' ')
}

type UnitTickProps = {
  readonly label: ReactNode
  readonly chosen: number
  readonly all: number
  readonly onTick: (isOn: boolean) => void
}

/** Neither on nor off while some of the unit are ticked; pressed then, it ticks the rest. */
function UnitTick({ label, chosen, all, onTick }: UnitTickProps) {
  const box = useRef<HTMLInputElement>(null)
  const isSome = chosen > 0 && chosen < all
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isSome
  }, [isSome])
  return (
    <label className="ac-tick ac-carry-unit-tick ac-noprint">
      <input ref={box} type="checkbox" checked={chosen === all} onChange={() => onTick(chosen < all)} />
      <span>{label}</span>
    </label>
  )
}
