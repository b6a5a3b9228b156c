import { sql, type RawBuilder } from 'kysely'

import { parsePeriod, type FigureFact, type KnownFigure } from '@ancu/core/figures'
import type { IsoDate } from '@ancu/core/kernel'
import type { UnitId } from '@ancu/core/units'

import type { Reader, Row, Writer } from '../commands/index.ts'

export async function insertFigures(writer: Writer, figures: readonly FigureFact[]): Promise<void> {
  await writer.insert('figure', figures.map(figureRow))
}

/** Which entries' facts are wanted: after `after` up to `upTo`. */
export type EntryRange = { readonly after: number; readonly upTo: number }

const figureColumns = sql`
  id, unit_id, measure_id, period, stage, nature, num, den, value, not_applicable_reason, document_id, evidence,
  replaces, batch_id, illustrative, entry_seq`

/** Figures written by a range of entries, oldest first. */
export async function findFiguresBetween(
  { tx, provinceId }: Reader,
  { after, upTo }: EntryRange,
): Promise<readonly KnownFigure[]> {
  const { rows } = await sql<FigureRow>`
    select ${figureColumns}
    from figure
    where province_id = ${provinceId}
      and entry_seq > ${after}
      and entry_seq <= ${upTo}
    order by entry_seq, id`.execute(tx)
  return rows.map(knownFigure)
}

/** All figures of a few units, oldest first. */
export async function findFiguresOf(
  reader: Reader,
  units: readonly UnitId[],
): Promise<readonly KnownFigure[]> {
  const { rows } = await sql<FigureRow>`
    select ${figureColumns}
    from ${ofUnits(reader, 'figure', units)}
    order by entry_seq, id`.execute(reader.tx)
  return rows.map(knownFigure)
}

/** Each unit's rows are looked up by themselves: without statistics the planner would read the whole table. */
export function ofUnits(
  { provinceId }: Reader,
  table: string,
  units: readonly UnitId[],
): RawBuilder<unknown> {
  return sql`
    unnest(${units}::text[]) as asked (asked_id)
    cross join lateral (
      select *
      from ${sql.table(table)}
      where province_id = ${provinceId}
        and unit_id = asked_id collate "C"
      offset 0
    ) as found`
}

export type Page = {
  readonly units: readonly UnitId[] | undefined
  readonly on: IsoDate | undefined
  readonly knownSeq: number
  readonly after: string
  readonly limit: number
}

export async function findFiguresPage(
  reader: Reader,
  page: Page & { readonly measure: string | undefined },
): Promise<readonly KnownFigure[]> {
  const { rows } = await sql<FigureRow>`
    select ${figureColumns}
    from figure
    where province_id = ${reader.provinceId}
      and entry_seq <= ${page.knownSeq}
      and id > ${page.after}
      and (${page.units ?? null}::text[] is null or unit_id = any(${page.units ?? null}::text[]))
      and (${page.on ?? null}::date is null or last_day <= ${page.on ?? null}::date)
      and (${page.measure ?? null}::text is null or measure_id = ${page.measure ?? null}::text)
    order by id
    limit ${page.limit}`.execute(reader.tx)
  return rows.map(knownFigure)
}

type FigureRow = {
  id: string
  unit_id: UnitId
  measure_id: string
  period: FigureFact['period']
  stage: FigureFact['stage']
  nature: FigureFact['nature']
  num: number | null
  den: number | null
  value: number | null
  not_applicable_reason: string | null
  document_id: string | null
  evidence: string | null
  replaces: string | null
  batch_id: string | null
  illustrative: boolean
  entry_seq: number
}

function knownFigure(row: FigureRow): KnownFigure {
  const { lastDay, year } = describedPeriod(row.period)
  return {
    id: row.id,
    unit: row.unit_id,
    measure: row.measure_id,
    period: row.period,
    lastDay,
    year,
    stage: row.stage,
    nature: row.nature,
    num: row.num ?? undefined,
    den: row.den ?? undefined,
    scaled: row.value ?? undefined,
    notApplicableReason: row.not_applicable_reason ?? undefined,
    document: row.document_id ?? undefined,
    evidence: row.evidence ?? undefined,
    replaces: row.replaces ?? undefined,
    batch: row.batch_id ?? undefined,
    illustrative: row.illustrative,
    seq: row.entry_seq,
  }
}

function figureRow(figure: FigureFact): Row {
  return {
    id: figure.id,
    unit_id: figure.unit,
    measure_id: figure.measure,
    period: figure.period,
    last_day: describedPeriod(figure.period).lastDay,
    stage: figure.stage,
    nature: figure.nature,
    num: figure.num ?? null,
    den: figure.den ?? null,
    value: figure.scaled ?? null,
    not_applicable_reason: figure.notApplicableReason ?? null,
    document_id: figure.document ?? null,
    evidence: figure.evidence ?? null,
    replaces: figure.replaces ?? null,
    batch_id: figure.batch ?? null,
    illustrative: figure.illustrative,
  }
}

function describedPeriod(period: string): { readonly lastDay: IsoDate; readonly year: number } {
  const described = parsePeriod(period)
  if (described === undefined) throw new Error(`a figure holds a period that is none: ${period}`)
  return described
}
