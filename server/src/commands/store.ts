import { sql, type RawBuilder } from 'kysely'

import { kindOf } from './rows.ts'
import type { Inside } from './transaction.ts'
import type { ColumnType, SupersedableTable, TableShape } from './tables.ts'

/** Rows go to the database as one JSON parameter per batch of about this many characters. */
const batchLength = 1024 * 1024

/**
 * Inserts rows given by their texts, a batch at a time; `fixed` are columns with the same value in all rows.
 * The texts are members of a JSON list: columns left out become null.
 */
export async function insertTexts(
  tx: Inside,
  table: string,
  shape: TableShape,
  fixed: { readonly [column: string]: string | number },
  texts: readonly string[],
): Promise<void> {
  const columns = Object.keys(shape.columns)
  const insertBatch = async (batch: readonly string[]) => {
    await sql`
      insert into ${sql.table(table)} (${sql.join([...Object.keys(fixed), ...columns].map((name) => sql.ref(name)))})
      select ${sql.join([...Object.values(fixed).map((value) => sql`${value}`), ...columns.map((name) => sql.ref(name))])}
      from json_populate_recordset(null::${sql.table(table)}, ${`[${batch.join(',')}]`}::json)`.execute(tx)
  }
  let batch: string[] = []
  let length = 0
  for (const text of texts) {
    batch.push(text)
    length += text.length
    if (length >= batchLength) {
      await insertBatch(batch)
      batch = []
      length = 0
    }
  }
  if (batch.length > 0) await insertBatch(batch)
}

/** Ends the knowledge of rows known until now; tells how many were. */
export async function supersedeRows(
  tx: Inside,
  table: SupersedableTable,
  provinceId: string,
  seq: number,
  rowIds: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)}
    set superseded_seq = ${seq}
    where province_id = ${provinceId}
      and row_id in (select json_array_elements_text(${JSON.stringify(rowIds)}::json))
      and superseded_seq is null
      and entry_seq < ${seq}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** The columns of a shape, each as the text that `storedRowText` expects. */
export function selectAsText(shape: TableShape): RawBuilder<unknown> {
  return sql.join(
    Object.entries(shape.columns).map(([column, type]) => sql`${asText(column, type)} as ${sql.ref(column)}`),
  )
}

function asText(column: string, type: ColumnType): RawBuilder<unknown> {
  if (kindOf(type) !== 'instant') return sql`${sql.ref(column)}::text`
  // Instants are written in milliseconds; whatever is finer was not written by this program and must show.
  return sql`regexp_replace(
    to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z')`
}
