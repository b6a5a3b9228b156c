import { useEffect, useId, useRef } from 'react'

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
  readonly ticked: ReadonlyMap<string, CarriableRow>
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onTick?: (rows: readonly CarriableRow[], isOn: boolean) => void
}

/** One unit: how many of its conclusions may be carried over and why, one tick for all, and each when opened. */
export function UnitGroup({ answer, group, ticked, isOpen, onToggle, onTick }: UnitGroupProps) {
  const t = useCarryText()
  const { title, named } = useNaming()
  const id = useId()
  const unitHref = useUnitHref(answer)
  const columns = useCarryColumns(answer, { ticked, ...(onTick === undefined ? {} : { onTick }) })
  const { unit, rows } = group
  const chosen = rows.filter(({ claim }) => ticked.has(claim.id)).length
  const counts = countGrounds(rows).map(({ ground, count }) => t(`group.${ground}`, { n: count }))
  return (
    <section className="ac-carry-unit" aria-labelledby={id}>
      <div className="ac-carry-unit-head">
        <h3 id={id}>
          <button type="button" className="ac-carry-toggle" aria-expanded={isOpen} onClick={onToggle}>
            {title(unit)}
          </button>
        </h3>
        <p className="ac-small">
          {t('group.count', { n: rows.length, grounds: counts.join(', ') })}
          {chosen > 0 && <b> {t('group.chosen', { n: chosen })}</b>}
        </p>
        {onTick !== undefined && (
          <UnitTick
            label={t(unit.kind === 'commune' ? 'group.tick' : 'group.tickOther')}
            name={t('group.tickNamed', { unit: named(unit) })}
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
}

type UnitTickProps = {
  readonly label: string
  readonly name: string
  readonly chosen: number
  readonly all: number
  readonly onTick: (isOn: boolean) => void
}

/** Neither on nor off while some of the unit are ticked; pressed then, it ticks the rest. */
function UnitTick({ label, name, chosen, all, onTick }: UnitTickProps) {
  const box = useRef<HTMLInputElement>(null)
  const isSome = chosen > 0 && chosen < all
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isSome
  }, [isSome])
  return (
    <label className="ac-tick ac-carry-unit-tick ac-noprint">
      <input
        ref={box}
        type="checkbox"
        aria-label={name}
        checked={chosen === all}
        onChange={() => onTick(chosen < all)}
      />
      <span aria-hidden>{label}</span>
    </label>
  )
}
