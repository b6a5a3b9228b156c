import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { day, type IsoDate } from '../kernel/index.ts'
import type { UnitId } from '../units/index.ts'
import { claimKey, countingClaim, countingFigure, type KnownClaim, type KnownFigure } from './counting.ts'
import { parsePeriod, type PeriodText } from './period.ts'

const unit = 'u-1' as UnitId

function aFigure(id: string, change: Partial<KnownFigure> = {}): KnownFigure {
  const period = (change.period ?? '2023-12-31') as PeriodText
  const { lastDay, year } = parsePeriod(period) ?? { lastDay: day('2023-12-31'), year: 2023 }
  return {
    id,
    unit,
    measure: 'm-one',
    stage: 'verified',
    nature: 'actual',
    num: 1,
    den: 2,
    illustrative: false,
    seq: 1,
    ...change,
    period,
    lastDay,
    year,
  }
}

function aClaim(id: string, change: Partial<KnownClaim> = {}): KnownClaim {
  return {
    id,
    unit,
    set: 'set-of-tests',
    scope: 'criterion',
    code: '1',
    verdict: 'met',
    asOf: day('2024-03-31'),
    stage: 'appraised',
    illustrative: false,
    seq: 1,
    ...change,
  }
}

const now = { on: day('2024-12-31'), knownSeq: 100 }

describe('the figure that counts', () => {
  test('is of the latest period that has ended by the day', () => {
    const figures = [aFigure('of-2022', { period: '2022-12-31' as PeriodText }), aFigure('of-2023')]

    expect(countingFigure(figures, now)?.fact.id).toBe('of-2023')
    expect(countingFigure(figures, { ...now, on: day('2023-12-31') })?.fact.id).toBe('of-2023')
    expect(countingFigure(figures, { ...now, on: day('2023-12-30') })?.fact.id).toBe('of-2022')
    expect(countingFigure(figures, { ...now, on: day('2021-01-01') })).toBeUndefined()
  })

  test('is of the highest stage where two tell of the same day', () => {
    const figures = [
      aFigure('claimed', { stage: 'claimed', seq: 1 }),
      aFigure('appraised', { stage: 'appraised', seq: 2 }),
    ]

    expect(countingFigure(figures, now)?.fact.id).toBe('appraised')
  })

  test('is what was done before what was estimated', () => {
    const figures = [aFigure('estimate', { nature: 'estimate', seq: 1 }), aFigure('actual', { seq: 2 })]

    expect(countingFigure(figures, now)?.fact.id).toBe('actual')
  })

  test('is the correction once it is known, and the first before', () => {
    const figures = [aFigure('first', { seq: 3 }), aFigure('correction', { seq: 7, replaces: 'first' })]

    expect(countingFigure(figures, { ...now, knownSeq: 6 })?.fact.id).toBe('first')
    expect(countingFigure(figures, { ...now, knownSeq: 7 })?.fact.id).toBe('correction')
    expect(countingFigure(figures, { ...now, knownSeq: 7 })?.contenders).toEqual([])
  })

  test('stays the older of two corrections of one figure, and the other contends', () => {
    const figures = [
      aFigure('first', { seq: 1 }),
      aFigure('by-district', { seq: 2, replaces: 'first' }),
      aFigure('by-commune', { seq: 3, replaces: 'first' }),
    ]

    const counting = countingFigure(figures, now)

    expect(counting?.fact.id).toBe('by-district')
    expect(counting?.contenders.map((figure) => figure.id)).toEqual(['by-commune'])
  })
})

describe('the verdict that counts', () => {
  test('is of the highest stage reached, even where a lower stage speaks later', () => {
    const claims = [
      aClaim('appraised', { verdict: 'met', asOf: day('2023-01-01') }),
      aClaim('self', { verdict: 'unmet', asOf: day('2024-01-01'), stage: 'selfAssessed' }),
    ]

    expect(countingClaim(claims, now)?.fact.id).toBe('appraised')
  })

  test('is the newest of its stage', () => {
    const claims = [
      aClaim('old', { asOf: day('2022-06-30') }),
      aClaim('new', { asOf: day('2024-03-31'), seq: 2 }),
    ]

    expect(countingClaim(claims, now)?.fact.id).toBe('new')
    expect(countingClaim(claims, { ...now, on: day('2023-12-31') })?.fact.id).toBe('old')
  })

  test('two that say different things of one day contend, and the older counts', () => {
    const claims = [aClaim('later', { seq: 9, verdict: 'unmet' }), aClaim('earlier', { seq: 2 })]

    const counting = countingClaim(claims, now)

    expect(counting?.fact.id).toBe('earlier')
    expect(counting?.contenders.map((claim) => claim.id)).toEqual(['later'])
  })

  test('is none where it was taken back, and the one before where there was one', () => {
    const said = aClaim('said')
    const back = aClaim('back', { replaces: 'said', withdrawn: true, seq: 2 })
    const earlier = aClaim('earlier', { asOf: day('2023-12-31') })

    expect(countingClaim([said, back], now)).toBeUndefined()
    expect(countingClaim([said, back], { ...now, knownSeq: 1 })?.fact.id).toBe('said')
    expect(countingClaim([earlier, said, back], now)).toEqual({ fact: earlier, contenders: [] })
    expect(countingClaim([said, back, aClaim('again', { seq: 3 })], now)?.fact.id).toBe('again')
  })

  test('is kept apart by what it speaks of', () => {
    expect(claimKey({ scope: 'whole' })).toBe('whole')
    expect(claimKey({ scope: 'criterion', code: '1' })).not.toBe(claimKey({ scope: 'indicator', code: '1' }))
  })
})

const days = fc.integer({ min: 2018, max: 2024 }).map((year) => day(`${year}-12-31`))

const figureHistory = fc
  .array(
    fc.record({
      on: days,
      stage: fc.constantFrom('claimed' as const, 'verified' as const, 'appraised' as const),
      replaces: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ on, stage, replaces }, index): KnownFigure => {
      const target = replaces === undefined || index === 0 ? undefined : replaces % index
      const period = (target === undefined ? on : (rows[target]?.on ?? on)) as unknown as PeriodText
      return aFigure(`f-${index}`, {
        period,
        stage,
        seq: index + 1,
        ...(target === undefined ? {} : { replaces: `f-${target}` }),
      })
    }),
  )

describe('two clocks', () => {
  test('late knowledge never changes an answer about an earlier known', () => {
    fc.assert(
      fc.property(figureHistory, days, fc.nat({ max: 12 }), (figures, on: IsoDate, knownSeq) => {
        const then = figures.filter((figure) => figure.seq <= knownSeq)

        expect(countingFigure(figures, { on, knownSeq })).toEqual(countingFigure(then, { on, knownSeq }))
      }),
    )
  })

  test('the order in which facts are handed over plays no part', () => {
    fc.assert(
      fc.property(figureHistory, days, (figures, on: IsoDate) => {
        const moment = { on, knownSeq: 100 }

        expect(countingFigure(figures.toReversed(), moment)?.fact).toEqual(
          countingFigure(figures, moment)?.fact,
        )
      }),
    )
  })
})
