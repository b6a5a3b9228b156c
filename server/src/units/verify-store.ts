import { sql } from 'kysely'

import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Reader } from '../commands/index.ts'

export type WithinRow = {
  readonly area: UnitId
  readonly unit: UnitId
  readonly from: IsoDate
  readonly until: IsoDate | null
}

export async function findWithin(reader: Reader): Promise<readonly WithinRow[]> {
  const { rows } = await sql<WithinRow>`
    select ancestor_id as area, unit_id as unit, "from", until
    from unit_within
    where province_id = ${reader.provinceId}`.execute(reader.tx)
  return rows
}

export async function findScopes(reader: Reader): Promise<readonly Pick<WithinRow, 'area' | 'unit'>[]> {
  const { rows } = await sql<Pick<WithinRow, 'area' | 'unit'>>`
    select area_id as area, unit_id as unit
    from unit_scope
    where province_id = ${reader.provinceId}`.execute(reader.tx)
  return rows
}
