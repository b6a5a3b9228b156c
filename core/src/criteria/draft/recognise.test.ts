import { describe, expect, test } from 'vitest'

import { annex, groupsAnnex, pointsAnnex, regionalAnnex } from '../../testing/annexes.ts'
import { doubtsIn, draftOf, indicatorIn } from '../../testing/drafts.ts'

describe('an annex with regions', () => {
  const draft = draftOf(regionalAnnex)

  test('gives its groups, criteria and indicators, over the end of a page', () => {
    expect(draft.groups.map(({ name }) => name)).toEqual(['Quy hoạch', 'Hạ tầng kinh tế - xã hội'])
    expect(draft.criteria.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '1 Quy hoạch',
      '2 Giao thông',
      '3 Thủy lợi và phòng, chống thiên tai',
      '4 Điện',
      '9 Nhà ở dân cư',
      '10 Thu nhập',
      '17 Môi trường và an toàn thực phẩm',
    ])
    expect(draft.indicators.map(({ code }) => code)).toEqual([
      '1.1',
      '1.2',
      '2.1',
      '3.1',
      '4',
      '9.1',
      '9.2',
      '10',
      '17.1',
    ])
    expect(draft.columns.map(({ id, groups }) => `${id} ${groups.join(' ')}`)).toEqual([
      'TDMNPB region-tdmnpb',
      'DBSH region-dbsh',
      'BTB region-btb',
      'DHNTB region-dhntb',
      'TN region-tn',
      'DNB region-dnb',
      'DBSCL region-dbscl',
    ])
    expect(draft.unused).toEqual([])
  })

  test('gives each rule by the words of its cells', () => {
    expect(indicatorIn(draft, '1.1').rule).toEqual({ kind: 'pass', delegated: false })
    expect(indicatorIn(draft, '2.1').rule).toEqual({
      kind: 'atLeast',
      measure: 'm-road',
      levels: { all: 'delegated' },
    })
    expect(indicatorIn(draft, '3.1').rule).toMatchObject({ measure: 'm-irrigated-land', levels: { all: 80 } })
    expect(indicatorIn(draft, '4').rule).toEqual({
      kind: 'atLeast',
      measure: 'm-power',
      levels: { all: 98, TDMNPB: 95, DBSH: 99, BTB: 98, DHNTB: 98, TN: 98, DNB: 99, DBSCL: 98 },
    })
    expect(indicatorIn(draft, '9.1').rule).toEqual({ kind: 'noneOf', measure: 'm-huts' })
    expect(indicatorIn(draft, '10').rule).toMatchObject({
      kind: 'atLeast',
      measure: 'm-income',
      levels: {
        TN: { byYear: { 2021: 44, 2022: 47, 2023: 50 } },
        all: { byYear: { 2021: 48, 2022: 51, 2023: 54 } },
      },
    })
  })

  test('makes parts of a cell with a condition, and says so', () => {
    const { rule } = indicatorIn(draft, '17.1')

    expect(rule).toMatchObject({
      kind: 'allOf',
      parts: [
        {
          name: 'Tỷ lệ hộ được sử dụng nước sạch theo quy chuẩn',
          rule: { kind: 'atLeast', levels: { all: 35 } },
        },
        { name: 'từ hệ thống cấp nước tập trung', rule: { kind: 'atLeast', levels: { all: 15 } } },
      ],
    })
    expect(doubtsIn(draft, '17.1')).toContain('part.0.rule partsJoined')
  })

  test('marks what was guessed, and only that', () => {
    expect(doubtsIn(draft, '1.1')).toEqual([])
    expect(doubtsIn(draft, '4')).toEqual([])
    expect(doubtsIn(draft, '2.1')).toEqual(['rule directionGuessed', 'measure measureGuessed'])
    expect(doubtsIn(draft, '9.2')).toEqual(['measure measureNew'])
    expect(draft.doubts.filter(({ code }) => code === 'capitalsLowered')).toHaveLength(2)
  })

  test('says of each value which cell it is from', () => {
    expect(indicatorIn(draft, '4').from['level.TDMNPB']).toEqual([{ table: 0, row: 8, cell: 4 }])
    expect(indicatorIn(draft, '9.2').from['name']).toEqual([{ table: 1, row: 3, cell: 0 }])
    expect(draft.criteria[0]?.from['name']).toEqual([{ table: 0, row: 3, cell: 1 }])
  })

  test('is read the same with marks apart and odd spaces', () => {
    const odd = regionalAnnex.map(({ rows }) => ({
      rows: rows.map((row) =>
        row.map((cell) => ({
          ...cell,
          text: ` ${cell.text.normalize('NFD').replaceAll(' ', '\u00a0')}\u200b`,
        })),
      ),
    }))

    expect(draftOf(odd)).toEqual(draft)
  })
})

