import { z } from 'zod'

import {
  accepted,
  refused,
  type Endpoint,
  type EndpointInput,
  type Plain,
  type Result,
} from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { refusalOfIssues } from './issues.ts'
import { cleaned, readQuery } from './text.ts'

/** A question as it comes in: parameters of the path, the text after `?`, and the body's bytes. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly query: string
  readonly body: Uint8Array | undefined
}

/** Most bytes of a body; 25,000 rows of figures with room to spare. */
export const mostBodyBytes = 8 * 1024 * 1024

/** Checks a question against the schemas of its endpoint and makes one object of it. */
export function parseInput<E extends Endpoint>(
  endpoint: E,
  asked: Asked,
  room: { readonly bytes: number; readonly refusal: Refusal } = usualRoom,
): Result<EndpointInput<E>, Refusal> {
  const params = cleaned(asked.params)
  if (!params.ok) return params
  const query = readQuery(asked.query, numbersIn(endpoint.query))
  if (!query.ok) return query
  const body = endpoint.body === undefined ? accepted(undefined) : readBody(asked.body, room)
  if (!body.ok) return body

  const parts: readonly (readonly [schema: z.ZodObject | undefined, given: unknown])[] = [
    [endpoint.params, endpoint.params === undefined ? {} : params.value],
    [endpoint.query, query.value],
    [endpoint.body, body.value ?? {}],
  ]
  const input = {}
  for (const [schema, given] of parts) {
    const parsed = (schema ?? nothing).safeParse(given)
    if (!parsed.success) return refused(refusalOfIssues(parsed.error.issues, given))
    Object.assign(input, parsed.data)
  }
  if (!isInputOf(endpoint, input)) throw new Error('parsed input was expected')
  return accepted(input)
}

const nothing = z.strictObject({})

/** The object is made of what the schemas of this very endpoint gave. */
function isInputOf<E extends Endpoint>(endpoint: E, input: object): input is EndpointInput<E> {
  const schemas = [endpoint.params, endpoint.query, endpoint.body]
  return Object.keys(input).every((name) =>
    schemas.some((schema) => schema !== undefined && name in schema.shape),
  )
}

function readBody(
  bytes: Uint8Array | undefined,
  room: { readonly bytes: number; readonly refusal: Refusal },
): Result<Plain, Refusal> {
  if (bytes === undefined || bytes.byteLength === 0) return refused({ code: 'bodyNotJson' })
  if (bytes.byteLength > room.bytes) return refused(room.refusal)
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return cleaned(body)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return refused({ code: 'bodyNotJson' })
    throw error
  }
}

export const bodyTooLarge: Refusal = { code: 'bodyTooLarge', mostMegabytes: mostBodyBytes / 1024 / 1024 }

const usualRoom = { bytes: mostBodyBytes, refusal: bodyTooLarge }

const known = new WeakMap<z.ZodObject, ReadonlySet<string>>()

/** Names of the fields that are numbers: `Number('')` is 0, so their texts are looked at before zod does. */
function numbersIn(schema: z.ZodObject | undefined): ReadonlySet<string> {
  if (schema === undefined) return new Set()
  const before = known.get(schema)
  if (before !== undefined) return before
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const names = new Set(
    Object.entries(properties).flatMap(([name, property]) =>
      typeof property === 'object' && (property.type === 'integer' || property.type === 'number')
        ? [name]
        : [],
    ),
  )
  known.set(schema, names)
  return names
}
