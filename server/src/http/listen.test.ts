import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { freePort } from '../testing/child.ts'
import { listen, type Listening } from './listen.ts'

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