describe('a village set with points', () => {
  const draft = draftOf([pointsAnnex])

  test('takes the level out of the name, and marks it', () => {
    expect(indicatorIn(draft, '1.1').rule).toMatchObject({ kind: 'atLeast', levels: { all: 80 } })
    expect(doubtsIn(draft, '1.1')).toContain('level.all levelFromName')
    expect(indicatorIn(draft, '3').rule).toMatchObject({
      kind: 'atLeast',
      measure: 'm-income',
      levels: { all: 45 },
    })
  })

  test('takes the points, and leaves what is no number', () => {
    expect(draft.indicators.map(({ code, points }) => [code, points])).toEqual([
      ['1.1', 12],
      ['1.2', 8],
      ['2', 20],
      ['3', 25.5],
      ['4', undefined],
    ])
    expect(doubtsIn(draft, '4')).toContain('points pointsNotUnderstood')
    expect(draft.unused).toEqual([{ table: 0, row: 3, cell: 4 }])
  })
})

describe('an annex with groups and units', () => {
  const draft = draftOf([groupsAnnex])

  test('reads the words for at most, for what does not apply, and a condition for each group', () => {
    expect(indicatorIn(draft, '1').rule).toEqual({
      kind: 'atMost',
      measure: 'm-poor',
      levels: { 'nhom-1': 3, 'nhom-2': 5, 'nhom-3': 'notApplicable' },
    })
    expect(indicatorIn(draft, '2').rule).toMatchObject({
      kind: 'allOf',
      parts: [
        { rule: { kind: 'atLeast', levels: { 'nhom-1': 100, 'nhom-2': 100, 'nhom-3': 100 } } },
        {
          name: 'đạt mức độ 1',
          rule: { kind: 'atLeast', levels: { 'nhom-1': 70, 'nhom-2': 50, 'nhom-3': 50 } },
        },
      ],
    })
  })

  test('an empty cell is unknown, a strict bound and a number of two meanings are doubts', () => {
    expect(indicatorIn(draft, '3').rule).toMatchObject({
      levels: { 'nhom-1': 4, 'nhom-2': 2.5, 'nhom-3': 'unknown' },
    })
    expect(draft.measures.find(({ id }) => id === 'm-dat-cay-xanh-cong-cong')).toMatchObject({
      kind: 'amount',
      scale: 1,
      quantity: 'm2/người',
    })
    expect(indicatorIn(draft, '4').rule).toMatchObject({
      levels: { 'nhom-1': 40, 'nhom-2': 'unknown', 'nhom-3': 'unknown' },
    })
    expect(doubtsIn(draft, '4')).toEqual([
      'level.nhom-1 strictBound',
      'level.nhom-2 numberTwoWays',
      'level.nhom-3 range',
      'measure measureNew',
    ])
  })
})

test('a blank cell beside what stands for all columns follows it, and a number there is doubted', () => {
  const table = annex(`
    | TT | Tên tiêu chí | Nội dung | Chỉ tiêu chung | Nhóm 1 | Nhóm 2 |
    | 1 | Y tế | Tỷ lệ người dân tham gia bảo hiểm y tế | ≥ 95% | | |
    | 2 | Nước sạch | Tỷ lệ hộ được sử dụng nước sạch | ≥ 90% | ≥ 85% | |
    | 3 | Nghèo | Tỷ lệ hộ nghèo | | ≤ 3% | |
  `)
  const draft = draftOf([table])
  const levelsIn = (code: string): unknown => {
    const { rule } = indicatorIn(draft, code)
    return 'levels' in rule ? rule.levels : rule
  }

  expect(levelsIn('1')).toEqual({ all: 95 })
  expect(levelsIn('2')).toEqual({ all: 90, 'nhom-1': 85 })
  expect(levelsIn('3')).toMatchObject({ 'nhom-1': 3, 'nhom-2': 'unknown' })
  const doubted = draft.doubts.filter(({ code }) => code === 'columnsDiffer').map(({ field }) => field)
  expect(doubted).toContain('level.all')
})
