import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { buildApp } from './app.ts'
import { localOperator, read, type Program } from './commands/index.ts'
import { withStorages } from './database/testing/index.ts'
import { project, routes } from './routes.ts'
import { claim, decision, figure, hostileRequests, key, level, post } from './testing/hostile.ts'
import { openFixture } from './testing/index.ts'

withStorages('a hostile caller', (given) => {
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

  const knownSeq = () => read(program, localOperator, async (reader) => reader.knownSeq)
  const ask = async (asked: InjectOptions) => {
    const { statusCode, headers, body } = await app.inject(asked)
    return { status: statusCode, type: headers['content-type'] ?? '', body }
  }

  describe('refuses in a sentence and changes nothing', () => {
    test.each(hostileRequests)('%s', async (_, asked, status, code) => {
      const before = await knownSeq()

      const answer = await ask(asked)

      expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8' })
      const problem: unknown = JSON.parse(answer.body)
      expect(problem).toMatchObject({ code, status, type: `urn:an-cu:problem:${code}` })
      expect(problem).toHaveProperty('detail', expect.stringMatching(/^\p{Lu}|^“/u))
      expect(answer.body).not.toContain('…')
      expect(await knownSeq()).toBe(before)
      expect(log).toEqual([])
    })
  })

  test('whatever is sent, no answer is a fault of the program', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '',
        '2024-03-31',
        'c-dak-ha',
        'former:p-old',
        'former:',
        '0',
        '-1',
        '1e9',
        'đắk hà',
        '..',
        '%',
        '\u0000',
      ),
    )
    const fields = fc.constantFrom(
      'on',
      'known',
      'knownSeq',
      'unit',
      'set',
      'basis',
      'query',
      'limit',
      'after',
      'area',
      'level',
      'criterion',
    )
    const endpoints = fc.constantFrom(
      ...routes.filter((route) => route.endpoint.method === 'GET' && !route.private),
    )
    await fc.assert(
      fc.asyncProperty(
        endpoints,
        fc.dictionary(fields, piece, { maxKeys: 3 }),
        piece,
        async (route, query, part) => {
          const path = route.endpoint.path.replaceAll(/:\w+/g, () => encode(part))
          const text = Object.entries(query).map(([name, value]) => `${name}=${encode(value)}`)
          const answer = await ask({ url: `/api${path}?${text.join('&')}` })

          expect(answer.status).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    )
    expect(log).toEqual([])
  })

  test('whatever body is sent, no answer is a fault of the program, and what was not accepted wrote nothing', async () => {
    const rows = fc.array(fc.oneof(fc.jsonValue(), fc.constantFrom(figure, claim, decision, level)), {
      maxLength: 3,
    })
    const body = fc.record(
      {
        commandId: fc.oneof(fc.constant('fuzz'), fc.string()),
        figures: rows,
        verdicts: rows,
        decisions: rows,
        levels: rows,
        documents: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    const before = await knownSeq()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/figures', '/levels', '/packs'), body, async (path, sent) => {
        const answer = await ask(post(path, sent))

        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
      }),
      { numRuns: 100 },
    )
    expect(await knownSeq()).toBe(before)
    expect(log).toEqual([])
  })
})

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
