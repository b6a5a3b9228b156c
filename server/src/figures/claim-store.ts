import { sql } from 'kysely'

import type { KnownClaim, VerdictClaim } from '@ancu/core/figures'
import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Reader, Row, Writer } from '../commands/index.ts'
import { ofUnits, type EntryRange, type Page } from './store.ts'

export async function insertClaims(writer: Writer, claims: readonly VerdictClaim[]): Promise<void> {
  await writer.insert('verdict_claim', claims.map(claimRow))
}

const claimColumns = sql`
  id, unit_id, set_id, scope, code, verdict, as_of, stage, reason, document_id, evidence, replaces, carried_from,
  withdrawn, batch_id, illustrative, entry_seq`

/** Verdict claims written by a range of entries, oldest first. */
export async function findClaimsBetween(
  { tx, provinceId }: Reader,
  { after, upTo }: EntryRange,
): Promise<readonly KnownClaim[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claimColumns}
    from verdict_claim
    where province_id = ${provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, id`.execute(tx)
  return rows.map(knownClaim)
}

/** All verdict claims on a few units, oldest first. */
export async function findClaimsOf(reader: Reader, units: readonly UnitId[]): Promise<readonly KnownClaim[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claimColumns}
    from ${ofUnits(reader, 'verdict_claim', units)}
    order by entry_seq, id`.execute(reader.tx)
  return rows.map(knownClaim)
}

/** Verdict claims by their ids, in no order. */
export async function findClaimsById(
  { tx, provinceId, knownSeq }: Reader,
  ids: readonly string[],
): Promise<readonly KnownClaim[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claimColumns}
    from verdict_claim
    where province_id = ${provinceId}
      and entry_seq <= ${knownSeq}
      and id = any(${ids}::text[])`.execute(tx)
  return rows.map(knownClaim)
}

/** Those of some claims that a later row has replaced or taken back. */
export async function findReplaced(
  { tx, provinceId, knownSeq }: Reader,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ replaces: string }>`
    select replaces
    from verdict_claim
    where province_id = ${provinceId}
      and entry_seq <= ${knownSeq}
      and replaces = any(${ids}::text[])`.execute(tx)
  return new Set(rows.map(({ replaces }) => replaces))
}

export async function findClaimsPage(
  reader: Reader,
  page: Page & { readonly set: string | undefined },
): Promise<readonly KnownClaim[]> {
  const { rows } = await sql<ClaimRow>`
    select ${claimColumns}
    from verdict_claim
    where province_id = ${reader.provinceId}
      and entry_seq <= ${page.knownSeq}
      and id > ${page.after}
      and (${page.units ?? null}::text[] is null or unit_id = any(${page.units ?? null}::text[]))
      and (${page.on ?? null}::date is null or as_of <= ${page.on ?? null}::date)
      and (${page.set ?? null}::text is null or set_id = ${page.set ?? null}::text)
    order by id
    limit ${page.limit}`.execute(reader.tx)
  return rows.map(knownClaim)
}

type ClaimRow = {
  id: string
  unit_id: UnitId
  set_id: string
  scope: VerdictClaim['scope']
  code: string | null
  verdict: VerdictClaim['verdict']
  as_of: IsoDate
  stage: VerdictClaim['stage']
  reason: string | null
  document_id: string | null
  evidence: string | null
  replaces: string | null
  carried_from: string | null
  withdrawn: boolean | null
  batch_id: string | null
  illustrative: boolean
  entry_seq: number
}

function knownClaim(row: ClaimRow): KnownClaim {
  return {
    id: row.id,
    unit: row.unit_id,
    set: row.set_id,
    scope: row.scope,
    code: row.code ?? undefined,
    verdict: row.verdict,
    asOf: row.as_of,
    stage: row.stage,
    reason: row.reason ?? undefined,
    document: row.document_id ?? undefined,
    evidence: row.evidence ?? undefined,
    replaces: row.replaces ?? undefined,
    ...(row.withdrawn === true ? { withdrawn: true } : {}),
    ...(row.carried_from === null ? {} : { carriedFrom: row.carried_from }),
    batch: row.batch_id ?? undefined,
    illustrative: row.illustrative,
    seq: row.entry_seq,
  }
}

function claimRow(claim: VerdictClaim): Row {
  return {
    id: claim.id,
    unit_id: claim.unit,
    set_id: claim.set,
    scope: claim.scope,
    code: claim.code ?? null,
    verdict: claim.verdict,
    as_of: claim.asOf,
    stage: claim.stage,
    reason: claim.reason ?? null,
    document_id: claim.document ?? null,
    evidence: claim.evidence ?? null,
    replaces: claim.replaces ?? null,
    carried_from: claim.carriedFrom ?? null,
    withdrawn: claim.withdrawn === true ? true : null,
    batch_id: claim.batch ?? null,
    illustrative: claim.illustrative,
  }
}
