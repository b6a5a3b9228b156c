import type { Measure } from '../criteria.ts'
import { everyColumn } from '../levels.ts'
import { columnInPack, inHundredths, scaleLevel } from './build-rules.ts'
import { checkSource, type Path, type RuleNames } from './check-names.ts'
import type { LevelForm } from './form.ts'

/** A key of levels is of one indicator, and of one place in each of its provisions. */
export function checkKey(key: string, path: Path, { tell, keys, used, indicator }: RuleNames): void {
  const holder = keys.get(key)
  if (used.has(key) || (holder !== undefined && holder !== indicator.code)) {
    tell(path, 'levelKeyTwice', { key })
  }
  used.add(key)
  keys.set(key, indicator.code)
}

/** Levels by column, each on the scale of what it is held against; one that is for all may stand without its column. */
export function checkLevels(
  levels: Readonly<Record<string, LevelForm>>,
  measure: Measure,
  path: Path,
  names: RuleNames,
  isForAll = false,
): void {
  const { tell } = names
  for (const [column, level] of Object.entries(levels)) {
    const at = isForAll ? path : [...path, column]
    if (columnInPack(column) !== everyColumn && !names.columns.has(column)) {
      tell(at, 'columnUnknown', { column })
    }
    const own = typeof level === 'object' ? level.source : undefined
    if (own) checkSource(own, [...at, 'source'], names.documents, tell)
    for (const [place, value] of numbersOf(level)) {
      if (scaleLevel(measure, value) === undefined) {
        tell([...at, ...place], 'levelOffScale', {
          value,
          measure: measure.id,
          decimals: measure.kind === 'share' ? 2 : measure.scale,
        })
      }
    }
    if (typeof level === 'object' && 'ofSet' in level) checkLevelOfSet(level.ofSet, measure, at, names)
    if (typeof level === 'object' && 'byYear' in level) {
      for (const year of Object.keys(level.byYear)) {
        if (!/^20\d\d$/.test(year)) tell([...at, 'byYear', year], 'levelYearWrong', { year })
      }
    }
  }
}

/** Another set's level, of a measure whose portions have a next whole number: a share's may lie between any two. */
function checkLevelOfSet(
  { set, percent }: Extract<LevelForm, { readonly ofSet: unknown }>['ofSet'],
  measure: Measure,
  path: Path,
  { forms: { pack }, tell }: RuleNames,
): void {
  if (set === pack.set) tell([...path, 'ofSet', 'set'], 'ofSetItself', { set })
  if (measure.kind === 'share') tell([...path, 'ofSet'], 'ofSetShare', { measure: measure.id })
  if (inHundredths(percent) === undefined)
    tell([...path, 'ofSet', 'percent'], 'tooManyDecimals', { value: percent })
}

function numbersOf(level: LevelForm): readonly (readonly [path: Path, value: number])[] {
  if (typeof level === 'number') return [[[], level]]
  if (typeof level === 'string') return []
  if ('byYear' in level)
    return Object.entries(level.byYear).map(([year, value]) => [['byYear', year], value] as const)
  return 'value' in level && typeof level.value === 'number' ? [[['value'], level.value]] : []
}
