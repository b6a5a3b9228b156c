import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/index.ts'
import { aCriterion, aSet } from '../../testing/a-set.ts'
import { compileSet } from '../compile.ts'
import {
  verdictNames,
  type LegalSource,
  type Level,
  type Levels,
  type Measure,
  type Rule,
  type Verdict,
} from '../criteria.ts'
import { explainIndicator } from '../explanation.ts'
import type { ExplainFigure } from './explained.ts'
import { unitsSlots, type RuleKind } from './visit.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }

function aMeasure(id: string, kind: Measure['kind']): Measure {
  const name = { vi: id, en: id }
  return {
    id,
    name,
    kind,
    quantity: name,
    scale: kind === 'amount' ? 1 : 0,
    time: 'instant',
    staleAfterMonths: undefined,
    overUnits: 'none',
    precedence: 'entered',
  }
}

const measures = new Map(
  (
    [
      ['share', 'share'],
      ['other', 'share'],
      ['count', 'count'],
      ['amount', 'amount'],
      ['yes', 'pass'],
      ['also', 'pass'],
      ['third', 'pass'],
    ] as const
  ).map(([id, kind]) => [id, aMeasure(id, kind)]),
)

function at(scaled: number): { readonly '*': Level } {
  return { '*': { kind: 'value', scaled, source } }
}

const pass = (measure?: string): Rule => ({ kind: 'pass', measure, delegated: false, source })
const least = (measure: string, scaled: number): Rule => ({
  kind: 'atLeast',
  key: measure,
  measure,
  levels: at(scaled),
})
const open: Rule = {
  kind: 'atLeast',
  key: 'open',
  measure: 'other',
  levels: { '*': { kind: 'unknown', source } },
}

type Given = Readonly<Record<string, number | readonly [num: number, den: number] | 'notApplicable'>>
type Example = readonly [rule: Rule, given: Given, verdict: Verdict, missing?: readonly string[]]

