import type { FastifyInstance, InjectOptions as Asked } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import type { Program } from './commands/index.ts'
import { buildApp } from './app.ts'
import { withStorages } from './database/testing/index.ts'
import { project } from './routes.ts'
import { claim, key, post } from './testing/hostile.ts'
import { openFixture } from './testing/index.ts'

withStorages('the server', (given) => {
  let program: Program
  let app: FastifyInstance
  const log: string[] = []

  beforeAll(async () => {
    program = await openFixture(given.storage, project)
    app = await buildApp({ program, key, start: 'test', log: (line) => log.push(line) })
  })
  beforeEach(() => {
    log.length = 0
  })
  afterAll(() => app.close())

  const ask = async (asked: Asked) => {
    const { statusCode, headers, body } = await app.inject(asked)
    return { status: statusCode, headers, body }
  }

  test('answers a question with its knowledge, and 304 while nothing has changed', async () => {
    const url = '/api/status?on=2024-03-31'
    const first = await ask({ url })

    expect(first.status).toBe(200)
    expect(JSON.parse(first.body)).toMatchObject({
      on: '2024-03-31',
      knownSeq: 4,
      set: 'commune-2021-2025',
      unit: { id: 'p-old' },
      communes: { total: 3, meeting: 1, undetermined: 2, recognised: 1 },
    })
    expect(first.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(first.headers['content-security-policy']).toContain("frame-ancestors 'none'")

    const again = await ask({ url, headers: { 'if-none-match': String(first.headers['etag']) } })
    expect(again).toMatchObject({ status: 304, body: '' })

    const otherQuestion = await ask({
      url: '/api/status?on=2024-03-30',
      headers: { 'if-none-match': String(first.headers['etag']) },
    })
    expect(otherQuestion.status).toBe(200)
  })

  test('a question asked in another order of fields is the same question', async () => {
    const [one, other] = await Promise.all([
      ask({ url: '/api/status?on=2024-03-31&basis=computed' }),
      ask({ url: '/api/status?basis=computed&on=2024-03-31' }),
    ])

    expect(other.headers['etag']).toBe(one.headers['etag'])
  })

  test('a refused method is told which are taken', async () => {
    const answer = await ask({ method: 'DELETE', url: '/api/figures' })

    expect(answer.headers['allow']).toBe('POST, GET, HEAD')
  })

  test('no file outside the pages is served', async () => {
    for (const url of [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/../../package.json',
    ]) {
      expect((await ask({ url })).body).not.toContain('"workspaces"')
    }
  })

  test('an unexpected error is told by a number alone, under which the log has it', async () => {
    const broken = await buildApp({
      program: { ...program, clock: brokenClock },
      start: 'test',
      log: (line) => log.push(line),
    })
    const answer = await broken.inject({ url: '/api/status' })
    await broken.close()

    expect(answer.statusCode).toBe(500)
    const problem: { code: string; reference: string; detail: string } = JSON.parse(answer.body)
    expect(problem.code).toBe('unexpected')
    expect(problem.detail).toContain(problem.reference)
    expect(log).toHaveLength(1)
    expect(log[0]).toContain(problem.reference)
    expect(answer.body).not.toContain('at ')
  })

  test('the same command sent again is answered as the first time', async () => {
    const asked = post('/verdicts', { commandId: 'again', verdicts: [claim] })

    const first = await ask(asked)
    const second = await ask(asked)

    expect(JSON.parse(first.body)).toEqual({ seq: 5, repeated: false, rows: 1 })
    expect(JSON.parse(second.body)).toEqual({ seq: 5, repeated: true, rows: 1 })
    const other = await ask(
      post('/verdicts', { commandId: 'again', verdicts: [{ ...claim, verdict: 'met' }] }),
    )
    expect(JSON.parse(other.body)).toMatchObject({ code: 'commandIdUsedForAnother' })
  })

  test('the way a command came in is kept: from a page, from a program, from the command line', async () => {
    const sent = (id: string, headers: Record<string, string>) =>
      ask(post('/verdicts', { commandId: id, verdicts: [{ ...claim, id, code: '4' }] }, headers))
    await sent('by-page', { host: '127.0.0.1:8765', origin: 'http://127.0.0.1:8765' })
    await sent('by-program', {})
    await sent('by-command-line', { 'x-an-cu-key': key })

    const { entries } = JSON.parse((await ask({ url: '/api/entries?after=5' })).body)
    expect(entries).toMatchObject([{ via: 'web' }, { via: 'api' }, { via: 'cli' }])
  })

  test('names in NFD are found and kept in NFC', async () => {
    const nfd = encodeURIComponent('Đắk Hà'.normalize('NFD'))

    const answer = await ask({ url: `/api/units/search?query=${nfd}&on=2024-03-31` })

    expect(JSON.parse(answer.body)).toMatchObject({ units: [{ id: 'c-dak-ha' }] })
  })

  test('a long answer is compressed where that is accepted', async () => {
    const url = '/api/openapi.json'
    const plain = await ask({ url })
    const compressed = await app.inject({ url, headers: { 'accept-encoding': 'br' } })

    expect(compressed.headers['content-encoding']).toBe('br')
    expect(compressed.rawPayload.byteLength).toBeLessThan(plain.body.length / 5)
  })
})

function brokenClock(): never {
  throw new Error('the clock is broken')
}
