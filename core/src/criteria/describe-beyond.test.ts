import { describe as group, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aCriterion, aSet, aShare } from '../testing/a-set.ts'
import type { Language } from '../text/index.ts'
import { compileSet } from './compile.ts'
import type { CriteriaSet, LegalSource, Level, Rule } from './criteria.ts'
import { describe, type Described } from './describe.ts'
import { explainIndicator } from './explanation.ts'
import type { KnownLevelDecision } from './levels.ts'
import { criteriaMessages } from './messages.ts'
import { answersOf, type KnownUnit, type LowerUnit } from './rules/answers.ts'

const source: LegalSource = { document: 'qd-1', article: 'Điều 3', checked: 'text', note: undefined }
const value = (scaled: number): Level => ({ kind: 'value', scaled, source })
const standard: Rule = {
  kind: 'register',
  register: 'recognition',
  entry: 'standard',
  name: undefined,
  source,
}
const border: Rule = {
  kind: 'register',
  register: 'group',
  entry: 'border',
  name: { vi: 'xã biên giới', en: 'border commune' },
  source,
}
const income = {
  ...aShare('income'),
  kind: 'amount' as const,
  scale: 1,
  name: { vi: 'Thu nhập', en: 'Income' },
  quantity: { vi: 'triệu đồng', en: 'million đồng' },
}

function communes(
  level: Level,
  as: 'share' | 'count',
  change: Partial<Extract<Rule, { kind: 'unitsAtLeast' }>> = {},
): Rule {
  const name = { vi: 'xã đạt chuẩn', en: 'communes of the standard' }
  return {
    kind: 'unitsAtLeast',
    key: '1.1',
    of: 'commune',
    as,
    that: standard,
    name,
    levels: { '*': level },
    ...change,
  }
}

const nothing: KnownUnit = { figureOf: () => undefined, heldOf: () => undefined, lowerOf: () => [] }
const since = { from: day('2019-05-13'), document: 'qd-365' }

function told(
  rule: Rule,
  unit: KnownUnit,
  {
    language = 'vi',
    other,
    decisions = [],
  }: { language?: Language; other?: CriteriaSet; decisions?: KnownLevelDecision[] } = {},
): Described {
  const set = aSet({ criteria: [aCriterion('1', [rule])] })
  const context = { on: day('2024-03-31'), decisions, findSet: () => other }
  const compiled = compileSet(set, new Map([['income', income]]), '*', context)
  const explanation = explainIndicator(compiled, 0, answersOf(compiled, unit))
  const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')
  const { heading, lines } = describe(explanation, criteriaMessages(language), (id) => `QĐ ${id}`)
  return { heading: spaced(heading), lines: lines.map((line) => ({ ...line, text: spaced(line.text) })) }
}

function below(held: number, not: number, open = 0): KnownUnit {
  const unit = (isHeld: boolean): LowerUnit => ({
    ...nothing,
    column: '*',
    heldOf: () => (isHeld ? since : undefined),
  })
  const asked: LowerUnit = { ...nothing, column: '*' }
  return {
    ...nothing,
    lowerOf: () => [
      ...Array.from({ length: held }, () => unit(true)),
      ...Array.from({ length: not }, () => unit(false)),
      ...Array.from({ length: open }, () => asked),
    ],
  }
}

group('what the program knows itself', () => {
  test('a recognition says its rank, since when and by which decision', () => {
    const { heading, lines } = told(standard, { ...nothing, heldOf: () => since })

    expect(heading).toBe('Đạt, vì đang được công nhận: đạt chuẩn nông thôn mới.')
    expect(lines.map((line) => line.text)).toEqual([
      'Theo sổ: đạt chuẩn nông thôn mới: có, từ 13/5/2019, QĐ qd-365',
      'Ngưỡng: đã được công nhận: đạt chuẩn nông thôn mới, QĐ qd-1, Điều 3 (đã đối chiếu văn bản)',
    ])
  })

  test('a group says the name that the set gives it', () => {
    expect(told(border, nothing).heading).toBe('Chưa đạt, vì không thuộc nhóm: xã biên giới.')
    expect(told(border, { ...nothing, heldOf: () => since }, { language: 'en' }).heading).toBe(
      'Met: it is in the group: border commune.',
    )
  })
})

group('lower units', () => {
  test('are counted, and what is missing is counted in them', () => {
    const { heading, lines } = told(communes(value(8000), 'share'), below(3, 2))

    expect(heading).toBe('Chưa đạt, vì 3 trên 5 xã đạt chuẩn, ít hơn mức 80 % số xã. Còn thiếu 1 xã.')
    expect(lines.map((line) => line.text)).toEqual([
      'Số liệu: 3 trên 5 xã đạt chuẩn',
      'Ngưỡng: từ 80 % số xã trở lên, QĐ qd-1, Điều 3 (đã đối chiếu văn bản)',
    ])
  })

  test('are told as a number where the law asks for one', () => {
    expect(told(communes(value(1), 'count', { name: undefined, of: 'village' }), below(2, 0)).heading).toBe(
      'Đạt, vì 2 trên 2 thôn đạt điều kiện, không ít hơn mức 1 thôn.',
    )
    expect(told(communes(value(0), 'count', { kind: 'unitsAtMost' } as never), below(2, 1)).heading).toBe(
      'Chưa đạt, vì 2 trên 3 xã đạt chuẩn, nhiều hơn mức 0 xã. Còn vượt 2 xã.',
    )
  })

  test('of which it is not known are named as that', () => {
    const that: Rule = { kind: 'noneOf', measure: 'income', source }
    const unit: KnownUnit = { ...below(0, 0, 2), heldOf: () => since }
    const { heading, lines } = told(communes(value(5000), 'share', { that }), unit)

    expect(heading).toBe('Chưa rõ, vì còn 2 xã chưa rõ.')
    expect(lines[0]?.text).toBe('Số liệu: từ 0 đến 2 trên 2 xã đạt chuẩn')
  })

  test('that are not there leave nothing to ask', () => {
    expect(told(communes(value(8000), 'share'), nothing).heading).toBe(
      'Không áp dụng: không có xã nào thuộc đối tượng.',
    )
  })
})

