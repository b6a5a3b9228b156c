import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { freePort } from '../testing/child.ts'
import { listen, type Listening } from './listen.ts'
import { serveWeb } from './web.ts'

/** What the port answers to these very bytes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(bytes)
  return text(socket)
}

describe('a port that is taken before there is anything to serve', () => {
  let port: number
  let listening: Listening

  beforeAll(async () => {
    port = await freePort()
    listening = await listen(port)
  })
  afterAll(() => listening.close())

  test('says that the program is starting', async () => {
    const answer = await fetch(`${listening.address}/api/status`)

    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('2')
    expect(await answer.json()).toMatchObject({
      code: 'starting',
      detail: 'An Cư đang mở dữ liệu. Thử lại sau ít giây.',
    })
  })

  test.each([
    ['NONSENSE\r\n\r\n', 400, 'requestMalformed'],
    ['GET / HTTP/1.1\r\n\r\n', 400, ''],
    ['GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400, 'requestMalformed'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 431, 'requestHeadTooLarge'],
    [
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'requestMalformed',
    ],
  ])('%.30j is told to be no HTTP', async (bytes, status, code) => {
    const answer = await raw(port, bytes)

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain(code)
  })

  test('cannot be taken twice', async () => {
    await expect(listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

test('once there is an app it answers; closing lets an answer under way end, and the port go', async () => {
  const port = await freePort()
  const listening = await listen(port)
  const app = Fastify()
  const asked = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  app.get('/slow', async () => {
    asked.resolve()
    await finish.promise
    return 'done'
  })
  await app.ready()
  listening.serve(app)

  const answer = fetch(`${listening.address}/slow`)
  await asked.promise
  const closed = listening.close()
  finish.resolve()

  expect(await (await answer).text()).toBe('done')
  await closed
  await (await listen(port)).close()
  await listening.close()
})

describe('the pages', () => {
  let folder: string
  const app = Fastify()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'an-cu-web-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<title>An Cư</title>')
    await writeFile(join(folder, 'assets', 'app-1234.js'), 'start()')
    await serveWeb(app, folder)
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  test.each(['/', '/units/kt-62', '/units/kt-62?on=2024-03-31'])(
    '%s is the page, asked for anew each time',
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url })

      expect({ statusCode, body }).toEqual({ statusCode: 200, body: '<title>An Cư</title>' })
      expect(headers).toMatchObject({
        'cache-control': 'no-cache',
        'content-type': 'text/html; charset=utf-8',
      })
    },
  )

  test('a file with a digest in its name is kept for ever', async () => {
    const { body, headers } = await app.inject({ url: '/assets/app-1234.js' })

    expect(body).toBe('start()')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test.each(['/assets/gone-1.js', '/favicon.ico', '/api/nothing', '/api'])('%s is not there', async (url) => {
    const { statusCode, body } = await app.inject({ url })

    expect(statusCode).toBe(404)
    expect(JSON.parse(body)).toMatchObject({ code: 'routeUnknown', path: url })
  })

  test('before the pages are built it says how to build them', async () => {
    const bare = Fastify()
    await serveWeb(bare, join(folder, 'assets'))
    const { statusCode, body } = await bare.inject({ url: '/' })
    await bare.close()

    expect(statusCode).toBe(404)
    expect(JSON.parse(body)).toMatchObject({
      code: 'webMissing',
      detail: expect.stringContaining('npm run build'),
    })
  })
})
