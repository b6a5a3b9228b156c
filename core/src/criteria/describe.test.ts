import { describe as group, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import type { Language } from '../text/index.ts'
import { aCriterion, aSet, aShare } from '../testing/a-set.ts'
import { compileSet } from './compile.ts'
import type { LegalSource, Level, Measure, Rule } from './criteria.ts'
import { describe, type Described } from './describe.ts'
import { explainIndicator } from './explanation.ts'
import type { KnownLevelDecision } from './levels.ts'
import { criteriaMessages } from './messages.ts'
import type { ExplainFigure } from './rules/explained.ts'

const source: LegalSource = {
  document: 'qd-1',
  article: 'Phụ lục I, chỉ tiêu 1.1',
  checked: 'memory',
  note: undefined,
}
const homes: Measure = { ...aShare('homes'), name: { vi: 'Tỷ lệ hộ dùng nước sạch', en: 'Clean water' } }
const huts: Measure = {
  ...homes,
  id: 'huts',
  kind: 'count',
  name: { vi: 'Số nhà tạm', en: 'Huts' },
  quantity: { vi: 'nhà', en: 'houses' },
}
const income: Measure = {
  ...homes,
  id: 'income',
  kind: 'amount',
  scale: 1,
  name: { vi: 'Thu nhập', en: 'Income' },
  quantity: { vi: 'triệu đồng', en: 'million đồng' },
}
const hall: Measure = { ...homes, id: 'hall', kind: 'pass', name: { vi: 'Có nhà văn hóa', en: 'Has a hall' } }
const measures = new Map([homes, huts, income, hall].map((measure) => [measure.id, measure]))

const levels = (level: Level): Readonly<Record<string, Level>> => ({ TN: level })
const value = (scaled: number): Level => ({ kind: 'value', scaled, source })
const least = (measure: string, level: Level, key = '1.1'): Rule => ({
  kind: 'atLeast',
  key,
  measure,
  levels: levels(level),
})
const most = (measure: string, level: Level): Rule => ({
  kind: 'atMost',
  key: '1.1',
  measure,
  levels: levels(level),
})

function aFigure(num: number, den = 1, change: Partial<ExplainFigure> = {}): ExplainFigure {
  return { id: 'f', num, den, year: 2023, notApplicableReason: undefined, illustrative: false, ...change }
}

type Given = Readonly<Record<string, ExplainFigure>>

function told(
  rule: Rule,
  given: Given,
  language: Language = 'vi',
  decisions: readonly KnownLevelDecision[] = [],
): Described {
  const name = { vi: 'Tây Nguyên', en: 'Central Highlands' }
  const set = aSet({
    columns: [{ id: 'TN', name, anyOfGroups: ['region-tn'], source }],
    criteria: [aCriterion('1', [rule])],
  })
  const compiled = compileSet(set, measures, 'TN', { on: day('2024-03-31'), decisions })
  const explanation = explainIndicator(
    compiled,
    0,
    compiled.slots.map((id) => given[id]),
  )
  const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')
  const { heading, lines } = describe(explanation, criteriaMessages(language), (id) => `QĐ ${id}`)
  return { heading: spaced(heading), lines: lines.map((line) => ({ ...line, text: spaced(line.text) })) }
}

group('heading', () => {
  test.each([
    [
      least('homes', value(3000)),
      { homes: aFigure(279, 1000) },
      'Chưa đạt, vì 27,9 % thấp hơn ngưỡng 30 %. Còn thiếu 21 hộ.',
    ],
    [
      least('homes', value(9000)),
      { homes: aFigure(8996, 10_000) },
      'Chưa đạt, vì 89,96 % thấp hơn ngưỡng 90 %. Còn thiếu 4 hộ.',
    ],
    [least('homes', value(9000)), { homes: aFigure(9, 10) }, 'Đạt, vì 90 % không thấp hơn ngưỡng 90 %.'],
    [
      most('homes', value(700)),
      { homes: aFigure(146, 1000) },
      'Chưa đạt, vì 14,6 % cao hơn ngưỡng 7 %. Còn vượt 76 hộ.',
    ],
    [most('homes', value(700)), { homes: aFigure(7, 100) }, 'Đạt, vì 7 % không cao hơn ngưỡng 7 %.'],
    [
      least('income', value(470)),
      { income: aFigure(447) },
      'Chưa đạt, vì 44,7 triệu đồng thấp hơn ngưỡng 47 triệu đồng. Còn thiếu 2,3 triệu đồng.',
    ],
    [
      { kind: 'noneOf', measure: 'huts', source } as const,
      { huts: aFigure(5) },
      'Chưa đạt, vì vẫn còn 5 nhà (số nhà tạm).',
    ],
    [
      { kind: 'noneOf', measure: 'huts', source } as const,
      { huts: aFigure(0) },
      'Đạt, vì không còn (số nhà tạm: 0 nhà).',
    ],
    [
      { kind: 'pass', measure: 'hall', delegated: false, source } as const,
      { hall: aFigure(0) },
      'Chưa đạt, vì không đạt theo số liệu (có nhà văn hóa).',
    ],
    [least('homes', value(9000)), {}, 'Chưa rõ, vì thiếu số liệu: tỷ lệ hộ dùng nước sạch.'],
    [
      least('homes', { kind: 'unknown', source }),
      { homes: aFigure(1, 2) },
      'Chưa rõ, vì chưa biết ngưỡng của chỉ tiêu 1.1.',
    ],
    [
      least('homes', { kind: 'delegated', source }),
      { homes: aFigure(1, 2) },
      'Chưa rõ, vì chưa có quyết định của tỉnh về ngưỡng của chỉ tiêu 1.1.',
    ],
    [
      { kind: 'pass', measure: undefined, delegated: false, source } as const,
      {},
      'Chưa rõ, vì chưa có kết luận của cơ quan có thẩm quyền.',
    ],
    [
      least('homes', value(9000)),
      { homes: aFigure(0, 1, { notApplicableReason: 'không có dân' }) },
      'Không áp dụng: không có dân.',
    ],
  ] satisfies readonly (readonly [Rule, Given, string])[])('%# %s', (rule, given, heading) => {
    expect(told(rule, given).heading).toBe(heading)
  })

  test('in English', () => {
    expect(told(least('homes', value(3000)), { homes: aFigure(279, 1000) }, 'en').heading).toBe(
      'Not met: 27.9% is below the level of 30%. Still missing (households): 21.',
    )
  })

  test('of several parts, those that decide are named', () => {
    const both: Rule = {
      kind: 'allOf',
      parts: [least('homes', value(9000)), least('income', value(470), '1.1-b')],
    }
    const either: Rule = { ...both, kind: 'anyOf' }

    expect(told(both, { homes: aFigure(9, 10), income: aFigure(447) }).heading).toBe(
      'Chưa đạt, vì thu nhập: 44,7 triệu đồng thấp hơn ngưỡng 47 triệu đồng. Còn thiếu 2,3 triệu đồng.',
    )
    expect(told(either, { homes: aFigure(9, 10), income: aFigure(447) }).heading).toBe(
      'Đạt, vì tỷ lệ hộ dùng nước sạch: 90 % không thấp hơn ngưỡng 90 %.',
    )
    expect(told(either, { income: aFigure(447) }).heading).toBe(
      'Chưa rõ, vì thiếu số liệu: tỷ lệ hộ dùng nước sạch.',
    )
  })
})

group('lines', () => {
  test('figure and level, with column, article and how far it was checked', () => {
    const { lines } = told(least('homes', value(3000)), { homes: aFigure(279, 1000, { illustrative: true }) })

    expect(lines.map(({ about, text }) => [about, text])).toEqual([
      ['figure', 'Số liệu: Tỷ lệ hộ dùng nước sạch: 279/1.000 hộ = 27,9 %, năm 2023 (minh hoạ)'],
      [
        'level',
        'Ngưỡng: từ 30 % trở lên, cột Tây Nguyên, QĐ qd-1, Phụ lục I, chỉ tiêu 1.1 (chưa đối chiếu văn bản, ghi theo trí nhớ)',
      ],
    ])
  })

  test('a figure of one day names the day', () => {
    const ofDay = { homes: aFigure(279, 1000, { day: day('2023-10-05') }) }
    const rule = least('homes', value(3000))

    expect(told(rule, ofDay).lines[0]?.text).toMatch(/ = 27,9 %, ngày 5\/10\/2023$/)
    expect(told(rule, ofDay, 'en').lines[0]?.text).toMatch(/ = 27.9%, on 5\/10\/2023$/)
  })

  test('a level by year names its year', () => {
    const byYear: Level = { kind: 'byYear', scaled: { 2023: 470 }, source }
    expect(told(least('income', byYear), { income: aFigure(470) }).lines[1]?.text).toContain(
      'từ 47 triệu đồng trở lên (mức năm 2023)',
    )
  })

  test('a level that the province decided names its decision', () => {
    const decision: KnownLevelDecision = {
      id: 'd',
      set: 'set-of-tests',
      key: '1.1',
      column: '*',
      scaled: 8000,
      document: '22',
      article: 'Điều 2',
      from: day('2022-01-01'),
      illustrative: true,
    }
    const { heading, lines } = told(
      least('homes', { kind: 'delegated', source }),
      { homes: aFigure(4, 5) },
      'vi',
      [decision],
    )

    expect(heading).toBe('Đạt, vì 80 % không thấp hơn ngưỡng 80 %.')
    expect(lines[1]?.text).toBe('Ngưỡng: từ 80 % trở lên, do tỉnh quy định, QĐ 22, Điều 2 (minh hoạ)')
  })

  test('parts stand below what holds them, each with its own verdict', () => {
    const rule: Rule = {
      kind: 'allOf',
      parts: [
        { kind: 'pass', measure: undefined, delegated: true, source },
        { kind: 'atLeastOf', count: 1, parts: [{ kind: 'noneOf', measure: 'huts', source }] },
      ],
    }
    const { lines } = told(rule, { huts: aFigure(2) })

    expect(lines.map(({ depth, about, verdict }) => [depth, about, verdict])).toEqual([
      [0, 'parts', 'unmet'],
      [1, 'figure', 'unknown'],
      [1, 'level', 'unknown'],
      [1, 'parts', 'unmet'],
      [2, 'figure', 'unmet'],
      [2, 'level', 'unmet'],
    ])
    expect(lines[1]?.text).toBe('Số liệu: không có, chỉ theo kết luận của cơ quan có thẩm quyền')
    expect(lines[3]?.text).toBe('Ít nhất 1 trong các điều kiện sau:')
  })

  test('a number and its unit are not parted by a line', () => {
    const compiled = compileSet(
      aSet({ criteria: [aCriterion('1', [least('homes', value(3000))])] }),
      measures,
      'TN',
      {
        on: day('2024-03-31'),
        decisions: [],
      },
    )
    const { heading } = describe(explainIndicator(compiled, 0, [aFigure(279, 1000)]), criteriaMessages('vi'))
    expect(heading).toContain('27,9\u00a0%')
    expect(heading).toContain('21\u00a0hộ')
  })
})

test('what the set does not ask of a column says so, by its levels or by the indicator', () => {
  const { heading, lines } = told(least('homes', { kind: 'notApplicable', source }), { homes: aFigure(1, 4) })

  expect(heading).toBe('Không áp dụng: bộ tiêu chí không đặt chỉ tiêu này cho cột Tây Nguyên.')
  expect(lines.at(-1)?.text).toBe(
    'Ngưỡng: không áp dụng, QĐ qd-1, Phụ lục I, chỉ tiêu 1.1 (chưa đối chiếu văn bản, ghi theo trí nhớ)',
  )
})
