import type { listRegressions } from '@ancu/core/assessments'
import type { EndpointAnswer } from '@ancu/core/kernel'
import { searchKey } from '@ancu/core/text'

export type Regressions = EndpointAnswer<typeof listRegressions>
export type Loss = Regressions['losses'][number]
export type FallenUnit = Regressions['units'][number]
export type Step = Regressions['step']

export const stepWords = ['ends', 'year', 'change'] as const satisfies readonly Step[]

/** How an address says that nobody is named as responsible. */
const nobody = 'none'

/** Which losses are meant, as it stands in the address. */
export type LossFilter = {
  readonly text: string | undefined
  /** One cause, or several together as they are counted. */
  readonly cause: string | undefined
  /** A responsible body by its Vietnamese name, or `none`. */
  readonly owner: string | undefined
}

/** The losses that the filter means; accents may be left out of a name. */
export function filterLosses(
  { losses, units }: Pick<Regressions, 'losses' | 'units'>,
  { text, cause, owner }: LossFilter,
): readonly Loss[] {
  const names = new Map<string, string>(units.map(({ id, name }) => [id, searchKey(name)]))
  const wanted = searchKey(text ?? '')
  return losses.filter(
    (loss) =>
      (cause === undefined || loss.cause === cause) &&
      (owner === undefined || ownerKey(loss.owner) === owner) &&
      [names.get(loss.unit) ?? '', ...criterionKeys(loss)].some((name) => name.includes(wanted)),
  )
}

/** A responsible body as the address calls it. */
export function ownerKey(owner: Loss['owner']): string {
  return owner?.vi ?? nobody
}

/** The same loss may come again in another step. */
export function lossKey({ unit, from, old, new: current }: Loss): string {
  return `${unit} ${from} ${(current ?? old)?.code}`
}

/** The day a year before; from 29 February the 28th. Days are `YYYY-MM-DD`. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.endsWith('-02-29') ? `${year}-02-28` : year + day.slice(4)
}

/** Criteria met on the first and on the last day, and gained on the way. */
export function totalsOf({ steps }: Pick<Regressions, 'steps'>) {
  return {
    before: steps[0]?.old,
    now: steps.at(-1)?.new,
    gained: steps.reduce((sum, { gained }) => sum + gained, 0),
  }
}

function criterionKeys({ old, new: current }: Loss): readonly string[] {
  const criterion = current ?? old
  return criterion === null ? [] : [searchKey(criterion.name.vi), searchKey(criterion.name.en)]
}
