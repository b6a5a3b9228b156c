import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'

import type { FastifyInstance } from 'fastify'

import type { Refusal } from '@ancu/core/text'

import { securityHeaders } from './guard.ts'
import { problemOf, problemType } from './problem.ts'

const address = '127.0.0.1'

/** Milliseconds that answers under way are waited for when the server stops. */
const patience = 5_000

export type Listening = {
  /** `http://127.0.0.1:8765`. */
  readonly address: string
  /** From now on the app answers; until then every request is told that the program is starting. */
  serve(app: FastifyInstance): void
  /** Takes no more requests, lets those under way end, then lets the port go. Idempotent. */
  close(): Promise<void>
}

/**
 * Takes the port, for this machine alone, before anything else is touched: a program that cannot serve must
 * not migrate or load either. Throws what listening throws (`EADDRINUSE`, `EACCES`).
 */
export async function listen(port: number): Promise<Listening> {
  let answer: RequestListener = starting
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => answer(request, response))
  server.on('clientError', refuseMalformed)
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, address, () => {
      server.off('error', fail)
      done()
    })
  })

  let closing: Promise<void> | undefined
  return {
    address: `http://${address}:${port}`,
    serve: (app) => {
      answer = (request, response) => app.routing(request, response)
    },
    close: () => {
      answer = stopping
      return (closing ??= closeServer(server))
    },
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done())
  })
  server.closeIdleConnections()
  const late = new AbortController()
  await Promise.race([closed, wait(patience, undefined, { signal: late.signal }).catch(() => undefined)])
  late.abort()
  server.closeAllConnections()
  await closed
}

const starting = (_: IncomingMessage, response: ServerResponse): void =>
  sendProblem(response, { code: 'starting' })
const stopping = (_: IncomingMessage, response: ServerResponse): void =>
  sendProblem(response, { code: 'stopping' })

function sendProblem(response: ServerResponse, refusal: Refusal): void {
  const { status, text } = problemOf(refusal)
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': problemType,
    'retry-after': '2',
    connection: 'close',
  })
  response.end(text)
}

/** What is not even HTTP has no request to answer; the socket is written to. */
function refuseMalformed(error: Error, socket: Duplex): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy()
    return
  }
  const isLarge = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW'
  const { status, text } = problemOf({ code: isLarge ? 'requestHeadTooLarge' : 'requestMalformed' })
  socket.end(
    `HTTP/1.1 ${status} Refused\r\ncontent-type: ${problemType}\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  )
}
