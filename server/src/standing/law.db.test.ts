import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { EndpointAnswer } from '@ancu/core/kernel'
import type { listSets, listStandings, missingDocuments, readSet } from '@ancu/core/standing'

import { buildApp } from '../app.ts'
import { openLedger, type Program } from '../commands/index.ts'
import { withStorages } from '../database/testing/index.ts'
import { project } from '../routes.ts'
import { openFixture } from '../testing/index.ts'

type Sets = EndpointAnswer<typeof listSets>
type Reading = EndpointAnswer<typeof readSet>
type Missing = EndpointAnswer<typeof missingDocuments>
type Standings = EndpointAnswer<typeof listStandings>

const set = 'commune-2021-2025'
const on = '2024-03-31'
const key = 'key-of-the-private-door'

const lettersOf = ({ rows }: Standings) => rows.flatMap(({ indicators }) => [...indicators])

async function ask<Answer>(app: FastifyInstance, url: string): Promise<Answer> {
  const { body } = await app.inject({ url: `/api${url}` })
  return JSON.parse(body)
}

withStorages('an empty ledger', (given) => {
  test('knows no set, and says so without a province', async () => {
    const program: Program = { storage: given.storage, provinceId: 'kon-tum', clock: Date.now, project }
    await openLedger(given.storage, program.provinceId)
    const app = await buildApp({ program, start: 'test', log: () => undefined })

    expect(await ask<Sets>(app, '/sets')).toMatchObject({ knownSeq: 0, sets: [] })
    expect(await ask(app, `/sets/${set}`)).toMatchObject({
      code: 'setUnknown',
      detail: `Không có bộ tiêu chí “${set}”.`,
    })
    await app.close()
  })
})

