import { expect, test } from 'vitest'

import { day } from '@ancu/core/kernel'
import { makeWorld } from '@ancu/worlds/kon-tum'

import { comparisonOf } from '../assessments/compare.ts'
import { localOperator } from '../commands/index.ts'
import { withDemo } from '../testing/demo.ts'

const operator = { ...localOperator, via: 'cli' } as const

withDemo('changes of the demo province', (_given, loaded) => {
  const world = makeWorld()

  test('what Kon Rẫy loses and gains under the new set is what was planted, and its causes add up', async () => {
    const [expected] = world.expected.comparisons
    if (expected === undefined) throw new Error('a comparison is planted')
    const { on, unit } = expected
    const compared = await comparisonOf(loaded(), operator, {
      old: expected.old.set,
      new: expected.new.set,
      on: day(on),
      unit,
    })
    if (!compared.ok) throw new Error(JSON.stringify(compared.refusal))
    const { old, new: current, lost, gained, causes, units, meeting } = compared.value
    const found = units.flatMap(({ id, changes }) =>
      changes.map((one) => `${id} ${one.new?.code} ${one.change} ${one.cause}`),
    )
    const planted = world.expected.changes
      .filter((one) => one.from.on === on && one.to.on === on)
      .map((one) => `${one.unit} ${one.criterion} ${one.change} ${one.causes.join('+')}`)

    expect([old.met, old.of, current.met, current.of]).toEqual([105, 114, 72, 114])
    expect([lost, gained]).toEqual([expected.lost, expected.gained])
    expect(causes.reduce((sum, one) => sum + one.count, 0)).toBe(lost + gained)
    expect(meeting).toMatchObject({ recognisedNoLonger: 4, recognisedNoLongerUnknown: 0 })
    expect(found.toSorted()).toEqual(planted.toSorted())
  })
})