group('a level of another set', () => {
  const rule: Rule = {
    kind: 'atLeast',
    key: '1.1',
    measure: 'income',
    levels: { '*': { kind: 'ofSet', of: { set: 'advanced', key: '10', percent: 11_000 }, source } },
  }
  const advanced = (level: Level): CriteriaSet =>
    aSet({
      id: 'advanced',
      name: { vi: 'Xã nâng cao', en: 'Advanced communes', short: 'Nâng cao' },
      criteria: [
        aCriterion('10', [{ kind: 'atLeast', key: '10', measure: 'income', levels: { '*': level } }]),
      ],
    })
  const earning: KnownUnit = {
    ...nothing,
    figureOf: () => ({
      id: 'f',
      num: 491,
      den: 1,
      year: 2023,
      notApplicableReason: undefined,
      illustrative: false,
    }),
  }

  test('says of which, and how much of it', () => {
    const { heading, lines } = told(rule, earning, { other: advanced(value(447)) })

    expect(heading).toBe(
      'Chưa đạt, vì 49,1 triệu đồng thấp hơn ngưỡng 49,2 triệu đồng. Còn thiếu 0,1 triệu đồng.',
    )
    expect(lines[1]?.text).toBe(
      'Ngưỡng: từ 49,2 triệu đồng trở lên (bằng 110 % mức 10 của “Xã nâng cao”), QĐ qd-1, Điều 3 (đã đối chiếu văn bản)',
    )
  })

  test('that nobody has filled is named', () => {
    const open = told(rule, earning, { other: advanced({ kind: 'delegated', source }) })

    expect(open.heading).toBe('Chưa rõ, vì chưa biết mức 10 của “Xã nâng cao” mà ngưỡng này dựa vào.')
    expect(open.lines[1]?.text).toBe('Ngưỡng: tính theo mức 10 của “Xã nâng cao”, mức đó chưa biết')
    expect(told(rule, earning, { language: 'en' }).heading).toBe(
      'Unknown: level 10 of “advanced”, on which this level rests, is not known.',
    )
  })
})

group('points', () => {
  const ladder: Rule = {
    kind: 'score',
    measure: 'income',
    steps: [
      { kind: 'atLeast', key: '1.1-1', measure: 'income', levels: { '*': value(450) }, points: 1000 },
      {
        kind: 'atLeast',
        key: '1.1-2',
        measure: 'income',
        levels: { '*': { kind: 'unknown', source } },
        points: 750,
      },
      { kind: 'atLeast', key: '1.1-3', measure: 'income', levels: { '*': value(400) }, points: 500 },
    ],
    most: 1000,
    passAt: 500,
    source,
  }
  const earning = (num: number): KnownUnit => ({
    ...nothing,
    figureOf: () => ({
      id: 'f',
      num,
      den: 1,
      year: 2023,
      notApplicableReason: undefined,
      illustrative: false,
    }),
  })

  test('are told with the ladder that gives them', () => {
    const { heading, lines } = told(ladder, earning(450))

    expect(heading).toBe('Đạt, vì được 10 điểm, không ít hơn 5 điểm cần có.')
    expect(lines.map((line) => line.text)).toEqual([
      'Số liệu: Thu nhập: 45 triệu đồng, năm 2023',
      'Thang điểm: từ 45 triệu đồng trở lên: 10 điểm; mức chưa biết: 7,5 điểm; từ 40 triệu đồng trở lên: 5 điểm, ' +
        'QĐ qd-1, Điều 3 (đã đối chiếu văn bản)',
    ])
    expect(told(ladder, earning(400)).heading).toBe(
      'Đạt, vì được từ 5 đến 7,5 điểm, không ít hơn 5 điểm cần có.',
    )
  })

  test('that are open name the level or the figure that is missing', () => {
    expect(told({ ...ladder, passAt: 750 }, earning(400)).heading).toBe(
      'Chưa rõ, vì chưa biết ngưỡng của chỉ tiêu 1.1.',
    )
    expect(told(ladder, nothing).heading).toBe(
      'Chưa rõ, vì thiếu số liệu: thu nhập; chưa biết ngưỡng của chỉ tiêu 1.1.',
    )
  })

  test('that an assessor gives are told as that', () => {
    const { heading, lines } = told({ ...ladder, steps: undefined, passAt: 800 }, earning(75), {
      language: 'en',
    })

    expect(heading).toBe('Not met: it has 7.5 points, fewer than the 8 asked for.')
    expect(lines[1]?.text).toMatch('Points: as the assessor gives them, at most 10, ')
  })
})
