import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'

import type { Endpoint } from '@ancu/core/kernel'

import { addressOf, ask } from './ask.ts'
import { faultOf } from './fault.ts'

const question = {
  method: 'GET',
  path: '/units/:unit/standing',
  summary: '',
  params: z.strictObject({ unit: z.string() }),
  query: z.strictObject({ on: z.string().optional(), limit: z.coerce.number().optional() }),
  answer: z.object({ met: z.int() }),
} as const satisfies Endpoint

function answering(body: string, status = 200) {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
}

async function faultWhen(body: string, status: number) {
  answering(body, status)
  return ask(question, { unit: 'a' }).then(
    () => undefined,
    (error: unknown) => faultOf(error),
  )
}

afterEach(() => vi.unstubAllGlobals())

describe('asking', () => {
  test('the address comes from the endpoint; what is absent is left out', () => {
    expect(addressOf(question, { unit: 'Đắk Hà/1', on: undefined, limit: 3 })).toBe(
      '/api/units/%C4%90%E1%BA%AFk%20H%C3%A0%2F1/standing?limit=3',
    )
  })

  test('an answer is held against its schema', async () => {
    answering('{"met":14}')
    await expect(ask(question, { unit: 'a' })).resolves.toEqual({ met: 14 })
    expect(await faultWhen('{"met":"14"}', 200)).toMatchObject({ kind: 'notUnderstood' })
  })

  test('a refusal comes with its code, its facts and its sentence in both languages', async () => {
    const problem = { code: 'unitUnknown', unit: 'a', detail: 'Không có', detailEn: 'None', status: 404 }
    expect(await faultWhen(JSON.stringify(problem), 404)).toMatchObject({
      kind: 'refused',
      code: 'unitUnknown',
      status: 404,
      says: { vi: 'Không có', en: 'None' },
      facts: { unit: 'a' },
    })
  })

  test('a server that is gone is told from one that says something strange', async () => {
    expect(await faultWhen('<html>', 502)).toEqual({ kind: 'unreachable' })
    expect(await faultWhen('<html>', 500)).toEqual({ kind: 'notUnderstood', reference: 'HTTP 500' })
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed')
    })
    await expect(ask(question, { unit: 'a' })).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
  })

  test('an aborted question is no fault of the server', async () => {
    const overtaken = new AbortController()
    overtaken.abort()
    await expect(ask(question, { unit: 'a' }, overtaken.signal)).rejects.not.toHaveProperty('fault')
  })
})
