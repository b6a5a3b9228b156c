import { countMet, type ClothCriterion, type ClothGroup, type Stitch } from '../cloth.ts'
import type { Criterion, TileState } from '../CriterionTile.tsx'
import type { DiagramUnit } from '../diagram/units.ts'
import type { TileGroup } from '../tile-rows.ts'
import type { Weave } from '../weave.tsx'
import { communes, districts, type Commune } from './communes.ts'

/** Criteria of the set 2021–2025 for communes, with the share of a weak commune's chance to miss each. */
const criteria = [
  ['Quy hoạch', 0.5],
  ['Giao thông', 0.55],
  ['Thủy lợi, thiên tai', 0.05],
  ['Điện', 0.02],
  ['Trường học', 0.5],
  ['Cơ sở vật chất văn hóa', 0.55],
  ['Hạ tầng thương mại', 0.08],
  ['Thông tin, truyền thông', 0.02],
  ['Nhà ở dân cư', 0.5],
  ['Thu nhập', 0.95],
  ['Nghèo đa chiều', 0.98],
  ['Lao động', 0.45],
  ['Tổ chức sản xuất', 0.6],
  ['Giáo dục và đào tạo', 0.1],
  ['Y tế', 0.2],
  ['Văn hóa', 0.15],
  ['Môi trường, an toàn thực phẩm', 0.95],
  ['Hệ thống chính trị, pháp luật', 0.02],
  ['Quốc phòng và an ninh', 0.02],
] as const

/** How weak the communes of a district are made, from 0 to 1. */
const weakness: Readonly<Record<string, number>> = {
  '608': 0.05,
  '615': 0.1,
  '611': 0.15,
  '612': 0.3,
  '616': 0.4,
  '613': 0.6,
  '610': 0.75,
  '617': 0.9,
  '614': 0.75,
  '618': 0.95,
}

/** A number from 0 to 1 that only depends on its seed. */
function chance(seed: number): number {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  return ((Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0) % 10_007) / 10_007
}

function stitchOf(index: number, district: string, criterion: number): Stitch {
  const weak = weakness[district] ?? 0
  const isWeakCommune = chance(index * 7 + 3) < weak
  const miss = (criteria[criterion]?.[1] ?? 0) * (isWeakCommune ? 1 : weak / 6)
  const draw = chance(index * 53 + criterion * 101 + 11)
  if (criterion === 6 && draw > 0.97) return 'notApplicable'
  if (draw < miss * 0.06) return 'unknown'
  if (draw < miss) return 'unmet'
  return draw > 0.995 ? 'basicallyMet' : 'met'
}

type Drawn = { readonly id: string; readonly commune: Commune; readonly stitches: readonly Stitch[] }

const drawn: readonly Drawn[] = communes.map((commune, index) => ({
  id: `mau-${index}`,
  commune,
  stitches: criteria.map((_, criterion) => stitchOf(index, commune[2], criterion)),
}))

const inProgramme = drawn.filter(({ commune: [, kind] }) => kind === 'xã')

export const clothGroups: readonly ClothGroup[] = districts.map(({ id, name, fullName }) => ({
  id,
  name,
  fullName,
  units: inProgramme
    .filter(({ commune }) => commune[2] === id)
    .map(({ id: unit, commune, stitches }) => ({ id: unit, name: `Xã ${commune[0]}`, stitches })),
}))

export const clothTotal = inProgramme.length

export const clothCriteria: readonly ClothCriterion[] = criteria.map(([name], criterion) => ({
  code: String(criterion + 1),
  name,
  met: inProgramme.filter(
    ({ stitches }) => stitches[criterion] === 'met' || stitches[criterion] === 'basicallyMet',
  ).length,
  isWeak: [9, 10, 16].includes(criterion),
}))

function metOf(id: string): number {
  const unit = drawn.find((each) => each.id === id)
  return unit === undefined ? 0 : countMet({ id, name: '', stitches: unit.stitches })
}

export const weaveNames = ['full', 'high', 'half', 'low', 'bare'] as const satisfies readonly Weave[]

function weaveOf({ commune: [, kind], id, stitches }: Drawn): Weave {
  if (kind !== 'xã') return 'outside'
  if (stitches.filter((verdict) => verdict === 'unknown').length > 3) return 'unknown'
  const met = metOf(id)
  if (stitches.every((verdict) => verdict !== 'unmet' && verdict !== 'unknown')) return 'full'
  if (met >= 15) return 'high'
  if (met >= 10) return 'half'
  return met >= 5 ? 'low' : 'bare'
}

/** The units of the diagram; `says` writes what is read out of each. */
export function diagramUnits(
  says: (met: number, isIn: boolean, isRecognised: boolean) => string,
): readonly DiagramUnit[] {
  return drawn.map((each, index) => {
    const [name, kind, group, lon, lat] = each.commune
    const isIn = kind === 'xã'
    const met = metOf(each.id)
    const isRecognised =
      isIn && (met === 19 ? chance(index * 31) > 0.2 : met > 13 && chance(index * 17) > 0.8)
    return {
      id: each.id,
      name,
      fullName: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
      lon,
      lat,
      group,
      weave: weaveOf(each),
      isRecognised,
      says: says(met, isIn, isRecognised),
      ...(isIn ? { label: String(met) } : {}),
    }
  })
}

const groupsOfDecision = [
  ['Quy hoạch', 1],
  ['Hạ tầng kinh tế - xã hội', 8],
  ['Kinh tế và tổ chức sản xuất', 4],
  ['Văn hóa - xã hội - môi trường', 4],
  ['Hệ thống chính trị', 2],
] as const

const tileStates: Readonly<Record<number, TileState>> = {
  1: 'unmet',
  7: 'notApplicable',
  10: 'unmet',
  11: 'unmet',
  12: 'unknown',
  15: 'staleMet',
  16: 'basicallyMet',
  17: 'unmet',
  18: 'staleUnmet',
}

const tileReasons: Readonly<Record<number, string>> = {
  1: 'chưa duyệt quy hoạch chung',
  7: 'không có chợ trong quy hoạch',
  10: 'thấp hơn ngưỡng',
  11: '14,6\u00a0%, ngưỡng ≤\u00a07\u00a0%',
  12: 'thiếu số liệu 12.1',
  15: 'số 6/2022, quá 12 tháng',
  16: 'kết luận 12/2023',
  17: '3/12 chỉ tiêu chưa đạt',
  18: 'số 5/2022, quá 12 tháng',
}

/** One commune's criteria, every state at least once. */
export const tileGroups: readonly TileGroup<Criterion>[] = groupsOfDecision.map(([name, count], group) => {
  const first = groupsOfDecision.slice(0, group).reduce((sum, [, before]) => sum + before, 0)
  return {
    name,
    tiles: criteria.slice(first, first + count).map(([criterion], index) => {
      const code = first + index + 1
      return {
        code: String(code),
        name: criterion,
        state: tileStates[code] ?? 'met',
        isKey: [10, 17, 19].includes(code),
        why: tileReasons[code] ?? 'số 12/2023',
      }
    }),
  }
})
