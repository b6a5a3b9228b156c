import type { IsoDate, Period } from '../kernel/index.ts'
import type { Spelling, UnitChange, UnitId, UnitKind } from './unit.ts'

/** Which row of the ledger it is, and the entry from which on it is known. */
export type Recorded = { readonly rowId: string; readonly entrySeq: number }

/** A row of a history, with the entry from which on it is no longer what is known, if there is one. */
export type Remembered<Row> = { readonly row: Row; readonly supersededSeq: number | undefined }

/** What a fact says, before it is a row. */
export type GivenName = Period & {
  readonly unit: UnitId
  readonly name: string
  readonly spelling: Spelling
  readonly illustrative: boolean
}
export type GivenKind = Period & { readonly unit: UnitId; readonly kind: UnitKind }
export type GivenCode = Period & { readonly unit: UnitId; readonly scheme: 'gso'; readonly code: string }
export type GivenParent = Period & {
  readonly unit: UnitId
  readonly hierarchy: 'administrative'
  readonly parent: UnitId
}
export type GivenGroup = Period & {
  readonly unit: UnitId
  readonly group: string
  readonly document: string | undefined
  readonly illustrative: boolean
}
export type GivenProgramme = Period & { readonly unit: UnitId }

export type NameRow = GivenName & Recorded
export type KindRow = GivenKind & Recorded
export type CodeRow = GivenCode & Recorded
export type ParentRow = GivenParent & Recorded
export type GroupRow = GivenGroup & Recorded
export type ProgrammeRow = GivenProgramme & Recorded
export type PointRow = Recorded & {
  readonly unit: UnitId
  /** Degrees, WGS 84. */
  readonly longitude: number
  readonly latitude: number
  readonly source: string
}
export type ChangeRow = UnitChange & { readonly entrySeq: number }
export type UnitRow = { readonly id: UnitId; readonly entrySeq: number }

/** Rows with a period, section by section: what a unit is called, is, lies in, from a day until a day. */
export type AspectRows = {
  readonly names: readonly NameRow[]
  readonly kinds: readonly KindRow[]
  readonly codes: readonly CodeRow[]
  readonly parents: readonly ParentRow[]
  readonly groups: readonly GroupRow[]
  readonly programme: readonly ProgrammeRow[]
}

/** All rows about units that are known at one ledger number: what a picture is made of. */
export type UnitRows = AspectRows & {
  readonly units: readonly UnitRow[]
  readonly points: readonly PointRow[]
  readonly changes: readonly ChangeRow[]
}

/** All rows that ever were written, those whose knowledge has ended included. */
export type UnitHistory = {
  readonly [Section in keyof AspectRows]: readonly Remembered<AspectRows[Section][number]>[]
} & Omit<UnitRows, keyof AspectRows>

/** Where every ledger begins. */
export const noUnits: UnitHistory & UnitRows = {
  units: [],
  names: [],
  kinds: [],
  codes: [],
  parents: [],
  groups: [],
  programme: [],
  points: [],
  changes: [],
}

/** The rows of a history known at `seq`: the same for ever, whatever is written later. */
export function knownAt(history: UnitHistory, seq: number): UnitRows {
  return {
    units: history.units.filter((row) => row.entrySeq <= seq),
    names: standingAt(history.names, seq),
    kinds: standingAt(history.kinds, seq),
    codes: standingAt(history.codes, seq),
    parents: standingAt(history.parents, seq),
    groups: standingAt(history.groups, seq),
    programme: standingAt(history.programme, seq),
    points: history.points.filter((row) => row.entrySeq <= seq),
    changes: history.changes.filter((row) => row.entrySeq <= seq),
  }
}

/** Whether two periods have a day in common. */
export function overlap(one: Period, other: Period): boolean {
  return (
    (other.until === undefined || one.from < other.until) &&
    (one.until === undefined || other.from < one.until)
  )
}

/** The days that two periods have in common. */
export function intersect(one: Period, other: Period): Period | undefined {
  if (!overlap(one, other)) return undefined
  return { from: one.from > other.from ? one.from : other.from, until: earlierEnd(one.until, other.until) }
}

function earlierEnd(one: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}

function standingAt<Row extends Recorded>(rows: readonly Remembered<Row>[], seq: number): readonly Row[] {
  return rows
    .filter(
      ({ row, supersededSeq }) => row.entrySeq <= seq && (supersededSeq === undefined || supersededSeq > seq),
    )
    .map(({ row }) => row)
}
