import type { z } from 'zod'

/** An endpoint is a value that server, web and command line read; nobody writes a path or a shape twice. */
export type Endpoint = {
  readonly method: 'GET' | 'POST'
  /** Path under `/api`, with `:name` for parameters. */
  readonly path: `/${string}`
  /** What it answers or does, one sentence in English, for the API's documentation. */
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly answer: z.ZodType
}

type Input<Schema> = Schema extends z.ZodType ? z.output<Schema> : Record<never, never>
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : Record<never, never>

/** What the handler of an endpoint gets, parsed. */
export type EndpointInput<E extends Endpoint> = Input<E['params']> & Input<E['query']> & Input<E['body']>

/** What a caller sends: parameters, query and body in one object, whose names never collide. */
export type EndpointSent<E extends Endpoint> = Sent<E['params']> & Sent<E['query']> & Sent<E['body']>

export type EndpointAnswer<E extends Endpoint> = z.output<E['answer']>
