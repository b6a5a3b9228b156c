import type { CriteriaSet, Measure } from '../criteria/index.ts'
import type { KnownDecision } from '../decisions/index.ts'
import type { IsoDate } from '../kernel/index.ts'
import type { UnitId, UnitKind } from '../units/index.ts'
import type { KnownClaim, KnownFigure } from './counting.ts'
import type { FactSection } from './refusal.ts'

/** The law by which figures are judged: as known now, with what the command itself publishes. */
export type KnownLaw = {
  findMeasure(measure: string): Measure | undefined
  findSet(set: string): CriteriaSet | undefined
}

/** What the checks need to know of the province, as known now. */
export type KnownProvince = KnownLaw & {
  readonly today: IsoDate
  hasUnit(unit: UnitId): boolean
  /** Kind of the unit on the day; undefined where it does not exist that day. */
  kindOn(unit: UnitId, on: IsoDate): UnitKind | undefined
  findFigure(id: string): KnownFigure | undefined
  findClaim(id: string): KnownClaim | undefined
  findDecision(id: string): KnownDecision | undefined
  findLevel(id: string): { readonly set: string; readonly key: string; readonly column: string } | undefined
  /** Whether the unit is, was or will be part of the area, or is the area. */
  liesIn(unit: UnitId, area: UnitId): boolean
  /** Whether a note on the subject of the unit is in force. */
  isNoted(unit: UnitId, subject: string): boolean
  hasApplication(id: string): boolean
  /** Whether the ledger has a row of the section with the id. */
  isTaken(section: FactSection, id: string): boolean
  hasDocument(id: string): boolean
}