/** Each rule kind by examples: what it is given, what it says, and which measures it still asks for. */
const examples = {
  pass: [
    [pass(), {}, 'unknown', []],
    [pass('yes'), { yes: 1 }, 'met'],
    [pass('yes'), { yes: 0 }, 'unmet'],
    [pass('yes'), {}, 'unknown', ['yes']],
    [pass('yes'), { yes: 'notApplicable' }, 'notApplicable'],
  ],
  atLeast: [
    [least('share', 9000), { share: [90, 100] }, 'met'],
    [least('share', 9000), { share: [8996, 10_000] }, 'unmet'],
    [least('share', 9000), { share: [89_999_999_999, 100_000_000_000] }, 'unmet'],
    [least('share', 9000), { share: [90_000_000_000, 100_000_000_000] }, 'met'],
    [least('share', 3333), { share: [1, 3] }, 'met'],
    [least('share', 3334), { share: [1, 3] }, 'unmet'],
    [least('share', 0), { share: [0, 5] }, 'met'],
    [least('amount', 447), { amount: 447 }, 'met'],
    [least('amount', 447), { amount: 446 }, 'unmet'],
    [least('count', 3), { count: 2 }, 'unmet'],
    [least('share', 9000), {}, 'unknown', ['share']],
    [least('share', 9000), { share: 'notApplicable' }, 'notApplicable'],
    [open, { other: [1, 1] }, 'unknown', []],
    [open, { other: 'notApplicable' }, 'notApplicable'],
  ],
  atMost: [
    [{ kind: 'atMost', key: 'k', measure: 'share', levels: at(700) }, { share: [7, 100] }, 'met'],
    [{ kind: 'atMost', key: 'k', measure: 'share', levels: at(700) }, { share: [701, 10_000] }, 'unmet'],
    [{ kind: 'atMost', key: 'k', measure: 'count', levels: at(3) }, { count: 3 }, 'met'],
    [{ kind: 'atMost', key: 'k', measure: 'count', levels: at(3) }, { count: 4 }, 'unmet'],
    [{ kind: 'atMost', key: 'k', measure: 'count', levels: at(3) }, {}, 'unknown', ['count']],
  ],
  noneOf: [
    [{ kind: 'noneOf', measure: 'count', source }, { count: 0 }, 'met'],
    [{ kind: 'noneOf', measure: 'count', source }, { count: 1 }, 'unmet'],
    [{ kind: 'noneOf', measure: 'count', source }, {}, 'unknown', ['count']],
    [{ kind: 'noneOf', measure: 'count', source }, { count: 'notApplicable' }, 'notApplicable'],
  ],
  register: [
    [holds('recognition', 'standard'), { 'register:recognition:standard': 1 }, 'met'],
    [holds('recognition', 'standard'), { 'register:recognition:standard': 0 }, 'unmet'],
    [holds('group', 'border'), { 'register:group:border': 1 }, 'met'],
    [
      { kind: 'anyOf', parts: [holds('group', 'border'), pass('yes')] },
      { 'register:group:border': 0 },
      'unknown',
      ['yes'],
    ],
  ],
  unitsAtLeast: [
    [ofCommunes('unitsAtLeast', 'share', 8000), units(4, 4, 5), 'met'],
    [ofCommunes('unitsAtLeast', 'share', 8000), units(3, 3, 4), 'unmet'],
    [ofCommunes('unitsAtLeast', 'share', 8000), units(3, 4, 5), 'unknown', []],
    // Four of five already reach it, whatever becomes of the fifth.
    [ofCommunes('unitsAtLeast', 'share', 8000), units(4, 5, 5), 'met'],
    [ofCommunes('unitsAtLeast', 'share', 8000), units(0, 3, 4), 'unmet'],
    [ofCommunes('unitsAtLeast', 'share', 3333), units(1, 1, 3), 'met'],
    [ofCommunes('unitsAtLeast', 'share', 3334), units(1, 1, 3), 'unmet'],
    [ofCommunes('unitsAtLeast', 'count', 3), units(3, 3, 9), 'met'],
    [ofCommunes('unitsAtLeast', 'count', 3), units(2, 2, 9), 'unmet'],
    [ofCommunes('unitsAtLeast', 'count', 3), units(2, 3, 9), 'unknown'],
    [ofCommunes('unitsAtLeast', 'share', 8000), units(0, 0, 0), 'notApplicable'],
    [{ ...ofCommunes('unitsAtLeast', 'share', 8000), levels: {} }, units(5, 5, 5), 'unknown', []],
    [{ ...ofCommunes('unitsAtLeast', 'share', 8000), levels: {} }, units(0, 0, 0), 'notApplicable'],
  ],
  unitsAtMost: [
    [ofCommunes('unitsAtMost', 'share', 2000), units(1, 1, 5), 'met'],
    [ofCommunes('unitsAtMost', 'share', 2000), units(1, 1, 4), 'unmet'],
    [ofCommunes('unitsAtMost', 'share', 2000), units(1, 2, 5), 'unknown'],
    [ofCommunes('unitsAtMost', 'share', 2000), units(2, 4, 5), 'unmet'],
    [ofCommunes('unitsAtMost', 'count', 0), units(0, 0, 7), 'met'],
    [ofCommunes('unitsAtMost', 'count', 0), units(0, 1, 7), 'unknown'],
    [ofCommunes('unitsAtMost', 'count', 0), units(1, 1, 7), 'unmet'],
    [ofCommunes('unitsAtMost', 'count', 0), units(0, 0, 0), 'notApplicable'],
  ],
  score: [
    // 10 points from 90 on, 5 from 50 on; met from 5 points on.
    [ladder(500), { count: 90 }, 'met'],
    [ladder(500), { count: 89 }, 'met'],
    [ladder(1000), { count: 89 }, 'unmet'],
    [ladder(500), { count: 49 }, 'unmet'],
    [ladder(500), {}, 'unknown', ['count']],
    [ladder(500), { count: 'notApplicable' }, 'notApplicable'],
    // The first step is not known: the second is reached, so that there are 5 or 10.
    [ladder(500, {}), { count: 50 }, 'met'],
    [ladder(1000, {}), { count: 50 }, 'unknown', []],
    [ladder(500, {}), { count: 49 }, 'unknown', []],
    [ladder(500, { '*': { kind: 'notApplicable', source } }), { count: 99 }, 'met'],
    [ladder(1000, { '*': { kind: 'notApplicable', source } }), { count: 99 }, 'unmet'],
    [given(700), { count: 7 }, 'met'],
    [given(701), { count: 7 }, 'unmet'],
    [given(700), {}, 'unknown', ['count']],
    [given(700), { count: 'notApplicable' }, 'notApplicable'],
    // An amount of one decimal: 6.9 points.
    [{ ...given(690), measure: 'amount' }, { amount: 69 }, 'met'],
    [{ ...given(700), measure: 'amount' }, { amount: 69 }, 'unmet'],
  ],
  allOf: [
    [{ kind: 'allOf', parts: [pass('yes'), pass('also')] }, { yes: 1, also: 1 }, 'met'],
    [{ kind: 'allOf', parts: [pass('yes'), pass('also')] }, { yes: 1 }, 'unknown', ['also']],
    [{ kind: 'allOf', parts: [pass('yes'), pass('also')] }, { also: 0 }, 'unmet', []],
    [{ kind: 'allOf', parts: [pass('yes'), pass('also')] }, { yes: 'notApplicable', also: 1 }, 'met'],
    [
      { kind: 'allOf', parts: [pass('yes'), pass('also')] },
      { yes: 'notApplicable', also: 'notApplicable' },
      'notApplicable',
    ],
    [{ kind: 'allOf', parts: [open, pass('yes')] }, { yes: 0 }, 'unmet'],
  ],
  anyOf: [
    [{ kind: 'anyOf', parts: [pass('yes'), pass('also')] }, { yes: 1 }, 'met', []],
    [{ kind: 'anyOf', parts: [pass('yes'), pass('also')] }, { yes: 0 }, 'unknown', ['also']],
    [{ kind: 'anyOf', parts: [pass('yes'), pass('also')] }, { yes: 0, also: 0 }, 'unmet'],
    [{ kind: 'anyOf', parts: [pass('yes'), pass('also')] }, { yes: 0, also: 'notApplicable' }, 'unmet'],
    [
      { kind: 'anyOf', parts: [pass('yes'), pass('also')] },
      { yes: 'notApplicable', also: 'notApplicable' },
      'notApplicable',
    ],
  ],
  atLeastOf: [
    [twoOf(), { yes: 1, also: 1 }, 'met', []],
    [twoOf(), { yes: 1, also: 0 }, 'unknown', ['third']],
    [twoOf(), { yes: 0, also: 0 }, 'unmet', []],
    [twoOf(), { yes: 1, also: 0, third: 'notApplicable' }, 'unmet'],
    [twoOf(), { yes: 1, also: 'notApplicable', third: 'notApplicable' }, 'met'],
    [twoOf(), { yes: 'notApplicable', also: 'notApplicable', third: 'notApplicable' }, 'notApplicable'],
  ],
} as const satisfies Record<RuleKind, readonly Example[]>

