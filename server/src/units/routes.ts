import {
  accepted,
  addDays,
  refused,
  type EndpointAnswer,
  type IsoDate,
  type Period,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import {
  findUnits as findUnitsEndpoint,
  levelOfKind,
  placesOn,
  listUnits,
  resolveArea,
  resolveReference,
  showUnit,
  type LineageStep,
  type UnitId,
  type UnitLevel,
  type UnitOnDay,
  type UnitsPicture,
} from '@ancu/core/units'

import { read, type Reader } from '../commands/index.ts'
import { route, type Route } from '../http/route.ts'
import { settleMoment, type AskedWhen } from './moment.ts'
import { findDocumentNames } from './store.ts'
import { findUnits, loadPicture } from './use-cases.ts'

type Listed = EndpointAnswer<typeof listUnits>['units'][number]
type Shown = EndpointAnswer<typeof showUnit>

export const unitRoutes: readonly Route[] = [
  route(findUnitsEndpoint, (program, caller, { query, limit, ...asked }) =>
    read(program, caller, async (reader) => {
      const settled = await settleMoment(reader, asked)
      if (!settled.ok) return settled
      const { on, knownSeq } = settled.value
      const { hits, picture } = await findUnits(reader, { query, on, limit, knownSeq })
      return accepted({
        on,
        knownSeq,
        units: hits.map(({ unit, matched, existsOn, life, on: then }) => ({
          ...shownOn(picture, unit, then),
          matched:
            matched.by === 'name' && matched.text !== placeWord(picture, unit, then) ? matched.text : null,
          existsOn,
          from: life.from,
          until: life.until ?? null,
        })),
      })
    }),
  ),
  route(listUnits, (program, caller, { area, level, ...asked }) =>
    read(program, caller, async (reader) => {
      const settled = await settle(reader, asked)
      if (!settled.ok) return settled
      const { on, knownSeq, picture } = settled.value
      const within = resolveArea(picture, area, on)
      if (!within.ok) return within
      const units = membersOf(picture, within.value.unit, on, level)
      const villages = countVillages(picture, units, on)
      return accepted({
        on,
        knownSeq,
        units: units.map((unit) => listed(picture, unit, on, villages.get(unit.id) ?? 0)),
      })
    }),
  ),
  route(showUnit, (program, caller, { unit: reference, ...asked }) =>
    read(program, caller, async (reader) => {
      const settled = await settle(reader, asked)
      if (!settled.ok) return settled
      const { on, knownSeq, picture } = settled.value
      const unit = idOf(picture, reference, on)
      if (!unit.ok) return unit
      const nameOf = await documentNames(reader, picture, unit.value)
      const shown = shownUnit(picture, unit.value, on, nameOf)
      return shown === undefined
        ? refused({ code: 'unitUnknown', unit: reference, on })
        : accepted({ on, knownSeq, ...shown })
    }),
  ),
]

type Settled = { readonly on: IsoDate; readonly knownSeq: number; readonly picture: UnitsPicture }

async function settle(reader: Reader, asked: AskedWhen): Promise<Result<Settled, Refusal>> {
  const moment = await settleMoment(reader, asked)
  if (!moment.ok) return moment
  const { on, knownSeq } = moment.value
  return accepted({ on, knownSeq, picture: await loadPicture(reader, knownSeq) })
}

/** A history may be asked for on any day: an id need not be that of a unit that exists then. */
function idOf(picture: UnitsPicture, reference: string, on: IsoDate): Result<UnitId, Refusal> {
  const id = picture.unitIds.find((one) => one === reference)
  if (id !== undefined) return accepted(id)
  const meant = resolveReference(picture, reference, on)
  return meant.ok ? accepted(meant.value.unit) : meant
}

const levelsBelow: readonly UnitLevel[] = ['district', 'commune', 'village']

/** The area itself where it exists that day, and what makes it up. */
function membersOf(
  picture: UnitsPicture,
  area: UnitId,
  on: IsoDate,
  level: UnitLevel | undefined,
): readonly UnitOnDay[] {
  const own = picture.unitOn(area, on)
  const self = own !== undefined && (level === undefined || levelOfKind[own.kind] === level) ? [own] : []
  const below = levelsBelow
    .filter((one) => level === undefined || one === level)
    .flatMap((one) => picture.membersOn(area, on, one))
    .filter((unit) => unit.id !== area)
  return [...self, ...below]
}

/** How many villages lie in each unit; counted from the villages up, each once for every unit it lies in. */
function countVillages(
  picture: UnitsPicture,
  units: readonly UnitOnDay[],
  on: IsoDate,
): ReadonlyMap<UnitId, number> {
  const counts = new Map<UnitId, number>()
  const inner = units.filter((unit) => units.every((other) => other.id !== unit.parent))
  const villages = new Set(
    inner.flatMap((unit) => picture.villagesOf(unit.id, on)).map((village) => village.id),
  )
  for (const village of villages) {
    for (const { id } of picture.ancestorsOn(village, on)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

function listed(picture: UnitsPicture, unit: UnitOnDay, on: IsoDate, villages: number): Listed {
  return { ...shownOn(picture, unit, on), villages: levelOfKind[unit.kind] === 'village' ? 0 : villages }
}

function shownOn(picture: UnitsPicture, unit: UnitOnDay, on: IsoDate): Omit<Listed, 'villages'> {
  const named = picture.recordOf(unit.id)?.names.find((row) => row.name === unit.name)
  return {
    id: unit.id,
    code: unit.code ?? null,
    name: unit.name,
    nameLocal: unit.nameLocal ?? null,
    place: placesOn(picture, unit, on),
    kind: unit.kind,
    level: levelOfKind[unit.kind],
    parent: unit.parent ?? null,
    inProgramme: unit.inProgramme,
    groups: unit.groups.map(({ group, document, illustrative }) => ({
      group,
      document: document ?? null,
      illustrative,
    })),
    nameIllustrative: named?.illustrative ?? false,
  }
}

/** The first part of a place: the unit's own name with its kind. */
function placeWord(picture: UnitsPicture, unit: UnitOnDay, on: IsoDate): string {
  return picture.placeOn(unit.id, on)?.split(', ')[0] ?? unit.name
}

/** The unit on the day; where it does not exist then, on its last day before or its first after. */
type NameOf = (document: string) => string

/** What people call the documents that the changes of a unit rest on. */
async function documentNames(reader: Reader, picture: UnitsPicture, id: UnitId): Promise<NameOf> {
  const steps = [...picture.predecessors(id), ...picture.successors(id)]
  const names = await findDocumentNames(reader, [
    ...new Set(steps.flatMap((step) => step.change.document ?? [])),
  ])
  return (document) => names.get(document) ?? document
}

function shownUnit(
  picture: UnitsPicture,
  id: UnitId,
  on: IsoDate,
  nameOf: NameOf,
): Omit<Shown, 'on' | 'knownSeq'> | undefined {
  const record = picture.recordOf(id)
  const life = picture.lifeOf(id)
  if (record === undefined || life === undefined) return undefined
  const existsOn = picture.existsOn(id, on)
  const then = existsOn
    ? on
    : life.from > on || life.until === undefined
      ? life.from
      : addDays(life.until, -1)
  const unit = picture.unitOn(id, then)
  if (unit === undefined) return undefined
  const dated = ({ from, until }: Period) => ({ from, until: until ?? null })
  return {
    unit: listed(picture, unit, then, picture.villagesOf(id, then).length),
    existsOn,
    ancestors: picture.ancestorsOn(id, then).map(({ id: above, name }) => ({ id: above, name })),
    names: record.names.map((row) => ({
      name: row.name,
      spelling: row.spelling,
      illustrative: row.illustrative,
      ...dated(row),
    })),
    codes: record.codes.map((row) => ({ scheme: row.scheme, code: row.code, ...dated(row) })),
    kinds: record.kinds.map((row) => ({ kind: row.kind, ...dated(row) })),
    parents: record.parents.map((row) => ({
      id: row.parent,
      name: picture.nameOn(row.parent, row.from) ?? row.parent,
      ...dated(row),
    })),
    predecessors: picture.predecessors(id).flatMap((step) => related(picture, step, step.old, nameOf)),
    successors: picture.successors(id).flatMap((step) => related(picture, step, step.new, nameOf)),
  }
}

/** The other unit of a step, as it was on its last day before the change, or as the change made it. */
function related(
  picture: UnitsPicture,
  { change, weights, old }: LineageStep,
  id: UnitId,
  nameOf: NameOf,
): Shown['predecessors'] {
  const then = id === old ? addDays(change.day, -1) : change.day
  return weights.map(({ measure, num, den }) => ({
    id,
    name: picture.nameOn(id, then) ?? id,
    place: placesOn(picture, { id, name: picture.nameOn(id, then) ?? id }, then),
    day: change.day,
    kind: change.kind,
    document: change.document ?? null,
    documentName: change.document === undefined ? null : nameOf(change.document),
    clause: change.clause ?? null,
    measure,
    num,
    den,
  }))
}
