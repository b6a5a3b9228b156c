import { accepted, refused, type IsoDate, type Result } from '../kernel/index.ts'
import { searchKey } from '../text/index.ts'
import type { Refusal } from '../text/refusal.ts'
import type { UnitsPicture } from './picture.ts'
import { namedUnit } from './place.ts'
import type { UnitId, UnitOnDay } from './unit.ts'

/** Most candidates that a refusal names. */
const mostCandidates = 10

/**
 * The one unit that a reference means on a day: its id, its code that day, or its name, with or without its
 * kind and its place ("xã Đắk Hà, huyện Tu Mơ Rông"). A name of several units is refused with all of them.
 */
export function resolveUnit(picture: UnitsPicture, reference: string, on: IsoDate): Result<UnitId, Refusal> {
  const text = reference.normalize('NFC').trim()
  const id = picture.unitIds.find((each) => each === text)
  if (id !== undefined) {
    return picture.existsOn(id, on) ? accepted(id) : refused({ code: 'unitNotThen', unit: text, on })
  }
  const byCode = picture.findByCode(text, on)
  if (byCode) return accepted(byCode.id)
  const units = picture.unitIds.flatMap((each) => picture.unitOn(each, on) ?? [])
  return theOne(picture, text, on, units)
}

/** As `resolveUnit`, for a unit that may be gone: the name it had on its last day. */
export function resolveFormerUnit(picture: UnitsPicture, reference: string): Result<UnitId, Refusal> {
  const text = reference.normalize('NFC').trim()
  const id = picture.unitIds.find((each) => each === text)
  if (id !== undefined) return accepted(id)
  const key = searchKey(text)
  const named = picture.unitIds.filter((each) =>
    (picture.recordOf(each)?.names ?? []).some((row) => searchKey(row.name) === key),
  )
  const highest = named.toSorted((one, other) => rank(picture, one) - rank(picture, other))
  const [first] = highest
  if (first === undefined) return refused({ code: 'unitUnknown', unit: text })
  const equal = highest.filter((each) => rank(picture, each) === rank(picture, first))
  return equal.length === 1
    ? accepted(first)
    : refused({ code: 'unitAmbiguous', unit: text, candidates: equal })
}

function theOne(
  picture: UnitsPicture,
  text: string,
  on: IsoDate,
  units: readonly UnitOnDay[],
): Result<UnitId, Refusal> {
  const key = searchKey(text)
  if (key === '') return refused({ code: 'unitUnknown', unit: text, on })
  const byName = units.filter((unit) => keysOf(unit).includes(key))
  const found =
    byName.length > 0
      ? byName
      : units.filter((unit) => searchKey(picture.placeOn(unit.id, on) ?? '').startsWith(key))
  const [first, ...others] = found
  if (first === undefined) return refused({ code: 'unitUnknown', unit: text, on })
  if (others.length === 0) return accepted(first.id)
  const candidates = found
    .slice(0, mostCandidates)
    .map((unit) => `${picture.placeOn(unit.id, on) ?? unit.name} (${unit.code ?? unit.id})`)
  return refused({ code: 'unitAmbiguous', unit: text, candidates })
}

function keysOf(unit: UnitOnDay): readonly string[] {
  const names = [unit.name, ...(unit.nameLocal === undefined ? [] : [unit.nameLocal])]
  return names.flatMap((name) => [searchKey(name), searchKey(namedUnit(unit.kind, name))])
}

function rank(picture: UnitsPicture, id: UnitId): number {
  return ['province', 'district', 'commune', 'village'].indexOf(picture.levelOf(id) ?? 'village')
}
