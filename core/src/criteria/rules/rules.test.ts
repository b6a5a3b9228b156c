import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/index.ts'
import { aCriterion, aSet } from '../../testing/a-set.ts'
import { compileSet } from '../compile.ts'
import {
  verdictNames,
  type LegalSource,
  type Level,
  type Measure,
  type Rule,
  type Verdict,
} from '../criteria.ts'
import { explainIndicator } from '../explanation.ts'
import type { ExplainFigure } from './explain.ts'
import type { RuleKind } from './visit.ts'

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
