import { beforeAll, expect, test } from 'vitest'

import { levelDecision } from '@ancu/core/criteria'
import { verdictClaim, type VerdictClaim } from '@ancu/core/figures'
import { makeWorld } from '@ancu/worlds/kon-tum'

import { localOperator, type Program } from '../commands/index.ts'
import { recordLevels, recordVerdicts } from '../figures/use-cases.ts'
import { routes } from '../routes.ts'
import { withDemo } from '../testing/demo.ts'
import { askThrough, explainMoment, newTrial, type Ask, type AskedAt } from './testing/explain-all.ts'
import { explainRows, rowsOf } from './testing/rows.ts'

/** Milliseconds, on a machine that has other things to do. */
const patience = 300_000

const operator = { ...localOperator, via: 'cli' } as const
const [older, newer] = ['commune-2016-2020', 'commune-2021-2025'] as const

/** Between them they show nearly all that the demo holds; `npm run explains` goes through every day of it. */
const moments: readonly AskedAt[] = [
  { on: '2024-03-31', basis: 'official' },
  { on: '2024-03-31', basis: 'computed' },
  { on: '2018-05-31', basis: 'official' },
  { on: '2020-05-31', basis: 'computed' },
  { on: '2022-03-02', known: '2022-04-30', basis: 'official' },
  { on: '2022-11-30', basis: 'official' },
  { on: '2022-12-31', set: older, basis: 'official' },
  { on: '2026-11-21', basis: 'computed' },
]

withDemo('every verdict of the demo', (given, loaded) => {
  const world = makeWorld()
  let program: Program
  let ask: Ask
  beforeAll(() => {
    program = loaded()
    ask = askThrough(program, routes)
  })

  // The same answers are read on either engine: on the other one a moment shows that they can be.
  const isFirst = given.engine === 'pglite'

  test(
    'is given again by the parts its explanation names, and every figure and conclusion that counts is named',
    async () => {
      const trial = newTrial()
      const those = isFirst ? moments : moments.slice(0, 1)
      const rows = isFirst ? rowsOf(world.entries) : []
      for (const at of those) await explainMoment(ask, at, trial)
      const unnamed = await explainRows(ask, rows, [older, newer], trial)

      expect(trial.faults).toEqual([])
      expect(trial.explained).toBeGreaterThanOrEqual(those.length * 85)
      expect(trial.verdicts).toBeGreaterThan(trial.explained * 100)
      // Left are figures of wards, and those that a higher stage was known before: they never counted.
      expect([...unnamed].filter(([, why]) => why === 'unexplained')).toEqual([])
      expect(unnamed.size).toBeLessThanOrEqual(rows.length / 50)
    },
    patience,
  )

  test('and so is what an officer adds: levels, a conclusion on the whole, conclusions that contend', async () => {
    const document = { title: 'Quyết định thử', unchecked: true, illustrative: true }
    const level = { set: newer, key: '2.1', document: 'doc-roads', from: '2022-05-01' }
    const claim = { unit: 'kt-23491', set: newer, stage: 'decided', asOf: '2024-03-31' }
    const claims: readonly (Partial<VerdictClaim> & Pick<VerdictClaim, 'id'>)[] = [
      { id: 'v-whole', scope: 'whole', verdict: 'unmet' },
      { id: 'v-nearly', scope: 'criterion', code: '3', verdict: 'basicallyMet' },
      { id: 'v-contends', scope: 'criterion', code: '3', verdict: 'unmet' },
      { id: 'v-outside', scope: 'indicator', code: '13.4', verdict: 'notApplicable', reason: 'Không có' },
    ]
    const written = [
      await recordLevels(program, operator, {
        commandId: 'roads',
        documents: [{ ...document, id: 'doc-roads' }],
        levels: [
          levelDecision.parse({ ...level, id: 'l-first', scaled: 8000, article: 'Điều 2' }),
          levelDecision.parse({ ...level, id: 'l-of-2023', scaled: 9000, year: 2023, column: 'TN' }),
        ],
      }),
      await recordLevels(program, operator, {
        commandId: 'roads again',
        documents: [],
        levels: [levelDecision.parse({ ...level, id: 'l-second', scaled: 8500, replaces: 'l-first' })],
      }),
      await recordVerdicts(program, operator, {
        commandId: 'claims',
        documents: [],
        verdicts: claims.map((one) => verdictClaim.parse({ ...claim, ...one })),
      }),
    ]
    const own = newTrial()
    await explainMoment(ask, { on: '2024-03-31', basis: 'official' }, own)

    expect(written.map((outcome) => outcome.ok)).toEqual([true, true, true])
    expect(own.faults).toEqual([])
    const added = ['l-of-2023', 'l-second', ...claims.map(({ id }) => id)]
    expect(added.filter((id) => !own.named.has(id))).toEqual([])
    expect(own.named).not.toContain('l-first')
  })
})
