import type { Refusal } from '@ancu/core/text'
import type { Endpoint, EndpointAnswer, EndpointInput, Result } from '@ancu/core/kernel'

import type { Officer, Program, Via } from '../commands/index.ts'
import { parseInput, type Asked } from './input.ts'

/** Who asks, and the way the question came in. */
export type Caller = Officer & { readonly via: Via }

/** What answers an endpoint: its input is parsed, its answer is the endpoint's. */
export type Handler<E extends Endpoint> = (
  program: Program,
  caller: Caller,
  input: EndpointInput<E>,
) => Promise<Result<EndpointAnswer<E>, Refusal>>

/** Most bytes of a body, and what is said of one that is larger. */
export type Room = { readonly bytes: number; readonly refusal: Refusal }

/** An endpoint with what answers it. */
export type Route = {
  readonly endpoint: Endpoint
  /** Only for who holds the key of the private door: the command line on the machine that holds the data. */
  readonly private: boolean
  /** Its answer depends on more than the ledger, so no copy of it is kept. */
  readonly fresh: boolean
  /** Takes more than bodies have in general. */
  readonly room: Room | undefined
  /** Parses what was asked, answers it, and gives the one JSON text of the answer. */
  answer(program: Program, caller: Caller, asked: Asked): Promise<Result<string, Refusal>>
}

export function route<E extends Endpoint>(
  endpoint: E,
  handle: Handler<E>,
  {
    private: isPrivate = false,
    fresh = false,
    room,
  }: { readonly private?: boolean; readonly fresh?: boolean; readonly room?: Room } = {},
): Route {
  return {
    endpoint,
    private: isPrivate,
    fresh,
    room,
    async answer(program, caller, asked) {
      const input = parseInput(endpoint, asked, room)
      if (!input.ok) return input
      const outcome = await handle(program, caller, input.value)
      if (!outcome.ok) return outcome
      return { ok: true, value: jsonOf(endpoint, outcome.value) }
    },
  }
}

/**
 * The text of an answer: members in the order of the schema and nothing besides them, so that the same answer
 * has the same bytes through whichever door it goes. An answer that its endpoint does not describe is our fault.
 */
function jsonOf(endpoint: Endpoint, answer: unknown): string {
  return JSON.stringify(endpoint.answer.parse(answer))
}