function twoOf(): Rule {
  return { kind: 'atLeastOf', count: 2, parts: [pass('yes'), pass('also'), pass('third')] }
}

function holds(register: 'recognition' | 'group', entry: string): Rule {
  return { kind: 'register', register, entry, name: undefined, source }
}

function ladder(passAt: number, first: Levels = at(90)): Rule {
  const step = { kind: 'atLeast' as const, measure: 'count' }
  const steps = [
    { ...step, key: 'k-1', levels: first, points: 1000 },
    { ...step, key: 'k-2', levels: at(50), points: 500 },
  ]
  return { kind: 'score', measure: 'count', steps, most: 1000, passAt, source }
}

/** Points as an assessor gave them. */
function given(passAt: number): Extract<Rule, { readonly kind: 'score' }> {
  return { kind: 'score', measure: 'count', steps: undefined, most: 1000, passAt, source }
}

/** Communes that hold the standard. */
function ofCommunes(
  kind: 'unitsAtLeast' | 'unitsAtMost',
  as: 'share' | 'count',
  scaled: number,
): Extract<Rule, { readonly kind: 'unitsAtLeast' | 'unitsAtMost' }> {
  const that = holds('recognition', 'standard')
  return { kind, key: 'k', of: 'commune', as, that, name: undefined, levels: at(scaled) }
}

function units(sure: number, possible: number, total: number): Given {
  const slots = unitsSlots({ of: 'commune', that: holds('recognition', 'standard') })
  return {
    [slots.sure]: total === 0 ? 'notApplicable' : [sure, total],
    [slots.possible]: total === 0 ? 'notApplicable' : [possible, total],
  }
}

function figureOf(given: Given[string]): ExplainFigure {
  const [num, den] = typeof given === 'object' ? given : [given === 'notApplicable' ? 0 : given, 1]
  const notApplicableReason = given === 'notApplicable' ? 'không có' : undefined
  return { id: 'f', num, den, year: 2023, notApplicableReason, illustrative: false }
}

const table: readonly (readonly [kind: string, examples: readonly Example[]])[] = Object.entries(examples)

describe.each(table.map(([kind, ofKind]) => ({ kind, ofKind })))('$kind', ({ ofKind }) => {
  const cases = ofKind.map(([rule, given, verdict, missing]) => ({ rule, given, verdict, missing }))

  test.each(cases)('$rule given $given is $verdict', ({ rule, given, verdict, missing }) => {
    const set = aSet({ criteria: [aCriterion('1', [rule])] })
    const compiled = compileSet(set, measures, '*', { on: day('2024-01-01'), decisions: [] })
    const figures = compiled.slots.map((id) => (given[id] === undefined ? undefined : figureOf(given[id])))
    const out = new Uint8Array(1)

    compiled.judge(
      {
        num: Float64Array.from(figures, (figure) => figure?.num ?? 0),
        den: Float64Array.from(figures, (figure) => figure?.den ?? 0),
        state: Uint8Array.from(figures, (figure) =>
          figure ? (figure.notApplicableReason === undefined ? 1 : 2) : 0,
        ),
        year: Int16Array.from(figures, () => 2023),
        width: figures.length,
      },
      0,
      out,
      0,
    )
    const explanation = explainIndicator(compiled, 0, figures)

    expect(verdictNames[out[0] as 0 | 1 | 2 | 3]).toBe(verdict)
    expect(explanation.verdict).toBe(verdict)
    expect(explanation.missing.measures).toEqual(missing ?? explanation.missing.measures)
  })
})
