import { sql } from 'kysely'

import type { KnownReconciliation, Reconciliation } from '@ancu/core/figures'
import { canonicalJson } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Reader, Writer } from '../commands/index.ts'

export async function insertReconciliations(writer: Writer, notes: readonly Reconciliation[]): Promise<void> {
  await writer.insert(
    'reconciliation',
    notes.map((note) => ({
      id: note.id,
      unit_id: note.unit,
      subject: note.subject,
      facts: canonicalJson(note.facts),
      note: note.note,
      document_id: note.document ?? null,
      withdrawn: note.withdrawn,
      illustrative: note.illustrative,
    })),
  )
}

/** Notes known at a ledger number, of these units or of all, by id. */
export async function findReconciliations(
  reader: Reader,
  { knownSeq, units }: { readonly knownSeq: number; readonly units?: readonly UnitId[] | undefined },
): Promise<readonly KnownReconciliation[]> {
  const { rows } = await sql<{
    id: string
    unit_id: UnitId
    subject: string
    facts: string[]
    note: string
    document_id: string | null
    withdrawn: boolean
    illustrative: boolean
    entry_seq: number
  }>`
    select id, unit_id, subject, facts, note, document_id, withdrawn, illustrative, entry_seq
    from reconciliation
    where province_id = ${reader.provinceId}
      and entry_seq <= ${knownSeq}
      and (${units ?? null}::text[] is null or unit_id = any(${units ?? null}::text[]))
    order by id`.execute(reader.tx)
  return rows.map((row) => ({
    id: row.id,
    unit: row.unit_id,
    subject: row.subject,
    facts: row.facts,
    note: row.note,
    document: row.document_id ?? undefined,
    withdrawn: row.withdrawn,
    illustrative: row.illustrative,
    seq: row.entry_seq,
  }))
}
