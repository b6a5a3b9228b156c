import { describe, expect, test } from 'vitest'

import { day } from '../../kernel/index.ts'
import { aCriterion, aSet } from '../../testing/a-set.ts'
import { measuresOfRules } from '../../testing/random-rules.ts'
import { compileSet } from '../compile.ts'
import { verdictNames, type LegalSource, type Level, type Rule, type Verdict } from '../criteria.ts'
import { explainIndicator } from '../explanation.ts'
import { answersOf, columnsOf, type KnownUnit, type LowerUnit } from './answers.ts'
import type { ExplainFigure } from './explained.ts'

const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
const level = (scaled: number): Level => ({ kind: 'value', scaled, source })

/** Two thirds of the villages have 10 or more, in the mountains 5 or more; none is asked in towns. */
const villagesOfTen: Rule = {
  kind: 'unitsAtLeast',
  key: '1.1',
  of: 'village',
  as: 'count',
  name: undefined,
  that: {
    kind: 'atLeast',
    key: 'of-villages',
    measure: 'count',
    levels: { '*': level(10), mountain: level(5), town: { kind: 'notApplicable', source } },
  },
  levels: { '*': level(2) },
}

function figure(num: number, reason?: string): ExplainFigure {
  return { id: 'f', num, den: 1, year: 2023, notApplicableReason: reason, illustrative: false }
}

const nothing: KnownUnit = { figureOf: () => undefined, heldOf: () => undefined, lowerOf: () => [] }

function village(count: ExplainFigure | undefined, column = '*'): LowerUnit {
  return { ...nothing, column, figureOf: (id) => (id === 'count' ? count : undefined) }
}

function judged(rule: Rule, unit: KnownUnit): Verdict {
  const set = aSet({ criteria: [aCriterion('1', [rule])] })
  const compiled = compileSet(set, measuresOfRules, '*', { on: day('2024-03-31'), decisions: [] })
  const answers = answersOf(compiled, unit)
  const out = new Uint8Array(1)
  compiled.judge(columnsOf([answers]), 0, out, 0)
  const { verdict } = explainIndicator(compiled, 0, answers)
  expect(verdictNames[out[0] as 0 | 1 | 2 | 3]).toBe(verdict)
  return verdict
}

describe('units that lie in a unit', () => {
  const withVillages = (...villages: readonly LowerUnit[]): KnownUnit => ({
    ...nothing,
    // The unit's own figure is none of theirs.
    figureOf: () => figure(1000),
    lowerOf: (of) => (of === 'village' ? villages : [village(figure(1000)), village(figure(1000))]),
  })

  test.each<[Verdict, readonly LowerUnit[]]>([
    ['met', [village(figure(10)), village(figure(11)), village(figure(9))]],
    ['unmet', [village(figure(10)), village(figure(9)), village(figure(9))]],
    ['unknown', [village(figure(10)), village(undefined), village(figure(9))]],
    // Each is held against the level of its own column.
    ['met', [village(figure(5), 'mountain'), village(figure(5), 'mountain'), village(figure(5))]],
    ['unmet', [village(figure(5), 'mountain'), village(figure(1000), 'town')]],
    ['notApplicable', [village(figure(1000), 'town'), village(undefined, 'town')]],
    ['notApplicable', [village(figure(0, 'không có'))]],
    ['notApplicable', []],
  ])('%s', (verdict, villages) => {
    expect(judged(villagesOfTen, withVillages(...villages))).toBe(verdict)
  })

  test('are asked what they hold by their own registers', () => {
    const standard: Rule = {
      kind: 'register',
      register: 'recognition',
      entry: 'standard',
      name: undefined,
      source,
    }
    const all: Rule = {
      ...villagesOfTen,
      of: 'commune',
      as: 'share',
      that: standard,
      levels: { '*': level(10_000) },
    }
    const holding: LowerUnit = {
      ...village(undefined),
      heldOf: () => ({ from: undefined, document: undefined }),
    }

    expect(judged(all, { ...nothing, lowerOf: () => [holding, holding] })).toBe('met')
    expect(
      judged(all, { ...nothing, heldOf: holding.heldOf, lowerOf: () => [holding, village(undefined)] }),
    ).toBe('unmet')
  })
})
