import { covers, type IsoDate, type Period } from '../kernel/index.ts'
import type { Language } from '../text/index.ts'
import { areasOf, type Areas } from './areas.ts'
import { lineageGraph, type LineageGraph } from './lineage.ts'
import { placeText } from './place.ts'
import type {
  AspectRows,
  CodeRow,
  GroupRow,
  KindRow,
  NameRow,
  ParentRow,
  PointRow,
  ProgrammeRow,
  UnitRows,
} from './rows.ts'
import { levelOfKind, type Spelling, type UnitId, type UnitLevel, type UnitOnDay } from './unit.ts'

/** All that is known of one unit, each row with its period; rows in the order of their first days. */
export type UnitRecord = AspectRows & {
  readonly id: UnitId
  readonly entrySeq: number
  readonly point: PointRow | undefined
}

/**
 * One province's units as known at one ledger number. It never changes: what is learnt later is another
 * picture. A unit exists on a day when it has a kind that day; questions about a day answer for units that
 * exist then, in the order of level, code and id.
 */
export type UnitsPicture = LineageGraph &
  Areas & {
    readonly rows: UnitRows
    readonly unitIds: readonly UnitId[]
    readonly has: (id: UnitId) => boolean
    readonly recordOf: (id: UnitId) => UnitRecord | undefined
    /** The first day it exists and the day it ends, gaps between left out. */
    readonly lifeOf: (id: UnitId) => Period | undefined
    readonly levelOf: (id: UnitId) => UnitLevel | undefined
    readonly existsOn: (id: UnitId, day: IsoDate) => boolean
    readonly unitOn: (id: UnitId, day: IsoDate) => UnitOnDay | undefined
    /** The unit that has the code that day; codes are reused, so a code alone names nothing. */
    readonly findByCode: (code: string, day: IsoDate) => UnitOnDay | undefined
    /** In the spelling asked, else in the other; of a unit that does not exist that day, too, if it is named. */
    readonly nameOn: (id: UnitId, day: IsoDate, spelling?: Spelling) => string | undefined
    /** "xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum" */
    readonly placeOn: (
      id: UnitId,
      day: IsoDate,
      language?: Language,
      spelling?: Spelling,
    ) => string | undefined
    readonly pointOf: (id: UnitId) => PointRow | undefined
  }

/** A unit with all it lies in on a day, in both languages; the name given where it does not exist that day. */
export function placesOn(
  picture: Pick<UnitsPicture, 'placeOn'>,
  { id, name }: { readonly id: UnitId; readonly name: string },
  day: IsoDate,
): { vi: string; en: string } {
  return { vi: picture.placeOn(id, day) ?? name, en: picture.placeOn(id, day, 'en') ?? name }
}

export function unitsPicture(rows: UnitRows): UnitsPicture {
  const records = recordsOf(rows)
  const codes = Map.groupBy(rows.codes, (row) => row.code)
  const kindOn = (id: UnitId, day: IsoDate) => records.get(id)?.kinds.find((row) => covers(row, day))?.kind
  const nameOn = (id: UnitId, day: IsoDate, spelling: Spelling = 'statistics') => {
    const named = records.get(id)?.names.filter((row) => covers(row, day)) ?? []
    return (named.find((row) => row.spelling === spelling) ?? named[0])?.name
  }
  const unitOn = (id: UnitId, day: IsoDate): UnitOnDay | undefined => {
    const record = records.get(id)
    const kind = kindOn(id, day)
    const name = nameOn(id, day)
    if (record === undefined || kind === undefined || name === undefined) return undefined
    return {
      id,
      kind,
      code: record.codes.find((row) => covers(row, day))?.code,
      name,
      nameLocal: record.names.find((row) => row.spelling === 'local' && covers(row, day))?.name,
      parent: record.parents.find((row) => covers(row, day))?.parent,
      inProgramme: record.programme.some((row) => covers(row, day)),
      groups: record.groups
        .filter((row) => covers(row, day))
        .map(({ group, document, illustrative }) => ({ group, document, illustrative })),
    }
  }
  const graph = lineageGraph(rows.changes)
  const lifeOf = (id: UnitId) => lifeIn(records.get(id)?.kinds ?? [])
  const levelOf = (id: UnitId) => {
    const kind = records.get(id)?.kinds[0]?.kind
    return kind && levelOfKind[kind]
  }
  const kindsOf = (id: UnitId) => records.get(id)?.kinds ?? []
  const areas = areasOf({ parents: rows.parents, kindsOf, graph, unitOn, lifeOf, levelOf })
  return {
    ...graph,
    ...areas,
    rows,
    unitIds: [...records.keys()],
    has: (id) => records.has(id),
    recordOf: (id) => records.get(id),
    lifeOf,
    levelOf,
    existsOn: (id, day) => kindOn(id, day) !== undefined,
    unitOn,
    findByCode: (code, day) => {
      const row = codes.get(code)?.find((one) => covers(one, day) && kindOn(one.unit, day) !== undefined)
      return row && unitOn(row.unit, day)
    },
    nameOn,
    placeOn: (id, day, language = 'vi', spelling = 'statistics') => {
      const unit = unitOn(id, day)
      if (unit === undefined) return undefined
      const parts = [unit, ...areas.ancestorsOn(id, day)]
      return placeText(
        parts.map((part) => ({ kind: part.kind, name: nameOn(part.id, day, spelling) ?? part.name })),
        language,
      )
    },
    pointOf: (id) => records.get(id)?.point,
  }
}

type MutableRecord = {
  readonly id: UnitId
  readonly entrySeq: number
  readonly names: NameRow[]
  readonly kinds: KindRow[]
  readonly codes: CodeRow[]
  readonly parents: ParentRow[]
  readonly groups: GroupRow[]
  readonly programme: ProgrammeRow[]
  point: PointRow | undefined
}

function recordsOf(rows: UnitRows): ReadonlyMap<UnitId, UnitRecord> {
  const records = new Map<UnitId, MutableRecord>()
  for (const { id, entrySeq } of rows.units.toSorted((one, other) => compare(one.id, other.id))) {
    const empty = { names: [], kinds: [], codes: [], parents: [], groups: [], programme: [] }
    records.set(id, { id, entrySeq, ...empty, point: undefined })
  }
  for (const row of rows.names.toSorted(byFirstDay)) records.get(row.unit)?.names.push(row)
  for (const row of rows.kinds.toSorted(byFirstDay)) records.get(row.unit)?.kinds.push(row)
  for (const row of rows.codes.toSorted(byFirstDay)) records.get(row.unit)?.codes.push(row)
  for (const row of rows.parents.toSorted(byFirstDay)) records.get(row.unit)?.parents.push(row)
  for (const row of rows.groups.toSorted(byGroup)) records.get(row.unit)?.groups.push(row)
  for (const row of rows.programme.toSorted(byFirstDay)) records.get(row.unit)?.programme.push(row)
  for (const point of rows.points.toSorted((one, other) => one.entrySeq - other.entrySeq)) {
    const record = records.get(point.unit)
    if (record) record.point = point
  }
  return records
}

function lifeIn(kinds: readonly KindRow[]): Period | undefined {
  const [first] = kinds
  return first && { from: first.from, until: kinds.at(-1)?.until }
}

function byFirstDay(
  one: { readonly from: IsoDate; readonly rowId: string },
  other: { readonly from: IsoDate; readonly rowId: string },
): number {
  return compare(one.from, other.from) || compare(one.rowId, other.rowId)
}

function byGroup(one: GroupRow, other: GroupRow): number {
  return compare(one.group, other.group) || byFirstDay(one, other)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
