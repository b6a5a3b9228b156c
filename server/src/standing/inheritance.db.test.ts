import { beforeAll, expect, test } from 'vitest'

import { decisionFact } from '@ancu/core/decisions'
import { day } from '@ancu/core/kernel'

import { localOperator, type Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { recordDecisions } from '../figures/use-cases.ts'
import { openFixture } from '../testing/index.ts'
import { projectUnits } from '../units/index.ts'
import { metaOf } from '../worlds/use-cases.ts'
import { overviewOf } from './use-cases.ts'

const operator = { ...localOperator, via: 'cli' } as const

withStorages('what a unit has from those it was made of', (given) => {
  let program: Program
  beforeAll(async () => {
    program = await openFixture(given.storage, projectUnits)
  })

  const inherited = async (unit: string) => {
    const outcome = await overviewOf(program, operator, { on: day('2025-07-01'), unit })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value.rows.find((row) => row.id === unit)?.inherits
  }

  test('is told with the last day of each of them, and the day of the decision that a rank rests on', async () => {
    const decided = await recordDecisions(program, operator, {
      commandId: 'recognised',
      documents: [],
      decisions: [
        decisionFact.parse({
          id: 'd-cam',
          unit: 'c-dak-cam',
          act: 'recognise',
          rank: 'standard',
          day: '2020-12-25',
          dayAssumed: true,
        }),
      ],
    })

    expect(decided.ok).toBe(true)
    expect(await inherited('c-new')).toMatchObject([
      { unit: { id: 'c-duy-tan' }, on: '2025-06-30', ranks: [], recognised: null },
      {
        unit: { id: 'c-dak-cam' },
        on: '2025-06-30',
        ranks: ['standard'],
        recognised: { day: '2020-12-25', dayAssumed: true },
      },
    ])
    expect(await inherited('c-dak-ha')).toEqual([])
  })

  test('the ledger says from which day on anything was known', async () => {
    expect(await metaOf(program, operator)).toMatchObject({ ok: true, value: { knownFrom: '2017-01-01' } })
  })
})
