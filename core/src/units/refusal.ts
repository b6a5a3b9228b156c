import type { IsoDate } from '../kernel/index.ts'
import type { UnitFacts } from './facts.ts'
import type { UnitAspect, UnitId, UnitKind, UnitLevel } from './unit.ts'

export type UnitSection = keyof UnitFacts

/** Which row of the facts is wrong; none where older rows do not go with the new ones. */
type At = { readonly section: UnitSection | null; readonly at: number | null }

/** Why facts about units are refused; the sentences are `refusal.*` of this slice's messages. */
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
