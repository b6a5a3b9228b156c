import type { Brand, IsoDate } from '../kernel/index.ts'

/** Lasting identity of a unit; codes are reused, so a code names a unit only together with a day. */
export type UnitId = Brand<string, 'UnitId'>

/** Kinds of unit in Vietnamese law: Luật Tổ chức chính quyền địa phương; villages: Thông tư 04/2012/TT-BNV. */
export const unitKinds = [
  'province', // tỉnh
  'municipality', // thành phố trực thuộc trung ương
  'ruralDistrict', // huyện
  'provincialCity', // thành phố thuộc tỉnh
  'districtTown', // thị xã
  'urbanDistrict', // quận
  'commune', // xã
  'ward', // phường
  'township', // thị trấn
  'specialZone', // đặc khu
  'village', // thôn, làng
  'urbanGroup', // tổ dân phố
] as const

export type UnitKind = (typeof unitKinds)[number]

export type UnitLevel = 'province' | 'district' | 'commune' | 'village'

/** The level of government, or of settlement, that a kind belongs to. */
export const levelOfKind = {
  province: 'province',
  municipality: 'province',
  ruralDistrict: 'district',
  provincialCity: 'district',
  districtTown: 'district',
  urbanDistrict: 'district',
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  specialZone: 'commune',
  village: 'village',
  urbanGroup: 'village',
} as const satisfies Record<UnitKind, UnitLevel>

/** Both spellings are official: the statistics list writes "Bờ Y", the province "Pờ Y". */
export type Spelling = 'statistics' | 'local'

/** What holds of a unit from a day until a day; each is a row of its own, known from a ledger entry on. */
export type UnitAspect = 'name' | 'kind' | 'code' | 'parent' | 'group' | 'programme'

/** Kinds of change; lineage leads from the old parts to the new ones. */
export const changeKinds = [
  'established',
  'renamed',
  'merged',
  'split',
  'moved',
  'changedKind',
  'abolished',
] as const

export type ChangeKind = (typeof changeKinds)[number]

/** Part of a change: `whole`, or the share `num/den` by a named measure, such as households. */
export type ChangePart = {
  readonly old: UnitId | undefined
  readonly new: UnitId | undefined
  readonly measure: string
  readonly num: number
  readonly den: number
}

export type UnitChange = {
  readonly id: string
  readonly day: IsoDate
  readonly kind: ChangeKind
  readonly document: string | undefined
  readonly clause: string | undefined
  readonly parts: readonly ChangePart[]
}

/** A unit as it stands on one day: what lists and searches show. */
export type UnitOnDay = {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly code: string | undefined
  readonly name: string
  readonly nameLocal: string | undefined
  readonly parent: UnitId | undefined
  readonly inProgramme: boolean
  readonly groups: readonly UnitGroup[]
}

export type UnitGroup = {
  readonly group: string
  readonly document: string | undefined
  readonly illustrative: boolean
}

/** Group of the one unit that the ledger's province is: where the world's lineage begins. */
export const ownProvinceGroup = 'own-province'
