import { z } from 'zod'

import type { Endpoint, EndpointAnswer, EndpointSent } from '@ancu/core/kernel'

import { AskError } from './fault.ts'

/** An endpoint that only reads. */
export type Question = Endpoint & { readonly method: 'GET' }

/**
 * Asks the server. The address comes from the endpoint value, and the answer is held against its schema.
 * Throws `AskError` for a refusal, a server that is gone, and an answer that this page cannot read.
 */
export async function ask<Q extends Question>(
  question: Q,
  sent: EndpointSent<Q>,
  signal?: AbortSignal,
): Promise<EndpointAnswer<Q>> {
  const response = await reach(addressOf(question, sent), signal ? { signal } : {})
  return answerOf(question, response, signal)
}

/** What the server answered, held against the schema of its endpoint. */
export async function answerOf<E extends Endpoint>(
  endpoint: E,
  response: Response,
  signal?: AbortSignal,
): Promise<EndpointAnswer<E>> {
  const text = await response.text().catch((error: unknown) => failed(error, signal))
  const content = parseJson(text)
  if (!response.ok) throw refusalIn(content, response.status)
  const schema: E['answer'] = endpoint.answer
  const answer = z.safeParse(schema, content)
  if (!answer.success)
    throw new AskError({ kind: 'notUnderstood', reference: `${endpoint.path} ${faultOf(answer.error)}` })
  return answer.data
}

/** Address of a question on this server; absent members are left out. */
export function addressOf<Q extends Question>(question: Q, sent: EndpointSent<Q>): string {
  const query = new URLSearchParams()
  let path: string = question.path
  for (const [name, value] of membersOf(sent)) {
    const slot = `:${name}`
    if (path.split('/').includes(slot)) path = path.replace(slot, encodeURIComponent(value))
    else query.set(name, value)
  }
  const text = query.toString()
  return `/api${path}${text === '' ? '' : `?${text}`}`
}

/** Members of what is sent that have a value, as text: a query has nothing else. */
export function membersOf(sent: object): readonly (readonly [name: string, value: string])[] {
  return Object.entries(sent).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [],
  )
}

/** Goes to the server; throws `AskError` where nobody answers. */
export async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { headers: { accept: 'application/json' }, ...request })
  } catch (error) {
    return failed(error, request.signal ?? undefined)
  }
}

function failed(error: unknown, signal: AbortSignal | undefined): never {
  if (signal?.aborted === true) throw error
  throw new AskError({ kind: 'unreachable' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** RFC 9457, with the sentence in both languages. */
const problem = z.looseObject({
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
})

function refusalIn(content: unknown, status: number): AskError {
  const parsed = problem.safeParse(content)
  if (!parsed.success) {
    // What stands before a server that is gone answers for it with a page of its own.
    if (status >= 502 && status <= 504) return new AskError({ kind: 'unreachable' })
    return new AskError({ kind: 'notUnderstood', reference: `HTTP ${status}` })
  }
  const { code, detail, detailEn, ...facts } = parsed.data
  return new AskError({ kind: 'refused', code, status, says: { vi: detail, en: detailEn }, facts })
}

function faultOf(error: z.ZodError): string {
  const [issue] = error.issues
  return issue === undefined ? '' : `${issue.path.join('.')}: ${issue.code}`
}
