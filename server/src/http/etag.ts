import { createHash } from 'node:crypto'

import { canonicalJson, type IsoDate, type Plain } from '@ancu/core/kernel'

/** What an answer depends on. A start of the program is one, too: it may be another program by then. */
export type AnswerKey = {
  readonly start: string
  readonly today: IsoDate
  /** Number of the ledger's last entry: the version of everything that is known. */
  readonly head: number
  readonly path: string
  readonly query: string
}

/** Weak, since a compressed answer is the same answer. */
export function tagOf({ query, ...key }: AnswerKey): string {
  const fields: Plain = [...new URLSearchParams(query)].toSorted(byName).map(([name, value]) => [name, value])
  const digest = createHash('sha256').update(canonicalJson({ ...key, query: fields }))
  return `W/"${digest.digest('base64url').slice(0, 22)}"`
}

/** Whether `If-None-Match` names the tag (RFC 9110, 13.1.2: compared weakly). */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => one.trim() === tag || one.trim() === tag.replace(/^W\//, ''))
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : one > other ? 1 : 0
}
