import { describe, expect, test } from 'vitest'

import { aUnit, fixtureEntries, parseUnitFacts, pictureOf, together } from '../testing/index.ts'
import { checkUnitFacts } from './check.ts'
import type { UnitFactsInput } from './facts.ts'

const [asOnceKnown, merger] = fixtureEntries
const old = pictureOf(asOnceKnown)
const now = pictureOf(asOnceKnown, merger)
const refusals = (facts: UnitFactsInput, picture = old) => checkUnitFacts(picture, parseUnitFacts(facts))
const from = '2020-01-01'

describe('changes', () => {
  const unit = { id: 'c-x', kind: 'commune', name: 'X', parent: 'd-tmr', from } as const
  const half = { old: 'c-nl', measure: 'households', num: 1, den: 2 } as const
  const change = { id: 'x-1', day: from, kind: 'split' } as const

  test('the shares of a unit make up one whole, over all changes of the day', () => {
    const parts = [{ ...half, new: 'c-x' }]
    expect(
      refusals(
        together(aUnit(unit), {
          changes: [{ ...change, parts: [...parts, { ...half, new: 'c-nl', num: 2, den: 4 }] }],
        }),
      ),
    ).toEqual([])
    expect(
      refusals(
        together(aUnit(unit), {
          changes: [
            { ...change, parts },
            { ...change, id: 'x-2', parts: [{ ...half, new: 'c-nl' }] },
          ],
        }),
      ),
    ).toEqual([])
    expect(
      refusals(
        together(aUnit(unit), {
          changes: [{ ...change, parts: [...parts, { ...half, new: 'c-nl', num: 1, den: 3 }] }],
        }),
      ),
    ).toEqual([
      {
        code: 'changeWeightsWrong',
        section: 'changes',
        at: 0,
        unit: 'c-nl',
        on: from,
        measure: 'households',
      },
    ])
  })

  test('to be renamed and raised on one day divides nothing', () => {
    const parts = [{ old: 'c-nl', new: 'c-nl' }]
    expect(
      refusals({
        changes: [
          { ...change, kind: 'renamed', parts },
          { ...change, id: 'x-2', kind: 'changedKind', parts },
        ],
      }),
    ).toEqual([])
  })

  test('agree with what units are on the day', () => {
    const merged = [{ old: 'c-nl', new: 'c-x' }]
    expect(
      refusals(together(aUnit({ ...unit, from: '2020-02-01' }), { changes: [{ ...change, parts: merged }] })),
    ).toEqual([
      {
        code: 'changeDisagrees',
        section: 'changes',
        at: 0,
        change: 'x-1',
        unit: 'c-x',
        on: from,
        expected: 'inForce',
      },
      {
        code: 'changeDisagrees',
        section: 'changes',
        at: 0,
        change: 'x-1',
        unit: 'c-nl',
        on: from,
        expected: 'ended',
      },
    ])
    expect(
      refusals({
        changes: [{ ...change, day: '2004-01-01', kind: 'renamed', parts: [{ old: 'c-nl', new: 'c-nl' }] }],
      }),
    ).toEqual([
      {
        code: 'changeDisagrees',
        section: 'changes',
        at: 0,
        change: 'x-1',
        unit: 'c-nl',
        on: '2003-12-31',
        expected: 'inForceBefore',
      },
    ])
  })

  test('are written once and have parts', () => {
    expect(refusals({ changes: [{ id: 'x-92', day: from, kind: 'established', parts: [{}] }] }, now)).toEqual(
      [
        { code: 'changeExists', section: 'changes', at: 0, change: 'x-92' },
        { code: 'changePartEmpty', section: 'changes', at: 0, change: 'x-92' },
      ],
    )
  })
})
