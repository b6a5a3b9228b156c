import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Measure } from '../criteria/index.ts'
import { aCriterion, aSet, aShare, delegated } from '../testing/a-set.ts'
import { fromScale, refusalText } from '../text/index.ts'
import { enteredFigure, enteredLevel, figuresOnScale, levelsOnScale } from './entered.ts'
import type { KnownLaw } from './known.ts'

const measures = new Map<string, Measure>(
  [
    { ...aShare('m-share') },
    {
      ...aShare('m-income'),
      kind: 'amount' as const,
      scale: 1,
      name: { vi: 'Thu nhập bình quân', en: 'Income' },
      quantity: { vi: 'triệu đồng/người/năm', en: 'million đồng per person per year' },
    },
    { ...aShare('m-huts'), kind: 'count' as const, name: { vi: 'Số nhà tạm', en: 'Makeshift houses' } },
    { ...aShare('m-yes'), kind: 'pass' as const, quantity: { vi: '', en: '' } },
  ].map((measure) => [measure.id, measure]),
)
const law: KnownLaw = {
  findMeasure: (id) => measures.get(id),
  findSet: (id) =>
    id === 'set-of-tests'
      ? aSet({ criteria: [aCriterion('1', [delegated('m-share'), delegated('m-income')])] })
      : undefined,
}
const figure = { id: 'f-1', unit: 'u-1', measure: 'm-income', period: '2023', stage: 'verified' }
const level = {
  id: 'l-1',
  set: 'set-of-tests',
  key: 'm-share',
  document: 'doc-1',
  from: '2024-01-01',
}

/** What a figure with this change is kept as, or the sentence in which it is refused. */
function kept(change: object): unknown {
  const parsed = enteredFigure.safeParse({ ...figure, ...change })
  if (!parsed.success) return parsed.error.issues.map((issue) => issue.message)
  const outcome = figuresOnScale([parsed.data], law)
  return outcome.ok ? outcome.value[0]?.scaled : outcome.refusal.map((one) => refusalText({ ...one }, 'vi'))
}

function keptLevel(change: object): unknown {
  const parsed = enteredLevel.safeParse({ ...level, ...change })
  if (!parsed.success) return parsed.error.issues.map((issue) => issue.message)
  const outcome = levelsOnScale([parsed.data], law)
  return outcome.ok ? outcome.value[0]?.scaled : outcome.refusal.map((one) => refusalText({ ...one }, 'vi'))
}

describe('a figure as people read it', () => {
  test.each([
    [{ value: '44,7' }, 447],
    [{ value: '44.7' }, 447],
    [{ value: 44.7 }, 447],
    [{ value: 44 }, 440],
    [{ scaled: 447 }, 447],
    [{ value: 44.7, scaled: 447 }, 447],
    [{ measure: 'm-huts', value: '12' }, 12],
    [{ measure: 'm-yes', value: 1 }, 1],
    [{ measure: 'm-share', num: 1, den: 3 }, undefined],
  ])('%j is kept as %j', (change, scaled) => {
    expect(kept(change)).toBe(scaled)
  })

  test.each([
    [
      { value: '44,75' },
      'số liệu, dòng 1: “44,75” có nhiều chữ số thập phân quá: Thu nhập bình quân (triệu đồng/người/năm) chỉ giữ 1 chữ số sau dấu phẩy.',
    ],
    [
      { measure: 'm-huts', value: 2.5 },
      'số liệu, dòng 1: “2.5” phải là số nguyên, không có phần sau dấu phẩy: Số nhà tạm, đếm theo hộ.',
    ],
    [
      { value: 447, scaled: 447 },
      'số liệu, dòng 1: value “447” và scaled 447 không phải một số: Thu nhập bình quân (triệu đồng/người/năm) giữ 1 chữ số sau dấu phẩy. Sửa value rồi bỏ scaled.',
    ],
    [
      { value: 1e11 },
      'số liệu, dòng 1: “100000000000” lớn quá mức An Cư giữ được: Thu nhập bình quân (triệu đồng/người/năm). Xem lại đơn vị tính.',
    ],
    [
      { measure: 'm-share', value: 27.9 },
      'số liệu, dòng 1: “m-share” là tỷ lệ: ghi tử số vào num, mẫu số vào den (hộ), bỏ trống value.',
    ],
    [{ measure: 'm-none', value: 1 }, 'số liệu, dòng 1: Không có chỉ số đo “m-none”.'],
    [{ value: '1.234' }, 'numberTwoWays'],
    [{ value: 'nhiều' }, 'notANumber'],
    [{}, 'figureHasOneQuantity'],
    [{ value: 1, num: 1, den: 2 }, 'figureHasOneQuantity'],
  ])('%j is refused', (change, sentence) => {
    expect(kept(change)).toEqual([sentence])
  })
})

describe('a level as people read it', () => {
  test.each([
    [{ value: '95,5' }, 9550],
    [{ value: 95.5 }, 9550],
    [{ value: 95.5, scaled: 9550 }, 9550],
    [{ scaled: 9550 }, 9550],
    [{ key: 'm-income', value: '48' }, 480],
  ])('%j is kept as %j', (change, scaled) => {
    expect(keptLevel(change)).toBe(scaled)
  })

  test.each([
    [
      { value: '95,5555' },
      'mức, dòng 1: “95,5555” có nhiều chữ số thập phân quá: m-share chỉ giữ 2 chữ số sau dấu phẩy.',
    ],
    [
      { key: 'no', value: 1 },
      'mức, dòng 1: Mức “no” không để cho tỉnh định: bộ tiêu chí đã có mức, hoặc không có mức này.',
    ],
    [{ set: 'no', value: 1 }, 'mức, dòng 1: Không có bộ tiêu chí “no”.'],
    [{}, 'levelNeedsValue'],
  ])('%j is refused', (change, sentence) => {
    expect(keptLevel(change)).toEqual([sentence])
  })
})

test('what a list answers is taken again as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), (scaled) => {
      expect(kept({ value: fromScale(scaled, 1), scaled })).toBe(scaled)
      expect(keptLevel({ value: fromScale(scaled, 2), scaled })).toBe(scaled)
    }),
  )
})
