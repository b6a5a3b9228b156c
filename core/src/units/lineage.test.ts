import { describe, expect, test } from 'vitest'

import { day } from '../kernel/index.ts'
import { aUnit, anEnding, fixture, fixtureEntries, mergerDay, pictureOf, together } from '../testing/index.ts'
import type { UnitId } from './unit.ts'
import { plusWeight, sumsToOne, timesWeight } from './weight.ts'

const today = day('2026-11-21')
const commune = (id: string, code: string, from: string) =>
  ({ id, kind: 'commune', name: id.toUpperCase(), code, from, inProgramme: true }) as const
const id = (text: string) => text as UnitId

describe('lineage', () => {
  const picture = pictureOf(...fixtureEntries)

  test('a merged unit leads to its successor, with day, clause and entry', () => {
    const [step] = picture.successors(fixture.duyTan)
    expect(step).toEqual({
      old: fixture.duyTan,
      new: fixture.merged,
      change: {
        id: 'x-89',
        kind: 'merged',
        day: mergerDay,
        document: undefined,
        clause: 'Điều 1, khoản 89',
        entrySeq: 2,
      },
      weights: [{ measure: 'whole', num: 1, den: 1 }],
    })
    expect(picture.predecessors(fixture.merged).map((one) => one.old)).toEqual([
      fixture.duyTan,
      fixture.dakCam,
    ])
  })

  test('a unit that stays has no step, and its change is still told', () => {
    expect(picture.successors(fixture.dakHa)).toEqual([])
    expect(picture.changesOf(fixture.dakHa).map((change) => change.id)).toEqual(['x-92'])
    expect(picture.lineage(fixture.dakHa)).toEqual({ past: [], future: [] })
  })
})

describe('shares', () => {
  // A gives 1/3 of its households to C in 2010; in 2015 A and B become D; in 2020 D is cut into E and F.
  const picture = pictureOf(
    together(aUnit(commune('a', '10', '2000-01-01')), aUnit(commune('b', '11', '2000-01-01'))),
    together(aUnit(commune('c', '12', '2010-01-01')), {
      changes: [
        {
          id: 'x1',
          day: '2010-01-01',
          kind: 'split',
          parts: [
            { old: 'a', new: 'a', measure: 'households', num: 2, den: 3 },
            { old: 'a', new: 'c', measure: 'households', num: 1, den: 3 },
          ],
        },
      ],
    }),
    together(
      aUnit(commune('d', '10', '2015-01-01')),
      anEnding(commune('a', '10', ''), '2015-01-01'),
      anEnding(commune('b', '11', ''), '2015-01-01'),
      {
        changes: [
          {
            id: 'x2',
            day: '2015-01-01',
            kind: 'merged',
            parts: [
              { old: 'a', new: 'd' },
              { old: 'b', new: 'd' },
            ],
          },
        ],
      },
    ),
    together(
      aUnit(commune('e', '10', '2020-01-01')),
      aUnit(commune('f', '11', '2020-01-01')),
      anEnding(commune('d', '10', ''), '2020-01-01'),
      // Recorded clause by clause, and by two measures.
      {
        changes: [
          {
            id: 'x3',
            day: '2020-01-01',
            kind: 'split',
            parts: [
              { old: 'd', new: 'e', measure: 'households', num: 1, den: 4 },
              { old: 'd', new: 'e', measure: 'area', num: 1, den: 2 },
            ],
          },
        ],
      },
      {
        changes: [
          {
            id: 'x4',
            day: '2020-01-01',
            kind: 'split',
            parts: [
              { old: 'd', new: 'f', measure: 'households', num: 3, den: 4 },
              { old: 'd', new: 'f', measure: 'area', num: 1, den: 2 },
            ],
          },
        ],
      },
    ),
  )

  test('follow a unit as it was on a day through every change since', () => {
    expect(picture.heirs(id('a'), day('2005-01-01'), today)).toEqual([
      { unit: 'c', num: 1, den: 3 },
      { unit: 'e', num: 1, den: 6 },
      { unit: 'f', num: 1, den: 2 },
    ])
    expect(picture.heirs(id('a'), day('2012-01-01'), today)).toEqual([
      { unit: 'e', num: 1, den: 4 },
      { unit: 'f', num: 3, den: 4 },
    ])
    expect(picture.heirs(id('b'), day('2012-01-01'), day('2016-01-01'))).toEqual([
      { unit: 'd', num: 1, den: 1 },
    ])
    expect(picture.heirs(id('b'), day('2012-01-01'), day('2014-12-31'))).toEqual([
      { unit: 'b', num: 1, den: 1 },
    ])
  })

  test('are by the measure asked, where it is known', () => {
    expect(picture.heirs(id('d'), day('2016-01-01'), today, 'area')).toEqual([
      { unit: 'e', num: 1, den: 2 },
      { unit: 'f', num: 1, den: 2 },
    ])
  })

  test('are carried along the chains, both ways', () => {
    const { future } = picture.lineage(id('a'))
    expect(future.map((chain) => [chain.unit, chain.steps.length])).toEqual([
      ['c', 1],
      ['d', 1],
      ['e', 2],
      ['f', 2],
    ])
    expect(future.find((chain) => chain.unit === 'e')?.weights).toEqual([
      { measure: 'area', num: 1, den: 2 },
      { measure: 'households', num: 1, den: 4 },
    ])
    expect(picture.lineage(id('e')).past.map((chain) => chain.unit)).toEqual(['d', 'a', 'b'])
  })

  test('of a unit that ends without a successor are lost', () => {
    const gone = pictureOf(
      aUnit(commune('a', '10', '2000-01-01')),
      together(anEnding(commune('a', '10', ''), '2010-01-01'), {
        changes: [{ id: 'x', day: '2010-01-01', kind: 'abolished', parts: [{ old: 'a' }] }],
      }),
    )
    expect(gone.heirs(id('a'), day('2005-01-01'), today)).toEqual([])
  })

  test('are exact, and beyond safe integers nearest', () => {
    expect(plusWeight({ num: 1, den: 6 }, { num: 1, den: 3 })).toEqual({ num: 1, den: 2 })
    expect(timesWeight({ num: 2, den: 3 }, { num: 3, den: 4 })).toEqual({ num: 1, den: 2 })
    const third = { num: 33_333_333_333, den: 99_999_999_998 }
    const product = timesWeight(third, third)
    expect(product.num / product.den).toBeCloseTo(1 / 9, 9)
    expect(product.den).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER)
    expect(
      sumsToOne([
        { num: 1, den: 3 },
        { num: 1, den: 3 },
        { num: 1, den: 3 },
      ]),
    ).toBe(true)
    expect(
      sumsToOne([
        { num: 333_333, den: 1_000_000 },
        { num: 2, den: 3 },
      ]),
    ).toBe(false)
    expect(sumsToOne([])).toBe(false)
  })
})
