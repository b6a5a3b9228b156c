import { constants } from 'node:zlib'

import compress from '@fastify/compress'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'

import { dayInVietNam } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { localOperator, read, type Program } from '../commands/index.ts'
import { AnswerCache } from './answer-cache.ts'
import { namesTag, tagOf } from './etag.ts'
import { refusalOfError, type Log } from './fault.ts'
import { comesFromPage, holdsKey, refusalOfHeaders, securityHeaders } from './guard.ts'
import { bodyTooLarge, mostBodyBytes } from './input.ts'
import { openApi } from './openapi.ts'
import { sendRefusal } from './problem.ts'
import type { Caller, Route } from './route.ts'
import { serveWeb } from './web.ts'

/** Most characters of a path and query that are looked at. */
const longestAddress = 16_000

/** Everything the server is made of; a test hands in its own. */
export type ServerParts = {
  readonly program: Program
  readonly routes: readonly Route[]
  /** The built web part. */
  readonly webFolder: string
  /** One-time key of the private door; without it the door stays shut. */
  readonly key?: string
  /** Names this start of the program. */
  readonly start: string
  readonly log: Log
}

/** The whole server as a value; it listens nowhere yet. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: mostBodyBytes,
    routerOptions: { maxParamLength: longestAddress },
    // Comes before any hook, so the headers are put on here as well.
    frameworkErrors: (error, _request, reply) => {
      void sendRefusal(reply.headers(securityHeaders), refusalOfFramework(error, parts))
    },
    return503OnClosing: false,
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders)
    // The router refuses it too, but only where a route takes any address at all.
    if (request.url.length > longestAddress) return sendRefusal(reply, { code: 'requestMalformed' })
    const refusal = refusalOfHeaders(request.method, request.headers)
    if (refusal !== undefined) return sendRefusal(reply, refusal)
  })
  app.setErrorHandler((error, _request, reply) => sendRefusal(reply, refusalOfFramework(error, parts)))

  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // Quality 11, the default, takes seconds for what is sent once.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  const answers = new AnswerCache()
  for (const route of parts.routes) addRoute(app, route, parts, answers)
  const description = JSON.stringify(openApi(parts.routes))
  app.get('/api/openapi.json', (_request, reply) => sendJson(reply, description))
  app.get('/api/health', (_request, reply) =>
    sendJson(reply, JSON.stringify({ ok: true, start: parts.start })),
  )
  refuseOtherMethods(app, parts.routes)
  await serveWeb(app, parts.webFolder)
  return app
}

function addRoute(app: FastifyInstance, route: Route, parts: ServerParts, answers: AnswerCache): void {
  const { method, path } = route.endpoint
  app.route<{ Params: Record<string, string> }>({
    method,
    url: `/api${path}`,
    ...(route.room === undefined ? {} : { bodyLimit: route.room.bytes }),
    errorHandler: (error, _request, reply) => {
      void sendRefusal(reply, refusalOfFramework(error, parts, route.room?.refusal))
    },
    handler: async (request, reply) => {
      const holder = holdsKey(request.headers, parts.key)
      if (route.private && !holder) return sendRefusal(reply, { code: 'privateOnly' })
      const asked = {
        params: request.params,
        query: queryOf(request),
        body: Buffer.isBuffer(request.body) ? request.body : undefined,
      }
      const tag =
        method === 'GET' && !route.private && !route.fresh
          ? await currentTag(request, asked.query, parts)
          : undefined
      if (tag !== undefined) {
        reply.headers({ etag: tag, 'cache-control': 'no-cache' })
        if (namesTag(request.headers['if-none-match'], tag)) return reply.code(304).send()
        const answer = answers.find(tag)
        if (answer !== undefined) return sendJson(reply, answer)
      } else reply.header('cache-control', 'no-store')
      const outcome = await route.answer(parts.program, callerOf(request, holder), asked)
      if (!outcome.ok) reply.removeHeader('etag')
      else if (tag !== undefined) answers.keep(tag, outcome.value)
      return outcome.ok ? sendJson(reply, outcome.value) : sendRefusal(reply, outcome.refusal)
    },
  })
}

/** Read before the answer is: an entry written in between makes the tag too old, never too new. */
async function currentTag(
  request: FastifyRequest,
  query: string,
  { program, start }: ServerParts,
): Promise<string> {
  const head = await read(program, localOperator, async (reader) => reader.knownSeq)
  const path = request.url.split('?')[0] ?? ''
  return tagOf({ start, today: dayInVietNam(program.clock()), head, path, query })
}

/** Until sign-in exists, whoever reaches this address of the machine is its operator. */
function callerOf(request: FastifyRequest, holder: boolean): Caller {
  return { ...localOperator, via: holder ? 'cli' : comesFromPage(request.headers) ? 'web' : 'api' }
}

function queryOf(request: FastifyRequest): string {
  const at = request.url.indexOf('?')
  return at < 0 ? '' : request.url.slice(at + 1)
}

function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text)
}

function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  const taken = new Map([
    ['/openapi.json', ['GET', 'HEAD']],
    ['/health', ['GET', 'HEAD']],
  ])
  for (const { endpoint } of routes) {
    const methods = endpoint.method === 'GET' ? ['GET', 'HEAD'] : [endpoint.method]
    taken.set(endpoint.path, [...(taken.get(endpoint.path) ?? []), ...methods])
  }
  for (const [path, allowed] of taken) {
    app.route({
      method: app.supportedMethods.filter((method) => !allowed.includes(method)),
      url: `/api${path}`,
      onRequest: async (request, reply) => {
        reply.header('allow', allowed.join(', '))
        return sendRefusal(reply, {
          code: 'methodNotAllowed',
          path: request.url.slice(0, 200),
          method: request.method,
          allowed,
        })
      },
      handler: () => undefined,
    })
  }
}

function refusalOfFramework(
  error: unknown,
  { program, log }: ServerParts,
  tooLarge: Refusal = bodyTooLarge,
): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'contentTypeWrong' }
  return isOfRequest(error) ? { code: 'requestMalformed' } : refusalOfError(error, program.storage.place, log)
}

/** What the libraries find wrong with a request: an address that cannot be decoded, a path outside the pages. */
function isOfRequest(error: unknown): boolean {
  if (!(error instanceof Error) || !('statusCode' in error)) return false
  return Number(error.statusCode) >= 400 && Number(error.statusCode) < 500
}
