import type { Endpoint, Plain } from '@ancu/core/kernel'

import type { Sent } from './command.ts'

export type Parts = {
  /** Path with its parameters filled in. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: string
  readonly body: string | undefined
}

/** Sorts what is sent into path, query and body as the endpoint has them. */
export function partsOf(endpoint: Endpoint, sent: Sent): Parts {
  const given = Object.entries(sent).filter((entry): entry is [string, Plain] => entry[1] !== undefined)
  const of = (names: object | undefined): [string, Plain][] =>
    given.filter(([name]) => names !== undefined && Object.hasOwn(names, name))
  const textsOf = (names: object | undefined): Record<string, string> =>
    Object.fromEntries(of(names).map(([name, value]) => [name, textOf(value)]))
  const params = textsOf(endpoint.params?.shape)
  const query = new URLSearchParams(textsOf(endpoint.query?.shape))
  return {
    path: endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    params,
    query: query.toString(),
    body:
      endpoint.body === undefined ? undefined : JSON.stringify(Object.fromEntries(of(endpoint.body.shape))),
  }
}

function textOf(value: Plain): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
