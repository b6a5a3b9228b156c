import { addDays, covers, type IsoDate, type Period } from '../kernel/index.ts'
import { fold, wordsOf } from '../text/index.ts'
import { rankOfLevel } from './areas.ts'
import {
  fits,
  isWholeName,
  nameToFit,
  queryToFit,
  type FittedName,
  type FittedQuery,
  type FittedUnit,
} from './fit.ts'
import { namedUnit, placeText } from './place.ts'
import type { UnitsPicture } from './picture.ts'
import { intersect, type NameRow } from './rows.ts'
import type { UnitId, UnitLevel, UnitOnDay } from './unit.ts'

/** What of a unit fitted a query: what it is called, its code, or a place it lies in. */
export type UnitMatch = {
  readonly by: 'name' | 'code' | 'place'
  /** `former`: it held before the day asked ("tên cũ"), of this unit or of one it came from; `later`: after. */
  readonly when: 'present' | 'former' | 'later'
  /** The name with its kind, or the code. */
  readonly text: string
  /** Where the name or code was held, on a day it was: "phường Duy Tân, thành phố Kon Tum, tỉnh Kon Tum". */
  readonly place: string
  /** The unit that held it: the unit found, one it came from, or one it became. */
  readonly of: UnitId
}

export type UnitHit = {
  /** As it stands on `on`. */
  readonly unit: UnitOnDay
  readonly level: UnitLevel
  readonly place: string
  /** The day asked; for a unit that does not exist then, its last day before or its first day after. */
  readonly on: IsoDate
  readonly existsOn: boolean
  readonly life: Period
  readonly matched: UnitMatch
  readonly score: number
}

/**
 * Units by name, former or later name, place words or code, best first. A unit that does not exist on the
 * day is told through those that continue it; by itself only where none does.
 */
export function searchUnits(
  picture: UnitsPicture,
  query: string,
  day: IsoDate,
  limit: number,
): readonly UnitHit[] {
  const asked = queryToFit(query)
  if (asked.key === '') return []
  const best = new Map<UnitId, UnitHit>()
  for (const found of [...byName(picture, asked, day), ...byCode(picture, query, day)]) {
    for (const hit of hitsOf(picture, found, day)) {
      const held = best.get(hit.unit.id)
      if (held === undefined || held.score < hit.score) best.set(hit.unit.id, hit)
    }
  }
  return byRelevance([...best.values()]).slice(0, limit)
}

type Found = { readonly unit: UnitId; readonly score: number; readonly matched: UnitMatch }

const costs = { former: 10, later: 14, throughLineage: 3, gone: 20 } as const

function byName(picture: UnitsPicture, asked: FittedQuery, day: IsoDate): readonly Found[] {
  const { rows } = namesOf(picture)
  // What is somebody's name is not read as a name and a place: "tan an" is not the hamlet Tân in An.
  const isName = rows.some(({ name }) => isWholeName(asked, name))
  return rows.flatMap(({ row, name }) => {
    if (!mayFit(asked, name)) return []
    const found = contextsOf(picture, row).flatMap((during): readonly Found[] => {
      const on = nearestDay(during, day)
      const unit = picture.unitOn(row.unit, on)
      if (unit === undefined) return []
      const above = picture.ancestorsOn(row.unit, on)
      const fit = fits(
        asked,
        { ...name, kind: unit.kind },
        above.map((one) => namesToFit(picture, one)),
      )
      if (fit === undefined || (fit.usesPlace && isName)) return []
      const namedThen = covers(row, day)
      if (namedThen && !covers(during, day) && !fit.usesPlace) return []
      const by = namedThen && !covers(during, day) ? 'place' : 'name'
      const when = covers(during, day) ? 'present' : during.from > day ? 'later' : 'former'
      const place = placeText([{ kind: unit.kind, name: row.name }, ...above])
      const matched = { by, when, text: namedUnit(unit.kind, row.name), place, of: row.unit } as const
      return [{ unit: row.unit, score: fit.score - (when === 'present' ? 0 : costs[when]), matched }]
    })
    const [first] = found.toSorted((one, other) => other.score - one.score)
    return first === undefined ? [] : [first]
  })
}

function byCode(picture: UnitsPicture, query: string, day: IsoDate): readonly Found[] {
  const code = fold(query)
  if (!/^\d{2,8}$/.test(code)) return []
  return picture.rows.codes.flatMap((row): readonly Found[] => {
    if (!row.code.startsWith(code)) return []
    const isPresent = covers(row, day)
    if (!isPresent && row.code !== code) return []
    const when = isPresent ? 'present' : row.from > day ? 'later' : 'former'
    const score = (row.code === code ? 100 : 75) - (when === 'present' ? 0 : costs[when])
    const place = picture.placeOn(row.unit, nearestDay(row, day)) ?? ''
    return [{ unit: row.unit, score, matched: { by: 'code', when, text: row.code, place, of: row.unit } }]
  })
}

