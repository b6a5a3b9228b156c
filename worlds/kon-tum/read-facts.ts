import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { Day, Row } from './types.ts'

/** Published facts, read from `facts/`; every file says where its rows come from. */
export type PublishedFacts = {
  readonly districts: readonly District[]
  readonly communes: readonly Commune[]
  readonly newCommunes: readonly NewCommune[]
  readonly merger: readonly { readonly clause: string; readonly old: string; readonly new: string }[]
  readonly villages: readonly { readonly commune: string; readonly name: string }[]
  readonly recognised: readonly Recognised[]
  readonly documents: ReadonlyMap<string, Row>
}

export type District = {
  readonly code: string
  readonly kind: string
  readonly statistics: string
  readonly local: string
  readonly longitude: number
  readonly latitude: number
  readonly households: number
  readonly minorityHouseholds: number
  readonly poorHouseholds: number
}

export type Commune = {
  readonly code: string
  readonly kind: string
  readonly district: string
  readonly statistics: string
  readonly local: string
  readonly longitude: number
  readonly latitude: number
  readonly special2016: boolean
  readonly border: boolean
  readonly since: Day
}

export type NewCommune = {
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly former: string
  readonly longitude: number
  readonly latitude: number
}

export type Recognised = {
  readonly code: string
  readonly rank: 'standard' | 'advanced'
  readonly day: Day
  readonly dayAssumed: boolean
  readonly number: string
  readonly year: number | undefined
  readonly group: string
  readonly document: string
  readonly note: string
}

/** Units without a day of their own hold from here on; an assumption, said so in the README. */
export const assumedSince: Day = '2004-01-01'

export function readFacts(): PublishedFacts {
  return {
    districts: table('districts.csv').map((row) => ({
      code: cell(row, 'code'),
      kind: cell(row, 'kind'),
      statistics: cell(row, 'statistics'),
      local: cell(row, 'local'),
      longitude: Number(cell(row, 'longitude')),
      latitude: Number(cell(row, 'latitude')),
      households: Number(cell(row, 'households_2022')),
      minorityHouseholds: Number(cell(row, 'minority_households_2022')),
      poorHouseholds: Number(cell(row, 'poor_households_2022')),
    })),
    communes: table('communes.csv').map((row) => ({
      code: cell(row, 'code'),
      kind: cell(row, 'kind'),
      district: cell(row, 'district'),
      statistics: cell(row, 'statistics'),
      local: cell(row, 'local'),
      longitude: Number(cell(row, 'longitude')),
      latitude: Number(cell(row, 'latitude')),
      special2016: cell(row, 'special_2016') === '1',
      border: cell(row, 'border') === '1',
      since: cell(row, 'since') || assumedSince,
    })),
    newCommunes: table('communes-2025.csv').map((row) => ({
      code: cell(row, 'code'),
      kind: cell(row, 'kind'),
      name: cell(row, 'name'),
      former: cell(row, 'former'),
      longitude: Number(cell(row, 'longitude')),
      latitude: Number(cell(row, 'latitude')),
    })),
    merger: table('merger-2025.csv').map((row) => ({
      clause: cell(row, 'clause'),
      old: cell(row, 'old'),
      new: cell(row, 'new'),
    })),
    villages: table('villages.csv').map((row) => ({
      commune: cell(row, 'commune'),
      name: cell(row, 'name'),
    })),
    recognised: table('recognised.csv').map((row) => ({
      code: cell(row, 'code'),
      rank: cell(row, 'rank') === 'advanced' ? 'advanced' : 'standard',
      day: cell(row, 'day'),
      dayAssumed: cell(row, 'day_assumed') === '1',
      number: cell(row, 'number'),
      year: cell(row, 'year') === '' ? undefined : Number(cell(row, 'year')),
      group: cell(row, 'group'),
      document: cell(row, 'document'),
      note: cell(row, 'note'),
    })),
    documents: new Map(readYaml('documents.yaml').map((document) => [String(document['id']), document])),
  }
}

/** Rows of a YAML list in `facts/`. */
export function readYaml(file: string): readonly Row[] {
  const rows: unknown = parse(textOf(file))
  if (!Array.isArray(rows)) throw new Error(`facts/${file} is not a list`)
  return rows.map((row: unknown) => {
    if (!isRow(row)) throw new Error(`facts/${file} holds something that is not a row`)
    return row
  })
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Rows of a CSV by column; lines that begin with `#` say where they come from. */
function table(file: string): readonly ReadonlyMap<string, string>[] {
  const lines = textOf(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(splitLine)
  const [columns = [], ...rows] = lines
  return rows.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`facts/${file}: ${cells.join(',')}`)
    return new Map(columns.map((column, at) => [column, cells[at] ?? '']))
  })
}

function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}

function cell(row: ReadonlyMap<string, string>, column: string): string {
  const value = row.get(column)
  if (value === undefined) throw new Error(`no column ${column} in facts`)
  return value
}

function textOf(file: string): string {
  return readFileSync(new URL(`facts/${file}`, import.meta.url), 'utf8')
}
