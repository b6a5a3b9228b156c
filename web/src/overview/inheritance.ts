import type { Overview } from '../standing/answers.ts'

export type OldCommunes = { readonly of: number; readonly met: number; readonly recognised: number }

/** The communes that were merged into those of an area, each once however many it was parted among. */
export function oldCommunes({ rows }: Pick<Overview, 'rows'>): OldCommunes {
  const old = new Map(rows.flatMap(({ inherits }) => inherits.map((each) => [each.unit.id, each] as const)))
  const judged = [...old.values()].filter(({ whole }) => whole !== 'notApplicable')
  return {
    of: judged.length,
    met: judged.filter(({ whole }) => whole === 'met').length,
    recognised: judged.filter(({ ranks }) => ranks.length > 0).length,
  }
}
