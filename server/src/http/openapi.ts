import { z } from 'zod'

import type { Endpoint } from '@ancu/core/kernel'

import { keyHeader } from './guard.ts'
import { problemType } from './problem.ts'
import type { Route } from './route.ts'

/** The API as OpenAPI 3.1 describes it, made from the endpoints themselves; paths in the order of their names. */
export function openApi(routes: readonly Route[]): object {
  const paths = new Map<string, Record<string, object>>()
  for (const route of routes.toSorted(byPath)) {
    const path = `/api${route.endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths.set(path, { ...paths.get(path), [route.endpoint.method.toLowerCase()]: operation(route) })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'An Cư',
      version: '1',
      description:
        'The new rural development programme of one province. Days are YYYY-MM-DD in Viet Nam; every answer names the ledger number it is known by.',
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: 'A refusal (RFC 9457): nothing was changed.',
          content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      securitySchemes: {
        privateDoor: {
          type: 'apiKey',
          in: 'header',
          name: keyHeader,
          description: 'One-time key in the data folder, for the command line on the same machine.',
        },
      },
    },
  }
}

const problem = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'The sentence for people, in Vietnamese.' },
    detailEn: { type: 'string', description: 'The same sentence in English.' },
    code: { type: 'string', description: 'What was refused; the facts of the case stand beside it.' },
  },
  required: ['type', 'title', 'status', 'detail', 'detailEn', 'code'],
}

function operation({ endpoint, private: isPrivate }: Route): object {
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    ...parametersOf(endpoint),
    ...(endpoint.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body) } },
          },
        }),
    responses: {
      200: {
        description: endpoint.summary,
        content: { 'application/json': { schema: schemaOf(endpoint.answer) } },
      },
      default: { $ref: '#/components/responses/Problem' },
    },
    ...(isPrivate ? { security: [{ privateDoor: [] }] } : {}),
  }
}

function operationId({ method, path }: Endpoint): string {
  return `${method.toLowerCase()}${path.replaceAll(/[/:]+(\w)/g, (_, first: string) => first.toUpperCase())}`
}

function parametersOf(endpoint: Endpoint): { parameters?: readonly object[] } {
  const parameters = [...fieldsOf(endpoint.params, 'path'), ...fieldsOf(endpoint.query, 'query')]
  return parameters.length === 0 ? {} : { parameters }
}

function fieldsOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): readonly object[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema)
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }))
}

/** As a caller sees it, before any parsing: what is sent, and what is answered. */
function schemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' })
  return described
}

function byPath(one: Route, other: Route): number {
  const [a, b] = [one, other].map(({ endpoint }) => `${endpoint.path} ${endpoint.method}`)
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1
}
