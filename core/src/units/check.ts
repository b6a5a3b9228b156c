import { addDays, covers, type IsoDate, type Period } from '../kernel/index.ts'
import { rankOfLevel } from './areas.ts'
import { changeFaults } from './check-changes.ts'
import type { UnitFacts } from './facts.ts'
import { unitsPicture, type UnitRecord, type UnitsPicture } from './picture.ts'
import { mostRefusals, type UnitRefusal, type UnitSection } from './refusal.ts'
import { intersect, overlap, type Recorded, type UnitRows } from './rows.ts'
import { levelOfKind, type UnitAspect, type UnitId } from './unit.ts'
import { planUnitFacts, sectionOf, type UnitWrite } from './write.ts'

/**
 * Everything that is wrong with facts about units, seen on what is known now; nothing is written unless the
 * list is empty. At most `mostRefusals` are told. The picture must hold at least the units named, all that
 * those lie in, the children of those that end, the owners of the codes given and the changes of the parts.
 */
export function checkUnitFacts(picture: UnitsPicture, facts: UnitFacts): readonly UnitRefusal[] {
  const write = planUnitFacts(picture.rows, facts, nextEntry)
  const after = unitsPicture(rowsAfter(picture.rows, write))
  const places = placesOfRows(facts, write)
  const touched = touchedUnits(facts)
  return [
    ...unknownUnits(picture, facts),
    ...repeatedUnits(picture, facts),
    ...emptyPeriods(facts),
    ...write.idle.map((idle): UnitRefusal => ({ code: 'endsNothing', ...endingPlace(facts, idle), ...idle })),
    ...[...touched].flatMap((id) => faultsOfUnit(after, id, places)),
    ...[...new Set([...touched, ...childrenOfReshaped(after, facts)])].flatMap((id) =>
      parentFaults(after, id, places),
    ),
    ...takenCodes(after, write, places),
    ...changeFaults(picture, after, facts.changes),
  ].slice(0, mostRefusals)
}

/** Any number that no row of the picture has: the rows of these facts are told apart by it. */
const nextEntry = Number.MAX_SAFE_INTEGER

type Place = { readonly section: UnitSection; readonly at: number }
type Places = ReadonlyMap<string, Place>

function rowsAfter(rows: UnitRows, { superseded, inserted }: UnitWrite): UnitRows {
  const after = <Row extends Recorded>(
    held: readonly Row[],
    ended: readonly string[],
    added: readonly Row[],
  ) => {
    const endedIds = new Set(ended)
    return [...held.filter((row) => !endedIds.has(row.rowId)), ...added]
  }
  const known = new Set(rows.units.map((row) => row.id))
  return {
    units: [...rows.units, ...inserted.units.filter((row) => !known.has(row.id))],
    names: after(rows.names, superseded.names, inserted.names),
    kinds: after(rows.kinds, superseded.kinds, inserted.kinds),
    codes: after(rows.codes, superseded.codes, inserted.codes),
    parents: after(rows.parents, superseded.parents, inserted.parents),
    groups: after(rows.groups, superseded.groups, inserted.groups),
    programme: after(rows.programme, superseded.programme, inserted.programme),
    points: [...rows.points, ...inserted.points],
    changes: [...rows.changes, ...inserted.changes],
  }
}

const aspects: readonly UnitAspect[] = ['name', 'kind', 'code', 'parent', 'group', 'programme']

/** Where in the facts each new row stands; the ended copies of older rows stand nowhere in them. */
function placesOfRows(facts: UnitFacts, { inserted }: UnitWrite): Places {
  return new Map(
    aspects.flatMap((aspect) => {
      const section = sectionOf[aspect]
      const rows: readonly Recorded[] = inserted[section]
      const copies = rows.length - facts[section].length
      return rows.slice(copies).map((row, at) => [row.rowId, { section, at }] as const)
    }),
  )
}

const nowhere = { section: null, at: null } as const

function endingPlace(facts: UnitFacts, idle: { readonly unit: UnitId; readonly until: IsoDate }): Place {
  const at = facts.endings.findIndex((ending) => ending.unit === idle.unit && ending.until === idle.until)
  return { section: 'endings', at }
}

