import type { IsoDate } from '../kernel/index.ts'
import type { UnitFacts } from './facts.ts'
import type { UnitsPicture } from './picture.ts'
import type { UnitAspect, UnitId, UnitKind, UnitLevel } from './unit.ts'

export type UnitSection = keyof UnitFacts

/** Which row of the facts is wrong; none where older rows do not go with the new ones. */
type At = { readonly section: UnitSection | null; readonly at: number | null }

/** Why facts about units are refused; the sentences are `refusal.*` in the locale file of units. */
export type UnitRefusal = At &
  (
    | { readonly code: 'unitUnknown' | 'unitExists'; readonly unit: UnitId }
    | PeriodRefusal
    | {
        readonly code: 'parentCycle' | 'parentNotThen'
        readonly unit: UnitId
        readonly parent: UnitId
        readonly on: IsoDate
      }
    | {
        readonly code: 'codeTaken'
        readonly unit: UnitId
        readonly value: string
        readonly other: UnitId
        readonly from: IsoDate
      }
    | { readonly code: 'nameMissing'; readonly unit: UnitId; readonly on: IsoDate }
    /** `given` is the level of the unit; `held` that of its other kinds, or of what it would lie in. */
    | {
        readonly code: 'kindLevelMismatch'
        readonly unit: UnitId
        readonly on: IsoDate
        readonly kind: UnitKind
        readonly given: UnitLevel
        readonly held: UnitLevel
      }
    | ChangeRefusal
  )

type PeriodRefusal =
  | {
      readonly code: 'periodEmpty'
      readonly unit: UnitId
      readonly aspect: UnitAspect
      readonly from: IsoDate
      readonly until: IsoDate
    }
  | {
      readonly code: 'periodOverlaps'
      readonly unit: UnitId
      readonly aspect: UnitAspect
      readonly from: IsoDate
      readonly otherFrom: IsoDate
    }
  | {
      readonly code: 'endsNothing'
      readonly unit: UnitId
      readonly aspect: UnitAspect
      readonly until: IsoDate
    }

type ChangeRefusal =
  | { readonly code: 'changeExists' | 'changePartEmpty'; readonly change: string }
  /** By one measure the shares of a unit, over all changes of the day, do not make up one whole. */
  | {
      readonly code: 'changeWeightsWrong'
      readonly unit: UnitId
      readonly on: IsoDate
      readonly measure: string
    }
  | {
      readonly code: 'changeDisagrees'
      readonly change: string
      readonly unit: UnitId
      readonly on: IsoDate
      readonly expected: ExpectedOfChange
    }

/** A new unit exists from the day on; an old one until the day before, and not after unless it is also new. */
export type ExpectedOfChange = 'inForce' | 'ended' | 'inForceBefore'

/** Most refusals told at once; facts with more are wrong as a whole. */
export const mostRefusals = 100

/** A refusal with the names of the units that it names by id, so that people know which are meant. */
export type NamedUnitRefusal = UnitRefusal & {
  readonly unitName?: string
  readonly parentName?: string
  readonly otherName?: string
}

/** Names as given with the facts, else as last known; a unit without one is told by its id. */
export function withUnitNames(
  refusals: readonly UnitRefusal[],
  picture: UnitsPicture,
  facts: UnitFacts,
): readonly NamedUnitRefusal[] {
  const nameOf = (id: UnitId | undefined): string | undefined =>
    (facts.names.findLast(({ unit }) => unit === id) ?? (id && picture.recordOf(id)?.names.at(-1)))?.name
  return refusals.map((refusal) => {
    const unitName = nameOf('unit' in refusal ? refusal.unit : undefined)
    const parentName = nameOf('parent' in refusal ? refusal.parent : undefined)
    const otherName = nameOf('other' in refusal ? refusal.other : undefined)
    return {
      ...refusal,
      ...(unitName === undefined ? {} : { unitName }),
      ...(parentName === undefined ? {} : { parentName }),
      ...(otherName === undefined ? {} : { otherName }),
    }
  })
}
