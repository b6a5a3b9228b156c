import { isRow, readYaml } from './read-facts.ts'
import type { SetId } from './types.ts'

export type Column = 'TN' | 'TDMNPB'

/** A known level of one measure under one set; a figure of the year is on its good side or not. */
export type KnownLevel = {
  readonly set: SetId
  readonly criterion: number
  readonly measure: string
  readonly kind: 'atLeast' | 'atMost'
  /** Undefined where the level of that column, or of a figure of that year, is not known. */
  readonly level: (column: Column, year: number, schools: number) => number | undefined
}

export function readLevels(): readonly KnownLevel[] {
  return readYaml('levels.yaml').map((row) => {
    const kind = row['atLeast'] === undefined ? 'atMost' : 'atLeast'
    const given = row[kind]
    return {
      set: row['set'] === 'commune-2016-2020' ? 'commune-2016-2020' : 'commune-2021-2025',
      criterion: Number(row['criterion']),
      measure: String(row['measure']),
      kind,
      level: (column, year, schools) => {
        if (given === 'bySchools') return schools > 3 ? 70 : 50
        const byColumn = isRow(given) ? given[column] : given
        const byYear = isRow(byColumn) ? byColumn[String(year)] : byColumn
        return typeof byYear === 'number' ? byYear : undefined
      },
    }
  })
}

/** Columns by which a set may judge a commune; of the old set it is not known, so both hold. */
export function columnsOf(set: SetId, isDifficult: boolean): readonly Column[] {
  if (set === 'commune-2016-2020') return ['TN', 'TDMNPB']
  return isDifficult ? ['TDMNPB'] : ['TN']
}
