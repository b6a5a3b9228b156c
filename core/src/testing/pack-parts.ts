import type { WrittenPack } from './a-pack.ts'

export const criterionOf = (pack: WrittenPack): Record<string, unknown> => Object(pack.criteria[0])
export const indicatorOf = (pack: WrittenPack): Record<string, unknown> =>
  Object(pack.criteria[0]?.indicators[0])

export const source = { checked: 'text' }
export const standard = { kind: 'register', register: 'recognition', entry: 'standard', source }
export const border = {
  kind: 'register',
  register: 'group',
  entry: 'border',
  name: { vi: 'Xã biên giới', en: 'Border commune' },
  source,
}

export function aPrerequisite(rule: unknown, code = 'DK1'): Record<string, unknown> {
  return { code, name: { vi: 'Đã đạt chuẩn', en: 'Recognised before' }, nameChecked: 'text', rule }
}

export const communes = {
  kind: 'unitsAtLeast',
  of: 'commune',
  as: 'share',
  name: { vi: 'xã đạt chuẩn', en: 'communes of the standard' },
  that: standard,
  source,
  levels: { all: 80 },
}

export function withLevel(pack: WrittenPack, level: unknown, measure = 'count'): void {
  Object.assign(indicatorOf(pack), { rule: { kind: 'atLeast', measure, source, levels: { all: level } } })
}

export function withPrerequisites(pack: WrittenPack, ...prerequisites: readonly unknown[]): void {
  Object.assign(pack.pack, { prerequisites })
}
