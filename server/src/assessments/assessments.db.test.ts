import { beforeAll, describe, expect, test } from 'vitest'

import { listDisagreements, listRegressions } from '@ancu/core/assessments'
import { factBundle } from '@ancu/core/figures'
import { day } from '@ancu/core/kernel'

import type { Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { atRiskOf } from '../recognition/use-cases.ts'
import { packsFolder, project } from '../routes.ts'
import { statusOf } from '../standing/use-cases.ts'
import { verifyStanding } from '../standing/verify.ts'
import { comingOf } from './coming.ts'
import { comparisonOf } from './compare.ts'
import { disagreementsOf } from './disagreements.ts'
import { reconciliationsOf, recordReconciliations } from './reconciliations.ts'
import { regressionsOf } from './regressions.ts'
import {
  aSmallProvince,
  claim,
  facts,
  houses,
  newer,
  older,
  operator,
  record,
  valueOf,
} from './testing/small-province.ts'

withStorages('what changes, fell, is at risk or disagrees', (given) => {
  let program: Program

  const regressions = async (asked: object) =>
    valueOf(await regressionsOf(program, operator, listRegressions.query.parse(asked)))
  const disagreements = async (asked: object = {}) =>
    valueOf(await disagreementsOf(program, operator, listDisagreements.query.parse(asked)))

  beforeAll(async () => {
    program = await aSmallProvince({ storage: given.storage, packsFolder, project }, facts)
  })

  describe('a set that is coming', () => {
    const on = day('2022-09-30')

    test('is compared with the one applied, on the day it takes over', async () => {
      const from = day('2022-11-30')
      const answer = valueOf(await comingOf(program, operator, { set: newer, on, from }))

      expect(answer.oldSide).toMatchObject({ set: older, on })
      expect(answer.newSide).toMatchObject({ set: newer, on: from, inForce: true })
      expect(answer.new.met).toBe(answer.old.met - answer.lost + answer.gained)
      for (const { nearest, waiting, new: side } of answer.units) {
        expect(nearest.length).toBeLessThanOrEqual(3)
        expect(nearest.length + waiting).toBeLessThanOrEqual(side.of - side.met)
        expect(nearest.flatMap(({ lacks }) => lacks)).not.toEqual([])
      }
    })

    test('may take over in the future, of which nothing else is asked', async () => {
      const from = day('2030-01-01')
      const answer = valueOf(await comingOf(program, operator, { set: newer, on, from }))

      expect(answer.newSide).toMatchObject({ on: from, inForce: false })
      expect(answer.kept).toBe(0)
    })

    test.each([
      [{ set: 'nowhere' }, { code: 'setUnknown', set: 'nowhere' }],
      [
        { set: newer, from: day('2022-09-29') },
        { code: 'switchInPast', on, old: older, set: newer },
      ],
      [{ set: newer, unit: 'nowhere' }, { code: 'unitUnknown' }],
      [{ set: newer, on: day('2030-01-01') }, { code: 'futureDay' }],
    ])('is refused where it cannot be asked: %j', async (asked, refusal) => {
      expect(await comingOf(program, operator, { on, ...asked })).toMatchObject({ ok: false, refusal })
    })
  })

  describe('compare', () => {
    const asked = { old: older, new: newer, on: day('2022-11-30') }

    test('adds up, and counts as status does', async () => {
      const answer = valueOf(await comparisonOf(program, operator, asked))
      const [before, now] = [
        valueOf(await statusOf(program, operator, { on: asked.on, set: older })),
        valueOf(await statusOf(program, operator, { on: asked.on, set: newer })),
      ]

      expect(answer).toMatchObject({
        old: { met: 3, of: 38 },
        new: { met: 0, of: 38 },
        lost: 3,
        gained: 0,
        causes: [
          { cause: 'attestedDifferently', count: 1 },
          { cause: 'indicatorNew', count: 1 },
          { cause: 'levelRose', count: 1 },
        ],
      })
      expect([answer.old.met, answer.new.met]).toEqual([
        before.communes.criteriaMet,
        now.communes.criteriaMet,
      ])
    })

    test('carries figure, level, article, document and conclusion of either side', async () => {
      const { units: rows, documents } = valueOf(await comparisonOf(program, operator, asked))
      const change = rows.find(({ id }) => id === 'c-1')?.changes.find(({ cause }) => cause === 'levelRose')
      const [reason] = change?.reasons ?? []

      expect(change).toMatchObject({
        old: { code: '15', claim: { id: 'v-1' } },
        new: { code: '15', claim: { id: 'v-4' } },
        owner: { vi: 'Sở Y tế' },
      })
      expect(reason).toMatchObject({
        old: { indicator: '15.1', figure: { id: 'f-1' }, level: { scaled: 8500 } },
        new: { indicator: '15.1', figure: { id: 'f-1' }, level: { scaled: 9000 } },
      })
      expect(documents).toHaveProperty(reason?.new?.level?.document ?? '')
      expect(reason?.text.vi).toContain('88')
      expect(reason?.text.vi).not.toContain('undefined')
    })

    test('of one side with itself keeps everything', async () => {
      const answer = valueOf(await comparisonOf(program, operator, { ...asked, old: newer }))

      expect(answer).toMatchObject({ lost: 0, gained: 0, causes: [] })
    })

    test.each([
      [{ ...asked, old: 'absent' }, 'setUnknown'],
      [{ ...asked, on: day('2027-01-01') }, 'futureDay'],
      [{ ...asked, unit: 'không có' }, 'unitUnknown'],
      [{ ...asked, on: day('1980-01-01') }, 'dayBeforeProvince'],
    ])('refuses %j', async (wrong, code) => {
      expect(await comparisonOf(program, operator, wrong)).toMatchObject({ ok: false, refusal: { code } })
    })

    test('gives the same answer about an earlier knowledge, whatever is learnt later', async () => {
      const known = { ...asked, knownSeq: 2 }
      const before = valueOf(await comparisonOf(program, operator, known))
      await record(program, 'learnt-later', { verdicts: [claim('v-late', newer, '1', 'met', '2022-11-15')] })

      expect(valueOf(await comparisonOf(program, operator, known))).toEqual(before)
    })
  })

  describe('regressions', () => {
    test('are told between two days, year on year, and at each change', async () => {
      const span = { from: '2022-11-30', to: '2024-03-31', unit: 'c-1' }
      const ends = await regressions(span)
      const yearly = await regressions({ ...span, from: '2022-12-31', step: 'year' })
      const changes = await regressions({ ...span, step: 'change' })

      expect(ends.losses).toEqual([])
      expect(yearly.steps.map(({ oldSide, newSide }) => [oldSide.on, newSide.on])).toEqual([
        ['2022-12-31', '2023-12-31'],
        ['2023-12-31', '2024-03-31'],
      ])
      expect(yearly.losses).toMatchObject([
        { unit: 'c-1', new: { code: '15' }, cause: 'attestedDifferently', to: '2024-03-31' },
      ])
      expect(changes.losses).toMatchObject([{ new: { code: '15' }, to: '2024-02-29' }])
      expect(changes.units).toMatchObject([{ id: 'c-1', lost: 1, ranks: ['standard'] }])
    })

    test('tell the figure that fell', async () => {
      const { losses, departments } = await regressions({ from: '2023-06-30', to: '2024-03-31', unit: 'c-1' })

      expect(losses).toMatchObject([{ cause: 'figureFell', reasons: [{ old: { figure: { id: 'f-2' } } }] }])
      expect(departments).toMatchObject([{ owner: { vi: 'Sở Y tế' }, lost: 1 }])
    })

    test('cross from set to set by what the province applied', async () => {
      const { steps, lost } = await regressions({ from: '2022-09-30', to: '2022-11-30', step: 'change' })

      expect(steps.map(({ oldSide, newSide }) => [oldSide.set, newSide.set])).toContainEqual([older, newer])
      expect(lost).toBeGreaterThan(0)
    })

    test('are refused of a time that does not go on, or of a day without a set', async () => {
      const ask = (from: string, to: string) =>
        regressionsOf(program, operator, listRegressions.query.parse({ from, to }))

      expect(await ask('2024-03-31', '2024-03-31')).toMatchObject({ refusal: { problem: 'periodEmpty' } })
      expect(await ask('2015-01-01', '2024-03-31')).toMatchObject({ refusal: { code: 'noSetApplied' } })
    })
  })

  test('risk of revocation is by the set that the rule names, and an interval', async () => {
    const ask = async (on: string) => valueOf(await atRiskOf(program, operator, { on: day(on) }, packsFolder))
    const [row] = (await ask('2024-03-31')).rows

    expect(row).toMatchObject({
      unit: { id: 'c-1' },
      rank: 'standard',
      decision: { id: 'd-1', set: older },
      set: newer,
      status: 'possible',
      failing: { least: 4, most: 19 },
      margin: { least: 0, most: 2 },
    })
    expect(await ask('2022-08-01')).toMatchObject({ rules: [], counts: { withoutRule: 1 } })
    expect(await ask('2026-06-30')).toMatchObject({ rules: [], rows: [{ status: 'none', rule: null }] })
  })

  describe('disagreements', () => {
    const on = '2024-03-31'
    const subject = 'villageSum:m-solid-houses:2023-12-31'

    test('are settled by a note about their facts, until another fact takes part', async () => {
      const before = await disagreements({ on })
      const row = before.rows.find((one) => one.subject === subject)
      expect(row).toMatchObject({ unit: { id: 'c-1' }, state: 'open', owner: { vi: 'Sở Xây dựng' } })
      expect(row?.facts).toEqual(['f-4', 'f-5', 'f-6'])

      const note = { id: 'n-1', unit: 'c-1', subject, facts: row?.facts ?? [], note: 'số của xã đúng' }
      const bundle = factBundle.parse({ reconciliations: [note] })
      const command = { commandId: 'settle', documents: [], reconciliations: bundle.reconciliations }
      expect(await recordReconciliations(program, operator, command)).toMatchObject({ ok: true })
      expect(await recordReconciliations(program, operator, command)).toMatchObject({
        ok: true,
        value: { repeated: true },
      })

      const after = await disagreements({ on })
      expect(after.counts).toEqual({
        ...before.counts,
        open: before.counts.open - 1,
        reconciled: 1,
        kinds: after.counts.kinds,
      })
      expect(after.rows.find((one) => one.subject === subject)).toMatchObject({
        state: 'reconciled',
        note: { id: 'n-1' },
      })
      expect(await disagreements({ on, knownSeq: before.knownSeq })).toEqual(before)

      await record(program, 'another-figure', {
        figures: [{ ...houses('f-7', 't-1', 42, 50), replaces: 'f-5' }],
      })
      const again = await disagreements({ on })
      expect(again.rows.find((one) => one.subject === subject)?.state).toBe('open')
      expect(valueOf(await reconciliationsOf(program, operator, { unit: 'c-1' })).rows).toMatchObject([
        { id: 'n-1', facts: ['f-4', 'f-5', 'f-6'] },
      ])
    })

    test('of facts that nobody knows are refused, and nothing is written', async () => {
      const { reconciliations } = factBundle.parse({
        reconciliations: [
          { id: 'n-2', unit: 'c-1', subject, facts: ['absent'], note: 'x' },
          { id: 'n-3', unit: 'nowhere', subject, facts: ['f-4'], note: 'x', document: 'absent' },
          { id: 'n-1', unit: 'c-1', subject: 'claimedFigure:m:2023', facts: ['f-4'], note: 'x' },
        ],
      })
      const outcome = await recordReconciliations(program, operator, {
        commandId: 'wrong',
        documents: [],
        reconciliations,
      })

      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'factsRefused' } })
      expect(JSON.stringify(outcome)).toMatch(/reconcilesNothing.*unitUnknown.*documentUnknown.*idTaken/)
      expect(valueOf(await reconciliationsOf(program, operator, {})).rows).toHaveLength(1)
    })

    test.each([
      [{ subject: 'villageSum:m:2023', facts: ['v-elsewhere'] }, 'reconcilesAnother'],
      [{ subject: 'claimedFigure:m:2023', facts: ['f-4'], withdrawn: true }, 'noteTakesNothingBack'],
    ])('that can settle nothing are refused: %j', async (note, code) => {
      const { reconciliations } = factBundle.parse({
        reconciliations: [{ id: 'n-4', unit: 'c-1', note: 'x', ...note }],
      })
      const command = { commandId: 'settles-nothing', documents: [], reconciliations }
      const outcome = await recordReconciliations(program, operator, command)

      expect(outcome).toMatchObject({ ok: false, refusal: { refusals: [{ code }] } })
    })

    test('settle without setting today’s standing back', async () => {
      expect(await verifyStanding(program)).toEqual([])
    })
  })
})
