import type { UnitFactsInput, UnitId } from '../units/index.ts'
import { aMove, anEnding, aUnit, together, type UnitGiven } from './builders.ts'

/**
 * The fixture world: one province with two districts, four communes and five villages, and the merger of
 * 1/7/2025, known since 16/6/2025. Names and codes are those of Kon Tum, cut down to what tests tell apart:
 * a code that is reused, two official spellings, a name of more than one unit.
 *
 *     tỉnh Kon Tum (p-old)                        from 1/7/2025: tỉnh Quảng Ngãi (p-new)
 *       thành phố Kon Tum (d-city)
 *         phường Duy Tân 23284 (c-duy-tan): 1     ┐
 *         xã Đắk Cấm 23311 (c-dak-cam): 2, 3      ┴ phường Đăk Cấm 23284 (c-new): 1, 2, 3
 *       huyện Tu Mơ Rông (d-tmr)
 *         xã Đắk Hà 23425 (c-dak-ha): 4             stays, in p-new
 *         xã Ngọc Lây / Ngọk Lây 23404 (c-nl): 5    stays, in p-new
 */
export const fixture = {
  oldProvince: id('p-old'),
  newProvince: id('p-new'),
  city: id('d-city'),
  tuMoRong: id('d-tmr'),
  duyTan: id('c-duy-tan'),
  dakCam: id('c-dak-cam'),
  dakHa: id('c-dak-ha'),
  ngocLay: id('c-nl'),
  merged: id('c-new'),
  villages: [id('v-1'), id('v-2'), id('v-3'), id('v-4'), id('v-5')],
} as const

/** The day of the merger; it became known on 16/6/2025. */
export const mergerDay = '2025-07-01'

const since = { from: '2004-01-01' }
const oldProvince: UnitGiven = {
  id: 'p-old',
  kind: 'province',
  name: 'Kon Tum',
  code: '62',
  from: '1991-10-01',
}
const city: UnitGiven = {
  id: 'd-city',
  kind: 'provincialCity',
  name: 'Kon Tum',
  code: '608',
  parent: 'p-old',
  ...since,
}
const tuMoRong: UnitGiven = {
  id: 'd-tmr',
  kind: 'ruralDistrict',
  name: 'Tu Mơ Rông',
  code: '617',
  parent: 'p-old',
  ...since,
}
const duyTan: UnitGiven = {
  id: 'c-duy-tan',
  kind: 'ward',
  name: 'Duy Tân',
  code: '23284',
  parent: 'd-city',
  ...since,
}
const dakCam: UnitGiven = {
  id: 'c-dak-cam',
  kind: 'commune',
  name: 'Đắk Cấm',
  local: 'Đăk Cấm',
  code: '23311',
  parent: 'd-city',
  inProgramme: true,
  ...since,
}
const dakHa: UnitGiven = {
  id: 'c-dak-ha',
  kind: 'commune',
  name: 'Đắk Hà',
  local: 'Đăk Hà',
  code: '23425',
  parent: 'd-tmr',
  inProgramme: true,
  groups: ['especially-difficult'],
  ...since,
}
const ngocLay: UnitGiven = {
  id: 'c-nl',
  kind: 'commune',
  name: 'Ngọc Lây',
  local: 'Ngọk Lây',
  code: '23404',
  parent: 'd-tmr',
  inProgramme: true,
  ...since,
}
const villages: readonly UnitGiven[] = [
  { id: 'v-1', kind: 'urbanGroup', name: 'Tổ 1', parent: 'c-duy-tan', ...since },
  { id: 'v-2', kind: 'village', name: 'Thôn 1', parent: 'c-dak-cam', ...since },
  { id: 'v-3', kind: 'village', name: 'Thôn 2', parent: 'c-dak-cam', ...since },
  { id: 'v-4', kind: 'village', name: 'Thôn 1', parent: 'c-dak-ha', groups: ['ethnic-minority'], ...since },
  { id: 'v-5', kind: 'village', name: 'Thôn 1', parent: 'c-nl', ...since },
]

const asOnceKnown = together(
  ...[oldProvince, city, tuMoRong, duyTan, dakCam, dakHa, ngocLay, ...villages].map(aUnit),
)

const merger = together(
  aUnit({ id: 'p-new', kind: 'province', name: 'Quảng Ngãi', code: '51', from: mergerDay }),
  aUnit({ id: 'c-new', kind: 'ward', name: 'Đăk Cấm', code: '23284', parent: 'p-new', from: mergerDay }),
  ...[oldProvince, city, tuMoRong, duyTan, dakCam].map((unit) => anEnding(unit, mergerDay)),
  ...['c-dak-ha', 'c-nl'].map((unit) => aMove(unit, 'p-new', mergerDay)),
  ...['v-1', 'v-2', 'v-3'].map((unit) => aMove(unit, 'c-new', mergerDay)),
  {
    endings: ['v-2', 'v-3'].map((unit) => ({ unit, aspects: ['kind'], until: mergerDay })),
    kinds: ['v-2', 'v-3'].map((unit) => ({ unit, kind: 'urbanGroup', from: mergerDay })),
    changes: [
      { id: 'x-province', day: mergerDay, kind: 'merged', parts: [{ old: 'p-old', new: 'p-new' }] },
      { id: 'x-city', day: mergerDay, kind: 'abolished', parts: [{ old: 'd-city' }] },
      { id: 'x-tmr', day: mergerDay, kind: 'abolished', parts: [{ old: 'd-tmr' }] },
      {
        id: 'x-89',
        day: mergerDay,
        kind: 'merged',
        clause: 'Điều 1, khoản 89',
        parts: [
          { old: 'c-duy-tan', new: 'c-new' },
          { old: 'c-dak-cam', new: 'c-new' },
        ],
      },
      {
        id: 'x-92',
        day: mergerDay,
        kind: 'moved',
        clause: 'Điều 1, khoản 92',
        parts: [
          { old: 'c-dak-ha', new: 'c-dak-ha' },
          { old: 'c-nl', new: 'c-nl' },
        ],
      },
    ],
  },
)

/** What became known by entry 1 (on 1/1/2017), and by entry 2 (on 16/6/2025). */
export const fixtureEntries: readonly [asOnceKnown: UnitFactsInput, merger: UnitFactsInput] = [
  asOnceKnown,
  merger,
]

function id(text: string): UnitId {
  return text as UnitId
}
