import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { serveWeb } from './web.ts'

const page = '<!doctype html><title>An Cư</title>'
const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }

describe('the pages', () => {
  let folder: string
  let app: FastifyInstance
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'an-cu-web-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), page)
    await writeFile(join(folder, '.env'), 'SECRET=1')
    await writeFile(join(folder, 'assets', 'main-abc.js'), 'export {}')
    await writeFile(join(folder, 'assets', 'main-abc.js.br'), 'compressed')
    app = Fastify()
    await serveWeb(app, folder)
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  test.each(['/', '/?on=2024-03-31', '/don-vi', '/don-vi/kt-23488?on=today', '/bang-mau'])(
    '%s is a screen, for whoever asks',
    async (url) => {
      for (const headers of [{}, browser]) {
        const answer = await app.inject({ url, headers })
        expect([answer.statusCode, answer.body]).toEqual([200, page])
        expect(answer.headers).toMatchObject({
          'cache-control': 'no-cache',
          'content-type': 'text/html; charset=utf-8',
        })
      }
    },
  )

  test('a screen may be asked after without its content', async () => {
    expect(await app.inject({ method: 'HEAD', url: '/don-vi' })).toMatchObject({ statusCode: 200, body: '' })
  })

  test('a file with a digest in its name is kept for ever', async () => {
    const { body, headers } = await app.inject({ url: '/assets/main-abc.js' })

    expect(body).toBe('export {}')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  test('what the build has compressed is sent as it lies there, to who takes it', async () => {
    const url = '/assets/main-abc.js'
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } })
    const plain = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })

    expect([small.headers['content-encoding'], small.body]).toEqual(['br', 'compressed'])
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'export {}'])
    for (const { headers } of [small, plain]) {
      expect(headers['cache-control']).toContain('immutable')
      expect(headers['content-type']).toContain('javascript')
      expect(headers['vary']).toBe('accept-encoding')
    }
  })

  test.each([
    '/.env',
    '/favicon.ico',
    '/etc/passwd',
    '/foo.php',
    '/wp-login.php?x=1',
    '/don-vi/a/b',
    '/assets/gone.js',
  ])('%s is not found: a browser gets the page that says so, a program a problem', async (url) => {
    const [seen, told] = [await app.inject({ url, headers: browser }), await app.inject({ url })]

    expect([seen.statusCode, seen.headers['content-type'], seen.body]).toEqual([
      404,
      'text/html; charset=utf-8',
      page,
    ])
    expect(told.statusCode).toBe(404)
    expect(told.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(told.body)).toMatchObject({ code: 'routeUnknown', path: url.split('?')[0] })
  })

  test.each(['/api', '/api/', '/api/nothing', '/api/assets/main-abc.js'])(
    '%s is never a page, whoever asks',
    async (url) => {
      const answer = await app.inject({ url, headers: browser })

      expect(answer.statusCode).toBe(404)
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'routeUnknown' })
    },
  )

  test('nothing is written through an address of a page', async () => {
    const answer = await app.inject({ method: 'POST', url: '/don-vi', headers: browser })

    expect([answer.statusCode, JSON.parse(answer.body).code]).toEqual([404, 'routeUnknown'])
  })

  test('says that the pages are not built', async () => {
    const bare = Fastify()
    await serveWeb(bare, join(folder, 'assets'))

    for (const url of ['/', '/don-vi']) {
      const { statusCode, body } = await bare.inject({ url })
      expect(statusCode).toBe(404)
      expect(JSON.parse(body)).toMatchObject({
        code: 'webMissing',
        detail: expect.stringContaining('npm run build'),
      })
    }
    await bare.close()
  })
})
