import { timingSafeEqual, createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

import type { Refusal } from '@ancu/core/text'

/** Sent with every answer: the pages load nothing from outside, and no other page may hold them in a frame. */
export const securityHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    // Mantine writes <style> elements; scripts stay in files.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

const ownHost = /^(127\.0\.0\.1|localhost)(:\d{1,5})?$/

/**
 * Turns away what a page of another site could send through the visitor's browser: a name that was made to
 * point at 127.0.0.1 (DNS rebinding), and writing from another origin.
 */
export function refusalOfHeaders(method: string, headers: IncomingHttpHeaders): Refusal | undefined {
  const host = headers.host ?? ''
  if (!ownHost.test(host)) return { code: 'hostForbidden' }
  if (method === 'GET' || method === 'HEAD') return undefined
  const { origin } = headers
  const site = headers['sec-fetch-site']
  if (origin !== undefined && origin !== `http://${host}`) return { code: 'originForbidden' }
  if (site === 'cross-site' || site === 'same-site') return { code: 'originForbidden' }
  return undefined
}

export const keyHeader = 'x-an-cu-key'

/** Whether the caller holds the one-time key of the private door; takes the same time whatever is sent. */
export function holdsKey(headers: IncomingHttpHeaders, key: string | undefined): boolean {
  const given = headers[keyHeader]
  if (key === undefined || typeof given !== 'string') return false
  const [one, other] = [given, key].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** A browser names the page that asks; a program does not. */
export function comesFromPage(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined
}
