import { beforeAll, expect, test } from 'vitest'

import { levelDecision } from '@ancu/core/criteria'
import { figureFact, verdictClaim } from '@ancu/core/figures'
import { day } from '@ancu/core/kernel'

import { localOperator, type Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { recordFigures, recordLevels, recordVerdicts } from '../figures/use-cases.ts'
import { project } from '../routes.ts'
import { openFixture } from '../testing/index.ts'
import { unitStandingOf } from './unit-standing.ts'
import { overviewOf } from './use-cases.ts'

const operator = { ...localOperator, via: 'cli' } as const
const set = 'commune-2021-2025'
const unit = 'c-dak-ha'

withStorages('the standing of one unit', (given) => {
  let program: Program
  beforeAll(async () => {
    program = await openFixture(given.storage, project)
  })

  const standing = async (asked: Partial<Parameters<typeof unitStandingOf>[2]> = {}) => {
    const outcome = await unitStandingOf(program, operator, { on: day('2024-03-31'), unit, ...asked })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  test('names a level of the province with its document, by name, and its entry', async () => {
    const document = { id: 'doc-level', title: 'Quyết định thử', unchecked: true, illustrative: true }
    const decided = await recordLevels(program, operator, {
      commandId: 'level',
      documents: [document],
      levels: [
        levelDecision.parse({
          id: 'l-1',
          set,
          key: '2.1',
          scaled: 8000,
          document: 'doc-level',
          article: 'Điều 2',
          from: '2022-05-01',
        }),
      ],
    })
    const measured = await recordFigures(program, operator, {
      commandId: 'figure',
      documents: [],
      figures: [
        figureFact.parse({
          id: 'f-1',
          unit,
          measure: 'm-road-commune-sealed',
          period: '2023-12-31',
          stage: 'verified',
          num: 8,
          den: 9,
        }),
      ],
    })
    expect([decided.ok, measured.ok]).toEqual([true, true])
    const { criteria, levels, documents, entries } = await standing({ criterion: '2' })
    const indicator = criteria[0]?.indicators.find(({ code }) => code === '2.1')
    const entrySeq = decided.ok ? decided.value.seq : 0

    expect(indicator?.computed).toBe('met')
    expect(levels).toEqual({ 'l-1': expect.objectContaining({ key: '2.1', scaled: 8000, entrySeq }) })
    expect(entries[String(entrySeq)]).toMatchObject({ officer: 'local', kind: 'levels.add' })
    expect(documents).toMatchObject({ 'doc-level': { unchecked: true } })
    expect(indicator?.text.vi.lines.map(({ text }) => text).join(' ')).toContain('Quyết định thử, Điều 2')
  })

  test('names the conclusion on the whole set that speaks, until a newer one on a part overtakes it', async () => {
    const concluded = async (
      id: string,
      facts: { scope: string; code?: string; verdict: string; asOf: string },
    ) => {
      const claim = verdictClaim.parse({ id, unit, set, stage: 'decided', ...facts })
      return recordVerdicts(program, operator, { commandId: id, documents: [], verdicts: [claim] })
    }
    expect(await standing()).toMatchObject({ whole: 'met', spokenBy: 'criteria', conclusions: [] })
    await concluded('v-whole', { scope: 'whole', verdict: 'unmet', asOf: '2024-04-30' })

    expect(await standing({ on: day('2024-04-30') })).toMatchObject({
      whole: 'unmet',
      spokenBy: 'conclusion',
      conclusions: [{ id: 'v-whole', stage: 'decided' }],
      countsAsMet: { basicallyMet: false, notApplicable: true },
    })
    expect(await standing({ on: day('2024-04-30'), basis: 'computed' })).toMatchObject({
      spokenBy: 'criteria',
      conclusions: [{ id: 'v-whole' }],
    })
    await concluded('v-part', { scope: 'criterion', code: '1', verdict: 'met', asOf: '2024-05-31' })
    expect(await standing({ on: day('2024-05-31') })).toMatchObject({ whole: 'met', spokenBy: 'criteria' })
  })

  test('says of a unit that the set is not for nothing but that', async () => {
    expect(await standing({ unit: 'v-4' })).toMatchObject({
      applicable: false,
      whole: null,
      least: null,
      most: null,
      counts: null,
      countsAsMet: null,
      criteria: [],
      conclusions: [],
    })
  })

  test('is told in the overview as in its own answer, also where no set is known to judge by', async () => {
    for (const on of [day('2020-01-01'), day('2024-03-31'), day('2025-07-01')]) {
      const asked = await overviewOf(program, operator, { on })
      if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
      for (const { id, applicable, whole, least, most, verdicts, inProgramme } of asked.value.rows) {
        expect(await standing({ on, unit: id })).toMatchObject({ applicable, whole, least, most })
        const isJudged = applicable && asked.value.set !== null
        expect([whole, least, most].map((one) => one !== null)).toEqual([isJudged, isJudged, isJudged])
        expect(verdicts !== '').toBe(isJudged)
        expect(applicable).toBe(asked.value.set === null ? inProgramme : applicable)
      }
      expect(asked.value.rows.length).toBeGreaterThan(2)
    }
    expect(await overviewOf(program, operator, { on: day('2020-01-01') })).toMatchObject({
      value: {
        set: null,
        communes: { averageCriteria: null, averageBounds: null, meeting: 0, notMeeting: 0 },
      },
    })
  })
})