function hitsOf(picture: UnitsPicture, found: Found, day: IsoDate): readonly UnitHit[] {
  const { unit: id, matched, score } = found
  if (picture.existsOn(id, day)) return hitAt(picture, id, day, true, matched, score)
  const life = picture.lifeOf(id)
  if (life === undefined) return []
  const isLater = life.from > day
  const when = isLater ? 'later' : 'former'
  const chains = isLater ? picture.lineage(id).past : picture.lineage(id).future
  const continuing = chains
    .filter(({ steps }) => steps.every(({ change }) => change.day > day === isLater))
    .flatMap(({ unit }) => (picture.existsOn(unit, day) ? [unit] : []))
  const lowered = score - (matched.when === 'present' ? costs[when] : 0) - costs.throughLineage
  const hits = [...new Set(continuing)].flatMap((unit) =>
    hitAt(picture, unit, day, true, { ...matched, when }, lowered),
  )
  return hits.length > 0
    ? hits
    : hitAt(picture, id, nearestDay(life, day), false, { ...matched, when }, score - costs.gone)
}

function hitAt(
  picture: UnitsPicture,
  id: UnitId,
  on: IsoDate,
  existsOn: boolean,
  matched: UnitMatch,
  score: number,
): readonly UnitHit[] {
  const [unit, level, place, life] = [
    picture.unitOn(id, on),
    picture.levelOf(id),
    picture.placeOn(id, on),
    picture.lifeOf(id),
  ]
  if (!unit || !level || place === undefined || !life) return []
  return [{ unit, level, place, on, existsOn, life, matched, score }]
}

type NamedRow = { readonly row: NameRow; readonly name: FittedName }
type Folded = { readonly rows: readonly NamedRow[]; readonly letters: ReadonlyMap<string, FittedName> }

/** Folding is the dear part of a search; a picture never changes, so it is done once for each. */
const foldedNames = new WeakMap<UnitsPicture, Folded>()

function namesOf(picture: UnitsPicture): Folded {
  const known = foldedNames.get(picture)
  if (known) return known
  const letters = new Map(
    [...new Set(picture.rows.names.map((row) => row.name))].map((name) => [name, nameToFit(name)]),
  )
  const rows = picture.rows.names.map((row) => ({ row, name: letters.get(row.name) ?? nameToFit(row.name) }))
  const folded = { rows, letters }
  foldedNames.set(picture, folded)
  return folded
}

function namesToFit(picture: UnitsPicture, unit: UnitOnDay): readonly FittedUnit[] {
  const { letters } = namesOf(picture)
  const names = new Set([unit.name, unit.nameLocal ?? unit.name])
  return [...names].map((name) => ({ ...(letters.get(name) ?? nameToFit(name)), kind: unit.kind }))
}

/** Whether the name, from one of its words on, is in the query, or the query breaks off inside it. */
function mayFit(asked: FittedQuery, name: FittedName): boolean {
  return name.starts.some((start) => {
    const key = name.key.slice(start)
    return asked.key.includes(key) || asked.starts.some((from) => key.startsWith(asked.key.slice(from)))
  })
}

/** Periods in which the unit has the name and one parent: what lay where may fit as well as what lies there. */
function contextsOf(picture: UnitsPicture, row: NameRow): readonly Period[] {
  const record = picture.recordOf(row.unit)
  const within = (record?.parents ?? []).flatMap((parent) => intersect(row, parent) ?? [])
  const alive = (record?.kinds ?? []).flatMap((kind) => intersect(row, kind) ?? [])
  return within.length > 0
    ? within.flatMap((one) => alive.flatMap((other) => intersect(one, other) ?? []))
    : alive
}

function nearestDay(period: Period, day: IsoDate): IsoDate {
  if (day < period.from) return period.from
  return period.until !== undefined && period.until <= day ? addDays(period.until, -1) : day
}

/** By score, then the larger unit, then by name and place. */
function byRelevance(hits: readonly UnitHit[]): readonly UnitHit[] {
  return hits
    .map((hit) => ({ hit, name: inNumberOrder(hit.unit.name), place: fold(hit.place) }))
    .toSorted(
      (one, other) =>
        other.hit.score - one.hit.score ||
        rankOfLevel(one.hit.level) - rankOfLevel(other.hit.level) ||
        compare(one.name, other.name) ||
        compare(one.place, other.place) ||
        compare(one.hit.unit.id, other.hit.unit.id),
    )
    .map(({ hit }) => hit)
}

/** "Thôn 2" before "Thôn 10". */
function inNumberOrder(name: string): string {
  return wordsOf(name)
    .map((word) => word.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0')))
    .join(' ')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
