import { useState } from 'react'

import { useChange, useExtra } from '../../api/Moment.tsx'
import { SourcePlace } from '../../ui/SourcePlace.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { CarryFilters } from './CarryFilters.tsx'
import { byUnit, filterRows, type CarriableRow, type CarryAnswer } from './rows.ts'
import { useCarryText } from './texts.ts'
import { UnitGroup } from './UnitGroup.tsx'

export type CarryListProps = {
  readonly answer: CarryAnswer
  readonly rows: readonly CarriableRow[]
  readonly ticked: ReadonlyMap<string, CarriableRow>
  /** Undefined while nothing can be recorded. */
  readonly onTick?: (rows: readonly CarriableRow[], isOn: boolean) => void
}

/** Rows up to which every unit stands open at a desk; on a phone units open one by one. */
const openUpTo = 120
const desk = '(min-width: 43.76em)'

/** What may be carried over, unit by unit; nothing is ticked before somebody ticks it. */
export function CarryList({ answer, rows, ticked, onTick }: CarryListProps) {
  const t = useCarryText()
  const change = useChange()
  const filter = { text: useExtra('text'), ground: useExtra('ground'), code: useExtra('code') }
  const shown = filterRows(rows, filter)
  const groups = byUnit(shown)
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const [isDesk] = useState(() => window.matchMedia(desk).matches)
  const isOpenByItself = groups.length === 1 || (isDesk && shown.length <= openUpTo)
  const toggle = (unit: string) =>
    setToggled(
      toggled.has(unit)
        ? new Set([...toggled].filter((each) => each !== unit))
        : toggled.union(new Set([unit])),
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
              ticked={ticked}
              isOpen={toggled.has(group.unit.id) !== isOpenByItself}
              onToggle={() => toggle(group.unit.id)}
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
