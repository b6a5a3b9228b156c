import { useQuery, type UseQueryResult } from '@tanstack/react-query'

import type { EndpointAnswer, EndpointSent } from '@ancu/core/kernel'

import { ask, membersOf, type Question } from './ask.ts'

/** Milliseconds for which an answer is not asked for again; after it a look at the tag tells what is new. */
const freshFor = 15_000

export type AnswerOptions = {
  /** Asked only while true. */
  readonly enabled?: boolean
  /** Asks again after such an error, `every` so many milliseconds. */
  readonly retryWhile?: (error: unknown) => boolean
  readonly every?: number
}

/**
 * The answer to a question, asked once however many parts of a screen want it. While only the moment changes
 * the answer of the moment before stays in sight (`isPlaceholderData`); another unit starts from nothing.
 */
export function useAnswer<Q extends Question>(
  question: Q,
  sent: EndpointSent<Q>,
  { enabled = true, retryWhile, every = 1000 }: AnswerOptions = {},
): UseQueryResult<EndpointAnswer<Q>> {
  const subject = subjectOf(sent)
  return useQuery<EndpointAnswer<Q>>({
    queryKey: [question.path, subject, sent],
    queryFn: ({ signal }) => ask(question, sent, signal),
    enabled,
    staleTime: freshFor,
    refetchOnWindowFocus: true,
    // The server may stand on this very machine: it is asked whatever the browser thinks of the network.
    networkMode: 'always',
    retry: (_count, error) => retryWhile?.(error) === true,
    retryDelay: every,
    placeholderData: (before, query) => (query?.queryKey[1] === subject ? before : undefined),
  })
}

/** What is asked about, whatever the moment. */
function subjectOf(sent: object): string {
  const members = new Map(membersOf(sent))
  return ['unit', 'area', 'level'].map((name) => members.get(name) ?? '').join(' ')
}
