import type { Endpoint, EndpointAnswer, EndpointSent } from '@ancu/core/kernel'

import { answerOf, reach } from './ask.ts'

/** An endpoint that is told something, and may write it. */
export type Telling = Endpoint & { readonly method: 'POST' }

/**
 * Tells the server something and gives its answer. Throws `AskError` for a refusal, a server that is gone, and an
 * answer that this page cannot read. A command that is sent again under the same id is written once.
 */
export async function send<T extends Telling>(telling: T, sent: EndpointSent<T>): Promise<EndpointAnswer<T>> {
  const { path, body } = partsOf(telling, sent)
  const response = await reach(`/api${path}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf(telling, response)
}

/** What the path names goes into it, everything else into the body. */
function partsOf(telling: Telling, sent: object): { readonly path: string; readonly body: object } {
  const named = new Set(
    telling.path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : [])),
  )
  const members = Object.entries(sent)
  const path = telling.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const [, value] = members.find(([key]) => key === name) ?? []
    return encodeURIComponent(String(value))
  })
  return { path, body: Object.fromEntries(members.filter(([name]) => !named.has(name))) }
}
