import { everyColumn } from '../levels.ts'
import { columnInPack, levelsOfStep } from './build-rules.ts'
import type { Path, RuleNames } from './check-names.ts'
import type { LevelForm } from './form.ts'
import type { StepForm } from './form-rules.ts'

/**
 * The first step that is reached gives its points, so a step that asks in some column for no less than one before it is
 * never the first to be reached there.
 */
export function checkReached(steps: readonly StepForm[], path: Path, { columns, tell }: RuleNames): void {
  for (const [at, step] of steps.entries()) {
    for (const column of [everyColumn, ...columns]) {
      const asked = levelIn(step, column)
      const before = steps.findIndex(
        (other, place) => place < at && kindOf(other) === kindOf(step) && covers(other, column, step, asked),
      )
      if (before < 0) continue
      const named = column === everyColumn ? 'all' : column
      const written = step[kindOf(step)]
      const own = typeof written === 'object' && Object.hasOwn(written, named) ? [named] : []
      const facts = { step: at + 1, before: before + 1, column: named }
      tell([...path, 'steps', at, kindOf(step), ...own], 'stepNeverReached', facts)
      break
    }
  }
}

function kindOf(step: StepForm): 'atLeast' | 'atMost' {
  return levelsOfStep(step).kind
}

function levelIn(step: StepForm, column: string): LevelForm | undefined {
  const levels = new Map(
    Object.entries(levelsOfStep(step).levels).map(([name, level]) => [columnInPack(name), level]),
  )
  return levels.get(column) ?? levels.get(everyColumn)
}

/** Whether whatever reaches the later step has reached the earlier one already; false where a level is not known. */
function covers(earlier: StepForm, column: string, later: StepForm, asked: LevelForm | undefined): boolean {
  const given = levelIn(earlier, column)
  const years = asked === undefined ? [] : yearsOf(asked)
  const isCovered = (year: string | undefined): boolean => {
    const [before, then] = [numberIn(given, year), numberIn(asked, year)]
    if (before === undefined || then === undefined) return false
    return kindOf(later) === 'atLeast' ? before <= then : before >= then
  }
  return years.length === 0 ? isCovered(undefined) : years.every(isCovered)
}

function yearsOf(level: LevelForm): readonly string[] {
  return typeof level === 'object' && 'byYear' in level ? Object.keys(level.byYear) : []
}

function numberIn(level: LevelForm | undefined, year: string | undefined): number | undefined {
  if (typeof level === 'number') return level
  if (typeof level !== 'object') return undefined
  if ('byYear' in level) return year === undefined ? undefined : level.byYear[year]
  return 'value' in level && typeof level.value === 'number' ? level.value : undefined
}
