import { disagreementKinds, type addReconciliations, type listReconciliations } from '@ancu/core/assessments'
import {
  factBundle,
  type FactRefusal,
  type KnownReconciliation,
  type Reconciliation,
} from '@ancu/core/figures'
import { accepted, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'

import { read, type Program, type Reader } from '../commands/index.ts'
import { imagesOf } from '../figures/image.ts'
import { findReconciliations } from '../figures/reconciliation-store.ts'
import { recordFacts } from '../figures/record.ts'
import type { Caller } from '../http/route.ts'
import { areaOf, settle } from '../standing/moment.ts'
import { loadPicture } from '../units/index.ts'

/** Records notes that settle disagreements, as one entry of the ledger. */
export async function recordReconciliations(
  program: Program,
  caller: Caller,
  { commandId, reason, documents, reconciliations }: EndpointInput<typeof addReconciliations>,
): Promise<Result<EndpointAnswer<typeof addReconciliations>, Refusal>> {
  const bundle = factBundle.parse({ documents, reconciliations })
  const request = { commandId, kind: 'reconciliations.add', reason, via: caller.via }
  const outcome = await recordFacts(program, caller, request, bundle, [], (reader) =>
    misplaced(program, reader, bundle.reconciliations),
  )
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, rows: value.rows })
}

/** Notes that can settle nothing: on no disagreement, about another unit's facts, or taking back what is not there. */
async function misplaced(
  program: Program,
  reader: Reader,
  notes: readonly Reconciliation[],
): Promise<readonly FactRefusal[]> {
  const picture = await loadPicture(reader, reader.knownSeq)
  const image = await imagesOf(program.storage).upTo(reader, reader.knownSeq)
  const facts = [...image.figures.values(), ...image.claims.values()].flatMap((lists) =>
    [...lists.values()].flat(),
  )
  const unitOf = new Map(facts.map(({ id, unit }) => [id, unit]))
  const known = await findReconciliations(reader, {
    knownSeq: reader.knownSeq,
    units: notes.map(({ unit }) => unit),
  })
  return notes.flatMap((note, at): readonly FactRefusal[] => {
    const refuse = (code: FactRefusal['code'], value: string): FactRefusal => ({
      code,
      section: 'reconciliations',
      at,
      id: note.id,
      unit: note.unit,
      value,
    })
    const own = new Set([note.unit, ...picture.scopeOf(note.unit)])
    const foreign = note.facts.filter((id) => !own.has(unitOf.get(id) ?? note.unit))
    const isSubject = disagreementKinds.some((kind) => note.subject.startsWith(`${kind}:`))
    return [
      ...(isSubject ? [] : [refuse('subjectUnknown', note.subject)]),
      ...foreign.map((id) => refuse('reconcilesAnother', id)),
      ...(note.withdrawn && !isNoted(note, known) ? [refuse('noteTakesNothingBack', note.subject)] : []),
    ]
  })
}

/** Whether a note on the same subject of the same unit is in force. */
function isNoted({ unit, subject }: Reconciliation, known: readonly KnownReconciliation[]): boolean {
  const same = known.filter((note) => note.unit === unit && note.subject === subject)
  const [newest] = same.toSorted((one, other) => other.seq - one.seq || (one.id < other.id ? 1 : -1))
  return newest !== undefined && !newest.withdrawn
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
