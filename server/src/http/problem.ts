import type { FastifyReply } from 'fastify'

import { refusalText, type Refusal } from '@ancu/core/text'

import { httpStatus, titles } from './status.ts'

export const problemType = 'application/problem+json'

/** A refusal as RFC 9457 has it; the facts of the case stand beside the sentence. */
export function problemOf(refusal: Refusal): { readonly status: number; readonly text: string } {
  const status = httpStatus[refusal.code]
  const problem = {
    ...refusal,
    type: `urn:an-cu:problem:${refusal.code}`,
    title: titles[status],
    status,
    detail: refusalText(refusal, 'vi'),
    detailEn: refusalText(refusal, 'en'),
    code: refusal.code,
  }
  return { status, text: JSON.stringify(problem) }
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, text } = problemOf(refusal)
  return reply.code(status).header('cache-control', 'no-store').type(problemType).send(text)
}
