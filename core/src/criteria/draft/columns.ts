import type { Place } from './source.ts'
import { plainWords, slug } from './text.ts'

/** The column of levels that holds for every unit. */
export const generalColumn = 'all'

/** A column of the draft, with groups of units where its name tells them. */
export type NamedColumn = {
  readonly id: string
  readonly name: string
  readonly groups: readonly string[]
  readonly from: readonly Place[]
}

type Known = { readonly pattern: RegExp; readonly id: string; readonly group: string }

/** Regions of the national sets, by their usual names and short forms. */
const regions: readonly Known[] = [
  { pattern: /trung du|mien nui phia bac|^(?:td)?mnpb$|^tdmnpb$/, id: 'TDMNPB', group: 'region-tdmnpb' },
  { pattern: /song hong|^dbsh$/, id: 'DBSH', group: 'region-dbsh' },
  { pattern: /bac trung bo|^btb$/, id: 'BTB', group: 'region-btb' },
  { pattern: /nam trung bo|^(?:dh)?ntb$/, id: 'DHNTB', group: 'region-dhntb' },
  { pattern: /tay nguyen|^tn$/, id: 'TN', group: 'region-tn' },
  { pattern: /dong nam bo|^dnb$/, id: 'DNB', group: 'region-dnb' },
  { pattern: /cuu long|^dbscl$/, id: 'DBSCL', group: 'region-dbscl' },
]

/** Whether a column holds for all: "Chỉ tiêu chung", "Mức đạt", "Chỉ tiêu". */
export function isGeneral(name: string): boolean {
  const plain = plainWords(name)
  return (
    /\bchung\b/.test(plain) ||
    /^(?:chi tieu|muc|yeu cau|quy dinh)(?: (?:phai )?(?:dat|can dat|do|chuan|quy dinh))*(?: chuan)?$/.test(
      plain,
    )
  )
}

/** Names a column for the pack; `taken` are identities that other columns have. */
export function namedColumn(name: string, from: readonly Place[], taken: ReadonlySet<string>): NamedColumn {
  const plain = plainWords(name)
  const region = regions.find(({ pattern }) => pattern.test(plain))
  if (region && !taken.has(region.id)) return { id: region.id, name, groups: [region.group], from }
  const wanted = slug(name, 4, 30) || 'cot'
  const base = /^[a-z]/.test(wanted) ? wanted : `cot-${wanted}`
  let id = base
  for (let nth = 2; taken.has(id) || id === generalColumn; nth += 1) id = `${base}-${nth}`
  return { id, name, groups: [], from }
}