function touchedUnits(facts: UnitFacts): ReadonlySet<UnitId> {
  return new Set([
    ...facts.units.map(({ id }) => id),
    ...facts.endings.map(({ unit }) => unit),
    ...aspects.flatMap((aspect) => facts[sectionOf[aspect]].map(({ unit }) => unit)),
  ])
}

function unknownUnits(picture: UnitsPicture, facts: UnitFacts): readonly UnitRefusal[] {
  const known = new Set([...picture.unitIds, ...facts.units.map(({ id }) => id)])
  const named = (section: UnitSection, ids: readonly (readonly (UnitId | undefined)[])[]) =>
    ids.flatMap((row, at) =>
      row.flatMap((unit): readonly UnitRefusal[] =>
        unit === undefined || known.has(unit) ? [] : [{ code: 'unitUnknown', section, at, unit }],
      ),
    )
  return [
    ...named(
      'endings',
      facts.endings.map(({ unit }) => [unit]),
    ),
    ...named(
      'points',
      facts.points.map(({ unit }) => [unit]),
    ),
    ...aspects.flatMap((aspect) =>
      named(
        sectionOf[aspect],
        facts[sectionOf[aspect]].map(({ unit }) => [unit]),
      ),
    ),
    ...named(
      'parents',
      facts.parents.map(({ parent }) => [parent]),
    ),
    ...named(
      'changes',
      facts.changes.map(({ parts }) => parts.flatMap((part) => [part.old, part.new])),
    ),
  ]
}

function repeatedUnits(picture: UnitsPicture, facts: UnitFacts): readonly UnitRefusal[] {
  const seen = new Set(picture.unitIds)
  return facts.units.flatMap(({ id }, at): readonly UnitRefusal[] => {
    if (seen.has(id)) return [{ code: 'unitExists', section: 'units', at, unit: id }]
    seen.add(id)
    return []
  })
}

function emptyPeriods(facts: UnitFacts): readonly UnitRefusal[] {
  return aspects.flatMap((aspect) =>
    facts[sectionOf[aspect]].flatMap(({ unit, from, until }, at): readonly UnitRefusal[] =>
      until === undefined || from < until
        ? []
        : [{ code: 'periodEmpty', section: sectionOf[aspect], at, unit, aspect, from, until }],
    ),
  )
}

/** What lies in a unit whose existence changes, and may now lie in nothing. */
function childrenOfReshaped(after: UnitsPicture, facts: UnitFacts): ReadonlySet<UnitId> {
  const reshaped = new Set([
    ...facts.endings.filter(({ aspects: ended }) => ended.includes('kind')).map(({ unit }) => unit),
    ...facts.kinds.map(({ unit }) => unit),
  ])
  return new Set(after.rows.parents.filter((row) => reshaped.has(row.parent)).map((row) => row.unit))
}

function faultsOfUnit(after: UnitsPicture, id: UnitId, places: Places): readonly UnitRefusal[] {
  const record = after.recordOf(id)
  if (record === undefined) return []
  const overlapsIn = (aspect: UnitAspect, lines: Iterable<readonly (Period & Recorded)[]>) =>
    [...lines].flatMap((line) => overlapsOf(id, aspect, line, places))
  return [
    ...overlapsIn('name', Map.groupBy(record.names, (row) => row.spelling).values()),
    ...overlapsIn('kind', [record.kinds]),
    ...overlapsIn('code', Map.groupBy(record.codes, (row) => row.scheme).values()),
    ...overlapsIn('parent', Map.groupBy(record.parents, (row) => row.hierarchy).values()),
    ...overlapsIn('group', Map.groupBy(record.groups, (row) => row.group).values()),
    ...overlapsIn('programme', [record.programme]),
    ...levelFaults(record, places),
    ...unnamedDays(record),
  ]
}

/** Rows of one line exclude each other in time. */
function overlapsOf(
  unit: UnitId,
  aspect: UnitAspect,
  line: readonly (Period & Recorded)[],
  places: Places,
): readonly UnitRefusal[] {
  return line.flatMap((row, nth): readonly UnitRefusal[] => {
    const other = line.slice(0, nth).find((one) => overlap(one, row))
    if (other === undefined) return []
    const [newer, older] = places.has(row.rowId) ? [row, other] : [other, row]
    const place = places.get(newer.rowId) ?? nowhere
    return [{ code: 'periodOverlaps', ...place, unit, aspect, from: newer.from, otherFrom: older.from }]
  })
}

