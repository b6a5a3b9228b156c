import { isJudged, type CommuneRow, type Judged, type Overview } from '../standing/answers.ts'
import type { ClothGroup, Stitch } from '../ui/cloth.ts'
import type { Naming } from '../units/names.ts'

const stitches: Readonly<Record<string, Stitch>> = {
  m: 'met',
  b: 'basicallyMet',
  u: 'unmet',
  k: 'unknown',
  n: 'notApplicable',
}

/** Communes as the cloth takes them: by district from the fullest to the barest; without districts, in one piece. */
export function clothGroups(overview: Overview, { named, title }: Naming): readonly ClothGroup[] {
  const groups = overview.districts.map((district) => ({
    id: district.id,
    name: district.name,
    fullName: named(district),
    rows: rowsOf(overview, (row) => row.district === district.id),
  }))
  const { unit } = overview
  const rest = rowsOf(overview, (row) => !overview.districts.some(({ id }) => id === row.district))
  return [...groups, { id: unit.id, name: unit.name, fullName: named(unit), rows: rest }]
    .filter(({ rows }) => rows.length > 0)
    .toSorted((one, other) => meanOf(other.rows) - meanOf(one.rows))
    .map(({ rows, ...group }) => ({
      ...group,
      units: rows.map((row) => ({
        id: row.id,
        name: title(row),
        stitches: [...row.verdicts].map((letter) => stitches[letter] ?? 'unknown'),
      })),
    }))
}

function rowsOf(overview: Overview, isIn: (row: CommuneRow) => boolean): readonly Judged<CommuneRow>[] {
  return overview.rows.filter(isJudged).filter(isIn)
}

function meanOf(rows: readonly Judged<CommuneRow>[]): number {
  return rows.reduce((sum, { least }) => sum + least, 0) / rows.length
}
