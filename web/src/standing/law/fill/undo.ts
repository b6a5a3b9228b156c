import type { Reading } from '../answers.ts'
import type { CommandLevel } from './draft.ts'

/** A level that takes the place of another one, or takes it back. */
export type UndoLevel = Omit<CommandLevel, 'value'> & {
  readonly value?: string | number
  readonly scaled?: number
  readonly withdrawn?: true
}

/**
 * The entry that takes back what was written: a level that was filled is withdrawn, one that was corrected is
 * given back as it had been. `reading` is what stood before; ids come from the caller.
 */
export function undoOf(
  levels: readonly CommandLevel[],
  reading: Pick<Reading, 'levels'>,
  newId: () => string,
): readonly UndoLevel[] {
  return levels.map((level) => {
    const before = level.replaces === undefined ? undefined : reading.levels[level.replaces]
    if (before === undefined) {
      return { ...level, id: newId(), replaces: level.id, withdrawn: true }
    }
    const { key, column, year, scaled, document, article, from } = before
    return {
      id: newId(),
      set: level.set,
      key,
      column,
      ...(year === null ? {} : { year }),
      scaled,
      document,
      ...(article === null ? {} : { article }),
      from,
      replaces: level.id,
    }
  })
}
