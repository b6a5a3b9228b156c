import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compileSet, verdictNames, type CriteriaSet, type Verdict } from '../criteria/index.ts'
import { claimKey, countingClaim, type KnownClaim, type KnownFigure } from '../figures/index.ts'
import type { PeriodText } from '../figures/index.ts'
import { day } from '../kernel/index.ts'
import { aSet, measuresOfSet } from '../testing/a-set.ts'
import type { UnitId } from '../units/index.ts'
import { packVerdicts, unpackVerdicts } from './packing.ts'
import type { CountingFacts } from './counted.ts'
import { asCode, judgeUnits, type Basis, type UnitStanding } from './standing.ts'
import { communeTotals } from './totals.ts'

const on = day('2024-03-31')
const unit = 'u-1' as UnitId

function compiled(set: CriteriaSet = aSet()) {
  return compileSet(set, measuresOfSet, '*', { on, decisions: [] })
}

function aFigure(measure: string, num: number, den: number): KnownFigure {
  return {
    id: `f-${measure}`,
    unit,
    measure,
    period: '2023-12-31' as PeriodText,
    lastDay: day('2023-12-31'),
    year: 2023,
    stage: 'verified',
    nature: 'actual',
    num,
    den,
    illustrative: false,
    seq: 1,
  }
}

type ClaimOf = Pick<KnownClaim, 'scope' | 'verdict'> & Partial<KnownClaim>

function facts(figures: readonly KnownFigure[], claims: readonly ClaimOf[]): CountingFacts {
  const known = claims.map((claim, index): KnownClaim => ({
    id: `v-${index}`,
    unit,
    set: 'set-of-tests',
    asOf: day('2024-01-01'),
    stage: 'appraised',
    illustrative: false,
    seq: 1,
    ...claim,
  }))
  const byKey = Map.groupBy(known, claimKey)
  return {
    unit,
    figures: new Map(figures.map((figure) => [figure.measure, { fact: figure, contenders: [] }])),
    claims: new Map(
      [...byKey].flatMap(([key, list]) => {
        const counting = countingClaim(list, { on, knownSeq: 10 })
        return counting ? [[key, counting] as const] : []
      }),
    ),
  }
}

function judge(given: CountingFacts, basis: Basis = 'official', set?: CriteriaSet): UnitStanding {
  const [standing] = judgeUnits(compiled(set), [given], basis)
  if (!standing) throw new Error('one standing for one unit')
  return standing
}

function criteria(standing: UnitStanding): Verdict[] {
  return [...standing.criteria].map((code) => verdictNames[asCode(code)])
}

describe('a unit on the computed basis', () => {
  test('is judged by its figures alone, and what no figure tells is unknown', () => {
    const standing = judge(
      facts([aFigure('m-one', 90, 100), aFigure('m-two', 49, 100)], [{ scope: 'whole', verdict: 'met' }]),
      'computed',
    )

    expect(criteria(standing)).toEqual(['unmet', 'unknown', 'unknown'])
    expect(standing.whole).toBe('unmet')
    expect(standing.counts).toEqual({ met: 0, unmet: 1, unknown: 2, notApplicable: 0 })
    expect([standing.least, standing.most]).toEqual([0, 2])
  })

  test('with nothing known is unknown, never unmet', () => {
    expect(judge(facts([], []), 'computed').whole).toBe('unknown')
    expect(judge(facts([], [])).counts.unknown).toBe(3)
  })
})

describe('a unit on the official basis', () => {
  test('is judged by conclusions first, and by figures where no body has spoken', () => {
    const standing = judge(
      facts(
        [aFigure('m-one', 95, 100), aFigure('m-two', 60, 100)],
        [
          { scope: 'criterion', code: '2', verdict: 'met' },
          { scope: 'indicator', code: '3.1', verdict: 'unmet' },
        ],
      ),
    )

    expect(criteria(standing)).toEqual(['met', 'met', 'unmet'])
  })

  test('keeps the conclusion on a criterion where the figures say otherwise', () => {
    const given = facts([aFigure('m-one', 10, 100)], [{ scope: 'criterion', code: '1', verdict: 'met' }])

    expect(criteria(judge(given))[0]).toBe('met')
    expect(criteria(judge(given, 'computed'))[0]).toBe('unmet')
  })

  test('a conclusion on a criterion makes up none for its indicators', () => {
    const standing = judge(facts([], [{ scope: 'criterion', code: '1', verdict: 'met' }]))

    expect([...standing.indicators].slice(0, 2)).toEqual([0, 0])
  })

  test('"cơ bản đạt" counts as met only where the set says so', () => {
    const given = facts([], [{ scope: 'criterion', code: '3', verdict: 'basicallyMet' }])

    expect(criteria(judge(given))[2]).toBe('unmet')
    expect(criteria(judge(given, 'official', aSet({ basicallyMetCounts: true })))[2]).toBe('met')
  })

  test('a newer conclusion on an indicator of the same stage overtakes the one on its criterion', () => {
    const older: ClaimOf = { scope: 'criterion', code: '3', verdict: 'met', asOf: day('2022-01-01') }
    const newer: ClaimOf = { scope: 'indicator', code: '3.1', verdict: 'unmet', asOf: day('2024-01-01') }

    expect(criteria(judge(facts([], [older, newer])))[2]).toBe('unmet')
    expect(criteria(judge(facts([], [older, { ...newer, stage: 'selfAssessed' }])))[2]).toBe('met')
    expect(criteria(judge(facts([], [{ ...older, asOf: day('2024-01-01') }, newer])))[2]).toBe('met')
  })

  test('a conclusion on the whole set stands until newer conclusions on its parts', () => {
    const whole: ClaimOf = { scope: 'whole', verdict: 'met', asOf: day('2023-01-01') }
    const part: ClaimOf = { scope: 'criterion', code: '1', verdict: 'unmet', asOf: day('2024-01-01') }

    expect(judge(facts([], [whole])).whole).toBe('met')
    expect(judge(facts([], [whole, part])).whole).toBe('unmet')
    expect(judge(facts([], [whole, { ...part, asOf: day('2022-01-01') }])).whole).toBe('met')
  })

  test('what does not apply to it counts as met only where the set says so', () => {
    const given = facts(
      [],
      [
        { scope: 'criterion', code: '1', verdict: 'met' },
        { scope: 'criterion', code: '2', verdict: 'met' },
        { scope: 'criterion', code: '3', verdict: 'notApplicable', reason: 'không có làng nghề' },
      ],
    )

    expect(judge(given).whole).toBe('met')
    expect(judge(given).least).toBe(3)
    expect(judge(given, 'official', aSet({ notApplicableCounts: false })).whole).toBe('unmet')
  })
})

