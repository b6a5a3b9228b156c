import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { buildApp } from '../app.ts'
import { readPacks } from '../criteria/packs.ts'
import { withStorages } from '../database/testing/index.ts'
import { packsFolder, project } from '../routes.ts'
import { aSmallProvince, facts, newer, older, record, valueOf } from './testing/small-province.ts'

withStorages('the set that the province judges by', (given) => {
  let app: FastifyInstance
  let commands = 0

  beforeAll(async () => {
    const program = await aSmallProvince({ storage: given.storage, packsFolder, project }, facts)
    const editions = [{ set: 'village-kontum-2022-2025', edition: 1 }]
    await record(program, 'villages', { editions }, valueOf(await readPacks(packsFolder)))
    app = await buildApp({ program, start: 'test', log: () => undefined })
  })
  afterAll(() => app.close())

  async function get(path: string): Promise<unknown> {
    return JSON.parse((await app.inject({ url: `/api${path}` })).body)
  }
  async function apply(application: object, commandId = `c-${(commands += 1)}`) {
    const documents = [{ id: `doc-${commandId}`, title: 'Quyết định áp dụng', unchecked: true }]
    const payload = { commandId, documents, applications: [{ document: `doc-${commandId}`, ...application }] }
    const { statusCode, body } = await app.inject({ method: 'POST', url: '/api/set-applications', payload })
    const answer: unknown = JSON.parse(body)
    return { status: statusCode, answer }
  }

  test('is the one recorded, from its day on, and as known before it was', async () => {
    const before = await get('/status?on=2024-03-31')
    expect(before).toMatchObject({ set: newer })
    const application = { id: 'a-3', set: older, from: '2024-01-01' }
    const done = await apply(application, 'apply')

    expect(done).toMatchObject({ status: 200, answer: { repeated: false } })
    expect(await apply(application, 'apply')).toMatchObject({ status: 200, answer: { repeated: true } })
    expect(await get('/status?on=2024-03-31')).toMatchObject({ set: older })
    expect(await get('/status?on=2023-12-31')).toMatchObject({ set: newer })
    expect(await get('/status?on=2024-03-31&knownSeq=2')).toMatchObject({ set: newer })
    expect(await apply({ id: 'a-4', set: older, from: '2024-05-01', replaces: 'a-3' })).toMatchObject({
      status: 200,
    })
    expect(await get('/status?on=2024-03-31')).toMatchObject({ set: newer })
  })

  test.each([
    [{ id: 'a-5', set: 'nowhere', from: '2024-01-01' }, 'setUnknown'],
    [{ id: 'a-5', set: 'village-kontum-2022-2025', from: '2024-01-01' }, 'setJudgesNoCommune'],
    [{ id: 'a-1', set: newer, from: '2024-01-01' }, 'idTaken'],
    [{ id: 'a-5', set: newer, from: '2024-01-01', replaces: 'nothing' }, 'replacesNothing'],
    [{ id: 'a-5', set: newer, from: '2024-01-01', document: 'nothing' }, 'documentUnknown'],
  ])('is refused as %j', async (application, code) => {
    const { status, answer } = await apply(application)

    expect(status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(answer)).toContain(`"code":"${code}"`)
  })

  test('may name groups, each with how many units are in it on the day', async () => {
    const answer = await get('/groups?on=2024-03-31')

    expect(answer).toMatchObject({ on: '2024-03-31' })
    expect(answer).toHaveProperty(
      'groups',
      expect.arrayContaining([
        expect.objectContaining({ id: 'region-tn', communes: 1, villages: 0, others: 0 }),
        expect.objectContaining({ id: 'border', communes: 0 }),
      ]),
    )
  })
})
