import { addDays, type IsoDate } from '../kernel/index.ts'
import type { UnitFacts } from './facts.ts'
import { partsOn } from './lineage.ts'
import type { UnitsPicture } from './picture.ts'
import type { ExpectedOfChange, UnitRefusal } from './refusal.ts'
import type { UnitId } from './unit.ts'
import { sumsToOne } from './weight.ts'

/** What is wrong with changes, seen before (`picture`) and after these facts. */
export function changeFaults(
  picture: UnitsPicture,
  after: UnitsPicture,
  changes: UnitFacts['changes'],
): readonly UnitRefusal[] {
  if (changes.length === 0) return []
  const known = new Set(picture.rows.changes.map(({ id }) => id))
  const weighed = new Set<string>()
  return changes.flatMap((change, at) => {
    const place = { section: 'changes', at } as const
    const faults: UnitRefusal[] = []
    if (known.has(change.id)) faults.push({ code: 'changeExists', ...place, change: change.id })
    known.add(change.id)
    if (change.parts.some((part) => part.old === undefined && part.new === undefined)) {
      faults.push({ code: 'changePartEmpty', ...place, change: change.id })
    }
    const disagrees = (unit: UnitId, on: IsoDate, expected: ExpectedOfChange) =>
      faults.push({ code: 'changeDisagrees', ...place, change: change.id, unit, on, expected })
    for (const unit of distinct(change.parts.map((part) => part.new))) {
      if (after.recordOf(unit) && !after.existsOn(unit, change.day)) disagrees(unit, change.day, 'inForce')
    }
    for (const unit of distinct(change.parts.map((part) => part.old))) {
      if (after.recordOf(unit) === undefined) continue
      const dayBefore = addDays(change.day, -1)
      const changesThen = after.changesOf(unit).filter(({ day }) => day === change.day)
      const continues = changesThen.some(({ parts }) =>
        parts.some((part) => part.old === unit && part.new === unit),
      )
      if (!after.existsOn(unit, dayBefore)) disagrees(unit, dayBefore, 'inForceBefore')
      if (after.existsOn(unit, change.day) && !continues) disagrees(unit, change.day, 'ended')
      const key = `${unit} ${change.day}`
      if (weighed.has(key)) continue
      weighed.add(key)
      for (const [measure, shares] of Map.groupBy(
        partsOn(changesThen, unit, change.day),
        (part) => part.measure,
      )) {
        if (sumsToOne(shares)) continue
        faults.push({ code: 'changeWeightsWrong', ...place, unit, on: change.day, measure })
      }
    }
    return faults
  })
}

function distinct(units: readonly (UnitId | undefined)[]): readonly UnitId[] {
  return [...new Set(units.filter((unit) => unit !== undefined))]
}
