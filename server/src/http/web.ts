import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { isScreenPath } from '@ancu/core/kernel'

import { sendRefusal } from './problem.ts'

const hashed = /[/\\]assets[/\\]/

/**
 * The built pages. Files with a digest in their name are kept for ever; the address of a screen is answered by the
 * one page, and so is any other that a browser goes to, as not found: the page says it in the reader's language.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    dotfiles: 'ignore',
    // The build leaves a small one beside each script and style sheet.
    preCompressed: true,
    allowedPath: (path) => !isOfApi(path),
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isScreen = isScreenPath(path)
    if (!isRead(request) || isOfApi(path) || !(isScreen || wantsPage(request)))
      return sendRefusal(reply, { code: 'routeUnknown', path: path.slice(0, 200) })
    const page = await readFile(join(folder, 'index.html')).catch(() => undefined)
    if (page === undefined) return sendRefusal(reply, { code: 'webMissing' })
    return reply
      .code(isScreen ? 200 : 404)
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .send(page)
  })
}

function isRead({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** A browser that goes to an address asks for a page; a program, or a page that lacks a picture, does not. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') === true
}

function isOfApi(path: string): boolean {
  return /^\/api(\/|$)/.test(path)
}
