import { z } from 'zod'

import { draftForm, mostAnnexBytes, type RawFile } from '@ancu/core/criteria'
import { accepted, refused, type Result } from '@ancu/core/kernel'
import { isRefusalCode, type Refusal } from '@ancu/core/text'

import { mostRows, runBeside } from '../office/index.ts'
import type { Annex, Begun } from './annex.ts'

const usualLimits = { seconds: 20, megabytes: 512 }

/** Reads an annex into a draft in a thread of its own, within a size, a time and a memory. */
export async function beginFrom(
  annex: Annex,
  shared: RawFile,
  limits: typeof usualLimits = usualLimits,
): Promise<Result<Begun, Refusal>> {
  if (annex.file !== undefined && annex.file.byteLength > mostAnnexBytes) {
    return refused({ code: 'officeTooLarge', mostMegabytes: mostAnnexBytes / 1024 / 1024 })
  }
  const thread = new URL('./annex-thread.ts', import.meta.url)
  const outcome = await runBeside(thread, { annex, shared }, limits)
  if ('done' in outcome) return answerIn(outcome.done)
  return outcome.gaveUp === 'time'
    ? refused({ code: 'officeTooSlow', seconds: limits.seconds })
    : refused({ code: 'officeTooLong', most: mostRows })
}

const cell = z.object({ text: z.string(), rowSpan: z.int(), colSpan: z.int() })
const begun = z.object({
  source: z.object({
    tables: z.array(z.object({ name: z.string().optional(), rows: z.array(z.array(cell)) })),
    lines: z.array(z.string()),
  }),
  draft: draftForm,
  parts: z.int(),
})

/** What a thread sends is parsed like anything from outside. */
const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: begun }),
  z.object({ ok: z.literal(false), refusal: z.record(z.string(), z.union([z.string(), z.number()])) }),
])

function answerIn(sent: unknown): Result<Begun, Refusal> {
  const read = answer.parse(sent)
  if (read.ok) return accepted(read.value)
  const { code } = read.refusal
  if (typeof code !== 'string' || !isRefusalCode(code)) throw new Error('a refusal of the annex was expected')
  return refused({ ...read.refusal, code })
}
