import type { addReconciliations, listReconciliations } from '@ancu/core/assessments'
import { factBundle } from '@ancu/core/figures'
import { accepted, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { read, type Program } from '../commands/index.ts'
import { findReconciliations } from '../figures/reconciliation-store.ts'
import { recordFacts } from '../figures/record.ts'
import type { Caller } from '../http/route.ts'
import { areaOf, settle } from '../standing/moment.ts'

/** Records notes that settle disagreements, as one entry of the ledger. */
export async function recordReconciliations(
  program: Program,
  caller: Caller,
  { commandId, reason, documents, reconciliations }: EndpointInput<typeof addReconciliations>,
): Promise<Result<EndpointAnswer<typeof addReconciliations>, Refusal>> {
  const bundle = factBundle.parse({ documents, reconciliations })
  const request = { commandId, kind: 'reconciliations.add', reason, via: caller.via }
  const outcome = await recordFacts(program, caller, request, bundle)
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, rows: value.rows })
}

/** The notes of an area, or all, those taken back included. */
export async function reconciliationsOf(
  program: Program,
  caller: Caller,
  asked: EndpointInput<typeof listReconciliations>,
): Promise<Result<EndpointAnswer<typeof listReconciliations>, Refusal>> {
  return read(program, caller, async (reader) => {
    const settled = await settle(reader, program, asked)
    if (!settled.ok) return settled
    const { moment } = settled.value
    const area = asked.unit === undefined ? undefined : areaOf(settled.value, asked.unit)
    if (area?.ok === false) return area
    const units = area && [
      area.value.unit,
      ...area.value.districts,
      ...area.value.communes,
      ...area.value.villages,
    ]
    const notes = await findReconciliations(reader, {
      knownSeq: moment.knownSeq,
      units: units?.map(({ id }) => id),
    })
    return accepted({
      knownSeq: moment.knownSeq,
      rows: notes.map((note) => ({ ...note, facts: [...note.facts], document: note.document ?? null })),
    })
  })
}
