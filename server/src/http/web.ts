import { existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'

import { sendRefusal } from './problem.ts'

const hashed = /[/\\]assets[/\\]/

/** The built pages: files with a digest in their name are kept for ever, every other address is the one page. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    allowedPath: (path) => !isOfApi(path),
    setHeaders: (reply, path) => {
      reply.header('cache-control', hashed.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (isPage(request, path)) {
      return existsSync(join(folder, 'index.html'))
        ? reply.sendFile('index.html')
        : sendRefusal(reply, { code: 'webMissing' })
    }
    return sendRefusal(reply, { code: 'routeUnknown', path: path.slice(0, 200) })
  })
}

const fileEnding = /\.(css|ico|js|json|map|png|svg|txt|webmanifest|woff2)$/

/** Addresses of screens are answered by the page, which knows them; a missing file is missing. */
function isPage(request: FastifyRequest, path: string): boolean {
  return request.method === 'GET' && !isOfApi(path) && !fileEnding.test(path)
}

function isOfApi(path: string): boolean {
  return /^\/api(\/|$)/.test(path)
}
