/** Why a criterion is lost or gained between two sides; rising and falling say stricter and looser, better and worse. */
export const causes = [
  'figureFell',
  'figureRose',
  'levelRose',
  'levelFell',
  'indicatorNew',
  'indicatorDropped',
  'structureChanged',
  'missingOrStale',
  'attestedDifferently',
] as const

export type Cause = (typeof causes)[number]

/** What a cause of a loss is called when the sides change places. */
const mirrors = {
  figureFell: 'figureRose',
  figureRose: 'figureFell',
  levelRose: 'levelFell',
  levelFell: 'levelRose',
  indicatorNew: 'indicatorDropped',
  indicatorDropped: 'indicatorNew',
  structureChanged: 'structureChanged',
  missingOrStale: 'missingOrStale',
  attestedDifferently: 'attestedDifferently',
} as const satisfies Record<Cause, Cause>

/** The same causes seen from the other side, in the order of `causes`. */
export function mirrored(given: readonly Cause[]): readonly Cause[] {
  return ordered(given.map((cause) => mirrors[cause]))
}

/** Each cause once, in the order of `causes`. */
export function ordered(given: Iterable<Cause>): readonly Cause[] {
  const each = new Set(given)
  return causes.filter((cause) => each.has(cause))
}

/** One name for causes that work together, so that each loss is counted once: `figureFell+levelRose`. */
export function combined(given: readonly Cause[]): string {
  return ordered(given).join('+')
}

export function isCause(text: string): text is Cause {
  return causes.some((cause) => cause === text)
}
