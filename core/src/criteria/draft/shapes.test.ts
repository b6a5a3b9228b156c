import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { annex, groupsAnnex } from '../../testing/annexes.ts'
import { doubtsIn, draftMeasures, draftOf, indicatorIn } from '../../testing/drafts.ts'
import { recognise } from './recognise.ts'
import { cleanTables, filledPlaces, placeKey } from './source.ts'

describe('other shapes', () => {
  test('several indicators in one cell have each their own line', () => {
    const draft = draftOf([
      annex(`
        | TT | Tiêu chí | Nội dung | Mức đạt |
        | 1 | Quy hoạch | 1.1. Có quy hoạch\\n1.2. Tỷ lệ hộ nghèo | Đạt\\n≤ 5% |
      `),
    ])

    expect(indicatorIn(draft, '1.1').rule).toEqual({ kind: 'pass', delegated: false })
    expect(indicatorIn(draft, '1.2').rule).toMatchObject({ kind: 'atMost', levels: { all: 5 } })
    expect(doubtsIn(draft, '1.1')).toEqual(['rule splitByLines'])
  })

  test('a group may stand alone in its row without reaching across', () => {
    const draft = draftOf([
      annex(`
        | TT | Tiêu chí | Nội dung | Mức đạt |
        | I. HẠ TẦNG | | | |
        | 1 | Điện | Có điện | Đạt |
        | B. Văn hóa >4 |
        | 2 | Nhà | Có nhà | Đạt |
      `),
    ])

    expect(draft.groups.map(({ name }) => name)).toEqual(['Hạ tầng', 'Văn hóa'])
    expect(draft.criteria.map(({ group }) => group)).toEqual(['g1', 'g2'])
    expect(draft.unused).toEqual([])
  })

  test('lines under an indicator are its parts', () => {
    const draft = draftOf([
      annex(`
        | TT | Tiêu chí | Nội dung | Mức đạt |
        | 6 v3 | Văn hóa v3 | 6.1 Cơ sở vật chất văn hóa | |
        | a) Tỷ lệ thôn có nhà văn hóa | 100% |
        | b) Có điểm vui chơi | Đạt |
      `),
    ])

    expect(indicatorIn(draft, '6.1').rule).toMatchObject({
      kind: 'allOf',
      parts: [
        { name: 'Tỷ lệ thôn có nhà văn hóa', rule: { kind: 'atLeast', levels: { all: 100 } } },
        { name: 'Có điểm vui chơi', rule: { kind: 'pass' } },
      ],
    })
  })

  test('columns of years are levels by year; codes that are missing are numbered', () => {
    const draft = draftOf([
      annex(`
        | Tiêu chí v2 | Chỉ tiêu v2 | Mức đạt theo năm >2 |
        | 2024 | 2025 |
        | Tiêu chí 1: Kinh tế v2 | Thu nhập bình quân đầu người (triệu đồng/người) | ≥ 44 | ≥ 47,5 |
        | Tỷ lệ hộ nghèo | ≤ 7% | ≤ 6% |
      `),
    ])

    expect(indicatorIn(draft, '1.1').rule).toMatchObject({
      levels: { all: { byYear: { 2024: 44, 2025: 47.5 } } },
    })
    expect(indicatorIn(draft, '1.2').rule).toMatchObject({
      kind: 'atMost',
      levels: { all: { byYear: { 2024: 7, 2025: 6 } } },
    })
    expect(doubtsIn(draft, '1.2')).toEqual(['code codeNumbered'])
    expect(draft.criteria.map(({ name }) => name)).toEqual(['Kinh tế'])
  })

  test('two annexes of one decision are two parts', () => {
    const table = annex(`
      | TT | Tiêu chí | Nội dung | Mức đạt |
      | 1 | Nước | Có nước | Đạt |
    `)
    const file = { tables: [table, table], lines: [] }

    expect(recognise(file, draftMeasures).parts).toBe(2)
    expect(recognise(file, draftMeasures, 1).draft.indicators[0]?.from['name']).toEqual([
      { table: 1, row: 1, cell: 2 },
    ])
  })

  test('of more rows than any set has no draft is made', () => {
    const [head = []] = groupsAnnex.rows
    const rows = Array.from({ length: 1000 }, (_, at) =>
      [String(at < 1 ? 1 : ''), 'Tên', `Tỷ lệ hộ ${at}`, '%', '≥ 1', '≥ 2', '≥ 3'].map((text) => ({
        text,
        rowSpan: 1,
        colSpan: 1,
      })),
    )
    const { found, draft } = recognise({ tables: [{ rows: [head, ...rows] }], lines: [] }, [])

    expect([found, draft.indicators.length]).toEqual([1000, 0])
    expect(draft.unused.length).toBeGreaterThan(6000)
  })

  test('the lines around the table name the decision', () => {
    const { head, doubts } = draftOf(
      [groupsAnnex],
      [
        'PHỤ LỤC I',
        'BỘ TIÊU CHÍ QUỐC GIA VỀ XÃ NÔNG THÔN MỚI',
        'GIAI ĐOẠN 2026-2030',
        '(Kèm theo Quyết định số 51/2025/QĐ-TTg ngày 29 tháng 12 năm 2025 của Thủ tướng Chính phủ)',
      ],
    )

    expect(head).toMatchObject({
      set: 'commune-2026-2030',
      name: 'Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2026-2030',
      document: {
        id: '51-2025-qd-ttg',
        number: '51/2025/QĐ-TTg',
        day: '2025-12-29',
        issuer: 'Thủ tướng Chính phủ',
      },
      article: 'Phụ lục I',
      from: '2025-12-29',
      forKinds: ['commune'],
    })
    expect(doubts.filter(({ target, code }) => target === 'head' && code === 'headMissing')).toEqual([])
  })
})

