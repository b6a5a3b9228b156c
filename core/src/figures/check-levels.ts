import {
  everyColumn,
  levelFits,
  levelledIn,
  levelScale,
  measureOfLevelled,
  rulesOf,
  signFits,
  type CriteriaSet,
  type LevelDecision,
  type Levelled,
  type Measure,
} from '../criteria/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import { fromScale } from '../text/index.ts'
import type { KnownProvince } from './known.ts'
import { named, type Refuse } from './refusal.ts'

/** Whether the province may decide this level, and whether the level can stand on the scale of its measure. */
export function checkLevel(level: LevelDecision, known: KnownProvince, refuse: Refuse): void {
  const set = known.findSet(level.set)
  if (!set) return refuse('setUnknown', level.set)
  if (level.column !== everyColumn && !set.columns.some((column) => column.id === level.column)) {
    refuse('columnUnknown', level.column)
  }
  const open = openLevels(set, level)
  if (open.length === 0) refuse('levelNotOpen', level.key)
  const misfit = open
    .flatMap((levelled) => measureOfLevelled(levelled, (id) => known.findMeasure(id)) ?? [])
    .find((measure) => !levelFits(measure, level.scaled))
  if (misfit) {
    const shown = fromScale(level.scaled, levelScale(misfit))
    refuse(signFits(misfit, level.scaled) ? 'levelOffScale' : 'belowZero', shown, named(misfit))
  }
  if (level.replaces !== undefined) {
    const replaced = known.findLevel(level.replaces)
    if (!replaced) refuse('replacesNothing', level.replaces)
    else if (replaced.set !== level.set || replaced.key !== level.key)
      refuse('replacesAnother', level.replaces)
  }
}

/** The measure that levels of this key are on the scale of: of the provision in force on the day, if any. */
export function measureOfLevel(
  set: CriteriaSet,
  { key, from }: Pick<LevelDecision, 'key' | 'from'>,
  findMeasure: KnownProvince['findMeasure'],
): Measure | undefined {
  const found = levelledOf(set).filter(({ levelled }) => levelled.key === key)
  const chosen = found.findLast((one) => one.from <= from) ?? found[0]
  return chosen && measureOfLevelled(chosen.levelled, findMeasure)
}

/**
 * What has a level of that key open to the province: where the set delegates it, where our transcription does not
 * know it, or where a level by year names no such year.
 */
function openLevels(
  set: CriteriaSet,
  { key, column, year }: Pick<LevelDecision, 'key' | 'column' | 'year'>,
): readonly Levelled[] {
  const columns = column === everyColumn ? [everyColumn, ...set.columns.map((each) => each.id)] : [column]
  return levelledOf(set).flatMap(({ levelled }) => {
    const isOpen = columns.some((each) => {
      const level = levelled.levels[each] ?? levelled.levels[everyColumn]
      if (level?.kind === 'byYear') return year !== undefined && level.scaled[year] === undefined
      return level === undefined || level.kind === 'delegated' || level.kind === 'unknown'
    })
    return levelled.key === key && isOpen ? [levelled] : []
  })
}

function levelledOf(set: CriteriaSet): readonly { readonly from: IsoDate; readonly levelled: Levelled }[] {
  return rulesOf(set).flatMap(({ from, rule }) => levelledIn(rule).map((levelled) => ({ from, levelled })))
}