withStorages('the law', (given) => {
  let app: FastifyInstance
  let commands = 0

  beforeAll(async () => {
    const program = await openFixture(given.storage, project)
    app = await buildApp({ program, start: 'test', log: () => undefined, key })
  })
  afterAll(() => app.close())

  const publish = (pack: string) =>
    app.inject({
      method: 'POST',
      url: '/api/packs',
      headers: { 'x-an-cu-key': key },
      payload: { commandId: `p-${pack}`, pack },
    })
  const write = async (level: object): Promise<unknown> => {
    const payload = {
      commandId: `c-${(commands += 1)}`,
      documents: commands > 1 ? [] : [{ id: 'qd-ubnd', title: 'Mức đạt chuẩn', number: '29/QĐ-UBND' }],
      levels: [{ set, key: '2.1', column: '*', document: 'qd-ubnd', from: '2023-01-01', ...level }],
    }
    const { body } = await app.inject({ method: 'POST', url: '/api/levels', payload })
    return JSON.parse(body)
  }
  const termOf = ({ criteria }: Reading, code: string) =>
    criteria
      .flatMap(({ indicators }) => indicators)
      .find((indicator) => indicator.code === code)
      ?.provisions.find(({ inForce }) => inForce)?.terms[0]

  describe('as known', () => {
    test('has a set from the entry that published it, applied from the day the province said', async () => {
      expect(await ask<Sets>(app, '/sets?knownSeq=1')).toMatchObject({ sets: [] })
      const { sets } = await ask<Sets>(app, `/sets?on=${on}`)
      expect(sets).toMatchObject([
        {
          set,
          time: 'inForce',
          judges: true,
          applied: { from: '2022-10-01', assumed: false },
          editions: [{ edition: 1, seq: 2 }],
          criteria: 19,
          indicators: 57,
        },
      ])
      expect((await ask<Sets>(app, '/sets?on=2022-09-30')).sets).toMatchObject([{ judges: false }])
      expect((await ask<Sets>(app, '/sets?on=2022-01-01')).sets).toMatchObject([{ time: 'coming' }])
      expect((await ask<Sets>(app, '/sets?on=2026-02-15')).sets).toMatchObject([{ time: 'ended' }])
    })

    test('is read whole, and every document cited is told', async () => {
      const reading = await ask<Reading>(app, `/sets/${set}?on=${on}`)
      const indicators = reading.criteria.flatMap((criterion) => criterion.indicators)

      expect(reading.criteria.length).toBe(19)
      expect(indicators.length).toBe(57)
      for (const [, document] of JSON.stringify(reading.criteria).matchAll(/"document":"([^"]+)"/g)) {
        expect(reading.documents).toHaveProperty([String(document)])
      }
      const terms = indicators.flatMap((one) => one.provisions.flatMap((provision) => provision.terms))
      const measures = terms.flatMap(({ measure }) => measure ?? [])
      expect(Object.keys(reading.measures)).toEqual(expect.arrayContaining(measures))
      expect(await ask<Reading>(app, `/sets/${set}?on=2027-01-01`)).toMatchObject({ code: 'futureDay' })
      expect(await ask<Reading>(app, `/sets/${set}?on=2026-11-01`)).toMatchObject({ readOn: '2026-02-14' })
    })

    test('names the sets held where one is asked for that is not', async () => {
      expect(await ask(app, '/sets/nowhere')).toMatchObject({ code: 'setUnknown', sets: [set] })
      expect(await ask(app, `/sets/${set}?edition=9`)).toMatchObject({ code: 'editionUnknown', edition: 9 })
      expect(await ask(app, `/sets/${set}?knownSeq=1`)).toMatchObject({ code: 'setUnknown' })
    })
  })

  describe('that is missing', () => {
    const missing = (asked = '') => ask<Missing>(app, `/missing-documents?on=${on}${asked}`)

    test('explains as many unknown verdicts as the figures leave open', async () => {
      const standings = await ask<Standings>(app, `/standings?on=${on}&basis=computed`)
      const letters = standings.rows.map(({ indicators }) => indicators).join('')
      const { sets } = await missing()

      expect(sets).toMatchObject([{ set, applied: true, units: standings.rows.length }])
      expect(sets[0]).toMatchObject({
        verdicts: letters.length,
        unknown: [...letters].filter((letter) => letter === 'k').length,
      })
    })

    test('is what the province and the law have not told, the most awaited first', async () => {
      const { wanted } = await missing()
      const awaited = wanted.map(({ alone, along }) => [alone, along] as const)

      expect(wanted.map(({ from, document }) => [from, document])).toEqual(
        expect.arrayContaining([
          ['province', null],
          ['law', 'qd-318-2022'],
        ]),
      )
      expect(awaited).toEqual(awaited.toSorted((one, other) => other[0] - one[0] || other[1] - one[1]))
    })

    test('may be asked about one area and about a set that is not applied that day', async () => {
      expect(await missing('&unit=c-dak-ha')).toMatchObject({ sets: [{ units: 1 }] })
      const early = await ask<Missing>(app, `/missing-documents?on=2022-09-30&set=${set}`)
      expect(early).toMatchObject({ sets: [{ set, applied: false }] })
    })

    test('is nothing on a day before the province applied the only set', async () => {
      expect(await ask<Missing>(app, '/missing-documents?on=2022-09-30')).toMatchObject({
        sets: [],
        wanted: [],
      })
    })

    test('is first of all from when, where nothing says that the province applies a set in force', async () => {
      const villages = 'village-kontum-2022-2025'
      await publish(villages)
      const { sets, wanted } = await missing()
      const found = sets.find((each) => each.set === villages)

      expect(found).toMatchObject({ applied: false })
      expect(found?.unknown).toBe(found?.verdicts)
      expect(wanted.filter((each) => each.set === villages)).toMatchObject([
        { from: 'province', alone: found?.alone, parts: [{ why: 'application', code: null }] },
      ])
    })
  })

  describe('that the province decides', () => {
    let before: Reading

    beforeEach(async () => {
      before = await ask<Reading>(app, `/sets/${set}?on=${on}`)
    })

    test('fills a level from its day on, is corrected, and is taken back', async () => {
      expect(termOf(before, '2.1')?.levels).toMatchObject([{ state: 'delegated' }])
      const wantedBefore = await ask<Missing>(app, `/missing-documents?on=${on}`)

      expect(await write({ id: 'l-1', scaled: 7000 })).toMatchObject({ rows: expect.any(Number) })
      const decided = await ask<Reading>(app, `/sets/${set}?on=${on}`)
      expect(termOf(decided, '2.1')?.levels).toMatchObject([
        { state: 'decided', scaled: 7000, decision: 'l-1' },
      ])
      expect(decided.levels['l-1']).toMatchObject({ document: 'qd-ubnd' })
      expect(decided.documents['qd-ubnd']).toMatchObject({ number: '29/QĐ-UBND' })
      expect(termOf(await ask<Reading>(app, `/sets/${set}?on=2022-12-31`), '2.1')?.levels).toMatchObject([
        { state: 'delegated' },
      ])
      const codesWanted = ({ wanted }: Missing) => wanted.flatMap(({ parts }) => parts.map(({ key }) => key))
      expect(codesWanted(wantedBefore)).toContain('2.1')
      expect(codesWanted(await ask<Missing>(app, `/missing-documents?on=${on}`))).not.toContain('2.1')

      await write({ id: 'l-2', scaled: 7500, replaces: 'l-1' })
      const corrected = await ask<Reading>(app, `/sets/${set}?on=${on}`)
      expect(termOf(corrected, '2.1')?.levels).toMatchObject([{ scaled: 7500, decision: 'l-2' }])
      expect(Object.keys(corrected.levels)).toEqual(['l-2'])

      await write({ id: 'l-3', scaled: 7500, replaces: 'l-2', withdrawn: true })
      const back = await ask<Reading>(app, `/sets/${set}?on=${on}`)
      expect(back.criteria).toEqual(before.criteria)
      expect(await ask<Missing>(app, `/missing-documents?on=${on}`)).toMatchObject({
        wanted: wantedBefore.wanted,
      })
    })

    test('is previewed: what verdicts it would change is what they are once it is written', async () => {
      const figure = { measure: 'm-road-commune-sealed', period: '2023-12-31', stage: 'verified', den: 100 }
      const payload = {
        commandId: 'figures',
        figures: [
          { ...figure, id: 'f-1', unit: 'c-dak-ha', num: 60 },
          { ...figure, id: 'f-2', unit: 'c-nl', num: 80 },
        ],
      }
      expect((await app.inject({ method: 'POST', url: '/api/figures', payload })).statusCode).toBe(200)
      const level = { id: 'l-5', set, key: '2.1', document: 'qd-ubnd', from: '2023-01-01', value: '70,5' }
      const preview = await app.inject({
        method: 'POST',
        url: '/api/levels/preview',
        payload: { on, levels: [level] },
      })
      const computed = () => ask<Standings>(app, `/standings?on=${on}&basis=computed`)
      const lettersBefore = lettersOf(await computed())

      expect(JSON.parse(preview.body)).toMatchObject({
        on,
        unit: { kind: 'province' },
        sets: [
          {
            set,
            computed: { indicators: { met: 1, unmet: 1, unknown: 0 }, criteria: { met: 0, unmet: 1 } },
            indicators: [{ code: '2.1', met: 1, unmet: 1 }],
          },
        ],
      })
      expect(lettersOf(await computed())).toEqual(lettersBefore)

      await write({ id: 'l-5', scaled: undefined, value: '70,5' })
      const changed = lettersOf(await computed()).filter((letter, at) => letter !== lettersBefore[at])
      expect(changed.toSorted()).toEqual(['m', 'u'])
    })

    test('is previewed as strictly as it is written', async () => {
      const preview = async (level: object) => {
        const payload = {
          on,
          levels: [{ id: 'l-6', set, key: '2.1', document: 'qd-ubnd', from: on, ...level }],
        }
        const { body } = await app.inject({ method: 'POST', url: '/api/levels/preview', payload })
        return JSON.parse(body)
      }

      expect(await preview({ value: '101' })).toMatchObject({ refusals: [{ code: 'levelOffScale', at: 0 }] })
      expect(await preview({ value: '70,5551' })).toMatchObject({ refusals: [{ code: 'amountTooFine' }] })
      expect(await preview({ value: '1.234' })).toMatchObject({
        code: 'inputWrong',
        problem: 'numberTwoWays',
      })
      expect(await preview({ value: '70', key: '3.1' })).toMatchObject({
        refusals: [{ code: 'levelNotOpen' }],
      })
      expect(await preview({ value: '70', document: 'nowhere' })).toMatchObject({
        refusals: [{ code: 'documentUnknown' }],
      })
    })

    test('is taken back only where something is', async () => {
      expect(await write({ id: 'l-9', scaled: 1, withdrawn: true })).toMatchObject({ code: 'inputWrong' })
    })
  })
})
