import { useCallback, useMemo, useState } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { useIsPhone } from '../../ui/screen.ts'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { CarryFilters } from './CarryFilters.tsx'
import { byUnit, filterRows, type CarriableRow, type CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'
import { idsOf, UnitGroup } from './UnitGroup.tsx'

export type CarryListProps = {
  readonly answer: CarryAnswer
  readonly rows: readonly CarriableRow[]
  readonly ticked: ReadonlyMap<string, CarriableRow>
  /** Undefined while nothing can be recorded. */
  readonly onTick?: (rows: readonly CarriableRow[], isOn: boolean) => void
}

/** Rows up to which every unit stands open at a desk; on a phone units open one by one. */
const openUpTo = 120

/** What may be carried over, unit by unit; nothing is ticked before somebody ticks it. */
export function CarryList({ answer, rows, ticked, onTick }: CarryListProps) {
  const t = useCarryText()
  const change = useChange()
  const [text, ground, code] = [useExtra('text'), useExtra('ground'), useExtra('code')]
  const filter = useMemo(() => ({ text, ground, code }), [text, ground, code])
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const groups = useMemo(() => byUnit(shown), [shown])
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const isPhone = useIsPhone()
  const isOpenByItself = groups.length === 1 || (!isPhone && shown.length <= openUpTo)
  const toggle = useCallback(
    (unit: string) => setToggled((before) => before.symmetricDifference(new Set([unit]))),
    [],
  )
  if (rows.length === 0) return <NothingToCarry answer={answer} />
  const same = shown.filter(({ ground }) => ground === 'same')
  const isSameTicked = same.every(({ claim }) => ticked.has(claim.id))
  const hidden = ticked.size - shown.filter(({ claim }) => ticked.has(claim.id)).length
  return (
    <>
      <CarryFilters rows={rows} found={shown.length} filter={filter} onFilter={change}>
        {onTick !== undefined && same.length > 0 && (
          <button type="button" className="ac-act" onClick={() => onTick(same, !isSameTicked)}>
            {t(isSameTicked ? 'list.untickSame' : 'list.tickSame', { n: same.length })}
          </button>
        )}
        {hidden > 0 && <span>{t('list.hidden', { n: hidden })}</span>}
      </CarryFilters>
      {shown.length === 0 && <EmptyState what={t('filter.nothing')} why={t('filter.nothingWhy')} />}
      <SourcePlace>
        <div className="ac-carry-list">
          {groups.map((group) => (
            <UnitGroup
              key={group.unit.id}
              answer={answer}
              group={group}
              ticked={idsOf(group.rows.filter(({ claim }) => ticked.has(claim.id)))}
              isOpen={toggled.has(group.unit.id) !== isOpenByItself}
              onToggle={toggle}
              {...(onTick === undefined ? {} : { onTick })}
            />
          ))}
        </div>
      </SourcePlace>
    </>
  )
}

function NothingToCarry({ answer }: { readonly answer: CarryAnswer }) {
  const t = useCarryText()
  const change = useChange()
  const { oldSide, newSide, counts } = answer
  if (counts.obstacles.length === 0) {
    return (
      <EmptyState
        what={t('empty.noConclusions', { old: oldSide.name.short })}
        why={t('empty.noConclusionsWhy')}
      />
    )
  }
  return (
    <EmptyState
      what={t('empty.noneCarriable', { old: oldSide.name.short, new: newSide.name.short })}
      why={t('empty.noneCarriableWhy')}
      action={
        <button type="button" className="ac-act" onClick={() => change({ show: 'not' })}>
          {t('empty.seeNot')}
        </button>
      }
    />
  )
}
