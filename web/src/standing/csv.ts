import type { Language } from '@ancu/core/text'

import { isJudged, type CommuneRow, type Overview, type Verdict } from './answers.ts'

export type CsvHeads = {
  readonly language: Language
  readonly columns: readonly [string, string, string, string, string, string, string, string]
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly ranks: (rank: CommuneRow['ranks'][number]) => string
  readonly illustrative: string
}

/**
 * Communes as a table for a spreadsheet: UTF-8 with its mark, so that Excel reads Vietnamese, and a column that
 * says which rows are illustrative.
 */
export function csvOf(overview: Overview, rows: readonly CommuneRow[], heads: CsvHeads): string {
  const lines = rows.map((row) => {
    const judged = isJudged(row) ? row : undefined
    return [
      row.code ?? '',
      row.place[heads.language],
      judged?.least ?? '',
      judged?.most ?? '',
      overview.criteria.length,
      judged ? heads.verdicts[judged.whole] : '',
      row.ranks.map(heads.ranks).join('; '),
      row.illustrative ? heads.illustrative : '',
    ]
  })
  return `\uFEFF${[heads.columns, ...lines].map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`
}

/** A spreadsheet must not take a name for a formula. */
function cellOf(value: string | number): string {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
