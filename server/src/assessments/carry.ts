import {
  carriableOf,
  carryGrounds,
  carryObstacles,
  type Carriable,
  type carryOver,
  type listCarriable,
} from '@ancu/core/assessments'
import { correspondenceOf, type Verdict } from '@ancu/core/criteria'
import { factBundle, type KnownClaim } from '@ancu/core/figures'
import { accepted, refused, type EndpointAnswer, type EndpointInput, type Result } from '@ancu/core/kernel'
import type { Refusal } from '@ancu/core/text'
import type { UnitId, UnitOnDay } from '@ancu/core/units'

import { read, type Officer, type Program, type Reader } from '../commands/index.ts'
import { findDocuments } from '../decisions/store.ts'
import { refusalsOf, type NamedClaims } from '../figures/named-claims.ts'
import { recordFacts } from '../figures/record.ts'
import { findClaimsById } from '../figures/claim-store.ts'
import type { Caller } from '../http/route.ts'
import { labelOf } from '../standing/answers.ts'
import { settle } from '../standing/moment.ts'
import { shownDocument } from '../standing/sources.ts'
import { districtOf, shownSide } from './answers.ts'
import { sideAsked, sidesFor } from './settle.ts'
import type { AskedSide } from './sides.ts'

type Answer = EndpointAnswer<typeof listCarriable>
type Row = Answer['rows'][number]
type Found = { readonly unit: UnitOnDay; readonly one: Carriable }
type Asked = Pick<EndpointInput<typeof listCarriable>, 'old' | 'new' | 'on' | 'unit' | 'known' | 'knownSeq'>

/** The conclusions of an area under one set, and which of them may be carried over to another. */
export async function carriableIn(
  program: Program,
  officer: Officer,
  asked: EndpointInput<typeof listCarriable>,
): Promise<Result<Answer, Refusal>> {
  return read(program, officer, async (reader) => {
    const sides = await sidesAsked(reader, program, asked)
    if (!sides.ok) return sides
    const { old, current } = sides.value
    const { question, area } = current
    const found = foundIn(old, current)
    const isCarriable = ({ one }: Found): boolean => 'ground' in one
    const shown = found.filter((each) => isCarriable(each) === (asked.show === 'carriable'))
    return accepted({
      on: question.moment.on,
      known: question.known ?? null,
      knownSeq: question.moment.knownSeq,
      unit: { ...labelOf(question, area.unit), place: area.place },
      oldSide: shownSide(old),
      newSide: shownSide(current),
      counts: {
        carriable: found.filter(isCarriable).length,
        grounds: countedBy(carryGrounds, found, ({ one }) => ('ground' in one ? one.ground : undefined)).map(
          ([ground, count]) => ({ ground, count }),
        ),
        obstacles: countedBy(carryObstacles, found, ({ one }) =>
          'obstacle' in one ? one.obstacle : undefined,
        ).map(([obstacle, count]) => ({ obstacle, count })),
      },
      rows: shown.map((each) => shownRow(each, current)),
      documents: await documentsOf(reader, shown, question.moment.knownSeq),
    })
  })
}

/** Records what was confirmed, as one entry of the ledger: all of it, or nothing where one may not be carried over. */
export async function recordCarriedOver(
  program: Program,
  caller: Caller,
  { commandId, reason, claims, ...asked }: EndpointInput<typeof carryOver>,
): Promise<Result<EndpointAnswer<typeof carryOver>, Refusal>> {
  const carried = await read(program, caller, (reader) => asCarried(reader, program, asked, claims))
  if (!carried.ok) return carried
  const { verdicts, units } = carried.value
  const outcome = await recordFacts(
    program,
    caller,
    { commandId, kind: 'verdicts.carry', reason, via: caller.via },
    factBundle.parse({ verdicts }),
    [],
    async (reader) => {
      const sides = await sidesAsked(reader, program, asked)
      if (!sides.ok) return sides.refusal
      const found = foundIn(sides.value.old, sides.value.current, units)
      const carriable = new Set(found.flatMap(({ one }) => ('ground' in one ? one.claim.id : [])))
      return refusalsOf(claims, (claim) => (carriable.has(claim) ? undefined : 'notCarriable'))
    },
  )
  if (!outcome.ok) return outcome
  const { seq, repeated, value } = outcome.value
  return accepted({ seq, repeated, rows: value.rows })
}

type Sides = { readonly old: AskedSide; readonly current: AskedSide }

async function sidesAsked(
  reader: Reader,
  program: Program,
  { old, new: current, ...asked }: Asked,
): Promise<Result<Sides, Refusal>> {
  const former = await sideAsked(reader, program, { ...asked, set: old })
  if (!former.ok) return former
  const fresh = await sideAsked(reader, program, { ...asked, set: current })
  if (!fresh.ok) return fresh
  const fit = sidesFor(former.value.question.edition.set, fresh.value.question.edition.set)
  return fit.ok ? accepted({ old: former.value, current: fresh.value }) : fit
}

