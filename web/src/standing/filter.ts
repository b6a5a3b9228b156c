import { searchKey } from '@ancu/core/text'

import { isJudged, wholeOf, type CommuneRow, type Overview } from './answers.ts'

/**
 * Which communes are meant, as it stands in an address. Numbers on every screen open to one of these, and the
 * list of units shows the same one.
 */
export type RowFilter = {
  readonly text?: string
  readonly kind?: string
  readonly district?: string
  /** `15-18`, or `unknown` where it is not settled in which band a commune is. */
  readonly band?: string
  /** Holds a recognition in force: of any rank, of none, or of one rank. */
  readonly recognised?: string
  readonly meets?: string
  /** `yes`: it is settled whether it meets the whole set; `possible`: it may, as far as is known. */
  readonly settled?: string
  /** With `verdict`: what the commune has on this criterion. */
  readonly criterion?: string
  readonly verdict?: string
  /** `yes`: counted in the programme; `no`: a ward, a township. */
  readonly counted?: string
  /** `yes`: some criterion of it is unknown. */
  readonly unknown?: string
  /** What the communes it was made of had: `all`, `some`, `none` of them met. */
  readonly inherits?: string
}

export const filterNames = [
  'text',
  'kind',
  'district',
  'band',
  'recognised',
  'meets',
  'settled',
  'criterion',
  'verdict',
  'counted',
  'unknown',
  'inherits',
] as const satisfies readonly (keyof RowFilter)[]

export function readFilter(search: string): RowFilter {
  const query = new URLSearchParams(search)
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = query.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  )
}

/** The rows that the filter means, in the order given; a value it does not know means no row. */
export function filterRows(overview: Overview, filter: RowFilter): readonly CommuneRow[] {
  const tests = filterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [testOf[name](value, overview, filter)]
  })
  return overview.rows.filter((row) => tests.every((test) => test(row)))
}

type RowTest = (row: CommuneRow) => boolean

const testOf: Readonly<
  Record<keyof RowFilter, (value: string, overview: Overview, filter: RowFilter) => RowTest>
> = {
  text: (value) => {
    const wanted = searchKey(value)
    return (row) => searchKey(row.name).includes(wanted) || row.code === value.trim()
  },
  kind: (value) => (row) => row.kind === value,
  district: (value) => (row) => row.district === value,
  band: (value, overview) => (row) => row.applicable && bandOf(overview, row) === value,
  recognised: (value) => (row) => {
    if (!row.applicable) return false
    if (value === 'yes') return row.ranks.length > 0
    return value === 'no' ? row.ranks.length === 0 : row.ranks.some((rank) => rank === value)
  },
  meets: (value) => (row) => row.applicable && wholeOf(row) === value,
  settled: (value) => (row) =>
    row.applicable && (value === 'yes' ? wholeOf(row) !== 'unknown' : wholeOf(row) !== 'unmet'),
  criterion: (value, overview, { verdict }) => {
    const at = overview.criteria.findIndex(({ code }) => code === value)
    return (row) => row.applicable && (verdict === undefined || verdictAt(row, at) === verdict)
  },
  // Says something together with `criterion` only, which looks at it.
  verdict: () => () => true,
  counted: (value) => (row) => row.applicable === (value === 'yes'),
  unknown: () => (row) => isJudged(row) && row.least < row.most,
  inherits: (value) => (row) => inheritedShare(row) === value,
}

/** Key of the band a commune is in, `15-18`; `unknown` while its unknown criteria may move it to another. */
export function bandOf(overview: Overview, row: CommuneRow): string {
  const band = isJudged(row)
    ? overview.communes.bands.find(({ from, to }) => from <= row.least && row.most <= to)
    : undefined
  return band === undefined ? 'unknown' : bandKey(band)
}

export function bandKey({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${from}-${to}`
}

const verdictOfLetter: Readonly<Record<string, string>> = {
  m: 'met',
  b: 'met',
  u: 'unmet',
  k: 'unknown',
  n: 'notApplicable',
}

/** The verdict on the criterion at a place of the set; "cơ bản đạt" stands with what is met. */
export function verdictAt(row: CommuneRow, index: number): string | undefined {
  return verdictOfLetter[row.verdicts.charAt(index)]
}

/** How many of the communes a new one was made of met the set then; wards and townships are not judged. */
export function inherited(row: CommuneRow): { readonly met: number; readonly of: number } | undefined {
  const judged = row.inherits.filter(({ applicable }) => applicable)
  if (judged.length === 0) return undefined
  return { met: judged.filter(({ whole }) => whole === 'met').length, of: judged.length }
}

export function inheritedShare(row: CommuneRow): 'all' | 'some' | 'none' | undefined {
  const old = inherited(row)
  if (old === undefined) return undefined
  if (old.met === old.of) return 'all'
  return old.met === 0 ? 'none' : 'some'
}
