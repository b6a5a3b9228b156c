import { covers, type IsoDate, type Period } from '../kernel/index.ts'
import type { UnitFacts } from './facts.ts'
import type { AspectRows, Recorded, Remembered, UnitHistory, UnitRows } from './rows.ts'
import type { UnitAspect, UnitId } from './unit.ts'

/** Where the rows of an aspect are. */
export const sectionOf = {
  name: 'names',
  kind: 'kinds',
  code: 'codes',
  parent: 'parents',
  group: 'groups',
  programme: 'programme',
} as const satisfies Record<UnitAspect, keyof AspectRows>

/** What writing unit facts comes to: rows whose knowledge ends, by row id, and rows to insert. */
export type UnitWrite = {
  readonly superseded: Readonly<Record<keyof AspectRows, readonly string[]>>
  readonly inserted: UnitRows
  /** Endings that found no row open on their day. */
  readonly idle: readonly IdleEnding[]
}

export type IdleEnding = { readonly unit: UnitId; readonly aspect: UnitAspect; readonly until: IsoDate }

/**
 * Endings first: each row open on `until` is superseded and its ended copy inserted (none when it would
 * end on the day it begins), then the new rows. Row ids follow from the entry and the order of the facts.
 *
 * @param open rows not superseded, at least those of the units and aspects that end
 */
export function planUnitFacts(open: AspectRows, facts: UnitFacts, entrySeq: number): UnitWrite {
  let rows = 0
  const record = (): Recorded => ({ rowId: `${entrySeq}-${(rows += 1)}`, entrySeq })
  const endings = facts.endings.flatMap(({ unit, aspects, until }) =>
    [...new Set(aspects)].map((aspect) => ({ unit, aspect, until })),
  )
  const settle = <Given extends Dated>(
    aspect: UnitAspect,
    held: readonly (Given & Recorded)[],
    given: readonly Given[],
  ): Settled<Given> =>
    settleAspect(
      held,
      given,
      endings.filter((ending) => ending.aspect === aspect),
      record,
    )

  const names = settle('name', open.names, facts.names.map(withUntil))
  const kinds = settle('kind', open.kinds, facts.kinds.map(withUntil))
  const codes = settle('code', open.codes, facts.codes.map(withUntil))
  const parents = settle('parent', open.parents, facts.parents.map(withUntil))
  const groups = settle(
    'group',
    open.groups,
    facts.groups.map((group) => ({ ...withUntil(group), document: group.document })),
  )
  const programme = settle('programme', open.programme, facts.programme.map(withUntil))
  return {
    superseded: {
      names: names.superseded,
      kinds: kinds.superseded,
      codes: codes.superseded,
      parents: parents.superseded,
      groups: groups.superseded,
      programme: programme.superseded,
    },
    inserted: {
      units: facts.units.map(({ id }) => ({ id, entrySeq })),
      names: names.inserted,
      kinds: kinds.inserted,
      codes: codes.inserted,
      parents: parents.inserted,
      groups: groups.inserted,
      programme: programme.inserted,
      points: facts.points.map((point) => ({ ...point, ...record() })),
      changes: facts.changes.map(({ id, day, kind, document, clause, parts }) => ({
        id,
        day,
        kind,
        document,
        clause,
        parts: parts.map((part) => ({ ...part, old: part.old, new: part.new })),
        entrySeq,
      })),
    },
    idle: [names, kinds, codes, parents, groups, programme].flatMap((settled) => settled.idle),
  }
}

/** The history after an entry that wrote these facts; the database does the same with rows. */
export function writeUnitFacts(history: UnitHistory, facts: UnitFacts, entrySeq: number): UnitHistory {
  const { superseded, inserted } = planUnitFacts(openRows(history), facts, entrySeq)
  const after = <Row extends Recorded>(
    held: readonly Remembered<Row>[],
    ended: readonly string[],
    added: readonly Row[],
  ): readonly Remembered<Row>[] => {
    const endedIds = new Set(ended)
    return [
      ...held.map((one) => (endedIds.has(one.row.rowId) ? { row: one.row, supersededSeq: entrySeq } : one)),
      ...added.map((row) => ({ row, supersededSeq: undefined })),
    ]
  }
  return {
    units: [...history.units, ...inserted.units],
    names: after(history.names, superseded.names, inserted.names),
    kinds: after(history.kinds, superseded.kinds, inserted.kinds),
    codes: after(history.codes, superseded.codes, inserted.codes),
    parents: after(history.parents, superseded.parents, inserted.parents),
    groups: after(history.groups, superseded.groups, inserted.groups),
    programme: after(history.programme, superseded.programme, inserted.programme),
    points: [...history.points, ...inserted.points],
    changes: [...history.changes, ...inserted.changes],
  }
}

type Dated = Period & { readonly unit: UnitId }

type Settled<Given> = {
  readonly superseded: readonly string[]
  readonly inserted: readonly (Given & Recorded)[]
  readonly idle: readonly IdleEnding[]
}

function settleAspect<Given extends Dated>(
  open: readonly (Given & Recorded)[],
  given: readonly Given[],
  endings: readonly IdleEnding[],
  record: () => Recorded,
): Settled<Given> {
  const held = Map.groupBy(open, (row) => row.unit)
  const superseded = new Set<string>()
  const cut = new Map<UnitId, readonly Given[]>()
  const idle: IdleEnding[] = []
  for (const ending of endings) {
    const kept = (held.get(ending.unit) ?? []).filter((row) => !superseded.has(row.rowId))
    const ended = kept.filter((row) => covers(row, ending.until))
    const again = (cut.get(ending.unit) ?? []).filter((row) => covers(row, ending.until))
    if (ended.length + again.length === 0) idle.push(ending)
    for (const row of ended) superseded.add(row.rowId)
    const untouched = (cut.get(ending.unit) ?? []).filter((row) => !covers(row, ending.until))
    const shortened = [...ended, ...again].filter((row) => row.from < ending.until)
    cut.set(ending.unit, [...untouched, ...shortened.map((row) => ({ ...row, until: ending.until }))])
  }
  return {
    superseded: [...superseded],
    inserted: [...[...cut.values()].flat(), ...given].map((row) => ({ ...row, ...record() })),
    idle,
  }
}

function withUntil<Fact extends { readonly until?: IsoDate | undefined }>(
  fact: Fact,
): Omit<Fact, 'until'> & { readonly until: IsoDate | undefined } {
  return { ...fact, until: fact.until }
}

function openRows(history: UnitHistory): AspectRows {
  const open = <Row>(rows: readonly Remembered<Row>[]): readonly Row[] =>
    rows.flatMap(({ row, supersededSeq }) => (supersededSeq === undefined ? [row] : []))
  return {
    names: open(history.names),
    kinds: open(history.kinds),
    codes: open(history.codes),
    parents: open(history.parents),
    groups: open(history.groups),
    programme: open(history.programme),
  }
}