/** Of all units that both sides judge, or of some. */
function foundIn(old: AskedSide, current: AskedSide, wanted?: ReadonlySet<UnitId>): readonly Found[] {
  const correspondence = correspondenceOf(old.question.edition.set, current.question.edition.set)
  return [...current.units.values()].flatMap((unit): readonly Found[] => {
    if (wanted && !wanted.has(unit.id)) return []
    const [then, now] = [old.sideOf(unit.id), current.sideOf(unit.id)]
    if (then === undefined || now === undefined) return []
    return carriableOf(then, now, correspondence).map((one) => ({ unit, one }))
  })
}

/**
 * The conclusions as they would stand under the new set. Whether they may is decided where they are written; here only
 * those that nobody knows, or that nothing continues, are refused.
 */
async function asCarried(
  reader: Reader,
  program: Program,
  { old, new: current, ...asked }: Asked,
  claims: NamedClaims,
): Promise<Result<{ readonly verdicts: readonly object[]; readonly units: ReadonlySet<UnitId> }, Refusal>> {
  const former = await settle(reader, program, { ...asked, set: old })
  if (!former.ok) return former
  const fresh = await settle(reader, program, { ...asked, set: current })
  if (!fresh.ok) return fresh
  const [oldSet, newSet] = [former.value.edition?.set, fresh.value.edition?.set]
  if (!oldSet || !newSet) return refused({ code: 'noSetApplied', on: fresh.value.moment.on })
  const found = await findClaimsById(
    reader,
    claims.map(({ claim }) => claim),
  )
  const known = new Map(found.map((claim) => [claim.id, claim]))
  const { criteria, newIndicatorOf } = correspondenceOf(oldSet, newSet)
  const newCodeOf = ({ scope, code }: KnownClaim): string | undefined =>
    scope === 'criterion' ? criteria.find((pair) => pair.old === code)?.new : newIndicatorOf.get(code ?? '')
  const refusal = refusalsOf(claims, (id) => {
    const claim = known.get(id)
    if (claim === undefined) return 'carriesNothing'
    return claim.set === oldSet.id && newCodeOf(claim) !== undefined ? undefined : 'notCarriable'
  })
  if (refusal) return refused(refusal)
  const verdicts = claims.flatMap(({ id, claim }) => {
    const from = known.get(claim)
    if (from === undefined) return []
    const { unit, scope, verdict, asOf, stage, reason, document, evidence, illustrative } = from
    const to = { id, set: newSet.id, code: newCodeOf(from), carriedFrom: claim }
    return [{ ...to, unit, scope, verdict, asOf, stage, reason, document, evidence, illustrative }]
  })
  return accepted({ verdicts, units: new Set(found.map(({ unit }) => unit)) })
}

function countedBy<Name>(
  names: readonly Name[],
  found: readonly Found[],
  nameOf: (found: Found) => Name | undefined,
): readonly (readonly [Name, number])[] {
  return names
    .map((name) => [name, found.filter((each) => nameOf(each) === name).length] as const)
    .filter(([, count]) => count > 0)
}

function shownRow({ unit, one }: Found, current: AskedSide): Row {
  const { scope, old, claim } = one
  return {
    unit: labelOf(current.question, unit),
    district: districtOf(unit, current.question) ?? null,
    scope,
    old,
    new: one.new ?? null,
    ground: 'ground' in one ? one.ground : null,
    obstacle: 'obstacle' in one ? one.obstacle : null,
    verdict: one.new ? verdictNow(unit, one.scope, one.new.code, current) : null,
    claim: {
      id: claim.id,
      verdict: claim.verdict,
      stage: claim.stage,
      asOf: claim.asOf,
      reason: claim.reason ?? null,
      document: claim.document ?? null,
      evidence: claim.evidence ?? null,
      entrySeq: claim.seq,
      illustrative: claim.illustrative,
    },
  }
}

function verdictNow(
  unit: UnitOnDay,
  scope: Carriable['scope'],
  code: string,
  current: AskedSide,
): Verdict | null {
  const criteria = current.sideOf(unit.id)?.explained().criteria ?? []
  const part =
    scope === 'criterion'
      ? criteria.find(({ criterion }) => criterion.code === code)
      : criteria.flatMap(({ indicators }) => indicators).find((one) => one.code === code)
  return part?.verdict ?? null
}

async function documentsOf(
  reader: Reader,
  found: readonly Found[],
  knownSeq: number,
): Promise<Answer['documents']> {
  const ids = new Set(found.flatMap(({ one }) => one.claim.document ?? []))
  const documents = await findDocuments(reader, [...ids], knownSeq)
  return Object.fromEntries(documents.map((document) => [document.id, shownDocument(document)]))
}
