import { sql } from 'kysely'

import { verdictCodes, verdictNames, type CriteriaSet } from '@ancu/core/criteria'
import type { IsoDate } from '@ancu/core/kernel'
import { asCode, packVerdicts, unpackVerdicts, type Basis, type UnitStanding } from '@ancu/core/standing'
import type { UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'

/** For which day and up to which entry the projection is written. */
export type StandingHead = { readonly day: IsoDate; readonly seq: number }

export async function findStandingHead(reader: Reader): Promise<StandingHead | undefined> {
  const { rows } = await sql<{ day: IsoDate; entry_seq: number }>`
    select day, entry_seq
    from standing_head
    where province_id = ${reader.provinceId}`.execute(reader.tx)
  const [row] = rows
  return row && { day: row.day, seq: row.entry_seq }
}

export async function saveStandingHead(reader: Reader, head: StandingHead): Promise<void> {
  await sql`
    insert into standing_head (province_id, day, entry_seq)
    values (${reader.provinceId}, ${head.day}, ${head.seq})
    on conflict (province_id) do update
      set day = excluded.day, entry_seq = excluded.entry_seq`.execute(reader.tx)
}

export async function deleteStandingHead(reader: Reader): Promise<void> {
  await sql`delete from standing_head where province_id = ${reader.provinceId}`.execute(reader.tx)
}

export async function deleteStandings(reader: Reader): Promise<void> {
  await sql`delete from standing where province_id = ${reader.provinceId}`.execute(reader.tx)
}

export async function saveStandings(
  reader: Reader,
  set: CriteriaSet,
  basis: Basis,
  head: StandingHead,
  standings: readonly UnitStanding[],
): Promise<void> {
  if (standings.length === 0) return
  const rows = standings.map((standing) => ({
    unit_id: standing.unit,
    verdicts: Buffer.from(
      packVerdicts(standing.criteria, standing.indicators, standing.prerequisites),
    ).toString('hex'),
    whole: verdictCodes[standing.whole],
    met: standing.counts.met,
    unmet: standing.counts.unmet,
    unknown: standing.counts.unknown,
    not_applicable: standing.counts.notApplicable,
  }))
  await sql`
    insert into standing (
      province_id, unit_id, set_id, basis, day, verdicts, whole, met, unmet, unknown, not_applicable, entry_seq
    )
    select ${reader.provinceId}, unit_id, ${set.id}, ${basis}, ${head.day}::date, decode(verdicts, 'hex'), whole, met,
      unmet, unknown, not_applicable, ${head.seq}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      unit_id text, verdicts text, whole smallint, met smallint, unmet smallint, unknown smallint,
      not_applicable smallint
    )
    on conflict (province_id, set_id, basis, unit_id) do update
      set day = excluded.day, verdicts = excluded.verdicts, whole = excluded.whole, met = excluded.met,
        unmet = excluded.unmet, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
        entry_seq = excluded.entry_seq`.execute(reader.tx)
}

/** The standings of a set and basis, today as known now, by unit. */
export async function findStandings(
  reader: Reader,
  set: CriteriaSet,
  basis: Basis,
): Promise<ReadonlyMap<UnitId, UnitStanding>> {
  const { rows } = await sql<StandingRow>`
    select unit_id, verdicts, whole, met, unmet, unknown, not_applicable
    from standing
    where province_id = ${reader.provinceId}
      and set_id = ${set.id}
      and basis = ${basis}
    order by unit_id`.execute(reader.tx)
  return new Map(rows.map((row) => [row.unit_id, standingFrom(row, set)]))
}

type StandingRow = {
  unit_id: UnitId
  verdicts: Uint8Array
  whole: number
  met: number
  unmet: number
  unknown: number
  not_applicable: number
}

function standingFrom(row: StandingRow, set: CriteriaSet): UnitStanding {
  const criteria = set.criteria.length
  const indicators = set.criteria.reduce((total, criterion) => total + criterion.indicators.length, 0)
  const prerequisites = set.prerequisites?.length ?? 0
  const codes = unpackVerdicts(row.verdicts, criteria + indicators + prerequisites)
  const least = row.met + (set.notApplicableCounts ? row.not_applicable : 0)
  return {
    unit: row.unit_id,
    whole: verdictNames[asCode(row.whole)],
    criteria: codes.slice(0, criteria),
    indicators: codes.slice(criteria, criteria + indicators),
    prerequisites: codes.slice(criteria + indicators),
    counts: { met: row.met, unmet: row.unmet, unknown: row.unknown, notApplicable: row.not_applicable },
    least,
    most: least + row.unknown,
  }
}
