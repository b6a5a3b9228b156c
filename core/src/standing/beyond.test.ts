import { describe, expect, test } from 'vitest'

import { compileSet, type CriteriaSet, type LegalSource, type Rule } from '../criteria/index.ts'
import { claimKey, type KnownClaim } from '../figures/index.ts'
import { day } from '../kernel/index.ts'
import { aCriterion, aSet, measuresOfSet } from '../testing/a-set.ts'
import type { UnitId } from '../units/index.ts'
import type { CountingFacts, LowerFacts, Registers } from './counted.ts'
import { explainUnit } from './evidence.ts'
import { judgeUnits, type Basis } from './standing.ts'

const on = day('2024-03-31')
const unit = 'u-1' as UnitId
const source: LegalSource = { document: 'doc', article: undefined, checked: 'text', note: undefined }
const byBody: Rule = { kind: 'pass', measure: undefined, delegated: false, source }
const standard: Rule = {
  kind: 'register',
  register: 'recognition',
  entry: 'standard',
  name: undefined,
  source,
}
const half: Rule = {
  kind: 'unitsAtLeast',
  key: 'DK2',
  of: 'commune',
  as: 'share',
  that: standard,
  name: undefined,
  levels: { '*': { kind: 'value', scaled: 5000, source } },
}

function aPrerequisite(code: string, rule: Rule) {
  return { code, name: { vi: code, en: code }, nameChecked: 'text' as const, rule }
}

const held = { from: day('2019-05-13'), document: 'd-365' }

function registers(isHeld: boolean): Registers {
  return { recognition: new Map(isHeld ? [['standard', held]] : []), group: new Map() }
}

function facts(claims: readonly Partial<KnownClaim>[], change: Partial<CountingFacts> = {}): CountingFacts {
  const known = claims.map((claim, at): KnownClaim => ({
    id: `v-${at}`,
    unit,
    set: 'set-of-tests',
    scope: 'indicator',
    verdict: 'met',
    asOf: on,
    stage: 'appraised',
    illustrative: false,
    seq: 1,
    ...claim,
  }))
  return {
    unit,
    figures: new Map(),
    claims: new Map(known.map((claim) => [claimKey(claim), { fact: claim, contenders: [] }])),
    registers: registers(true),
    lower: () => [],
    ...change,
  }
}

function judged(set: CriteriaSet, given: CountingFacts, basis: Basis = 'official') {
  const compiled = compileSet(set, measuresOfSet, '*', { on, decisions: [] })
  const [standing] = judgeUnits(compiled, [given], basis)
  const explained = explainUnit(compiled, { ...given, stages: new Map() }, basis, on)
  return { standing, explained }
}

describe('prerequisites of a unit', () => {
  const set = aSet({
    criteria: [aCriterion('1', [byBody])],
    prerequisites: [aPrerequisite('DK1', standard), aPrerequisite('DK2', half), aPrerequisite('DK3', byBody)],
  })
  const commune = (isHeld: boolean): LowerFacts => ({
    column: '*',
    figures: new Map(),
    registers: registers(isHeld),
  })
  const met = [{ code: '1.1' }, { code: 'DK3' }]

  test('come from what it holds, from units in it, and from conclusions', () => {
    const lower = () => [commune(true), commune(false)]
    const { standing, explained } = judged(set, facts(met, { lower }))

    expect(standing).toMatchObject({ whole: 'met', prerequisites: Uint8Array.of(1, 1, 1), score: undefined })
    expect(explained.prerequisites.map((one) => [one.prerequisite.code, one.verdict, one.computed])).toEqual([
      ['DK1', 'met', 'met'],
      ['DK2', 'met', 'met'],
      ['DK3', 'met', 'unknown'],
    ])
    expect(explained.prerequisites[0]?.explanation.rule).toMatchObject({ held })
    expect(judged(set, facts(met, { lower }), 'computed').standing?.whole).toBe('unknown')
  })

  test('stand before the criteria, whatever these are', () => {
    const without = facts(met, { registers: registers(false) })
    expect(judged(set, without).standing).toMatchObject({ whole: 'unmet', least: 1, most: 1 })
    const lower = () => [commune(true), commune(false), commune(false)]
    expect(judged(set, facts(met, { lower })).standing?.whole).toBe('unmet')
    expect(judged(set, facts([{ code: '1.1' }])).standing?.whole).toBe('unknown')
  })

  test('that nobody looked up are a broken promise', () => {
    expect(() => judged(set, facts(met, { registers: undefined }))).toThrow('nobody looked up')
    expect(() => judged(set, facts(met, { lower: undefined }))).toThrow('nobody looked up')
  })
})

describe('points of a unit', () => {
  const criteria = [aCriterion('1', [byBody, byBody]), aCriterion('2', [byBody])]
  const set = aSet({
    passRule: {
      kind: 'points',
      passAt: 2000,
      criterionFloor: { percent: 5000 },
      notApplicable: 'granted',
    },
    criteria: criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((indicator) => ({ ...indicator, points: 1000 })),
    })),
  })

  test('are counted by conclusions, and told with every part', () => {
    const { standing, explained } = judged(
      set,
      facts([{ code: '1.1' }, { code: '1.2', verdict: 'unmet' }, { code: '2.1' }]),
    )

    expect(standing).toMatchObject({
      whole: 'met',
      score: { least: 2000, most: 2000, max: 3000 },
      criteria: Uint8Array.of(1, 1),
    })
    expect(explained.criteria.map(({ score }) => score?.least)).toEqual([1000, 1000])
    expect(explained.criteria[0]?.indicators.map(({ score }) => score?.most)).toEqual([1000, 0])
  })

  test('leave the whole unknown while they can still make it either', () => {
    expect(judged(set, facts([{ code: '1.1' }])).standing).toMatchObject({
      whole: 'unknown',
      score: { least: 1000, most: 3000, max: 3000 },
    })
    expect(judged(set, facts([{ code: '2.1', verdict: 'unmet' }])).standing?.whole).toBe('unmet')
  })

  test('a conclusion on the whole speaks, and the points are told beside it', () => {
    const claims = [
      { code: '2.1', verdict: 'unmet' as const },
      { scope: 'whole' as const, code: undefined, verdict: 'met' as const },
    ]
    expect(judged(set, facts(claims)).standing).toMatchObject({
      whole: 'met',
      score: { least: 0, most: 2000 },
    })
  })
})