const verdict = fc.constantFrom('met' as const, 'unmet' as const)
const claims = fc.record({ '1': fc.option(verdict), '2': fc.option(verdict), '3': fc.option(verdict) })

function factsOf(given: Readonly<Record<'1' | '2' | '3', 'met' | 'unmet' | null>>): CountingFacts {
  return facts(
    [],
    (['1', '2', '3'] as const).flatMap((code): ClaimOf[] => {
      const said = given[code]
      return said === null ? [] : [{ scope: 'criterion', code, verdict: said }]
    }),
  )
}

describe('totals', () => {
  test('met, unmet, unknown and not applicable add up; meeting, not meeting and undetermined too', () => {
    fc.assert(
      fc.property(fc.array(claims, { maxLength: 12 }), (communes) => {
        const standings = communes.map((given) => judge(factsOf(given)))
        const totals = communeTotals(
          standings.map((standing) => ({ standing, ranks: new Set() })),
          aSet().bands,
        )

        for (const { counts } of standings) {
          expect(counts.met + counts.unmet + counts.unknown + counts.notApplicable).toBe(3)
        }
        expect(totals.meeting + totals.notMeeting + totals.undetermined).toBe(communes.length)
        expect(totals.meeting).toBe(standings.filter((standing) => standing.whole === 'met').length)
        expect(totals.criteriaMet).toBe(standings.reduce((sum, standing) => sum + standing.counts.met, 0))
        expect(totals.bands.reduce((sum, band) => sum + band.communes, 0) + totals.bandUndetermined).toBe(
          communes.length,
        )
        expect(totals.averageCriteria === null).toBe(totals.total === 0 || totals.criteriaUnknown > 0)
      }),
    )
  })

  test('taking knowledge away never makes anything unmet', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom('1' as const, '2' as const, '3' as const), (given, code) => {
        const known = judge(factsOf(given))
        const less = judge(factsOf({ ...given, [code]: null }))

        expect(less.counts.unmet).toBeLessThanOrEqual(known.counts.unmet)
        expect(known.whole === 'met' && less.whole === 'unmet').toBe(false)
      }),
    )
  })

  test('recognised and meeting are counted apart', () => {
    const meeting = judge(factsOf({ '1': 'met', '2': 'met', '3': 'met' }))
    const falling = judge(factsOf({ '1': 'met', '2': 'unmet', '3': 'met' }))

    const totals = communeTotals(
      [
        { standing: meeting, ranks: new Set() },
        { standing: meeting, ranks: new Set(['standard'] as const) },
        { standing: falling, ranks: new Set(['standard', 'advanced'] as const) },
      ],
      aSet().bands,
    )

    expect(totals).toMatchObject({
      meeting: 2,
      notMeeting: 1,
      recognised: 2,
      recognisedNotMeeting: 1,
      meetingNotRecognised: 1,
      advanced: 1,
      model: 0,
      averageCriteria: 2.6667,
    })
  })

  test('a commune is in a band only when its unknown criteria cannot take it out of it', () => {
    const open = judge(factsOf({ '1': 'unmet', '2': 'unmet', '3': null }))
    const settled = judge(factsOf({ '1': 'met', '2': 'unmet', '3': null }))

    const totals = communeTotals(
      [open, settled].map((standing) => ({ standing, ranks: new Set() })),
      aSet().bands,
    )

    expect(totals.bands.map((band) => band.communes)).toEqual([0, 1, 0])
    expect(totals.bandUndetermined).toBe(1)
    expect(totals.averageCriteria).toBeNull()
    expect(totals.averageBounds).toEqual({ least: 0.5, most: 1.5 })
  })
})

describe('packed verdicts', () => {
  test('are read back as they were written', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(codes, codes, (first, second) => {
        const packed = packVerdicts(Uint8Array.from(first), Uint8Array.from(second))

        expect([...unpackVerdicts(packed, first.length + second.length)]).toEqual([...first, ...second])
      }),
    )
  })
})
