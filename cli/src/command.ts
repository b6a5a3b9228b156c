import type { Endpoint, EndpointAnswer, Plain, Result } from '@ancu/core/kernel'
import type { CliMessageKey, cliMessages, Language, Refusal } from '@ancu/core/text'

import type { Given, Shape } from './args.ts'

export type Say = ReturnType<typeof cliMessages>['say']

/** Parameters, query and body of an endpoint in one object, as texts or JSON; what is undefined is left out. */
export type Sent = { readonly [name: string]: Plain | undefined }

/** The text that an endpoint answers with: of the program in this process, or of the server that runs. */
export type Ask = (endpoint: Endpoint, sent: Sent) => Promise<Result<string, Refusal>>

export type Context = Given & {
  readonly say: Say
  readonly ask: Ask
  /** A file by its path, or standard input for `-`. */
  readFile(path: string): Promise<Result<Uint8Array, Refusal>>
}

/** What a command comes to: text for standard output, and whether all is well. */
export type Told = { readonly text: string; readonly failed?: boolean }

export type Command = Shape & {
  readonly summary: CliMessageKey & `summary.${string}`
  /** What it needs the data for; `nothing` opens no storage, `emptyStore` loads no demo into a new one. */
  readonly needs: 'store' | 'emptyStore' | 'nothing'
  readonly example: string
  /** Further help: a note, and the names of columns that a file may have. */
  readonly help?: (say: Say) => string
  run(context: Context): Promise<Result<Told, Refusal>>
}

type Query<E extends Endpoint> = Shape & {
  readonly summary: Command['summary']
  readonly endpoint: E
  readonly needs?: Command['needs']
  readonly example: string
  /** What is looked at before the data are opened: what it refuses leaves no trace. */
  readonly before?: (given: Given) => Promise<Result<unknown, Refusal>>
  readonly send: (given: Given) => Sent
  readonly show: (answer: EndpointAnswer<E>, say: Say, language: Language) => string
  /** Whether the answer tells of something wrong: exit code 1, though it was given. */
  readonly failed?: (answer: EndpointAnswer<E>) => boolean
}

/** A command that asks one endpoint and shows its answer. */
export function query<E extends Endpoint>(description: Query<E>): Command {
  const { endpoint, before, send, show, failed, ...shape } = description
  return {
    needs: 'store',
    ...shape,
    async run(context) {
      const looked = await before?.(context)
      if (looked?.ok === false) return looked
      const outcome = await askFor(context, endpoint, send(context))
      if (!outcome.ok) return outcome
      const { answer, text } = outcome.value
      return {
        ok: true,
        value: {
          text: context.json ? text : show(answer, context.say, context.language),
          failed: failed?.(answer) ?? false,
        },
      }
    },
  }
}

/** An answer, parsed and as it came. */
export async function askFor<E extends Endpoint>(
  { ask }: Pick<Context, 'ask'>,
  endpoint: E,
  sent: Sent,
): Promise<Result<{ readonly answer: EndpointAnswer<E>; readonly text: string }, Refusal>> {
  const outcome = await ask(endpoint, sent)
  if (!outcome.ok) return outcome
  const answer: unknown = JSON.parse(outcome.value)
  if (!isAnswerOf(endpoint, answer)) throw new Error(`an answer of ${endpoint.path} was expected`)
  return { ok: true, value: { answer, text: outcome.value } }
}

/** Answers are made by parsing with the same schema, so what fits it is what it gives. */
function isAnswerOf<E extends Endpoint>(endpoint: E, value: unknown): value is EndpointAnswer<E> {
  return endpoint.answer.safeParse(value).success
}
