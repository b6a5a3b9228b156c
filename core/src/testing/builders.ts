import {
  knownAt,
  noUnits,
  unitFacts,
  unitsPicture,
  writeUnitFacts,
  type UnitFacts,
  type UnitFactsInput,
  type UnitHistory,
  type UnitKind,
  type UnitsPicture,
} from '../units/index.ts'

export type UnitGiven = {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
  /** The province's spelling, where it is another one. */
  readonly local?: string
  readonly code?: string
  readonly parent?: string
  readonly from: string
  readonly inProgramme?: boolean
  readonly groups?: readonly string[]
}

/** Facts that make one unit from its day on, still in force. */
export function aUnit({
  id: unit,
  kind,
  name,
  local,
  code,
  parent,
  from,
  inProgramme,
  groups,
}: UnitGiven): UnitFactsInput {
  return {
    units: [{ id: unit }],
    names: [
      { unit, name, spelling: 'statistics', from },
      ...(local === undefined ? [] : [{ unit, name: local, spelling: 'local' as const, from }]),
    ],
    kinds: [{ unit, kind, from }],
    codes: code === undefined ? [] : [{ unit, scheme: 'gso', code, from }],
    parents: parent === undefined ? [] : [{ unit, hierarchy: 'administrative', parent, from }],
    groups: (groups ?? []).map((group) => ({ unit, group, from })),
    programme: inProgramme === true ? [{ unit, from }] : [],
  }
}

/** Facts that end a unit on a day, with all that the given facts said of it. */
export function anEnding(
  { id: unit, code, parent, inProgramme, groups }: UnitGiven,
  until: string,
): UnitFactsInput {
  return {
    endings: [
      {
        unit,
        aspects: [
          'name',
          'kind',
          ...(code === undefined ? [] : ['code' as const]),
          ...(parent === undefined ? [] : ['parent' as const]),
          ...(inProgramme === true ? ['programme' as const] : []),
          ...(groups === undefined || groups.length === 0 ? [] : ['group' as const]),
        ],
        until,
      },
    ],
  }
}

/** Facts that put a unit into another area from a day on. */
export function aMove(unit: string, parent: string, from: string): UnitFactsInput {
  return {
    endings: [{ unit, aspects: ['parent'], until: from }],
    parents: [{ unit, hierarchy: 'administrative', parent, from }],
  }
}

/** Several facts in one, section by section. */
export function together(...facts: readonly UnitFactsInput[]): UnitFactsInput {
  return {
    units: facts.flatMap((one) => one.units ?? []),
    endings: facts.flatMap((one) => one.endings ?? []),
    names: facts.flatMap((one) => one.names ?? []),
    kinds: facts.flatMap((one) => one.kinds ?? []),
    codes: facts.flatMap((one) => one.codes ?? []),
    parents: facts.flatMap((one) => one.parents ?? []),
    groups: facts.flatMap((one) => one.groups ?? []),
    programme: facts.flatMap((one) => one.programme ?? []),
    points: facts.flatMap((one) => one.points ?? []),
    changes: facts.flatMap((one) => one.changes ?? []),
  }
}

export function parseUnitFacts(facts: UnitFactsInput): UnitFacts {
  return unitFacts.parse(facts)
}

/** The history after entries 1, 2, 3, … that wrote these facts. */
export function historyOf(...entries: readonly UnitFactsInput[]): UnitHistory {
  return entries.reduce<UnitHistory>(
    (history, facts, nth) => writeUnitFacts(history, parseUnitFacts(facts), nth + 1),
    noUnits,
  )
}

/** The picture known after entries 1, 2, 3, … that wrote these facts. */
export function pictureOf(...entries: readonly UnitFactsInput[]): UnitsPicture {
  return unitsPicture(knownAt(historyOf(...entries), entries.length))
}