function levelFaults(record: UnitRecord, places: Places): readonly UnitRefusal[] {
  const [first] = record.kinds
  if (first === undefined) return []
  const held = levelOfKind[first.kind]
  return record.kinds.flatMap((row): readonly UnitRefusal[] => {
    const given = levelOfKind[row.kind]
    const place = places.get(row.rowId) ?? nowhere
    return given === held
      ? []
      : [{ code: 'kindLevelMismatch', ...place, unit: record.id, on: row.from, kind: row.kind, given, held }]
  })
}

function unnamedDays(record: UnitRecord): readonly UnitRefusal[] {
  return record.kinds.flatMap((row): readonly UnitRefusal[] => {
    const on = firstUncovered(row, record.names)
    return on === undefined ? [] : [{ code: 'nameMissing', ...nowhere, unit: record.id, on }]
  })
}

/** Where it exists, what it lies in exists too, stands above it, and does not lie in it. */
function parentFaults(after: UnitsPicture, id: UnitId, places: Places): readonly UnitRefusal[] {
  const record = after.recordOf(id)
  const [kind, given] = [record?.kinds[0]?.kind, after.levelOf(id)]
  if (record === undefined || kind === undefined || given === undefined) return []
  return record.parents.flatMap((row): readonly UnitRefusal[] => {
    const parent = after.recordOf(row.parent)
    const held = after.levelOf(row.parent)
    if (parent === undefined) return []
    const place = places.get(row.rowId) ?? nowhere
    if (held !== undefined && rankOfLevel(held) >= rankOfLevel(given)) {
      return liesInItself(after, id, row.parent, row.from)
        ? [{ code: 'parentCycle', ...place, unit: id, parent: row.parent, on: row.from }]
        : [{ code: 'kindLevelMismatch', ...place, unit: id, on: row.from, kind, given, held }]
    }
    return record.kinds.flatMap((alive): readonly UnitRefusal[] => {
      const during = intersect(alive, row)
      const on = during && firstUncovered(during, parent.kinds)
      return on === undefined ? [] : [{ code: 'parentNotThen', ...place, unit: id, parent: row.parent, on }]
    })
  })
}

function liesInItself(after: UnitsPicture, unit: UnitId, parent: UnitId, day: IsoDate): boolean {
  const seen = new Set<UnitId>()
  const above = (id: UnitId) => after.recordOf(id)?.parents.find((row) => covers(row, day))?.parent
  for (let id: UnitId | undefined = parent; id !== undefined && !seen.has(id); id = above(id)) {
    if (id === unit) return true
    seen.add(id)
  }
  return false
}

/** The first day of a period on which none of the rows holds. */
function firstUncovered(period: Period, rows: readonly Period[]): IsoDate | undefined {
  let day: IsoDate = period.from
  for (;;) {
    if (period.until !== undefined && day >= period.until) return undefined
    const holding = rows.filter((row) => covers(row, day))
    if (holding.length === 0) return day
    if (holding.some((row) => row.until === undefined)) return undefined
    day = holding.reduce(
      (latest, row) => (row.until !== undefined && row.until > latest ? row.until : latest),
      addDays(day, 1),
    )
  }
}

function takenCodes(after: UnitsPicture, { inserted }: UnitWrite, places: Places): readonly UnitRefusal[] {
  if (inserted.codes.length === 0) return []
  const byCode = Map.groupBy(after.rows.codes, (row) => row.code)
  return inserted.codes.flatMap((row): readonly UnitRefusal[] => {
    const place = places.get(row.rowId)
    const other = byCode.get(row.code)?.find((one) => one.unit !== row.unit && overlap(one, row))
    if (place === undefined || other === undefined) return []
    return [
      { code: 'codeTaken', ...place, unit: row.unit, value: row.code, other: other.unit, from: row.from },
    ]
  })
}
