import { z } from 'zod'

import type { carryOver } from '@ancu/core/assessments'
import type { withdrawVerdicts } from '@ancu/core/figures'
import type { EndpointSent } from '@ancu/core/kernel'

import type { CarriableRow, CarryAnswer } from './rows.ts'

/** Conclusions that one command takes at most. */
export const mostAtOnce = 5000

export type CarryCommand = EndpointSent<typeof carryOver>
export type WithdrawCommand = EndpointSent<typeof withdrawVerdicts>

/** What is to be confirmed; sent twice as it is, it is written once. */
export type CarryDraft = {
  readonly commandId: string
  readonly rows: readonly { readonly id: string; readonly row: CarriableRow }[]
  readonly reason: string
}

/** A draft of what is ticked; the one in hand where it names the same, so that a lost answer is asked for again. */
export function draftOf(
  rows: readonly CarriableRow[],
  inHand: CarryDraft | undefined,
  newId: () => string,
): CarryDraft {
  const isSame =
    inHand !== undefined &&
    inHand.rows.length === rows.length &&
    inHand.rows.every(({ row }, at) => row.claim.id === rows[at]?.claim.id)
  if (isSame) return inHand
  return {
    commandId: newId(),
    rows: rows.map((row) => ({ id: newId(), row })),
    reason: inHand?.reason ?? '',
  }
}

/** With another reason it is another command. */
export function withReason(draft: CarryDraft, reason: string, newId: () => string): CarryDraft {
  return { commandId: newId(), reason, rows: draft.rows.map(({ row }) => ({ id: newId(), row })) }
}

export type CarriedBetween = Pick<CarryAnswer, 'on' | 'oldSide' | 'newSide'> & {
  readonly area: string | undefined
}

export function commandOf(
  { commandId, rows, reason }: CarryDraft,
  { on, oldSide, newSide, area }: CarriedBetween,
): CarryCommand {
  return {
    commandId,
    old: oldSide.set,
    new: newSide.set,
    on,
    ...(area === undefined ? {} : { unit: area }),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    claims: rows.map(({ id, row }) => ({ id, claim: row.claim.id })),
  }
}

/** Takes back what a draft recorded, all of it. */
export function withdrawalOf({ commandId, rows }: CarryDraft, newId: () => string): WithdrawCommand {
  return {
    commandId: `undo-${commandId}`,
    claims: rows.map(({ id }) => ({ id: newId(), claim: id })),
  }
}

const refusals = z.array(z.looseObject({ code: z.string(), value: z.string() }))

/** Rows that a refusal names as no longer to be carried over. */
export function refusedRows(
  draft: CarryDraft,
  facts: Readonly<Record<string, unknown>>,
): readonly CarriableRow[] {
  const parsed = refusals.safeParse(facts['refusals'])
  if (!parsed.success) return []
  const named = new Set(parsed.data.flatMap(({ code, value }) => (code === 'notCarriable' ? [value] : [])))
  return draft.rows.flatMap(({ row }) => (named.has(row.claim.id) ? [row] : []))
}
