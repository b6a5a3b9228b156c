import en from '../../locales/en/units.json' with { type: 'json' }
import vi from '../../locales/vi/units.json' with { type: 'json' }
import { messagesOf, searchKey, type Language, type Messages } from '../text/index.ts'
import type { UnitKind } from './unit.ts'

/** Words of this slice: kinds, levels, kinds of change, refusals. */
export function unitMessages(language: Language): Messages<typeof vi> {
  return messages[language]
}

/** A unit's name with its kind: "xã Đắk Hà", "Đắk Hà commune"; a name that says its kind stays alone. */
export function namedUnit(kind: UnitKind, name: string, language: Language = 'vi'): string {
  if (saysItsKind(kind, name)) return name
  return messages[language].say(`named.${kind}`, { name })
}

/** A unit with all it lies in, smallest first: "xã Đắk Hà, huyện Tu Mơ Rông, tỉnh Kon Tum". */
export function placeText(
  parts: readonly { readonly kind: UnitKind; readonly name: string }[],
  language: Language = 'vi',
): string {
  return parts.map(({ kind, name }) => namedUnit(kind, name, language)).join(', ')
}

/**
 * Words, as search keys, by which people begin a unit of this kind: its word, common short forms, and for
 * settlements the words used beside "thôn" (Thông tư 04/2012/TT-BNV, điều 2: làng, bản, ấp, buôn, …).
 */
export function kindWords(kind: UnitKind): readonly string[] {
  return wordsByKind[kind]
}

const messages = {
  vi: messagesOf('vi', { vi, en }),
  en: messagesOf('en', { vi, en }),
} as const satisfies Record<Language, Messages<typeof vi>>

const shortForms = {
  province: ['t'],
  municipality: ['tp'],
  ruralDistrict: ['h'],
  provincialCity: ['tp'],
  districtTown: ['tx'],
  urbanDistrict: ['q'],
  commune: ['x'],
  ward: ['p'],
  township: ['tt'],
  specialZone: [],
  village: ['làng', 'bản', 'buôn', 'ấp', 'xóm'],
  urbanGroup: ['tdp', 'tổ', 'khối', 'khu phố', 'thôn'],
} as const satisfies Record<UnitKind, readonly string[]>

const wordsByKind: Readonly<Record<UnitKind, readonly string[]>> = {
  province: wordsFor('province'),
  municipality: wordsFor('municipality'),
  ruralDistrict: wordsFor('ruralDistrict'),
  provincialCity: wordsFor('provincialCity'),
  districtTown: wordsFor('districtTown'),
  urbanDistrict: wordsFor('urbanDistrict'),
  commune: wordsFor('commune'),
  ward: wordsFor('ward'),
  township: wordsFor('township'),
  specialZone: wordsFor('specialZone'),
  village: wordsFor('village'),
  urbanGroup: wordsFor('urbanGroup'),
}

function wordsFor(kind: UnitKind): readonly string[] {
  return [...new Set([vi.kind[kind], en.kind[kind], ...shortForms[kind]].map(searchKey))]
}

/** "Thôn 1", "Làng Kon Tu", "Tổ 3": settlements carry the word in their name; "Tơ Pỉn" carries none. */
function saysItsKind(kind: UnitKind, name: string): boolean {
  if (kind !== 'village' && kind !== 'urbanGroup') return false
  const plain = name.normalize('NFC').toLowerCase()
  return settlementWords.some((word) => plain.startsWith(`${word} `))
}

const settlementWords = [vi.kind.village, vi.kind.urbanGroup, ...shortForms.village, ...shortForms.urbanGroup]