describe('whatever the tables', () => {
  const words = [
    'TT',
    'Tiêu chí',
    'Nội dung',
    'Chỉ tiêu',
    'Nhóm 1',
    'Năm 2022',
    '1',
    '1.1',
    'II',
    '1.1 Đường',
    '≥70%',
    'Đạt',
    '',
    '- a',
    '100% (≥7)',
  ]
  const cell = fc.record({
    text: fc.oneof(fc.constantFrom(...words), fc.string()),
    rowSpan: fc.oneof(fc.constantFrom(1, 1, 2, 3), fc.integer()),
    colSpan: fc.oneof(fc.constantFrom(1, 1, 2, 7), fc.integer()),
  })
  const tables = fc.array(
    fc.record({ rows: fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }) }),
    { maxLength: 3 },
  )
  const headed = tables.map((given) =>
    given.map(({ rows }) => ({ rows: [...groupsAnnex.rows.slice(0, 1), ...rows] })),
  )

  test('every cell that holds anything is used or listed as not used, never both', () => {
    fc.assert(
      fc.property(fc.oneof(tables, headed), (given) => {
        const { draft } = recognise({ tables: given, lines: [] }, draftMeasures)
        const unused = new Set(draft.unused.map(placeKey))
        const froms = [...draft.criteria, ...draft.indicators].flatMap(({ from }) =>
          Object.values(from).flat(),
        )
        const filled = new Set(filledPlaces(cleanTables(given)).map(placeKey))
        const named = froms.map(placeKey).filter((place) => filled.has(place))
        return named.every((place) => !unused.has(place)) && [...unused].every((place) => filled.has(place))
      }),
      { numRuns: 150 },
    )
    expect(draftOf([]).unused).toEqual([])
  })

  test('the same tables give the same draft', () => {
    fc.assert(
      fc.property(headed, (given) => {
        expect(draftOf(given)).toEqual(draftOf(structuredClone(given)))
      }),
    )
  })
})
