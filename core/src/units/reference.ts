import { accepted, refused, type IsoDate, type Result } from '../kernel/index.ts'
import { searchKey } from '../text/index.ts'
import type { Refusal } from '../text/refusal.ts'
import type { UnitsPicture } from './picture.ts'
import { namedUnit } from './place.ts'
import { ownProvinceGroup, type UnitId, type UnitOnDay } from './unit.ts'

/** Most candidates that a refusal names. */
const mostCandidates = 10

/** A unit that a reference means; `former`: as it once was, with all that its parts became. */
export type UnitReference = { readonly unit: UnitId; readonly former: boolean }

/** "former:kt-62", "former Kon Tum", "cũ:Kon Tum", "Kon Tum cũ". */
const formerly = /^(?:former:|former |cũ:)(.+)$/iu
const ofOld = /^(.+) cũ$/iu

/**
 * The one unit that a reference means on a day: its id, its code that day, or its name, with or without its
 * kind and its place ("xã Đắk Hà, huyện Tu Mơ Rông"); or a unit that may be gone, told as former. A name of
 * several units is refused with all of them.
 */
export function resolveReference(
  picture: UnitsPicture,
  reference: string,
  on: IsoDate,
): Result<UnitReference, Refusal> {
  const meant = unitMeant(picture, reference.normalize('NFC').trim(), on)
  if (meant.ok || meant.refusal.code === 'unitAmbiguous') return meant
  return refused(missingOn(picture, on, meant.refusal))
}

/** As `resolveReference`; without a reference, the province in force on the day. */
export function resolveArea(
  picture: UnitsPicture,
  reference: string | undefined,
  on: IsoDate,
): Result<UnitReference, Refusal> {
  if (reference !== undefined) return resolveReference(picture, reference, on)
  const province = ownProvinceOn(picture, on)
  return province.ok ? accepted({ unit: province.value.id, former: false }) : province
}

/** Why a unit is not there on a day: that the province is not, or that nothing is known, explains more. */
export function missingOn(picture: UnitsPicture, on: IsoDate, unit: Refusal): Refusal {
  const province = ownProvinceOn(picture, on)
  if (province.ok) return unit
  const explains = province.refusal.code === 'dayBeforeProvince' || picture.unitIds.length === 0
  return explains ? province.refusal : unit
}

/** The province in force on the day that continues the one whose ledger this is. */
function ownProvinceOn(picture: UnitsPicture, on: IsoDate): Result<UnitOnDay, Refusal> {
  const root = picture.rows.groups.find((row) => row.group === ownProvinceGroup)?.unit
  if (root === undefined) return refused({ code: 'provinceMissing' })
  const province = picture.provinceInForce(root, on)
  if (province !== undefined) return accepted(province)
  const from = picture.lifeOf(root)?.from
  return refused({ code: 'dayBeforeProvince', on, ...(from === undefined ? {} : { from }) })
}

/** A name may itself end in "cũ": it is read as a former unit only where no unit goes by it. */
function unitMeant(picture: UnitsPicture, text: string, on: IsoDate): Result<UnitReference, Refusal> {
  const former = formerly.exec(text)?.[1]
  if (former !== undefined) return formerUnit(picture, former.trim())
  const present = presentUnit(picture, text, on)
  if (present.ok) return accepted({ unit: present.value, former: false })
  const old = present.refusal.code === 'unitUnknown' ? ofOld.exec(text)?.[1] : undefined
  return old === undefined ? present : formerUnit(picture, old.trim())
}

function presentUnit(picture: UnitsPicture, text: string, on: IsoDate): Result<UnitId, Refusal> {
  const id = picture.unitIds.find((each) => each === text)
  if (id !== undefined) {
    return picture.existsOn(id, on) ? accepted(id) : refused({ code: 'unitNotThen', unit: text, on })
  }
  const byCode = picture.findByCode(text, on)
  if (byCode) return accepted(byCode.id)
  const units = picture.unitIds.flatMap((each) => picture.unitOn(each, on) ?? [])
  return theOne(picture, text, on, units)
}

/** A unit that may be gone, by its id or a name it ever had, with or without its kind; the highest level first. */
function formerUnit(picture: UnitsPicture, text: string): Result<UnitReference, Refusal> {
  const id = picture.unitIds.find((each) => each === text)
  if (id !== undefined) return accepted({ unit: id, former: true })
  const key = searchKey(text)
  const named = picture.unitIds.filter((each) => keysEver(picture, each).includes(key))
  const highest = named.toSorted((one, other) => rank(picture, one) - rank(picture, other))
  const [first] = highest
  if (first === undefined) return refused({ code: 'unitUnknown', unit: text })
  const equal = highest.filter((each) => rank(picture, each) === rank(picture, first))
  return equal.length === 1
    ? accepted({ unit: first, former: true })
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

function keysEver(picture: UnitsPicture, id: UnitId): readonly string[] {
  const { names = [], kinds = [] } = picture.recordOf(id) ?? {}
  return names.flatMap(({ name }) => [
    searchKey(name),
    ...kinds.map(({ kind }) => searchKey(namedUnit(kind, name))),
  ])
}

function keysOf(unit: UnitOnDay): readonly string[] {
  const names = [unit.name, ...(unit.nameLocal === undefined ? [] : [unit.nameLocal])]
  return names.flatMap((name) => [searchKey(name), searchKey(namedUnit(unit.kind, name))])
}

function rank(picture: UnitsPicture, id: UnitId): number {
  return ['province', 'district', 'commune', 'village'].indexOf(picture.levelOf(id) ?? 'village')
}
